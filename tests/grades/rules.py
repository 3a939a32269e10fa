"""What the rules say of each case: refused with which error, or which entries are written."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.errors import (
    KnownError,
    NotAllowed,
    NotConfirmer,
    SelfApproval,
    StickForConfirmer,
)
from tests.grades.deed import Deed
from tests.grades.deeds import DEEDS
from tests.grades.stage import ADMIN, BOTH, CLERK, CONFIRMER, DEPUTY, DESKS, HEAD, PEOPLE

NOBODY, SHEET = "", "sheet"


@dataclass(frozen=True)
class Case:
    """Who sits at the desk, what he does, who signs beside him, and whether anybody confirms."""

    deed: Deed
    desk: str
    second: str
    confirmers: bool

    def __str__(self) -> str:
        beside = f" beside {self.second}" if self.second else ""
        where = "" if self.confirmers else ", no confirmer"
        return f"{self.deed.key} by {self.desk}{beside}{where}"

    @property
    def refusal(self) -> type[KnownError] | None:
        """Return the error; None: it is done."""
        if self.desk not in self.deed.may:
            return NotAllowed
        if self.deed.key == "person.stick" and not self.confirmers:
            return StickForConfirmer
        if self.deed.key == "confirm":
            return self._why_not(self.second or self.desk, made_by=BOTH)
        if self.second:
            return self._why_not(self.second, made_by=self.desk)
        return None

    @property
    def entries(self) -> list[tuple[str, str, str | None]]:
        """Return kind, action and signer of what is written; the sheet's signer is nobody."""
        key = self.deed.key
        signer = None if self.second == SHEET else self.second or self.desk
        if key == "confirm":
            return [("confirm", key, signer), *replaced(self.desk, self.second)]
        if not self.deed.is_by_two:
            return [("act", key, self.desk)]
        proposal = ("propose", key, self.desk)
        return [proposal, ("approve", key, signer)] if self.second else [proposal]

    def _why_not(self, signer: str, *, made_by: str) -> type[KnownError] | None:
        if signer == made_by:
            return SelfApproval
        if signer == SHEET:
            return NotConfirmer if self.confirmers else None
        return None if CONFIRMER in PEOPLE[signer] else NotConfirmer


def replaced(desk: str, second: str) -> list[tuple[str, str, str | None]]:
    """Return what follows an answer: whoever sits there replaces a sheet that gave it."""
    renewal = "recovery.renew"
    return [("propose", renewal, desk), ("approve", renewal, None)] if second == SHEET else []


def _seconds(deed: Deed, desk: str, *, confirmers: bool) -> list[str]:
    if not deed.is_by_two and deed.key != "confirm":
        return [NOBODY]
    others = [desk, CLERK if desk == BOTH else BOTH, SHEET]
    others += [DEPUTY] if confirmers else []
    # Reopening may be left to wait, and whoever is logged in confirms; all else needs a second.
    return [*([NOBODY] if deed.key in ("volume.reopen", "confirm") else []), *others]


CASES = tuple(
    Case(deed, desk, second, confirmers)
    for confirmers in (True, False)
    for desk in DESKS
    if confirmers or desk != HEAD
    for deed in DEEDS
    if not deed.is_for_guests
    for second in _seconds(deed, desk, confirmers=confirmers)
)


def is_slow(case: Case) -> bool:
    """Tell whether a case is left to the long run: the same as another, with other people."""
    is_graded = actions.grade(case.deed.key) is not Grade.NONE
    return case.refusal is None and (
        case.desk != CLERK if not is_graded else not case.confirmers and case.desk == ADMIN
    )
