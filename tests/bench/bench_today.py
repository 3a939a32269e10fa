"""The first screen and the find box, on a province's office of five years.

python -m tests.bench --only today --size 42500

The anchors are the goals: what a clerk feels.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from bmnn_desktop.services.find_documents import find_documents
from bmnn_desktop.services.today import look_at_today
from tests.bench.busy_vault import busy
from tests.bench.row import Row
from tests.services.offices import PASSPHRASE, FakeClock, cheap_wiring

_RUNS = 15
_COLD_RUNS = 3
_TYPED = ("c", "k", "1", "37", "ke", "ub", "cong", "6000", "dien tap", "noi vu", "mau 12", "3/kh")
_TODAY_GOAL, _COLD_GOAL, _FIND_GOAL = 50.0, 300.0, 30.0  # milliseconds


def rows(size: int) -> Iterator[Row]:
    """Yield the measurements on a vault of `size` documents."""
    build = Path(__file__).resolve().parent.parent.parent / "build"  # a real disk, not a tmpfs
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build) as room:
        place, clock = Path(room) / "vault", FakeClock(datetime(2026, 11, 16, 2, tzinfo=UTC))
        busy(place, size, clock).close()
        cold = []
        for _run in range(_COLD_RUNS):
            office = cheap_wiring(clock).gate(place).unlock("giu-so", PASSPHRASE)
            cold.append(_took(lambda office=office: office.read(look_at_today).result()))  # type: ignore[misc]
            office.close()
        yield _row("Hôm nay, first after unlocking (ms)", size, max(cold), _COLD_GOAL)
        office = cheap_wiring(clock).gate(place).unlock("giu-so", PASSPHRASE)
        try:
            warm = [_took(lambda: office.read(look_at_today).result()) for _run in range(_RUNS)]
            yield _row("Hôm nay, again, median (ms)", size, median(warm), _TODAY_GOAL)
            typed = [
                _took(lambda text=text: office.read(find_documents, text).result())  # type: ignore[misc]
                for _run in range(_RUNS)
                for text in _TYPED
            ]
            yield _row(
                "find over both books, p95 (ms)", size, quantiles(typed, n=20)[-1], _FIND_GOAL
            )
        finally:
            office.close()


def _took(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def _row(name: str, size: int, ours: float, goal: float) -> Row:
    return Row(
        name=name,
        n=size,
        ours=round(ours, 3),
        anchor=goal,
        anchor_name="the goal",
        ratio=round(ours / goal, 2),
    )
