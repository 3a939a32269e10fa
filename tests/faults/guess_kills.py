"""SIGKILL at every system call of an unlocking that fails: none is a free attempt."""

from __future__ import annotations

import json
import random
import re
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from bmnn_desktop import paths
from tests.faults.kills import spread
from tests.faults.traced import Point
from tests.faults.vaults import Sample, build, environment

_LINE = re.compile(r"^\d+ +(\w+)\((.*)")
# Their number differs from run to run.
_UNSTEADY = {"brk", "mmap", "mremap", "munmap", "futex", "madvise", "mprotect", "clock_nanosleep"}


@dataclass
class Report:
    """What the kills cost the guesser."""

    calls: int = 0
    killed: int = 0
    derived: int = 0
    free: list[str] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)


def _guess(place: Path, *options: str, log: str = "/dev/null") -> int:
    done = subprocess.run(
        [
            *("strace", "-f", "-qq", "-o", log, *options),
            *(sys.executable, "-m", "tests.faults.wrong_guess", str(place)),
        ],
        capture_output=True,
        env=environment() | {"PYTHONHASHSEED": "0"},
        check=False,
        timeout=120,
    )
    return done.returncode


def points(place: Path, log: Path) -> list[Point]:
    """Return every steady call from the moment at which the lock file is taken."""
    _guess(place, log=str(log))
    counts: dict[str, int] = {}
    found: list[Point] = []
    begun = False
    for call, rest in (
        m.groups() for m in map(_LINE.match, log.read_text("utf-8").splitlines()) if m
    ):
        counts[call] = counts.get(call, 0) + 1
        begun = begun or (call == "openat" and f'/{paths.LOCK}"' in rest)
        if begun and call not in _UNSTEADY:
            found.append(Point(call, counts[call]))
    return found


def run(room: Path, wanted: int, dice: random.Random) -> Report:
    """Kill `wanted` guesses, each at another call; each derivation begun must have been counted."""
    sample = build(room / "guessed", 0)
    every = points(sample.copy(room / "counted").place, room / "calls.log")
    report = Report(calls=len(every))
    for point in spread(every, min(wanted, len(every)), dice):
        _kill(sample.copy(room / "killed"), point, report)
    return report


def _kill(victim: Sample, point: Point, report: Report) -> None:
    where = f"{point.call} {point.nth}"
    mark = Path(f"{victim.place}.derived")
    mark.unlink(missing_ok=True)
    code = _guess(
        victim.place,
        *("-e", f"trace={point.call}"),
        *("-e", f"inject={point.call}:signal=SIGKILL:when={point.nth}"),
    )
    if code not in (-signal.SIGKILL, 128 + signal.SIGKILL):
        report.bad.append(f"{where}: not killed, exit {code}")
        return
    report.killed += 1
    derived = len(mark.read_bytes())
    count = json.loads((victim.place / paths.ATTEMPTS).read_bytes())["count"]
    report.derived += derived
    if count < derived:
        report.free.append(f"{where}: {derived} derivations, {count} counted")
