"""Ghi nhầm sổ: annul in the wrong book and register anew in the right one, in one act."""

from __future__ import annotations

from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.errors import SameBook
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.add_document import Registered, insert_line, place_for, registered
from bmnn_desktop.services.annul_document import strike
from bmnn_desktop.services.copy_steps import require_in_store
from bmnn_desktop.services.correct_document import line_to_change
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.document_columns import checked
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import needed_reason
from bmnn_desktop.store import copies as copies_of
from bmnn_desktop.store import volumes


def move_document(
    desk: WritingDesk,
    book: str,
    *,
    year: int,
    seq_no: int,
    into: str,
    new: NewDocument,
    reason: str,
) -> Registered:
    """Strike the line of `book` and register `new` in the newest volume of `into`.

    Not in one of a year that has not begun: its books may be open since December.
    Raises SameBook, DocumentMissing, DocumentAnnulled, PrintUnanswered, CopiesOut, CopiesMade,
    ReasonMissing, FieldsWrong, VolumeMissing, VolumeClosed, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    source, target = find_book(book), find_book(into)
    if source is target:
        raise SameBook(seq_no=seq_no)
    why = needed_reason(reason)
    document = checked(target, new)
    today = desk.today()
    with desk.journal.write("document.move", reason=why) as act:
        line = line_to_change(act.rows, source.key, year, seq_no)
        if line.printed:
            act.action = "document.move_printed"
        require_in_store(act.rows, copies_of.of_document(act.rows, line.id))
        strike(desk, act, line, why)
        begun = (v.year for v in volumes.of_book(act.rows, target.key) if v.year <= today.year)
        place = place_for(act.rows, target, next(begun, None), today=today)
        row, copies = insert_line(act, target, document, place, today=today, moved_from=line.id)
        stored = act.read("document", row)
    return registered(stored, copies, act.seq)
