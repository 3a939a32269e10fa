"""A copy comes into being: numbered, kept here, nobody else's yet."""

from __future__ import annotations

from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.custody import Origin, Standing
from bmnn_desktop.store.act import Act

_ORIGINS = {"incoming": Origin.RECEIVED, "outgoing": Origin.ISSUED, "stock": Origin.STOCK}


def insert_copy(
    act: Act,
    document: int,
    origin: Origin,
    copy_no: int,
    *,
    recipient_id: int | None = None,
    copy_order_id: int | None = None,
    meant_for: str = "",
    place: str = "",
) -> int:
    """Write a new copy in the place of storage and return its row."""
    return act.insert(
        "copy",
        document_id=document,
        origin=origin.value,
        copy_no=copy_no,
        recipient_id=recipient_id,
        copy_order_id=copy_order_id,
        meant_for=meant_for,
        in_use=1,
        pages=None,
        annexes=None,
        standing=Standing.STORE.value,
        holder="",
        place=place,
        since=None,
        due_on=None,
        handover_id=None,
        seen_on=None,
    )


def origin_of(book: Book) -> Origin:
    """Return where the copies of a register's documents come from."""
    return _ORIGINS[book.key]
