"""Không nhận: what was handed out is not accepted and comes back to the place of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.custody import Step
from bmnn_desktop.domain.handover import Handover
from bmnn_desktop.services.copy_steps import Leaves, check_day, take_step
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.handover_lines import settle_lines
from bmnn_desktop.services.open_lines import open_lines
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.sign_lines import settle_sheets_of
from bmnn_desktop.services.typed_text import needed_reason
from bmnn_desktop.store import copies
from bmnn_desktop.store.act import Act


def refuse_lines(
    desk: WritingDesk, *, year: int, numbers: Sequence[int], reason: str, on: date | None = None
) -> int:
    """Record that lines of the transfer log were not accepted; return the entry.

    Their copies are here again and nobody signs for them. Raises ReasonMissing, NoCopyChosen,
    HandoverMissing, HandoverSettled, DocumentAnnulled, StepImpossible, FieldsWrong, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    why = needed_reason(reason)
    day = on or desk.today()
    with desk.journal.write("custody.refuse", reason=why) as act:
        refuse_all(act, open_lines(act.rows, year, numbers), day, why, desk.today())
    return act.seq


def refuse_all(act: Act, lines: Sequence[Handover], on: date, why: str, today: date) -> None:
    """Take the copies of lines back; the lines end as refused."""
    check_day(on, today)
    for line in lines:
        some = copies.of_handover(act.rows, line.id)
        take_step(act, some, Step.REFUSE, on, Leaves(remark=why), today=today)
        settle_lines(act, some, on, Step.REFUSE)
    settle_sheets_of(act, lines, today)
