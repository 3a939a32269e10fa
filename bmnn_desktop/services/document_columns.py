"""From what was typed to what is stored, the same for adding and correcting."""

from __future__ import annotations

from dataclasses import replace

from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import FieldsWrong
from bmnn_desktop.store.canonical import Columns


def checked(book: Book, new: NewDocument) -> NewDocument:
    """Return `new` with tidy text; raise FieldsWrong with every error of the book's check."""
    tidied = replace(
        new,
        doc_number=tidy(new.doc_number),
        doc_type=tidy(new.doc_type),
        subject=tidy(new.subject),
        signer=tidy(new.signer),
        recipients=tuple(name for name in map(tidy, new.recipients) if name),
        holding_unit=tidy(new.holding_unit),
        note=tidy(new.note),
    )
    errors = book.check({field.name: getattr(tidied, field.name) for field in book.fields})
    if errors:
        raise FieldsWrong(errors)
    return tidied


def columns_of(new: NewDocument) -> Columns:
    """Return the columns of the document's row that are typed."""
    return {
        "doc_number": new.doc_number,
        "doc_date": new.doc_date.isoformat(),
        "doc_type": new.doc_type,
        "subject": new.subject,
        "level": new.level.value,
        "signer": new.signer,
        "holding_unit": new.holding_unit,
        "copies_issued": new.copies,
        "note": new.note,
    }
