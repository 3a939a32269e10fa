"""Requests to provide a secret: those still open, or all."""

from __future__ import annotations

from bmnn_desktop.domain.provision import Provision
from bmnn_desktop.errors import EventMissing
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import provisions


def list_provisions(desk: Desk, *, is_open_only: bool = True) -> tuple[Provision, ...]:
    """Return the requests, oldest first."""
    return provisions.listed(desk.rows, is_open_only=is_open_only)


def show_provision(desk: Desk, provision: int) -> Provision:
    """Return one; raise EventMissing."""
    found = provisions.by_id(desk.rows, provision)
    if found is None:
        raise EventMissing(event=f"đề nghị cung cấp, chuyển giao mã {provision}")
    return found
