"""In tiếp: print only what is new, on the sheet fed again and then on new ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.errors import NothingToPrint
from bmnn_desktop.printing import books
from bmnn_desktop.services import pending_lines, printer_offset, sheet_layout
from bmnn_desktop.services.book_lines import volume_paper
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.print_run import (
    Commit,
    Printed,
    SheetRun,
    may_print,
    print_sheets_to,
)


def print_new_lines(
    desk: WritingDesk,
    book: str,
    *,
    year: int,
    out: Path,
    volume: int | None = None,
    printer: str = printer_offset.DEFAULT,
    progress: Callable[[int], None] | None = None,
) -> Printed:
    """Print the lines that are not on paper yet into the file `out` (training vaults only).

    Raises BookUnknown, VolumeMissing, NothingToPrint, ClearFileRefused, PrintRunWaiting,
    OutputExists, OutputFailed, Cancelled, NotAllowed.
    """
    paper = volume_paper(desk, book, year, volume)
    row = paper.volume.id
    may_print(desk, row)
    new = pending_lines.pending_lines(desk.rows, row)
    if not new:
        raise NothingToPrint

    def draw(file: BinaryIO, commit: Commit) -> None:
        books.print_sheets(
            paper.form,
            paper.cover,
            out=file,
            commit=commit,
            numbers=sheet_layout.new_numbers(desk.rows, row),
            start=sheet_layout.sheet_in_use(desk.rows, row),
            lines=paper.setter.lines(new),
            offset_mm=printer_offset.offset_of(desk, printer),
            progress=progress,
        )

    return print_sheets_to(desk, SheetRun(row, RunKind.NEW_LINES, new), out, draw)
