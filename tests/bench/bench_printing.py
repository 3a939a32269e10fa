"""Printing a register against ReportLab's own LongTable: same rows, widths, heads and font.

python -m tests.bench.bench_printing --rows 10000
python -m tests.bench.bench_printing --stress      (ours alone: 10,000 and 100,000 rows)
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from statistics import median
from typing import BinaryIO
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

from bmnn_desktop import resources
from bmnn_desktop.printing.books import print_sheets
from bmnn_desktop.printing.paper import HEIGHT, WIDTH
from tests.bench.row import Row
from tests.printing.invented import COVER, FOOT, lines, outgoing

SIZE = 10_000  # rows
_RUNS = 3
_ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "justify": TA_JUSTIFY}


def rows(size: int) -> list[Row]:
    """Return the rows for build/bench.json: medians of alternating runs."""
    ours: list[float] = []
    theirs: list[float] = []
    _ours(50)
    _long_table(50)
    for _ in range(_RUNS):
        ours.append(_timed(_ours, size))
        theirs.append(_timed(_long_table, size))
    return [
        Row(
            name="print a register (s)",
            n=size,
            ours=round(median(ours), 4),
            anchor=round(median(theirs), 4),
            anchor_name="ReportLab LongTable of Paragraphs",
            ratio=round(median(theirs) / median(ours), 2),
        )
    ]


def _timed(job: Callable[[int], None], size: int) -> float:
    start = time.perf_counter()
    job(size)
    return time.perf_counter() - start


def _ours(size: int) -> None:
    _print(size, io.BytesIO())


def _print(size: int, out: BinaryIO) -> None:
    print_sheets(
        outgoing(),
        COVER,
        out=out,
        commit=lambda _: FOOT,
        numbers=count(1),
        lines=lines(size),
        with_cover=True,
    )


def _long_table(size: int) -> None:
    for style in ("Regular", "Bold"):
        file = resources.path(f"fonts/LiberationSerif-{style}.ttf")
        pdfmetrics.registerFont(TTFont(f"Bench{style}", str(file)))
    form = outgoing()
    head = ParagraphStyle("head", fontName="BenchBold", fontSize=10, leading=11.6, alignment=1)
    body = [
        ParagraphStyle(
            column.field,
            fontName="BenchRegular",
            fontSize=10.5,
            leading=12.6,
            alignment=_ALIGN[column.align],
        )
        for column in form.columns
    ]
    content = [
        [Paragraph(column.title, head) for column in form.columns],
        [Paragraph(f"({column.number})", head) for column in form.columns],
    ]
    for line in lines(size):
        cells = [escape(cell).replace("\n", "<br/>") for cell in line.cells]
        if line.struck:
            cells[:-1] = [f"<strike>{cell}</strike>" for cell in cells[:-1]]
        content.append([Paragraph(cell, style) for cell, style in zip(cells, body, strict=True)])
    table = LongTable(
        content,
        colWidths=[column.width_mm * mm for column in form.columns],
        repeatRows=2,
        style=[
            ("GRID", (0, 0), (-1, -1), 0.5, "black"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 2.6),
            ("RIGHTPADDING", (0, 0), (-1, -1), 2.6),
        ],
    )
    SimpleDocTemplate(
        io.BytesIO(),
        pagesize=(WIDTH, HEIGHT),
        leftMargin=30 * mm,
        rightMargin=15 * mm,
        topMargin=20 * mm,
        bottomMargin=20 * mm,
    ).build([table])


def _stress() -> None:
    sizes = (10_000, 100_000)
    found: dict[int, list[dict[str, float]]] = {size: [] for size in sizes}
    for _ in range(_RUNS):
        for size in sizes:
            command = [sys.executable, "-m", "tests.bench.bench_printing", "--alone", str(size)]
            answer = subprocess.run(command, check=True, capture_output=True).stdout
            found[size].append(json.loads(answer))
    costs = {size: median(run["seconds"] for run in found[size]) / size for size in sizes}
    for size in sizes:
        print(
            f"{size:>7} rows  {costs[size] * 1e6:.1f} us/row"
            f" ({costs[size] / costs[sizes[0]]:.2f} x)"
            f"  peak {max(run['peak_mib'] for run in found[size]):.0f} MiB"
        )


def _alone(size: int) -> None:
    with open("/dev/null", "wb") as out:  # noqa: PTH123 - the file must not count as memory
        _print(50, out)
        start = time.process_time()
        _print(size, out)
        seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mib": peak}))


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--stress", action="store_true")
    parser.add_argument("--alone", type=int, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.alone:
        _alone(wanted.alone)
    elif wanted.stress:
        _stress()
    else:
        print(json.dumps(rows(wanted.rows), indent=1))


if __name__ == "__main__":
    main()
