"""Run the benchmarks: python -m tests.bench [--size N] [--only NAME].

Each module tests/bench/bench_*.py offers its own `SIZE` and `rows(size)`: the measurements of one
subject, ours and the anchor's taken alternately in the same run (where the goal is absolute, the
anchor is the goal). They are printed as a table and written to build/bench.json.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.row import Row

HERE = Path(__file__).resolve().parent
REPORT = HERE.parent.parent / "build" / "bench.json"
KEYS = Row.__required_keys__


def subjects(only: str | None) -> list[str]:
    """Return the names of the benches: bench_search.py is `search`."""
    names = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    return [name for name in names if only in {None, name}]


def measured(subject: str, size: int | None) -> Iterator[Row]:
    """Run one bench, at its own size unless told another."""
    bench = importlib.import_module(f"tests.bench.bench_{subject}")
    for row in bench.rows(size or bench.SIZE):
        if row.keys() != KEYS:
            raise KeyError(f"bench_{subject}: {sorted(row.keys() ^ KEYS)}")
        yield row


def line(*cells: str) -> str:
    """Return one line of the table."""
    return "{:<44} {:>9} {:>11} {:>11} {:>8}  {}".format(*cells)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--size", type=int, help="rows or documents (each bench's own)")
    parser.add_argument("--only", help="one subject: search for bench_search.py")
    chosen = parser.parse_args(arguments)
    found = subjects(chosen.only)
    if not found:
        parser.error("there is no such bench")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows: list[Row] = []
    print(line("what", "n", "ours", "anchor", "ratio", "anchor is"))
    for subject in found:
        for row in measured(subject, chosen.size):
            rows.append(row)
            print(
                line(
                    row["name"],
                    f"{row['n']:,}",
                    f"{row['ours']:,.3f}",
                    f"{row['anchor']:,.3f}",
                    f"{row['ratio']:.2f}",
                    row["anchor_name"],
                ),
                flush=True,
            )
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps({"rows": rows}, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
