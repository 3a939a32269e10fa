"""Print a book: render, commit the print entry, put its code on every sheet, write the file."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.domain.clock import civil_date, stamp
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import (
    BookEmpty,
    ClearFileRefused,
    OutputExists,
    OutputFailed,
    PrintRunUnknown,
)
from bmnn_desktop.printing import books
from bmnn_desktop.printing.lines import Foot
from bmnn_desktop.printing.placed import SheetKept, SheetPrinted
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services import book_lines
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import documents
from bmnn_desktop.store.rows import Rows


@dataclass(frozen=True, slots=True)
class Printed:
    """A print that left the program and waits for "in tốt" or "tờ hỏng"."""

    run_id: int
    entry: int
    code: str
    sheets: int
    lines: int


def print_book(
    desk: WritingDesk,
    book: str,
    *,
    year: int,
    out: Path,
    volume: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> Printed:
    """Print the whole volume into the file `out`, which must not exist (training vaults only).

    Raises ClearFileRefused, OutputExists, OutputFailed, VolumeMissing, BookEmpty, Cancelled. When
    the file fails after the entry is committed, the file is removed and the run counts as spoiled.
    """
    desk.session.require(Role.KEEPER)
    if not desk.training:
        raise ClearFileRefused
    kept = find_book(book)
    found = book_lines.volume_of(desk, kept, year, volume)
    if next(documents.of_volume(desk.rows, found.id), None) is None:
        raise BookEmpty
    form = book_lines.form_of(kept)
    runs: list[Printed] = []

    def commit(sheets: Sequence[SheetPrinted]) -> Foot:
        printed, reprint = _enter(desk, found, sheets)
        runs.append(printed)
        return Foot(printed.code, printed.entry, civil_date(desk.clock.now()), reprint)

    cover = book_lines.cover_of(desk, kept, found)
    lines = book_lines.lines_of(desk, kept, found, form)
    again: list[SheetKept] = []
    if _good_runs(desk.rows, found):  # every sheet once more
        laid = books.preview_sheets(form, cover, out=io.BytesIO(), numbers=count(1), lines=lines)
        again = [SheetKept(sheet.number, sheet.lines) for sheet in laid]
        lines = iter(())
    descriptor = _create(out)
    try:
        with os.fdopen(descriptor, "wb") as file:
            books.print_sheets(
                form,
                cover,
                out=file,
                commit=commit,
                numbers=count(1),
                kept=again,
                lines=lines,
                with_cover=True,
                progress=progress,
            )
            file.flush()
            os.fsync(file.fileno())
    except BaseException as error:
        out.unlink(missing_ok=True)
        for run in runs:  # entered, but no sheet left the program
            answer_print(desk, run.run_id, good=False)
        if isinstance(error, OSError):
            raise OutputFailed from error
        raise
    return runs[0]


def answer_print(desk: WritingDesk, run_id: int, good: bool) -> int:
    """Record "in tốt" or "tờ hỏng"; lines count as printed only after "in tốt".

    Returns the entry; raises PrintRunUnknown when the run does not wait for an answer.
    """
    desk.session.require(Role.KEEPER)
    with desk.journal.write("book.print.answer") as act:
        waiting = act.rows.value("SELECT state FROM print_run WHERE id = ?", (run_id,))
        if waiting != "asked":
            raise PrintRunUnknown
        act.update("print_run", run_id, state="good" if good else "spoiled")
    return act.seq


def _enter(
    desk: WritingDesk, volume: Volume, sheets: Sequence[SheetPrinted]
) -> tuple[Printed, int]:
    """Commit the print entry; return what was printed and which reprint it is."""
    with desk.journal.write("book.print") as act:
        reprint = _good_runs(act.rows, volume)
        run = act.insert(
            "print_run",
            volume_id=volume.id,
            printed_at=stamp(desk.clock.now()),
            reprint_no=reprint,
            state="asked",
        )
        for sheet in sheets:
            held = sheet.kept + sheet.lines
            act.insert(
                "sheet",
                print_run_id=run,
                number=sheet.number,
                first_seq_no=held[0].seq_no,
                last_seq_no=held[-1].seq_no,
                line_count=len(held),
                digest=sheet.digest,
            )
    entry = act.written
    code = Anchor.of(entry.generation, entry.seq, entry.hash).code
    # Not the sum over the sheets: a line taller than a sheet is counted on each it touches.
    lines = int(desk.rows.value("SELECT count(*) FROM document WHERE volume_id = ?", (volume.id,)))
    return Printed(run, entry.seq, code, len(sheets), lines), reprint


def _good_runs(rows: Rows, volume: Volume) -> int:
    return int(
        rows.value(
            "SELECT count(*) FROM print_run WHERE volume_id = ? AND state = 'good'", (volume.id,)
        )
    )


def _create(out: Path) -> int:
    try:
        return os.open(
            out, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
        )
    except FileExistsError:
        raise OutputExists from None
    except OSError as error:
        raise OutputFailed from error
