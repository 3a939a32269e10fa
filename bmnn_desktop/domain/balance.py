"""Cân đối bản: what came into being must be somewhere; nothing may be missing without a word.

announced or received + issued + made + there before
  = held + out + returned + archived + destroyed + lost + missing at receipt
A copy that is not found stands on neither side until its case is closed: it is the difference.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from bmnn_desktop.domain.custody import Standing

_HELD = (Standing.STORE, Standing.HANDED, Standing.HELD, Standing.TAKEN_OUT)
_OUT = (Standing.SENT, Standing.AWAY)


@dataclass(frozen=True, slots=True)
class Balance:
    """Numbers of copies of one document, level, volume or year."""

    announced: int = 0  # of what came in, by the cover; where it says nothing, as many as came
    received: int = 0
    issued: int = 0
    made: int = 0  # sao, chụp: with spare and spoiled ones
    stock: int = 0
    held: int = 0  # in this body: in store, with its people, taken out for a task
    out: int = 0  # with other bodies, or on the way there
    returned: int = 0
    archived: int = 0
    destroyed: int = 0
    lost: int = 0
    not_found: int = 0
    unseen: int = 0  # of those from before, not yet compared with the paper

    @property
    def missing_at_receipt(self) -> int:
        """Return how many were announced and did not come."""
        return max(self.announced - self.received, 0)

    @property
    def born(self) -> int:
        """Return the left side."""
        return max(self.announced, self.received) + self.issued + self.made + self.stock

    @property
    def accounted(self) -> int:
        """Return the right side."""
        there = self.held + self.out + self.returned + self.archived
        return there + self.destroyed + self.lost + self.missing_at_receipt

    @property
    def difference(self) -> int:
        """Return what cannot be accounted for; 0: the balance closes."""
        return self.born - self.accounted

    def __add__(self, other: Balance) -> Balance:
        # Announced and received are taken per document: a surplus here never hides a lack there.
        return Balance(
            **{
                each.name: getattr(self, each.name) + getattr(other, each.name)
                for each in fields(Balance)
            }
        )


def total(balances: Iterable[Balance]) -> Balance:
    """Return the sum."""
    return sum(balances, Balance())


def place_of(standing: Standing) -> str:
    """Return the side of the balance that a copy standing so is counted on."""
    if standing in _HELD:
        return "held"
    return "out" if standing in _OUT else standing.value
