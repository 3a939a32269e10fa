"""The books, one file each; adding a book is one file here, one line below and one form."""

from __future__ import annotations

from bmnn_desktop.domain.book import Book, DerivedBook
from bmnn_desktop.errors import BookUnknown
from bmnn_desktop.registers.copying import COPYING
from bmnn_desktop.registers.incoming import INCOMING
from bmnn_desktop.registers.outgoing import OUTGOING
from bmnn_desktop.registers.stock import STOCK
from bmnn_desktop.registers.transfer import TRANSFER

REGISTERS: tuple[Book, ...] = (INCOMING, OUTGOING, STOCK)
YEARLY: tuple[Book, ...] = tuple(book for book in REGISTERS if book.is_yearly)
DERIVED: tuple[DerivedBook, ...] = (TRANSFER, COPYING)
PRINTED: tuple[Book | DerivedBook, ...] = (*REGISTERS, *DERIVED)


def book(key: str) -> Book:
    """Return the book called `key` that documents are typed into; raise BookUnknown."""
    for found in REGISTERS:
        if found.key == key:
            return found
    raise BookUnknown(book=key)


def printed_book(key: str) -> Book | DerivedBook:
    """Return the book called `key`, typed or derived; raise BookUnknown."""
    for found in PRINTED:
        if found.key == key:
            return found
    raise BookUnknown(book=key)


def derived_book(key: str) -> DerivedBook | None:
    """Return the book called `key` that nothing is typed into; None for any other."""
    return next((found for found in DERIVED if found.key == key), None)
