"""Gạch chéo phần trống: what is left of the open sheet is crossed out; it takes no more lines."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.errors import NoSheetToCross
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


def cross_sheet(
    desk: WritingDesk,
    book: str,
    *,
    year: int,
    out: Path,
    volume: int | None = None,
    printer: str = printer_offset.DEFAULT,
) -> Printed:
    """Print the crossing of the open sheet of a volume (training vaults only).

    Raises BookUnknown, VolumeMissing, NoSheetToCross, ClearFileRefused, PrintRunWaiting,
    OutputExists, OutputFailed, NotAllowed.
    """
    paper = volume_paper(desk, book, year, volume)
    may_print(desk, paper.volume.id)
    start = sheet_layout.sheet_in_use(desk.rows, paper.volume.id)
    if start is None:
        raise NoSheetToCross

    def draw(file: BinaryIO, commit: Commit) -> None:
        books.print_crossings(
            paper.form,
            paper.cover,
            out=file,
            commit=commit,
            sheets=(start,),
            offset_mm=printer_offset.offset_of(desk, printer),
        )

    return print_sheets_to(desk, SheetRun(paper.volume.id, RunKind.CROSSING), out, draw)
