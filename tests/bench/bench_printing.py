"""Printing a register beside what else prints tables: same rows, widths, heads and font.

ReportLab's own LongTable, LibreOffice Calc and typst, where they are installed.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import BinaryIO
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

from bmnn_desktop import resources
from bmnn_desktop.printing.books import preview_sheets, print_sheets
from bmnn_desktop.printing.paper import HEIGHT, WIDTH
from bmnn_desktop.printing.raster import PagePictures
from tests.bench.other_writers import Calc, has_calc, has_typst, typst_pdf
from tests.bench.row import Row
from tests.printing.invented import COVER, FOOT, lines, outgoing

SIZE = 10_000  # rows
_RUNS = 3
_YEAR = 320  # rows a commune registers
_SCREEN_DPI = 96
_PREVIEW_GOAL = 0.3  # seconds
_MEMORY_GOAL = 200.0  # MiB
_ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "justify": TA_JUSTIFY}


def rows(size: int) -> list[Row]:
    """Return the rows for build/bench.json: medians of alternating runs."""
    with TemporaryDirectory() as folder:
        anchors: dict[str, Callable[[], object]] = {
            "ReportLab LongTable of Paragraphs": lambda: _long_table(size)
        }
        if has_calc():
            anchors["LibreOffice Calc headless, whole process"] = Calc(size, Path(folder)).print
        else:
            print("LibreOffice Calc is not installed: packaging/system-deps bench")
        if has_typst():
            anchors["typst"] = lambda: typst_pdf(size)
        else:
            print("typst is not installed: pip install typst")
        found = _compared(size, anchors)
    return [*found, _commune(), *_stressed(size)]


def _compared(size: int, anchors: Mapping[str, Callable[[], object]]) -> list[Row]:
    ours: list[float] = []
    theirs: dict[str, list[float]] = {name: [] for name in anchors}
    _ours(50)
    _long_table(50)
    for _ in range(_RUNS):
        ours.append(_timed(lambda: _ours(size)))
        for name, job in anchors.items():
            theirs[name].append(_timed(job))
    return [
        Row(
            name="print a register (s)",
            n=size,
            ours=round(median(ours), 4),
            anchor=round(median(times), 4),
            anchor_name=name,
            ratio=round(median(times) / median(ours), 2),
        )
        for name, times in theirs.items()
    ]


def _commune() -> Row:
    """Return how long the first page of a commune's year takes to be seen."""
    times = [_timed(_previewed) for _ in range(_RUNS + 1)][1:]
    return Row(
        name="preview a commune's year, first page (s)",
        n=_YEAR,
        ours=round(median(times), 4),
        anchor=_PREVIEW_GOAL,
        anchor_name="goal",
        ratio=round(median(times) / _PREVIEW_GOAL, 2),
    )


def _previewed() -> None:
    out = io.BytesIO()
    preview_sheets(outgoing(), COVER, out=out, numbers=count(1), lines=lines(_YEAR))
    pictures = PagePictures(out.getvalue())
    pictures.picture(0, _SCREEN_DPI)
    pictures.close()


def _stressed(size: int) -> list[Row]:
    """Return what ten times the rows cost each, and how much memory they take."""
    found = {each: [_in_a_process(each) for _ in range(_RUNS)] for each in (size, size * 10)}
    costs = {each: median(run["seconds"] for run in runs) / each for each, runs in found.items()}
    peak = max(run["peak_mib"] for run in found[size * 10])
    return [
        Row(
            name="print ten times the rows: cost of a row (us)",
            n=size * 10,
            ours=round(costs[size * 10] * 1e6, 1),
            anchor=round(costs[size] * 1e6, 1),
            anchor_name="a row among a tenth of them",
            ratio=round(costs[size * 10] / costs[size], 2),
        ),
        Row(
            name="print ten times the rows: peak memory (MiB)",
            n=size * 10,
            ours=round(peak, 1),
            anchor=_MEMORY_GOAL,
            anchor_name="goal",
            ratio=round(peak / _MEMORY_GOAL, 2),
        ),
    ]


def _in_a_process(size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.bench_printing", "--alone", str(size)]
    answer = subprocess.run(command, check=True, capture_output=True).stdout
    found: dict[str, float] = json.loads(answer)
    return found


def _timed(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
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


def _alone(size: int) -> None:
    with open("/dev/null", "wb") as out:  # noqa: PTH123 - the file must not count as memory
        _print(50, out)
        start = time.process_time()
        _print(size, out)
        seconds = time.process_time() - start
    # getrusage would tell the peak of the process that started this one
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
    print(json.dumps({"seconds": seconds, "peak_mib": peak}))


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--alone", type=int, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.alone:
        _alone(wanted.alone)
    else:
        print(json.dumps(rows(wanted.rows), indent=1))


if __name__ == "__main__":
    main()
