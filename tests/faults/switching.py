"""SIGKILL and failing calls at every counted system call of a change of all keys.

Reading leaves nothing behind, so what is counted are the calls that write, sync and name.
"""

from __future__ import annotations

import random
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop import paths
from bmnn_desktop.errors import KnownError
from bmnn_desktop.store import header
from bmnn_desktop.store.connection import open_database
from bmnn_desktop.store.schema import Schema
from tests.faults.recording import JOURNAL
from tests.faults.vaults import (
    LOGIN,
    PASSPHRASE,
    Sample,
    build,
    environment,
    numbers_in,
    run_here,
    words,
)

ONE_THREAD = "tests.faults.one_thread"
CONTROL = "tests.faults.early_rename"
DOCUMENTS = 4
ENTRIES = DOCUMENTS + Schema().version  # founding, and each later migration
CALLS = ("openat", "pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink", "rename")
FILES = (
    *(paths.NEXT, f"{paths.NEXT}-journal"),
    *paths.HEADERS,
    *(paths.REGISTER, JOURNAL),  # the opening keeps a new mark of the counter there
    ".",
)
REMAIN = {
    *(paths.REGISTER, *paths.HEADERS, paths.ATTEMPTS, paths.SIGN_ATTEMPTS, paths.LOCK),
}
ERRORS = ("ENOSPC", "EROFS", "EIO")
_COUNTERS = 2
# Disk full, read-only, failing, both halves unreadable for now, the switch left half done, with a
# new recovery sheet in hand or without.
_REFUSAL = re.compile(r"K(104|105|107|244|245|301) ")
Command = Callable[[Path], list[str]]
_LINE = re.compile(r"^\d+ +(\w+)\(")


@dataclass(frozen=True)
class Point:
    """A system call on a file of the vault: which one of that name on that file it is."""

    file: str
    call: str
    nth: int

    @property
    def words(self) -> str:
        """Return the point as reports name it."""
        return f"{self.file} {self.call} {self.nth}"


# Where a change is left for the next opening: after the copying, with one new half, with both,
# with the old register overwritten.
HALFWAY = (
    Point(paths.HEADERS[0], "write", 2),
    Point(paths.HEADERS[1], "write", 2),
    Point(paths.REGISTER, "write", 1),
    Point(paths.NEXT, "rename", 1),
)


@dataclass(frozen=True)
class Ground:
    """A vault whose keys are to be changed, and the recovery sheet that approves."""

    sample: Sample
    sheet: Path

    @staticmethod
    def lay(room: Path) -> Ground:
        """Found a vault of one person."""
        sample = build(room / "ground", 0)
        sample.add(range(1, DOCUMENTS + 1))
        sheet = room / "sheet.txt"
        sheet.write_text(sample.recovery.text(), encoding="utf-8")
        return Ground(sample, sheet)

    def command(self, place: Path) -> list[str]:
        """Return the arguments that change all keys of the vault at `place`; no sheet is there."""
        sheet = place.with_name(f"{place.name}-sheet.txt")
        sheet.unlink(missing_ok=True)
        return words(
            place,
            *("vault", "new-generation", "--reason", "người giữ khóa đã chuyển công tác"),
            *("--recovery-file", str(self.sheet)),
            *("--recovery-out", str(sheet)),
        )


@dataclass
class Report:
    """What the kills left behind."""

    calls: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    opened: Counter[int] = field(default_factory=Counter)  # by generation
    missed: int = 0  # calls that this time were not made: another process may open a file or not
    bad: list[str] = field(default_factory=list)


def points(sample: Sample, command: Command, room: Path, program: str) -> list[Point]:
    """Return every call of the command on a file of the vault that can change what is left."""
    found = []
    for file in FILES:
        victim = sample.copy(room / "counted")
        log = room / "calls.log"
        options = ("-e", f"trace={','.join(CALLS)}")
        done = _trace(command(victim.place), victim, program, file, *options, log=log)
        if done.returncode != 0:
            raise ValueError(done.stderr)
        counts: Counter[str] = Counter()
        for line in map(_LINE.match, log.read_text().splitlines()):
            if line:
                counts[line[1]] += 1
                found.append(Point(file, line[1], counts[line[1]]))
    return found


def run(room: Path, wanted: int | None, dice: random.Random, program: str = ONE_THREAD) -> Report:
    """Kill `program` at `wanted` calls, or at every one, and look at what is left."""
    ground = Ground.lay(room)
    every = points(ground.sample, ground.command, room, program)
    report = Report(calls=len(every))
    _judge(_counted(ground, room), report, "not killed", 2)
    for point in chosen(every, wanted, dice):
        victim = ground.sample.copy(room / "killed")
        if _is_stopped(victim, ground.command, point, program, report):
            _judge(victim, report, point.words, 0)
    return report


def reopen(
    room: Path, wanted: int | None, dice: random.Random, program: str = ONE_THREAD
) -> Report:
    """Kill changes halfway, then the openings that finish or drop them, at `wanted` calls each."""
    ground = Ground.lay(room)
    report = Report()
    for start in HALFWAY:
        half = ground.sample.copy(room / "half")
        if not _is_stopped(half, ground.command, start, program, report):
            continue
        generation = header.read(half.place).header.generation
        every = points(half, _opening, room, program)
        report.calls += len(every)
        for point in chosen(every, wanted, dice):
            victim = half.copy(room / "killed")
            if _is_stopped(victim, _opening, point, program, report):
                _judge(victim, report, f"{start.words}, then {point.words}", generation)
    return report


def chosen(every: list[Point], wanted: int | None, dice: random.Random) -> list[Point]:
    """Pick `wanted` points or all: first those of the switch, then of the long copying."""
    if wanted is None:
        return every
    rare = [point for point in every if point.call != "pwrite64"]
    dice.shuffle(rare)
    often = [point for point in every if point.call == "pwrite64"]
    return [*rare, *dice.sample(often, len(often))][:wanted]


def refuse(
    room: Path, wanted: int | None, dice: random.Random, program: str = ONE_THREAD
) -> Report:
    """Let calls fail from one point on, as a disk does that is full, read-only or dying."""
    ground = Ground.lay(room)
    every = points(ground.sample, ground.command, room, program)
    report = Report(calls=len(every))
    for point in chosen(every, wanted, dice):
        error = dice.choice(ERRORS)
        victim = ground.sample.copy(room / "refused")
        done = _inject(victim, ground.command, point, program, f"error={error}:when={point.nth}+")
        where = f"{error} from {point.words}"
        report.faults[error] += 1
        if done.returncode != 0 and not _REFUSAL.match(done.stderr):
            report.bad.append(f"{where}: exit {done.returncode} {done.stderr.strip()}")
        _judge(victim, report, where, 2 if done.returncode == 0 else 0)
    return report


def _counted(ground: Ground, room: Path) -> Sample:
    """Return the vault on which the last calls were counted."""
    return replace(ground.sample, place=room / "counted")


def _opening(place: Path) -> list[str]:
    return words(place, "--json", "verify")


def _is_stopped(
    victim: Sample, command: Command, point: Point, program: str, report: Report
) -> bool:
    done = _inject(victim, command, point, program, f"signal=SIGKILL:when={point.nth}")
    if done.returncode == 0 and point.call == "openat":
        report.missed += 1  # what it left is judged all the same
        return True
    if done.returncode not in (-signal.SIGKILL, 128 + signal.SIGKILL):
        what = f"not killed, exit {done.returncode} {done.stderr.strip()}"
        report.bad.append(f"{point.words}: {what}")
        return False
    report.faults[point.call] += 1
    return True


def _inject(
    victim: Sample, command: Command, point: Point, program: str, fault: str
) -> subprocess.CompletedProcess[str]:
    options = ("-e", f"trace={point.call}", "-e", f"inject={point.call}:{fault}")
    return _trace(command(victim.place), victim, program, point.file, *options)


def _judge(victim: Sample, report: Report, where: str, expected: int) -> None:
    """Look at what is left; `expected` is the generation it must have, 0 for either."""
    generation, wrong = look(victim)
    report.opened[generation] += 1
    if generation and expected not in (0, generation):
        wrong.append(f"generation {generation}, not {expected}")
    report.bad += [f"{where}: {what}" for what in wrong]


def look(victim: Sample) -> tuple[int, list[str]]:
    """Open what is left with the passphrase as it was; return the generation and what is wrong."""
    try:
        before = header.read(victim.place).header
        before.unlock(LOGIN, PASSPHRASE)
    except KnownError as error:
        return 0, [f"no header opens: {error.code}"]
    generation = before.generation
    ran = run_here(victim.place, "--json", "verify")
    if ran.code != 0 or ran.json["verdict"] != "unknown":
        return 0, [f"generation {generation}: {ran.out.strip()} {ran.err.strip()}"]
    entries = ENTRIES if generation == 1 else ENTRIES + 2
    left = {path.name for path in victim.place.iterdir()}
    halves = header.read(victim.place)
    checks = {
        # One more for each of the two counters that the cut separated from its mark: that is told.
        f"{ran.json['entries']} entries": 0 <= ran.json["entries"] - entries <= _COUNTERS,
        "another generation than its header's": halves.header.generation == generation,
        "lines lost": numbers_in(victim.place) == list(range(1, DOCUMENTS + 1)),
        f"left over: {left - REMAIN}": left <= REMAIN,
        "the halves differ": len(set(halves.raw.values())) == 1 and len(halves.raw) == 2,
        "both or neither generation opens": opens(victim.database, victim.key) == (generation == 1),
    }
    return generation, [what for what, holds in checks.items() if not holds]


def opens(path: Path, key: str) -> bool:
    """Tell whether the file is a register under this key."""
    try:
        database = open_database(path, key)
    except sqlcipher.DatabaseError:
        return False
    database.close()
    return True


def _trace(
    arguments: Sequence[str],
    victim: Sample,
    program: str,
    file: str,
    *strace: str,
    log: Path | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run the program under strace, which sees and counts the calls on one file only."""
    watched = victim.place if file == "." else victim.place / file
    return subprocess.run(
        [
            *("strace", "-f", "-qq", "-o", str(log or "/dev/null"), "-P", str(watched), *strace),
            *(sys.executable, "-m", program, *arguments),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(),
        check=False,
        timeout=120,
    )
