"""List and search the lines of a book."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from bmnn_desktop.domain.document import Document
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import documents
from bmnn_desktop.store.documents import Query


@dataclass(frozen=True, slots=True)
class Page:
    """The first lines, newest first (in a search: last entered first); `more`: others match."""

    rows: tuple[Document, ...]
    more: bool


def list_documents(
    desk: Desk, book: str, *, year: int | None = None, search: str = "", limit: int = 100
) -> Page:
    """Return the first lines of a book."""
    ids = list_ids(desk, book, year=year, search=search, limit=limit + 1)
    return Page(read_documents(desk, ids[:limit]), len(ids) > limit)


def list_ids(
    desk: Desk,
    book: str,
    *,
    year: int | None = None,
    search: str = "",
    before: int | None = None,
    limit: int = -1,
) -> array[int]:
    """Return the ids of a book's lines in the order of `list_documents`, -1: of all.

    `before`: of those below this document only, so that a long list can be had in pieces.
    """
    return documents.ids(desk.rows, Query(find_book(book).key, year, search, before), limit)


def read_documents(desk: Desk, ids: Sequence[int]) -> tuple[Document, ...]:
    """Return these lines in the order they are asked for."""
    found = documents.by_ids(desk.rows, ids)
    return tuple(found[document] for document in ids)
