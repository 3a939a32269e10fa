"""Gạch bỏ số: strike a line; its number stays and is never dealt again."""

from __future__ import annotations

from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.correct_document import line_to_change, needed_reason
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.session import Role


def annul_document(desk: WritingDesk, book: str, *, year: int, seq_no: int, reason: str) -> int:
    """Strike the line and return the journal entry.

    Raises DocumentMissing, DocumentAnnulled, ReasonMissing, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    kept = find_book(book)
    why = needed_reason(reason)
    with desk.journal.write("document.annul", reason=why) as act:
        line = line_to_change(act.rows, kept.key, year, seq_no)
        act.update(
            "document",
            line.id,
            annulled_on=desk.today().isoformat(),
            annulled_by=desk.session.person,
            annul_reason=why,
        )
    return act.seq
