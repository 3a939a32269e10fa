"""Unlock and lock in one process that is executed again each time: what grows is a leak.

python -m tests.gui.lock.rounds VAULT ROUNDS prints, for each round, what the process holds while
the window stands. `run` does so from outside and returns the figures.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bmnn_desktop import app, no_network
from bmnn_desktop.gui.demo.hands import press, type_text, until, wait
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.unlock_window import UnlockWindow
from bmnn_desktop.services.gate import Founding
from bmnn_desktop.store.keys import Kdf
from bmnn_desktop.wiring import Wiring
from tests.gui.conftest import LOGIN, PASSPHRASE
from tests.house.tree import ROOT

_MODULE = "tests.gui.lock.rounds"
_SECONDS_A_ROUND = 60
_MEMORY = 1.05  # of the first rounds; what the system gives differs a little each time


@dataclass(frozen=True, slots=True)
class Held:
    """What a process holds."""

    filters: int
    threads: int
    files: int
    memory: int  # KiB


def run(place: Path, rounds: int) -> list[Held]:
    """Found a vault at `place`, go round and return the figures."""
    founding = Founding(
        training=True, org="Xã Mẫu", parent_org="", place="Xã Mẫu", symbol="UBND",
        login=LOGIN, name="Lê Thị Tập Huấn", passphrase=PASSPHRASE, year=2026,
    )  # fmt: skip
    _wiring().gate(place).found(founding).office.close()
    done = subprocess.run(
        [sys.executable, "-m", _MODULE, str(place), str(rounds)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=rounds * _SECONDS_A_ROUND,
    )
    return [Held(**json.loads(line)) for line in done.stdout.splitlines()]


def growth(held: Sequence[Held]) -> list[str]:
    """Return what is more at the end than at the beginning."""
    first, last = held[0], held[-1]
    grown = [
        f"{name}: {getattr(first, name)} → {getattr(last, name)}"
        for name in ("filters", "threads", "files")
        if getattr(last, name) > getattr(first, name)
    ]
    some = max(1, len(held) // 5)
    early, late = (sum(one.memory for one in part) for part in (held[:some], held[-some:]))
    if late > early * _MEMORY:
        grown.append(f"memory: {early // some} → {late // some} KiB")
    return grown


def told(held: Sequence[Held]) -> str:
    """Return the figures of all rounds in one line."""
    spans = {
        name: (min(getattr(one, name) for one in held), max(getattr(one, name) for one in held))
        for name in ("filters", "threads", "files", "memory")
    }
    figures = ", ".join(f"{name} {low}–{high}" for name, (low, high) in spans.items())
    return f"{len(held)} rounds: {figures} KiB"


def _wiring() -> Wiring:
    return Wiring(kdf=Kdf(1024, 1, 1))


def _held() -> Held:
    status = dict(
        line.split(":", 1)
        for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    )
    return Held(
        filters=int(status["Seccomp_filters"]),
        threads=int(status["Threads"]),
        files=len(list(Path("/proc/self/fd").iterdir())),
        memory=int(status["VmRSS"].split()[0]),
    )


def _drive() -> None:
    """Unlock, tell what is held, lock."""
    door = next(one for one in QApplication.topLevelWidgets() if isinstance(one, UnlockWindow))
    type_text(door.ui.passphrase_edit.line, PASSPHRASE)
    door.ui.unlock_button.click()

    def windows() -> list[MainWindow]:
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        return [one for one in shown if one.isVisible()]

    until(lambda: bool(windows()), "the window")
    (window,) = windows()
    until(lambda: not window.jobs.is_busy and window.guard.session is not None, "Hôm nay")
    wait(300)
    sys.stdout.write(f"{json.dumps(asdict(_held()))}\n")
    press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def _go_round(place: Path, rounds: int) -> NoReturn:
    """Be executed again as the program is, but into this module."""
    execute = os.execv

    def instead(program: str, _command: Sequence[str]) -> NoReturn:
        execute(program, [program, "-m", _MODULE, str(place), str(rounds - 1)])

    os.execv = instead  # type: ignore[assignment]
    app.relaunch(place)


if __name__ == "__main__":
    no_network.enter()
    vault, left = Path(sys.argv[1]), int(sys.argv[2])
    if left > 0:
        sys.exit(app.open_window(_wiring(), vault, lambda: _go_round(vault, left), then=_drive))
