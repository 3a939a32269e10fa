"""Bảng kê bì of a year: what carriers took, and what came of each envelope."""

from __future__ import annotations

from bmnn_desktop.domain.dispatch import Dispatch
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import dispatches

_MANY = 100
_ABOVE_ALL = 1 << 31


def list_dispatches(
    desk: Desk, *, year: int | None = None, before: int = _ABOVE_ALL, limit: int = _MANY
) -> tuple[Dispatch, ...]:
    """Return lists of envelopes of a year (None: this one), the newest first, below a number."""
    return dispatches.of_year(desk.rows, year or desk.today().year, before, limit)
