"""A line of a register by the numbers a person says."""

from __future__ import annotations

from bmnn_desktop.domain.document import Document
from bmnn_desktop.errors import DocumentAnnulled, DocumentMissing
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.copy_steps import words_of
from bmnn_desktop.store import documents
from bmnn_desktop.store.rows import Rows


def named_line(rows: Rows, book: str, year: int, seq_no: int) -> Document:
    """Return the line; raise BookUnknown, DocumentMissing, DocumentAnnulled."""
    found = documents.by_number(rows, find_book(book).key, year, seq_no)
    if found is None:
        raise DocumentMissing(seq_no=seq_no, year=year)
    if found.is_annulled:
        raise DocumentAnnulled(line=words_of(found))
    return found
