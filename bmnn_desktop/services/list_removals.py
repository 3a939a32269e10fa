"""What is out of the place of storage, what is late, and what was out before."""

from __future__ import annotations

from bmnn_desktop.domain.removal import Removal
from bmnn_desktop.errors import EventMissing
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import removals


def list_removals(desk: Desk, *, is_open_only: bool = True) -> tuple[Removal, ...]:
    """Return the removals, those that are out first, the one due first at the top."""
    return removals.listed(desk.rows, is_open_only=is_open_only)


def show_removal(desk: Desk, removal: int) -> Removal:
    """Return one; raise EventMissing."""
    found = removals.by_id(desk.rows, removal)
    if found is None:
        raise EventMissing(event=f"lần mang ra khỏi nơi lưu giữ mã {removal}")
    return found
