"""SIGKILL at counted system calls while documents are added."""

from __future__ import annotations

import itertools
import random
import signal
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults import traced
from tests.faults.traced import PRODUCT, Point
from tests.faults.vaults import Sample, build, numbers_in, run_here

DOCUMENTS = 14
_BEFORE = 3


@dataclass
class Report:
    """What the kills left behind."""

    calls: int = 0
    killed: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)


def spread(found: Sequence[Point], wanted: int, dice: random.Random) -> list[Point]:
    """Pick points: as many of each call as there are, each at random in its own stretch."""
    by_call: dict[str, list[Point]] = {}
    for point in found:
        by_call.setdefault(point.call, []).append(point)
    picked: list[Point] = []
    for left, group in zip(
        range(len(by_call), 0, -1), sorted(by_call.values(), key=len), strict=True
    ):
        share = min(len(group), round((wanted - len(picked)) / left))
        edges = [round(n * len(group) / share) for n in range(share + 1)] if share else []
        picked += [group[dice.randrange(low, high)] for low, high in itertools.pairwise(edges)]
    return picked


def run(room: Path, wanted: int, dice: random.Random, program: str = PRODUCT) -> Report:
    """Kill `wanted` runs of `program`, each at another point, and look at what is left."""
    sample = build(room / "kills", _BEFORE)
    counted = sample.copy(room / "counted").place
    found = traced.points(counted, DOCUMENTS, room / "calls.log", program)
    report = Report(calls=len(found))
    for point in spread(found, wanted, dice):
        _kill(sample.copy(room / "killed"), point, program, report)
    return report


def _kill(victim: Sample, point: Point, program: str, report: Report) -> None:
    where = f"{point.call} {point.nth}"
    told = traced.add(
        victim.place,
        DOCUMENTS,
        *("-e", f"trace={point.call}"),
        *("-e", f"inject={point.call}:signal=SIGKILL:when={point.nth}"),
        program=program,
    )
    if told.code not in (-signal.SIGKILL, 128 + signal.SIGKILL):
        report.bad.append(f"{where}: not killed, exit {told.code} {told.err.strip()}")
        return
    report.killed[point.call] += 1
    report.acknowledged += len(told.numbers)
    ran = run_here(victim.place, "--json", "verify")
    if ran.code != 0 or ran.json["verdict"] != "unknown":
        report.bad.append(f"{where}: {ran.out.strip()} {ran.err.strip()}")
        return
    stored = numbers_in(victim.place)
    lost = sorted(set(told.numbers) - set(stored))
    if lost:
        report.lost.append(f"{where}: {lost}")
    if len(stored) > _BEFORE + len(told.numbers) + 1:
        report.bad.append(f"{where}: {stored} stored, {told.numbers} told")
    if stored != list(range(1, len(stored) + 1)):
        report.bad.append(f"{where}: a gap in {stored}")
