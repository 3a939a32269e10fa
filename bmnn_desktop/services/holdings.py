"""Đang giữ: who has which copies, and what was to be back and is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.holding import Holder, Holding
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import holdings

_MANY = 500


@dataclass(frozen=True, slots=True)
class HoldingsPage:
    """Some copies; `more`: others follow after the last of them."""

    rows: tuple[Holding, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class HoldersPage:
    """Some holders; `more`: others follow after the last of them."""

    rows: tuple[Holder, ...]
    more: bool


def holdings_of(
    desk: Desk, holder: str, *, after: Holding | None = None, limit: int = _MANY
) -> HoldingsPage:
    """Return what somebody has, of this body or another, each with the line it went out with."""
    last = 0 if after is None else after.copy.id
    found = holdings.of_holder(desk.rows, tidy(holder), last, limit + 1)
    return HoldingsPage(found[:limit], len(found) > limit)


def list_holders(
    desk: Desk, *, outside: bool = False, after: str = "", limit: int = _MANY
) -> HoldersPage:
    """Return who has how many copies, by name: people of this body, or (`outside`) other bodies."""
    found = holdings.holders(desk.rows, desk.today(), after, limit + 1, outside=outside)
    return HoldersPage(found[:limit], len(found) > limit)


def overdue_copies(desk: Desk, *, after: Holding | None = None, limit: int = _MANY) -> HoldingsPage:
    """Return the copies that were to be back before today and are out, most overdue first."""
    last = (date.min, 0)
    if after is not None:
        last = (after.copy.due_on or date.min, after.copy.id)
    found = holdings.overdue(desk.rows, desk.today(), last, limit + 1)
    return HoldingsPage(found[:limit], len(found) > limit)
