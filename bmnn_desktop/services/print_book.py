"""Print a book: render, commit the print entry, put its code on every sheet, write the file."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.domain.clock import stamp
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import (
    BookEmpty,
    ClearFileRefused,
    OutputExists,
    OutputFailed,
    PrintRunUnknown,
)
from bmnn_desktop.printing import books
from bmnn_desktop.printing.lines import Foot, SheetPrinted
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services import book_lines
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import documents
from bmnn_desktop.store.journal import Act


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
        return Foot(printed.code, printed.entry, reprint)

    descriptor = _create(out)
    try:
        with os.fdopen(descriptor, "wb") as file:
            books.print_book(
                form,
                book_lines.cover_of(desk, kept, found),
                book_lines.lines_of(desk, kept, found, form),
                file,
                commit,
                progress,
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
        if not good:
            for line in act.rows.all("SELECT id FROM sheet_line WHERE print_run_id = ?", (run_id,)):
                act.update("sheet_line", line[0], in_use=0)
    return act.seq


def _enter(
    desk: WritingDesk, volume: Volume, sheets: Sequence[SheetPrinted]
) -> tuple[Printed, int]:
    """Commit the print entry; return what was printed and which reprint it is."""
    with desk.journal.write("book.print") as act:
        reprint = int(
            act.rows.value(
                "SELECT count(*) FROM print_run WHERE volume_id = ? AND state = 'good'",
                (volume.id,),
            )
        )
        run = act.insert(
            "print_run",
            volume_id=volume.id,
            document_id=None,
            kind="book",
            printed_at=stamp(desk.clock.now()),
            reprint_no=reprint,
            state="asked",
        )
        for sheet in sheets:
            _enter_sheet(desk, act, volume, run, sheet)
    entry = act.written
    code = Anchor.of(entry.generation, entry.seq, entry.hash).code
    # Not the sum over the sheets: a line taller than a sheet is counted on each it touches.
    lines = int(desk.rows.value("SELECT count(*) FROM document WHERE volume_id = ?", (volume.id,)))
    return Printed(run, entry.seq, code, len(sheets), lines), reprint


def _enter_sheet(
    desk: WritingDesk, act: Act, volume: Volume, run: int, sheet: SheetPrinted
) -> None:
    row = act.rows.value(
        "SELECT id FROM sheet WHERE volume_id = ? AND number = ?", (volume.id, sheet.number)
    )
    if row is None:
        row = act.insert(
            "sheet",
            volume_id=volume.id,
            number=sheet.number,
            is_blank=0,
            state="full",
            state_on=desk.today().isoformat(),
            spoil_reason="",
        )
    act.insert(
        "printed_sheet",
        print_run_id=run,
        sheet_id=row,
        number=sheet.number,
        line_count=sheet.lines,
        slot=0,
        digest=sheet.digest,
    )
    lines = act.rows.all(
        "SELECT id, annulled_on IS NOT NULL FROM document WHERE volume_id = ?"
        " AND seq_no BETWEEN ? AND ? AND id NOT IN (SELECT document_id FROM sheet_line"
        " WHERE in_use = 1 AND document_id IS NOT NULL) ORDER BY seq_no",
        (volume.id, sheet.first_seq_no, sheet.last_seq_no),
    )
    for position, (document, struck) in enumerate(lines, 1):
        act.insert(
            "sheet_line",
            sheet_id=row,
            position=position,
            document_id=document,
            correction_id=None,
            handover_id=None,
            part=1,
            print_run_id=run,
            top=None,
            height=None,
            cells="[]",
            struck=struck,
            in_use=1,
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
