"""In lại (đánh dấu): one sheet once more, marked; the original stays the one that counts."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.errors import SheetEmpty
from bmnn_desktop.printing import books
from bmnn_desktop.services import printer_offset, sheet_layout
from bmnn_desktop.services.book_lines import volume_paper
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.find_sheet import sheet_on_paper
from bmnn_desktop.services.print_run import (
    Commit,
    Printed,
    SheetRun,
    may_print,
    print_sheets_to,
)
from bmnn_desktop.store import print_runs


def reprint_sheet(
    desk: WritingDesk,
    book: str,
    *,
    year: int,
    sheet: int,
    out: Path,
    volume: int | None = None,
    printer: str = printer_offset.DEFAULT,
) -> Printed:
    """Print a sheet as it stands on new paper, marked "In lại lần n" (training vaults only).

    Raises BookUnknown, VolumeMissing, SheetMissing, SheetSpoiled, SheetEmpty, ClearFileRefused,
    PrintRunWaiting, OutputExists, OutputFailed, NotAllowed.
    """
    paper = volume_paper(desk, book, year, volume)
    may_print(desk, paper.volume.id)
    found = sheet_on_paper(desk.rows, paper.volume, sheet)
    kept = sheet_layout.kept_sheet(desk.rows, paper, found)
    if not kept:
        raise SheetEmpty(number=sheet)
    reprint = print_runs.last_reprint(desk.rows, paper.volume.id, found.id) + 1

    def draw(file: BinaryIO, commit: Commit) -> None:
        books.print_sheets(
            paper.form,
            paper.cover,
            out=file,
            commit=commit,
            numbers=iter(()),
            kept=kept,
            offset_mm=printer_offset.offset_of(desk, printer),
        )

    run = SheetRun(paper.volume.id, RunKind.REPRINT, reprint=reprint)
    return print_sheets_to(desk, run, out, draw)
