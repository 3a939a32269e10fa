"""Gạch bỏ số: strike a line; its number stays and is never dealt again."""

from __future__ import annotations

from bmnn_desktop.domain.correction import CorrectionKind
from bmnn_desktop.domain.document import Document
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.copy_steps import require_in_store
from bmnn_desktop.services.copying_rules import require_not_copied
from bmnn_desktop.services.correct_document import line_to_change, write_correction
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import needed_reason
from bmnn_desktop.store import copies
from bmnn_desktop.store.act import Act


def annul_document(desk: WritingDesk, book: str, *, year: int, seq_no: int, reason: str) -> int:
    """Strike the line and return the journal entry; a printed one gets a line that says so.

    Raises DocumentMissing, DocumentAnnulled, PrintUnanswered, CopiesOut, CopiesMade, ReasonMissing,
    VolumeClosed, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    kept = find_book(book)
    why = needed_reason(reason)
    with desk.journal.write("document.annul", reason=why) as act:
        line = line_to_change(act.rows, kept.key, year, seq_no)
        if line.printed:
            act.action = "document.annul_printed"
        require_in_store(act.rows, copies.of_document(act.rows, line.id))
        strike(desk, act, line, why)
    return act.seq


def strike(desk: WritingDesk, act: Act, line: Document, why: str) -> None:
    """Strike a line, on paper too; raise CopiesMade while copies of it are there."""
    require_not_copied(act.rows, line)
    act.update(
        "document",
        line.id,
        annulled_on=desk.today().isoformat(),
        annulled_by=desk.session.person,
        annul_reason=why,
    )
    if line.printed:
        write_correction(desk, act, line, CorrectionKind.ANNUL, fields=("note",), words=why)
