"""What waits for a second person: proposals without effect, and acts that took effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.action import RED_AFTER
from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.tell_entries import tell_entries
from bmnn_desktop.store import confirmations
from bmnn_desktop.store.rows import Rows


@dataclass(frozen=True, slots=True)
class WaitingAct:
    """One act in one sentence; it is red when it has waited too long."""

    seq: int
    since: date
    name: str  # who did it or proposed it
    sentence: str
    days: int
    is_red: bool


@dataclass(frozen=True, slots=True)
class WaitingActs:
    """Both kinds, oldest first."""

    proposals: tuple[WaitingAct, ...]
    acts: tuple[WaitingAct, ...]


@dataclass(frozen=True, slots=True)
class WaitingCount:
    """How many wait in all, of them proposals, and since when the oldest does."""

    count: int
    proposals: int
    since: date | None


def look_at_waiting_acts(desk: Desk) -> WaitingActs:
    """Return all that waits."""
    return WaitingActs(
        _waiting(desk, confirmations.proposals(desk.rows)),
        _waiting(desk, confirmations.acts(desk.rows)),
    )


def count_waiting_acts(rows: Rows) -> WaitingCount:
    """Return how much waits, without telling what."""
    proposals, acts = confirmations.proposals(rows), confirmations.acts(rows)
    oldest = min((*proposals[:1], *acts[:1]), default=None)
    since = None if oldest is None else civil_date(confirmations.time_of(rows, oldest))
    return WaitingCount(len(proposals) + len(acts), len(proposals), since)


def _waiting(desk: Desk, seqs: Sequence[int]) -> tuple[WaitingAct, ...]:
    today = desk.today()
    found = []
    for told in tell_entries(desk.rows, seqs):
        since = civil_date(told.time)
        waited = today - since
        found.append(
            WaitingAct(told.seq, since, told.name, told.sentence, waited.days, waited > RED_AFTER)
        )
    return tuple(found)
