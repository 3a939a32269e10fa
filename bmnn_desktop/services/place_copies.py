"""Nơi để: copies are put into another place of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.custody import Step
from bmnn_desktop.services.copy_steps import Leaves, chosen, take_step
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import needed_text


def place_copies(
    desk: WritingDesk,
    copies: Sequence[int],
    *,
    place: str,
    on: date | None = None,
    remark: str = "",
) -> int:
    """Record where copies lie from now on; return the entry.

    Raises NoCopyChosen, CopyMissing, DocumentAnnulled, StepImpossible, FieldsWrong, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    where = needed_text("place", "Nơi để", place)
    with desk.journal.write("custody.place") as act:
        some = chosen(act.rows, copies)
        leaves = Leaves(place=where, remark=remark)
        take_step(act, some, Step.PLACE, on or desk.today(), leaves, today=desk.today())
    return act.seq
