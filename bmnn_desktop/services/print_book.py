"""Print a whole volume on fresh paper: the cover, every sheet as it stands, the new lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.errors import BookEmpty
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
from bmnn_desktop.store import print_runs


def print_book(
    desk: WritingDesk,
    book: str,
    *,
    year: int,
    out: Path,
    volume: int | None = None,
    printer: str = printer_offset.DEFAULT,
    progress: Callable[[int], None] | None = None,
) -> Printed:
    """Print the whole volume into the file `out`, which must not exist (training vaults only).

    New lines get their places on the open sheet and on new ones; sheets that were printed before
    are marked "In lại lần n". Raises BookUnknown, VolumeMissing, BookEmpty, ClearFileRefused,
    PrintRunWaiting, OutputExists, OutputFailed, Cancelled, NotAllowed.
    """
    paper = volume_paper(desk, book, year, volume)
    row = paper.volume.id
    may_print(desk, row)
    lines = pending_lines.count_lines(desk.rows, row)
    if not lines:
        raise BookEmpty
    whole = sheet_layout.whole_volume(desk.rows, paper)
    new = pending_lines.pending_lines(desk.rows, row)
    reprint = print_runs.last_reprint(desk.rows, row) + 1 if whole.kept else 0

    def draw(file: BinaryIO, commit: Commit) -> None:
        books.print_sheets(
            paper.form,
            paper.cover,
            out=file,
            commit=commit,
            numbers=whole.numbers,
            kept=whole.kept,
            start=whole.start,
            lines=paper.setter.lines(new),
            with_cover=True,
            offset_mm=printer_offset.offset_of(desk, printer),
            progress=progress,
        )

    done = print_sheets_to(desk, SheetRun(row, RunKind.BOOK, new, reprint), out, draw)
    return replace(done, lines=lines)
