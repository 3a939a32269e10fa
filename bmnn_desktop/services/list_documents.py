"""List and search the lines of a book."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.document import Document
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import documents
from bmnn_desktop.store.documents import Query


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines, newest first (in a search: last entered first); `more`: older ones match."""

    rows: tuple[Document, ...]
    more: bool


def list_documents(
    desk: Desk,
    book: str,
    *,
    year: int | None = None,
    search: str = "",
    before: tuple[int, int] | None = None,
    limit: int = 100,
) -> Page:
    """Return a page of a book; `before` is (year, number) of the last line already seen."""
    query = Query(find_book(book).key, year, search, before)
    rows = documents.page(desk.rows, query, limit + 1)
    return Page(rows[:limit], len(rows) > limit)


def count_documents(desk: Desk, book: str, *, year: int | None = None, search: str = "") -> int:
    """Return how many lines match."""
    return documents.count(desk.rows, Query(find_book(book).key, year, search))
