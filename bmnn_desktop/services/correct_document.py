"""Correct a line: before its sheet is printed directly, afterwards by a line of its own.

Old and new stay in the journal, with the reason. A printed line never changes on paper: the book
gets a correction line (dòng đính chính) that says what is right.
"""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.correction import CorrectionKind
from bmnn_desktop.domain.document import Copy, Document, NewDocument, deal_copies
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.errors import (
    DocumentAnnulled,
    DocumentMissing,
    DocumentNotPrinted,
    DocumentPrinted,
    EnvelopeSealed,
    NothingChanged,
    PrintUnanswered,
    VolumeClosed,
)
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.add_document import Registered, arrival_no_of, registered
from bmnn_desktop.services.copies_of_line import put_copies, take_signatures_back
from bmnn_desktop.services.copy_steps import words_of
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.document_columns import (
    Recipient,
    checked,
    columns_of,
    comparison_columns,
    envelope_columns,
    recipients_of,
)
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import needed_reason
from bmnn_desktop.store import documents, volumes
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.rows import Rows


def correct_document(
    desk: WritingDesk, book: str, *, year: int, seq_no: int, new: NewDocument, reason: str
) -> Registered:
    """Give the line `seq_no`, not printed yet, the content of `new`; its number stays.

    Raises DocumentMissing, DocumentAnnulled, DocumentPrinted, PrintUnanswered, EnvelopeSealed,
    NothingChanged, ReasonMissing, FieldsWrong, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    kept = find_book(book)
    why = needed_reason(reason)
    document = checked(kept, new)
    with desk.journal.write("document.correct", reason=why) as act:
        old = line_to_change(act.rows, kept.key, year, seq_no)
        if old.printed:
            raise DocumentPrinted(seq_no=seq_no)
        copies = change_line(act, kept, old, document, desk.today())
        stored = act.read("document", old.id)
    return registered(stored, copies, act.seq)


def amend_document(
    desk: WritingDesk, book: str, *, year: int, seq_no: int, new: NewDocument, reason: str
) -> Registered:
    """Đính chính: give a printed line the content of `new` and the book a correction line.

    Raises DocumentMissing, DocumentAnnulled, DocumentNotPrinted, PrintUnanswered, EnvelopeSealed,
    NothingChanged, ReasonMissing, FieldsWrong, VolumeClosed, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    kept = find_book(book)
    why = needed_reason(reason)
    document = checked(kept, new)
    with desk.journal.write("document.amend", reason=why) as act:
        old = line_to_change(act.rows, kept.key, year, seq_no)
        if not old.printed:
            raise DocumentNotPrinted(seq_no=seq_no)
        before = kept.texts(old)
        if document.level is not old.level:
            act.action = "document.amend_level"
        copies = change_line(act, kept, old, document, desk.today())
        now = documents.by_id(act.rows, old.id)
        after = before if now is None else kept.texts(now)
        changed = tuple(name for name in before if before[name] != after[name])
        if changed:  # else only what the book does not print
            write_correction(desk, act, old, CorrectionKind.CORRECT, fields=changed, words=why)
        stored = act.read("document", old.id)
    return registered(stored, copies, act.seq)


def line_to_change(rows: Rows, book: str, year: int, seq_no: int) -> Document:
    """Return the line; raise DocumentMissing, DocumentAnnulled, PrintUnanswered."""
    found = documents.by_number(rows, book, year, seq_no)
    if found is None:
        raise DocumentMissing(seq_no=seq_no, year=year)
    if found.is_annulled:
        raise DocumentAnnulled(line=words_of(found))
    if documents.waits_for_answer(rows, found.id):
        raise PrintUnanswered(seq_no=seq_no)
    return found


def change_line(
    act: Act, book: Book, old: Document, new: NewDocument, today: date
) -> tuple[Copy, ...]:
    """Write what differs; raise NothingChanged, FieldsWrong when the số đến is taken.

    Raises EnvelopeSealed when it would open a closed one, CopiesOut.
    """
    is_sealed = new.envelope is EnvelopeKind.SEALED
    if old.envelope is not None and old.is_sealed != is_sealed:
        raise EnvelopeSealed(seq_no=old.seq_no)
    columns = columns_of(book, new)
    before = act.read("document", old.id)
    if book.key == "incoming":
        columns["arrival_no"] = arrival_no_of(act.rows, new, old.year, old.seq_no)
    recipients = recipients_of(new)
    envelope_changed = _change_envelope(act, old, new)
    if book.key == "incoming" and columns["receiving_unit"] != old.receiving_unit:
        take_signatures_back(act, old.id, None, today)
    same_recipients = recipients == _stored_recipients(old)
    if same_recipients and not envelope_changed and not columns.items() - before.items():
        raise NothingChanged
    # Written even when only recipients change: the document's history hangs on its row.
    act.update("document", old.id, **columns)
    rows = _put_recipients(act, old.id, recipients, today)
    if book.key == "incoming":
        count = max(int(columns["copies_issued"] or 0), int(is_sealed))
        copies = tuple(Copy(no, new.receiving_unit, False) for no in range(1, count + 1))
    else:
        names = tuple(recipient.name for recipient in recipients)
        copies = deal_copies(names, new.holding_unit, new.copies)
    put_copies(act, book, old.id, len(copies), rows)
    return copies


def write_correction(
    desk: WritingDesk,
    act: Act,
    document: Document,
    kind: CorrectionKind,
    *,
    fields: tuple[str, ...],
    words: str,
) -> int:
    """Give the document's volume a correction line, once that is closed the book's newest one.

    Raises VolumeClosed when no volume is open.
    """
    volume = volumes.find(act.rows, document.book, document.year, document.volume_no)
    if volume.is_closed:
        volume = volumes.find(act.rows, document.book, None)
    if volume.is_closed:
        raise VolumeClosed(number=volume.number, year=volume.year)
    return act.insert(
        "correction",
        document_id=document.id,
        volume_id=volume.id,
        kind=kind.value,
        made_on=desk.today().isoformat(),
        made_by=desk.session.person,
        columns=" ".join(fields),
        words=words,
    )


def _stored_recipients(old: Document) -> tuple[Recipient, ...]:
    pairs = zip(old.recipients, old.channels, strict=True)
    return tuple(Recipient(name, channel) for name, channel in pairs)


def _change_envelope(act: Act, old: Document, new: NewDocument) -> bool:
    """Write what differs of envelope and comparison; tell whether anything does."""
    envelope = old.envelope
    if envelope is None:
        return False
    changed = False
    opened_on = envelope.opened_on or envelope.arrived_on
    columns = envelope_columns(new, opened_on)
    is_opened = new.envelope in (EnvelopeKind.OPENED, EnvelopeKind.KEPT)
    if envelope.opened_by not in ("", envelope.addressee) and is_opened:
        columns["opened_by"] = envelope.opened_by  # another person opened it: not typed here
    if columns.items() - act.read("envelope", envelope.id).items():
        act.update("envelope", envelope.id, **columns)
        changed = True
    found = act.rows.value("SELECT id FROM comparison WHERE document_id = ?", (old.id,))
    columns = comparison_columns(new)
    if old.comparison is not None and new.finding is old.comparison.finding:
        del columns["awaiting"]  # the rest may have come since
    if columns.items() - act.read("comparison", int(found)).items():
        act.update("comparison", int(found), **columns)
        changed = True
    return changed


def _put_recipients(
    act: Act, document: int, recipients: tuple[Recipient, ...], today: date
) -> list[int]:
    """Make them the recipients; rows beyond them stay, out of use. Return the rows in use."""
    rows = [
        row[0]
        for row in act.rows.all(
            "SELECT id FROM recipient WHERE document_id = ? ORDER BY position", (document,)
        )
    ]
    for row, recipient in zip(rows, recipients, strict=False):
        if act.read("recipient", row)["name"] != recipient.name:
            take_signatures_back(act, document, row, today)
        act.update("recipient", row, **recipient.columns, in_use=1)
    for row in rows[len(recipients) :]:
        act.update("recipient", row, in_use=0)
    for position, recipient in enumerate(recipients[len(rows) :], len(rows) + 1):
        rows.append(
            act.insert(
                "recipient",
                document_id=document,
                position=position,
                **recipient.columns,
                in_use=1,
            )
        )
    return rows[: len(recipients)]
