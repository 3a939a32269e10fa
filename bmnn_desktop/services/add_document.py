"""Register a document: the number is dealt, the copies are numbered, the journal is signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.custody import Step
from bmnn_desktop.domain.document import Copy, EntryKind, NewDocument, deal_copies
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import FieldsWrong, FieldWrong, VolumeClosed
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.back_entry import (
    BackEntry,
    blank_sheet,
    checked_number,
    write_on_sheet,
)
from bmnn_desktop.services.birth_of_copy import insert_copy, origin_of
from bmnn_desktop.services.copy_steps import Leaves, take_step
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.document_columns import (
    checked,
    columns_of,
    comparison_columns,
    envelope_columns,
    recipients_of,
)
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.unopened_volume import newest_volume
from bmnn_desktop.store import copies as copies_of
from bmnn_desktop.store import volumes
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.canonical import Columns
from bmnn_desktop.store.rows import Rows

_HELD_BEFORE = "Giữ từ trước khi dùng phần mềm"


@dataclass(frozen=True, slots=True)
class Registered:
    """The line as it stands in the book, and the journal entry that put it there.

    `receiver`, `arrival_no` and `arrival_date` are written into the dấu ĐẾN of incoming mail.
    """

    document_id: int
    book: str
    year: int
    seq_no: int
    doc_number: str
    copies: tuple[Copy, ...]
    entry: int
    arrival_no: int | None = None
    arrival_date: date | None = None
    receiver: str = ""
    kind: EntryKind = EntryKind.ON_TIME


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line goes: its volume and number, and how it came into the book."""

    volume: Volume
    seq_no: int
    kind: EntryKind
    paper_reference: str


def add_document(
    desk: WritingDesk,
    book: str,
    new: NewDocument,
    *,
    year: int | None = None,
    back: BackEntry | None = None,
) -> Registered:
    """Register `new` in the newest volume of `year` (None: of the newest year).

    `back`: the line stands on paper already. Raises FieldsWrong, VolumeMissing, VolumeClosed,
    NotAllowed, DiskFull and those of `checked_number`; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    kept = find_book(book)
    document = checked(kept, new)
    with desk.journal.write("document.add") as act:
        if not kept.is_yearly:
            act.action = "stock.enter"
            newest_volume(act, kept.key, None, desk.today())
        place = place_for(act.rows, kept, year, today=desk.today(), back=back)
        if place.kind is EntryKind.LATE:
            act.action = "document.add_late"
        row, copies = insert_line(act, kept, document, place, today=desk.today())
        if back is not None and back.sheet is not None:
            write_on_sheet(act, blank_sheet(act.rows, place.volume, back.sheet), row)
        stored = act.read("document", row)
    return registered(stored, copies, act.seq)


def registered(stored: Columns, copies: tuple[Copy, ...], entry: int) -> Registered:
    """Return what is told of a line whose row is `stored`."""
    arrived, number = stored["arrival_date"], stored["arrival_no"]
    return Registered(
        document_id=int(stored["id"] or 0),
        book=str(stored["book"]),
        year=int(stored["year"] or 0),
        seq_no=int(stored["seq_no"] or 0),
        doc_number=str(stored["doc_number"]),
        copies=copies,
        entry=entry,
        arrival_no=None if number is None else int(number),
        arrival_date=None if arrived is None else date.fromisoformat(str(arrived)),
        receiver=str(stored["receiving_unit"]),
        kind=EntryKind(stored["entry_kind"]),
    )


def place_for(
    rows: Rows, book: Book, year: int | None, *, today: date, back: BackEntry | None = None
) -> Place:
    """Return where the next line of a book goes.

    Raises VolumeMissing, VolumeClosed and those of `checked_number`.
    """
    if back is None:
        volume = volumes.find(rows, book.key, year if book.is_yearly else None)
    else:
        volume = volumes.holding(rows, book.key, year, back.seq_no)
    if volume.is_closed:
        raise VolumeClosed(number=volume.number, year=volume.year)
    if back is not None:
        seq_no, reference = checked_number(rows, volume, back)
        return Place(volume, seq_no, EntryKind.BACK, reference)
    is_late = book.is_yearly and volume.year < today.year
    kind = EntryKind.LATE if is_late else EntryKind.ON_TIME
    return Place(volume, volumes.number_to_deal(rows, volume), kind, "")


def insert_line(
    act: Act,
    book: Book,
    document: NewDocument,
    place: Place,
    *,
    today: date,
    moved_from: int | None = None,
) -> tuple[int, tuple[Copy, ...]]:
    """Write a checked document with everything that belongs to it; return its row and copies."""
    arrival_no = None
    envelope = None
    if book.key == "incoming":
        arrival_no = arrival_no_of(act.rows, document, place.volume.year, place.seq_no)
        envelope = act.insert("envelope", **envelope_columns(document, today))
    row = act.insert(
        "document",
        volume_id=place.volume.id,
        book=place.volume.book,
        year=place.volume.year,
        seq_no=place.seq_no,
        registered_on=today.isoformat(),
        entry_kind=place.kind.value,
        envelope_id=envelope,
        arrival_no=arrival_no,
        **{"paper_reference": place.paper_reference, **columns_of(book, document)},
        moved_from_id=moved_from,
        annulled_on=None,
        annulled_by=None,
        annul_reason=None,
    )
    if book.key == "incoming":
        act.insert(
            "comparison",
            document_id=row,
            compared_on=today.isoformat(),
            **comparison_columns(document),
            settled_on=None,
            settlement="",
        )
    return row, insert_copies(act, book, row, document, today)


def insert_copies(
    act: Act, book: Book, row: int, document: NewDocument, today: date
) -> tuple[Copy, ...]:
    """Write the recipients and the numbered copies of a new line."""
    if book.key == "incoming":
        stored = act.read("document", row)
        # A closed envelope, of which nobody knows the content, is one thing to be handed over.
        count = int(stored["copies_issued"] or document.envelope is EnvelopeKind.SEALED)
        holder = str(stored["receiving_unit"])
        copies = tuple(Copy(no, holder, False) for no in range(1, count + 1))
    else:
        names = tuple(recipient.name for recipient in recipients_of(document))
        copies = deal_copies(names, document.holding_unit, document.copies)
    recipients = [
        act.insert("recipient", document_id=row, position=position, **recipient.columns, in_use=1)
        for position, recipient in enumerate(recipients_of(document), 1)
    ]
    for copy in copies:
        recipient = recipients[copy.copy_no - 1] if copy.copy_no <= len(recipients) else None
        place = "" if book.is_yearly else document.holding_unit
        insert_copy(act, row, origin_of(book), copy.copy_no, recipient_id=recipient, place=place)
    if not book.is_yearly and document.receiving_unit:
        _held_before(act, row, document.receiving_unit, today)
    return copies


def _held_before(act: Act, row: int, holder: str, today: date) -> None:
    """Give the copies of a line to whoever had them on the first day."""
    leaves = Leaves(holder=holder, remark=_HELD_BEFORE)
    some = copies_of.of_document(act.rows, row)
    for step in (Step.GIVE, Step.SIGN):
        some = take_step(act, some, step, today, leaves, today=today)


def arrival_no_of(rows: Rows, document: NewDocument, year: int, seq_no: int) -> int:
    """Return the số đến of line `seq_no`; raise FieldsWrong when another document has it."""
    number = document.arrival_no or seq_no
    taken = rows.value(
        "SELECT seq_no FROM document"
        " WHERE book = 'incoming' AND year = ? AND arrival_no = ? AND seq_no <> ?",
        (year, number, seq_no),
    )
    if taken is None:
        return number
    why = f"số {number} đã ghi ở số thứ tự {taken}."
    raise FieldsWrong((FieldWrong(field="arrival_no", label="Số đến", why=why),))
