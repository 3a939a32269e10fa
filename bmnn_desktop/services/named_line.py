"""A line of a register, and a copy of it, by the numbers a person says."""

from __future__ import annotations

from bmnn_desktop.domain.custody import Origin
from bmnn_desktop.domain.document import Document
from bmnn_desktop.errors import DocumentAnnulled, DocumentMissing
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.copy_steps import copy_of
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import copies, documents
from bmnn_desktop.store.rows import Rows


def named_line(rows: Rows, book: str, year: int, seq_no: int) -> Document:
    """Return the line; raise BookUnknown, DocumentMissing, DocumentAnnulled."""
    found = documents.by_number(rows, find_book(book).key, year, seq_no)
    if found is None:
        raise DocumentMissing(seq_no=seq_no, year=year)
    if found.is_annulled:
        raise DocumentAnnulled(seq_no=seq_no)
    return found


def find_copy(
    desk: Desk, book: str, *, year: int, seq_no: int, origin: Origin | None, copy_no: int
) -> int:
    """Return a copy; `origin` None: the document's own, however it came.

    Raises DocumentMissing, DocumentAnnulled, CopyMissing.
    """
    line = named_line(desk.rows, book, year, seq_no)
    own = [
        copy
        for copy in copies.of_document(desk.rows, line.id)
        if origin is None and copy.origin is not Origin.MADE and copy.copy_no == copy_no
    ]
    return own[0].id if own else copy_of(desk.rows, line, origin or Origin.ISSUED, copy_no).id
