"""Register a document: the number is dealt, the copies are numbered, the journal is signed."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.document import Copy, NewDocument, deal_copies
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.document_columns import checked, columns_of
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import volumes


@dataclass(frozen=True, slots=True)
class Registered:
    """The line as it stands in the book, and the journal entry that put it there."""

    document_id: int
    year: int
    seq_no: int
    doc_number: str
    copies: tuple[Copy, ...]
    entry: int


def add_document(
    desk: WritingDesk, book: str, new: NewDocument, *, year: int | None = None
) -> Registered:
    """Register `new` in the volume of `year` (None: the newest).

    Raises FieldsWrong, VolumeMissing, NotAllowed, DiskFull; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    kept = find_book(book)
    document = checked(kept, new)
    copies = deal_copies(document.recipients, document.holding_unit, document.copies)
    with desk.journal.write("document.add") as act:
        volume = volumes.find(act.rows, kept.key, year)
        seq_no = volumes.number_to_deal(act.rows, volume)
        row = act.insert(
            "document",
            volume_id=volume.id,
            book=volume.book,
            year=volume.year,
            seq_no=seq_no,
            registered_on=desk.today().isoformat(),
            **columns_of(document),
            annulled_on=None,
            annulled_by=None,
            annul_reason=None,
        )
        recipients = [
            act.insert("recipient", document_id=row, position=position, name=name, in_use=1)
            for position, name in enumerate(document.recipients, 1)
        ]
        for copy in copies:
            recipient = None if copy.is_file_copy else recipients[copy.copy_no - 1]
            act.insert(
                "copy", document_id=row, copy_no=copy.copy_no, recipient_id=recipient, in_use=1
            )
    return Registered(row, volume.year, seq_no, document.doc_number, copies, act.seq)
