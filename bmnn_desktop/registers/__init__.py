"""The books, one file each; adding a book is one file here, one line below and one form."""

from __future__ import annotations

from bmnn_desktop.domain.book import Book
from bmnn_desktop.errors import BookUnknown
from bmnn_desktop.registers.incoming import INCOMING
from bmnn_desktop.registers.outgoing import OUTGOING

REGISTERS: tuple[Book, ...] = (INCOMING, OUTGOING)


def book(key: str) -> Book:
    """Return the book called `key`; raise BookUnknown."""
    for found in REGISTERS:
        if found.key == key:
            return found
    raise BookUnknown(book=key)
