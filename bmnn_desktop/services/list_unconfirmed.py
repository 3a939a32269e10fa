"""List the acts that took effect at once and wait for their confirmation."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.action import RED_AFTER
from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.services.act_words import ActInWords, in_words
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import confirmations


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """An act that is shown as waiting, and for how many days it has been."""

    act: ActInWords
    days: int
    is_red: bool


def list_unconfirmed(desk: Desk) -> tuple[Unconfirmed, ...]:
    """Return the acts that wait, oldest first: the closing sheet lists them in this order."""
    today = desk.today()
    found = []
    for told in confirmations.unconfirmed(desk.rows):
        act = in_words(told)
        days = max(0, (today - civil_date(act.at)).days)
        found.append(Unconfirmed(act, days, days > RED_AFTER.days))
    return tuple(found)
