"""Taking times: alternately, first ones left out, compared with an anchor or with a goal."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from statistics import quantiles

from tests.bench.row import Row


def alternately(
    pairs: Sequence[tuple[Callable[[], object], Callable[[], object]]],
) -> tuple[list[float], list[float]]:
    """Time each pair in turn; return the milliseconds of both, the first pairs left out."""
    ours: list[float] = []
    theirs: list[float] = []
    for mine, other in pairs:
        ours.append(milliseconds(mine))
        theirs.append(milliseconds(other))
    warm = len(pairs) // 20
    return ours[warm:], theirs[warm:]


def milliseconds(job: Callable[[], object]) -> float:
    """Return how long `job` takes."""
    start = time.perf_counter()
    job()
    return (time.perf_counter() - start) * 1000


def p95(times: Sequence[float]) -> float:
    """Return what 19 of 20 stay below."""
    return quantiles(times, n=20)[-1]


def compared(name: str, size: int, ours: float, anchor: float, anchor_name: str) -> Row:
    """Return a row whose goal reads "at most n ×"."""
    return Row(
        name=name,
        n=size,
        ours=round(ours, 4),
        anchor=round(anchor, 4),
        anchor_name=anchor_name,
        ratio=round(ours / anchor, 2),
    )


def against_goal(name: str, size: int, ours: float, goal: float) -> Row:
    """Return a row that is met when its ratio is at most 1."""
    return compared(name, size, ours, goal, "the goal")
