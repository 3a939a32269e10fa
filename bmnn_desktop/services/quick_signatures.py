"""Second signatures that came too soon after the first: for the inspector to ask about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bmnn_desktop.domain import action as actions
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import confirmations


@dataclass(frozen=True, slots=True)
class QuickSignature:
    """Two names within seconds: one pair of hands may have signed for both."""

    seq: int
    words: str
    first: str
    second: str
    at: datetime
    seconds: float


def quick_signatures(desk: Desk) -> tuple[QuickSignature, ...]:
    """Return every second signature given within ten seconds of another person's, oldest first.

    Count them with `len`. The recovery sheet is nobody and is not counted: its use stands in the
    journal by itself.
    """
    return tuple(
        QuickSignature(
            one.seq, actions.find(one.action).words, one.first, one.second, one.at, one.seconds
        )
        for one in confirmations.quick(desk.rows)
    )
