"""Verifying the longest journal, and what opening checks of it, against the goals.

python -m tests.bench --only verify [--size CHANGES]

The size is the journal's changes, four an entry; a commune's ten years come with it at their own
size. Each verification is a process of its own, so that the peak of its memory is its own too.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.kept_vault import long_journal, opened, worked_vault
from tests.bench.plan import COMMUNE
from tests.bench.row import Row
from tests.bench.timing import against_goal, milliseconds

SIZE = 100_000  # changes; the stress is ten times as many
_OPENINGS = 11
_COMMUNE_RUNS = 3
_COMMUNE_S = 5.0
_S_PER_CHANGE = 60e-6
_PEAK_MIB = 1024.0
_CANCEL_S = 1.0
_TAIL_MS = 100.0


def rows(size: int) -> Iterator[Row]:
    """Yield the measurements on a journal of `size` changes."""
    commune = worked_vault(COMMUNE)
    runs = [_verified(commune)["seconds"] for _ in range(_COMMUNE_RUNS)]
    name = f"verify {COMMUNE.name}, median (s)"
    yield against_goal(name, COMMUNE.documents, median(runs), _COMMUNE_S)
    vault = long_journal(size)
    found = _verified(vault)
    yield against_goal(f"verify {size:,} changes (s)", size, found["seconds"], size * _S_PER_CHANGE)
    yield against_goal("… peak memory (MiB)", size, found["peak"], _PEAK_MIB)
    yield against_goal("… longest wait for cancel (s)", size, found["longest"], _CANCEL_S)
    times = [milliseconds(lambda: opened(vault).close()) for _ in range(_OPENINGS)]
    name = "open and close with the tail check (ms)"
    yield against_goal(name, size, median(times), _TAIL_MS)


def _verified(vault: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.verify_run", str(vault)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return dict(json.loads(told))
