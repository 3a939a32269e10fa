"""Correct a line: before its sheet is printed directly, afterwards by a line of its own.

Old and new stay in the journal, with the reason. A printed line never changes on paper: the book
gets a correction line (dòng đính chính) that says what is right.
"""

from __future__ import annotations

from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.correction import CorrectionKind
from bmnn_desktop.domain.document import Copy, Document, NewDocument, deal_copies
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import (
    DocumentAnnulled,
    DocumentMissing,
    DocumentNotPrinted,
    DocumentPrinted,
    EnvelopeSealed,
    FieldsWrong,
    FieldWrong,
    NothingChanged,
    PrintUnanswered,
    ReasonMissing,
    VolumeClosed,
)
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.registers.checking import LONGEST
from bmnn_desktop.services.add_document import Registered, arrival_no_of, registered
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
        copies = change_line(act, kept, old, document)
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
        copies = change_line(act, kept, old, document)
        now = documents.by_id(act.rows, old.id)
        after = before if now is None else kept.texts(now)
        changed = tuple(name for name in before if before[name] != after[name])
        if changed:  # else only what the book does not print
            write_correction(desk, act, old, CorrectionKind.CORRECT, fields=changed, words=why)
        stored = act.read("document", old.id)
    return registered(stored, copies, act.seq)


def needed_reason(reason: str) -> str:
    """Return the reason as it is stored; raise ReasonMissing, FieldsWrong when it is too long."""
    why = tidy(reason)
    if not why:
        raise ReasonMissing
    check_length("reason", "Lý do", why)
    return why


def check_length(field: str, label: str, text: str) -> None:
    """Raise FieldsWrong for a text that no line of a book and no paper could hold."""
    if len(text) > LONGEST:
        why = f"dài quá {LONGEST} ký tự."
        raise FieldsWrong((FieldWrong(field=field, label=label, why=why),))


def line_to_change(rows: Rows, book: str, year: int, seq_no: int) -> Document:
    """Return the line; raise DocumentMissing, DocumentAnnulled, PrintUnanswered."""
    found = documents.by_number(rows, book, year, seq_no)
    if found is None:
        raise DocumentMissing(seq_no=seq_no, year=year)
    if found.is_annulled:
        raise DocumentAnnulled(seq_no=seq_no)
    if documents.waits_for_answer(rows, found.id):
        raise PrintUnanswered(seq_no=seq_no)
    return found


def change_line(act: Act, book: Book, old: Document, new: NewDocument) -> tuple[Copy, ...]:
    """Write what differs; raise NothingChanged, FieldsWrong when the số đến is taken.

    Raises EnvelopeSealed when it would open a closed one.
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
        _take_signatures_back(act, old.id, None)
    same_recipients = recipients == _stored_recipients(old)
    if same_recipients and not envelope_changed and not columns.items() - before.items():
        raise NothingChanged
    # Written even when only recipients change: the document's history hangs on its row.
    act.update("document", old.id, **columns)
    rows = _put_recipients(act, old.id, recipients)
    if book.key == "incoming":
        count = int(columns["copies_issued"] or 0)
        copies = tuple(Copy(no, new.receiving_unit, False) for no in range(1, count + 1))
    else:
        names = tuple(recipient.name for recipient in recipients)
        copies = deal_copies(names, new.holding_unit, new.copies)
    put_copies(act, old.id, len(copies), rows)
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


def _take_signatures_back(act: Act, document: int, recipient: int | None) -> None:
    """Let a signature count no more: another receiver takes the place of who signed."""
    found = act.rows.all(
        "SELECT id FROM receipt WHERE document_id = ? AND recipient_id IS ? AND in_use = 1",
        (document, recipient),
    )
    for row in found:
        act.update("receipt", row[0], in_use=0)


def _put_recipients(act: Act, document: int, recipients: tuple[Recipient, ...]) -> list[int]:
    """Make them the recipients; rows beyond them stay, out of use. Return the rows in use."""
    rows = [
        row[0]
        for row in act.rows.all(
            "SELECT id FROM recipient WHERE document_id = ? ORDER BY position", (document,)
        )
    ]
    for row, recipient in zip(rows, recipients, strict=False):
        if act.read("recipient", row)["name"] != recipient.name:
            _take_signatures_back(act, document, row)
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


def put_copies(act: Act, document: int, count: int, recipients: list[int]) -> None:
    """Let a document have the copies 1 to `count`, the first ones for `recipients`."""
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
                "copy",
                document_id=document,
                copy_no=copy_no,
                recipient_id=recipient,
                in_use=1,
                pages=None,
                annexes=None,
            )
