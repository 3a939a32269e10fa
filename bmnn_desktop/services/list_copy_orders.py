"""Look at copying orders: what waits, what one document had, the log of a year."""

from __future__ import annotations

from bmnn_desktop.domain.copy_order import CopyOrder
from bmnn_desktop.errors import CopyOrderMissing, DocumentMissing
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import copy_orders, documents


def list_copy_orders(desk: Desk, year: int | None = None) -> tuple[CopyOrder, ...]:
    """Return the lines of the copying log of a year; None: the orders that wait."""
    return copy_orders.waiting(desk.rows) if year is None else copy_orders.made_in(desk.rows, year)


def orders_of_document(desk: Desk, book: str, *, year: int, seq_no: int) -> tuple[CopyOrder, ...]:
    """Return every order about a line, the oldest first; raise DocumentMissing."""
    found = documents.by_number(desk.rows, find_book(book).key, year, seq_no)
    if found is None:
        raise DocumentMissing(seq_no=seq_no, year=year)
    return copy_orders.of_document(desk.rows, found.id)


def show_copy_order(desk: Desk, order: int) -> CopyOrder:
    """Return one order; raise CopyOrderMissing."""
    found = copy_orders.by_id(desk.rows, order)
    if found is None:
        raise CopyOrderMissing(order=order)
    return found
