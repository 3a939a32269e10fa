"""The register's form under a real X server, with a real ibus-unikey between keyboard and field."""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

import pytest

ROOT = Path(__file__).parents[2]
PROGRAMS = ("Xvfb", "dbus-daemon", "ibus-daemon", "ibus", "xdotool")
ENGINE = Path("/usr/libexec/ibus-engine-unikey")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None] + (
    [] if ENGINE.exists() else [str(ENGINE)]
)
PATIENCE = 60.0  # seconds


@pytest.fixture
def desk() -> Iterator[dict[str, str]]:
    """Return the environment of a desk: a screen, a session bus, IBus with Unikey."""
    with ExitStack() as stack:
        # Short: sockets lie in it, and their names must stay below 108 characters.
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ime-", dir="/tmp")))
        desk = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("DBUS_", "IBUS_", "QT_", "WAYLAND_", "XDG_"))
        } | {
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home),
            "XDG_CONFIG_HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "GSETTINGS_BACKEND": "memory",
            "QT_QPA_PLATFORM": "xcb",
            "QT_IM_MODULE": "ibus",
        }
        screen = stack.enter_context(_screen(desk))
        desk["DISPLAY"] = f":{screen}"
        bus = stack.enter_context(
            _running(["dbus-daemon", "--session", "--nofork", "--print-address=1"], desk)
        )
        assert bus.stdout is not None
        desk["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        stack.enter_context(
            _running(["ibus-daemon", "--panel=disable", "--emoji-extension=disable"], desk)
        )
        _until(lambda: "Unikey" in _output(["ibus", "list-engine"], desk), "Unikey")
        yield desk


@pytest.mark.slow
@pytest.mark.skipif(bool(MISSING), reason=f"not on this computer: {', '.join(MISSING)}")
def test_telex_keys_arrive_as_vietnamese_in_the_form_and_in_the_book(
    desk: dict[str, str], tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "tests.gui.unikey_driver", str(tmp_path / "vault")]
    with _running(command, desk) as window:
        assert window.stdout is not None
        said = _Said(window.stdout)

        # Left with a click while the last word is being composed.
        place = said.ready("note")
        _until(lambda: _chooses_unikey(desk), "the engine")
        _type(desk, "sao luwu")
        said.shows("sao lưu")
        _do(desk, "mousemove", *place, "click", "1")
        assert said.next("note") == "sao lưu"

        # Left with Tab, which ends the last word.
        said.ready("signer")
        _type(desk, "Nguyeexn Vawn Maaux")
        said.shows("Nguyễn Văn Mẫu")
        _press(desk, "Tab")
        assert said.next("signer") == "Nguyễn Văn Mẫu"

        # With suggestions open: Enter while none is chosen, then one chosen.
        said.ready("recipients")
        _type(desk, "Hooij xax Maaux")
        said.shows("Hội xã Mẫu")
        _press(desk, "Return")
        said.shows("Hội xã Mẫu\n")
        _type(desk, "ddarng")
        said.shows("Hội xã Mẫu\nđảng")
        for key in ("Down", "Tab"):
            _press(desk, key)
        assert said.next("recipients") == "Hội xã Mẫu\nĐảng ủy xã Mẫu"

        # Saved while the last word is being composed.
        said.ready("subject")
        _type(desk, "dduwowngf bieen")
        said.shows("đường biên")
        _press(desk, "ctrl+s")
        assert said.next("subject") == "đường biên"
        assert said.next("row") == {
            "note": "sao lưu",
            "signer": "Nguyễn Văn Mẫu",
            "recipients": ["Hội xã Mẫu", "Đảng ủy xã Mẫu"],
            "subject": "đường biên",
        }
        assert window.wait(PATIENCE) == 0


class _Said:
    """What the driver says, line by line, and no longer waited for than is reasonable."""

    def __init__(self, lines: IO[str]) -> None:
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._read, args=(lines,), daemon=True).start()

    def ready(self, field: str) -> list[str]:
        """Wait for `field`; return where to click for the next one."""
        said = self.next("ready")
        assert isinstance(said, list)
        assert said[0] == field
        return [str(number) for number in said[1:]]

    def shows(self, text: str) -> None:
        """Wait until `text` stands in the field, what is being composed at its end."""
        seen = []
        while text not in seen:
            seen.append(self.next("shows"))

    def next(self, what: str) -> object:
        """Return the next thing said of `what`; only changes of a field may be passed over."""
        while True:
            line = self._lines.get(timeout=PATIENCE)
            assert line, "the window is gone"
            kind, value = json.loads(line)
            if kind == what:
                return value
            assert kind == "shows", (kind, value)

    def _read(self, lines: IO[str]) -> None:
        for line in lines:
            self._lines.put(line)
        self._lines.put("")


def _type(desk: dict[str, str], text: str) -> None:
    names = {" ": "space"}
    _press(desk, *(names.get(letter, letter) for letter in text))


def _press(desk: dict[str, str], *keys: str) -> None:
    _do(desk, "key", *keys)


def _do(desk: dict[str, str], *what: str) -> None:
    subprocess.run(["xdotool", *what], env=desk, check=True, timeout=PATIENCE)


def _chooses_unikey(desk: dict[str, str]) -> bool:
    subprocess.run(["ibus", "engine", "Unikey"], env=desk, check=False, timeout=PATIENCE)
    return _output(["ibus", "engine"], desk).strip() == "Unikey"


def _output(command: list[str], desk: dict[str, str]) -> str:
    return subprocess.run(
        command, env=desk, check=False, timeout=PATIENCE, capture_output=True, text=True
    ).stdout


def _until(is_so: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, f"no {what}"
        time.sleep(0.1)


@contextmanager
def _screen(desk: dict[str, str]) -> Iterator[str]:
    """Start a screen and yield its number, told once it listens."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1366x768x24",
        "-nolisten",
        "tcp",
    ]
    with os.fdopen(reading) as told, _running(command, desk, hand_over=writing):
        os.close(writing)
        yield told.readline().strip()


@contextmanager
def _running(
    command: list[str], desk: dict[str, str], hand_over: int | None = None
) -> Iterator[subprocess.Popen[str]]:
    """Run `command` in a process group of its own, which ends with all its children."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=desk,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        pass_fds=[] if hand_over is None else [hand_over],
    )
    try:
        yield process
    finally:
        for kind in (signal.SIGTERM, signal.SIGKILL):
            with suppress(ProcessLookupError, subprocess.TimeoutExpired):
                os.killpg(process.pid, kind)
                process.wait(5)
        if process.stdout is not None:
            process.stdout.close()
