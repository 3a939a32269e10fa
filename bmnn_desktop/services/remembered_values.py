"""What was typed before in each field of a book, most used first."""

from __future__ import annotations

from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import remembered


def remembered_values(desk: Desk, book: str) -> dict[str, tuple[str, ...]]:
    """Return the values of the book's remembered fields."""
    fields = (field.name for field in find_book(book).fields if field.remembered)
    return remembered.values(desk.rows, fields)


def remembered_in_directions(desk: Desk) -> dict[str, tuple[str, ...]]:
    """Return the leaders and assignees of earlier directions."""
    return remembered.values(desk.rows, ("leader", "assignee"))


def remembered_receivers(desk: Desk) -> tuple[str, ...]:
    """Return who was given something before, then the units that the registers name."""
    found = remembered.values(desk.rows, ("receiver", "receiving_unit"))
    return tuple(dict.fromkeys(name for field in found.values() for name in field))
