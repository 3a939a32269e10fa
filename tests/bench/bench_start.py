"""From the start of the process to the unlock window, beside a bare PySide6 window.

python -m tests.bench --only start [--size RUNS]
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.kept_vault import worked_vault
from tests.bench.plan import COMMUNE
from tests.bench.row import Row
from tests.bench.timing import compared

SIZE = 11  # starts of each, in turn


def rows(size: int) -> Iterator[Row]:
    """Yield the one measurement, the median of `size` starts; the first ones only warm up."""
    vault = worked_vault(COMMUNE)
    _started(vault)
    _started(None)
    pairs = [(_started(vault), _started(None)) for _ in range(size)]
    ours, bare = (median(times) for times in zip(*pairs, strict=True))
    yield compared("start to unlock window (ms)", size, ours, bare, "a bare PySide6 window")


def _started(vault: Path | None) -> float:
    command = [sys.executable, "-m", "tests.bench.start_run", str(time.monotonic_ns())]
    command += [str(vault)] if vault else []
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
