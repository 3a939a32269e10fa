"""Correct a line before its sheet is printed: old and new stay in the journal, with the reason."""

from __future__ import annotations

from bmnn_desktop.domain.document import Document, NewDocument, deal_copies
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import (
    DocumentAnnulled,
    DocumentMissing,
    DocumentPrinted,
    NothingChanged,
    PrintUnanswered,
    ReasonMissing,
)
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.add_document import Registered
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.document_columns import checked, columns_of
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import documents
from bmnn_desktop.store.journal import Act
from bmnn_desktop.store.rows import Rows


def correct_document(
    desk: WritingDesk, book: str, *, year: int, seq_no: int, new: NewDocument, reason: str
) -> Registered:
    """Give the line `seq_no` the content of `new`; its number stays.

    Raises DocumentMissing, DocumentAnnulled, DocumentPrinted, PrintUnanswered, NothingChanged,
    ReasonMissing, FieldsWrong, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    kept = find_book(book)
    why = needed_reason(reason)
    document = checked(kept, new)
    copies = deal_copies(document.recipients, document.holding_unit, document.copies)
    with desk.journal.write("document.correct", reason=why) as act:
        old = line_to_change(act.rows, kept.key, year, seq_no)
        if old.printed:
            raise DocumentPrinted(seq_no=seq_no)
        if documents.waits_for_answer(act.rows, old):
            raise PrintUnanswered(seq_no=seq_no)
        columns = columns_of(document)
        before = act.read("document", old.id)
        if old.recipients == document.recipients and not columns.items() - before.items():
            raise NothingChanged
        # Written even when only recipients change: the document's history hangs on its row.
        act.update("document", old.id, **columns)
        recipients = _put_recipients(act, old.id, document.recipients)
        _put_copies(act, old.id, len(copies), recipients)
    return Registered(old.id, year, seq_no, document.doc_number, copies, act.seq)


def needed_reason(reason: str) -> str:
    """Return the reason as it is stored; raise ReasonMissing."""
    why = tidy(reason)
    if not why:
        raise ReasonMissing
    return why


def line_to_change(rows: Rows, book: str, year: int, seq_no: int) -> Document:
    """Return the line; raise DocumentMissing, DocumentAnnulled."""
    found = documents.by_number(rows, book, year, seq_no)
    if found is None:
        raise DocumentMissing(seq_no=seq_no, year=year)
    if found.is_annulled:
        raise DocumentAnnulled(seq_no=seq_no)
    return found


def _put_recipients(act: Act, document: int, names: tuple[str, ...]) -> list[int]:
    """Make `names` the recipients; rows beyond them stay, out of use. Return the rows in use."""
    rows = [
        row[0]
        for row in act.rows.all(
            "SELECT id FROM recipient WHERE document_id = ? ORDER BY position", (document,)
        )
    ]
    for row, name in zip(rows, names, strict=False):
        act.update("recipient", row, name=name, in_use=1)
    for row in rows[len(names) :]:
        act.update("recipient", row, in_use=0)
    for position, name in enumerate(names[len(rows) :], len(rows) + 1):
        rows.append(
            act.insert("recipient", document_id=document, position=position, name=name, in_use=1)
        )
    return rows[: len(names)]


def _put_copies(act: Act, document: int, count: int, recipients: list[int]) -> None:
    rows = [
        row[0]
        for row in act.rows.all(
            "SELECT id FROM copy WHERE document_id = ? ORDER BY copy_no", (document,)
        )
    ]
    for copy_no in range(1, max(count, len(rows)) + 1):
        recipient = recipients[copy_no - 1] if copy_no <= len(recipients) else None
        in_use = int(copy_no <= count)
        if copy_no <= len(rows):
            act.update("copy", rows[copy_no - 1], recipient_id=recipient, in_use=in_use)
        else:
            act.insert(
                "copy", document_id=document, copy_no=copy_no, recipient_id=recipient, in_use=1
            )
