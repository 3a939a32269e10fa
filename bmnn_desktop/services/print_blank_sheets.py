"""Tờ dự phòng: numbered sheets ruled for the pen, printed before the power fails."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import BinaryIO

from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.errors import BlankCountWrong, VolumeClosed
from bmnn_desktop.printing import books
from bmnn_desktop.services import printer_offset, sheet_layout
from bmnn_desktop.services.book_lines import volume_paper
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.print_run import (
    Commit,
    Printed,
    SheetRun,
    may_print,
    print_sheets_to,
)

MOST = 20


def print_blank_sheets(
    desk: WritingDesk,
    book: str,
    *,
    year: int,
    count: int,
    out: Path,
    volume: int | None = None,
    printer: str = printer_offset.DEFAULT,
) -> Printed:
    """Print `count` blank sheets with the next numbers (training vaults only).

    Raises BookUnknown, VolumeMissing, VolumeClosed, BlankCountWrong, ClearFileRefused,
    PrintRunWaiting, OutputExists, OutputFailed, NotAllowed.
    """
    paper = volume_paper(desk, book, year, volume)
    may_print(desk, paper.volume.id)
    if paper.volume.is_closed:  # nothing can be entered from them any more
        raise VolumeClosed(number=paper.volume.number, year=paper.volume.year)
    if not 1 <= count <= MOST:
        raise BlankCountWrong(most=MOST)

    def draw(file: BinaryIO, commit: Commit) -> None:
        books.print_blank_sheets(
            paper.form,
            paper.cover,
            out=file,
            commit=commit,
            numbers=islice(sheet_layout.new_numbers(desk.rows, paper.volume.id), count),
            offset_mm=printer_offset.offset_of(desk, printer),
        )

    return print_sheets_to(desk, SheetRun(paper.volume.id, RunKind.BLANK), out, draw)
