"""Backups onto a stick that fails at one call: what was called saved must be there and whole."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from bmnn_desktop import paths
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.medium import NewMedium, Purpose
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import KnownError
from bmnn_desktop.services.create_backup import BackupDone, create_backup
from bmnn_desktop.services.enrol_medium import enrol_medium
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import medium_token
from bmnn_desktop.wiring import Wiring
from tests.faults.flaky_fs import KINDS
from tests.house.tree import ROOT
from tests.media.plugged import FakePort, stick
from tests.services.offices import FOUNDING, FakeClock, add, cheap_wiring, entries

_PATIENCE = 20.0  # seconds
_LABEL = NewMedium(Purpose.BACKUP, "01/USB", Level.TUYET_MAT, "Phạm Giữ Đĩa", "Két số 1")


@dataclass
class Report:
    """What came of the failures; `bad` must be empty."""

    calls: int = 0
    tried: Counter[str] = field(default_factory=Counter)
    saved: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)


class Flaky:
    """A mounted file system whose truth lies in `backing`."""

    def __init__(self, process: subprocess.Popen[str], backing: Path, mount: Path) -> None:
        self._process = process
        self.backing = backing
        self.mount = mount

    def plan(self, kind: str = "", at: int = 0) -> int:
        """Begin a plan; return how many calls came under the last."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"kind": kind, "at": at}) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def is_there() -> bool:
    """Tell whether a FUSE file system can be mounted here."""
    if not os.access("/dev/fuse", os.R_OK | os.W_OK) or os.geteuid() != 0:
        return False
    found = subprocess.run([sys.executable, "-c", "import mfusepy"], capture_output=True)  # noqa: PLW1510
    return found.returncode == 0


@contextmanager
def mounted(room: Path) -> Iterator[Flaky]:
    """Mount a flaky file system; it goes at the end, whatever happened."""
    backing, mount = room / "backing", room / "mount"
    backing.mkdir(parents=True)
    mount.mkdir()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.flaky_fs", str(backing), str(mount)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            deadline = time.monotonic() + _PATIENCE
            while not os.path.ismount(mount):
                if process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError("the file system was not mounted")
                time.sleep(0.02)
            yield Flaky(process, backing, mount)
        finally:
            subprocess.run(["umount", "-l", mount], check=False, capture_output=True)
            process.kill()


@dataclass
class _Ground:
    """An open vault, its stick, and the backups that must stay."""

    office: Office
    flaky: Flaky
    is_whole: Callable[[str], bool]
    report: Report
    good: dict[str, str] = field(default_factory=dict)


def run(room: Path, failures: int, dice: random.Random) -> Report:
    """Let `failures` backups meet a failure each, spread over every call of one."""
    report = Report()
    with mounted(room) as flaky:
        port = FakePort(stick(flaky.mount))
        wiring = replace(cheap_wiring(FakeClock()), usb=port)
        founded = wiring.gate(room / "vault").found(replace(FOUNDING, training=False))
        office = founded.office
        try:
            add(office)
            second = RecoverySheetHolder(founded.recovery.key)
            made = office.write(enrol_medium, flaky.mount, _LABEL, second=second).result()
            assert made.sheet is not None
            whole = _judge(wiring, made.sheet, flaky)
            flaky.plan()
            first = office.write(create_backup, flaky.mount).result()
            report.calls = flaky.plan()
            ground = _Ground(office, flaky, whole, report)
            ground.good[first.path.name] = _digest(flaky.backing / first.path.name)
            for turn in range(failures):
                kind = KINDS[turn % len(KINDS)]
                rounds = len(range(turn % len(KINDS), failures, len(KINDS)))
                step = turn // len(KINDS)
                low = 1 + step * report.calls // rounds
                high = max(low, (step + 1) * report.calls // rounds)
                _fail(ground, kind, dice.randint(low, high))
            verdict = office.write(verify_vault).result()
            if verdict.ok is False:
                report.bad.append(f"the vault: {verdict}")
        finally:
            office.close()
    return report


def _judge(wiring: Wiring, sheet: RecoverySheet, flaky: Flaky) -> Callable[[str], bool]:
    """Return what opens a backup where it truly lies, and reads all of it."""
    files = wiring.backup_files()

    def is_whole(name: str) -> bool:
        try:
            files.verify(flaky.backing / name, sheet, lambda *_done: None)
        except KnownError:
            return False
        return True

    return is_whole


def _fail(ground: _Ground, kind: str, at: int) -> None:
    office, flaky, report = ground.office, ground.flaky, ground.report
    where = f"{kind} at {at}"
    report.tried[kind] += 1
    before = entries(office)
    flaky.plan(kind, at)
    done: BackupDone | None = None
    try:
        done = office.write(create_backup, flaky.mount).result()
    except KnownError as error:
        report.refused[type(error).__name__] += 1
    except Exception as error:  # noqa: BLE001  (a bug is what is looked for)
        report.bad.append(f"{where}: {type(error).__name__} {error}")
    flaky.plan()
    if (office.place / paths.SNAPSHOT).exists():
        report.bad.append(f"{where}: the snapshot is left")
    if done is not None:
        report.saved += 1
        name = done.path.name
        digest = _digest(flaky.backing / name)
        if digest != done.sha256 or not ground.is_whole(name):
            report.bad.append(f"{where}: called saved, and is not whole")
        ground.good[name] = digest
    elif entries(office) != before:
        report.bad.append(f"{where}: journalled, and not saved")
    for name, digest in ground.good.items():
        if _digest(flaky.backing / name) != digest:
            report.bad.append(f"{where}: {name} is no more what it was")
    _mend(office, flaky)


def _mend(office: Office, flaky: Flaky) -> None:
    """Put the token right where the failure spoiled it, as two people would."""
    key = office._vault.medium_key
    rows = office.read(lambda desk: desk.rows.all("SELECT token, serial, counter FROM medium"))
    ((token, serial, counter),) = rows.result()
    store = office._vault.header.store.hex()
    medium_token.MediumToken(store, token, serial, counter, 0, "").write(flaky.backing, key)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
