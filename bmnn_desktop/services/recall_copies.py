"""Thu hồi: copies that are out are to be back by a day; their holders are reminded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.custody import Step
from bmnn_desktop.services.copy_steps import Leaves, chosen, take_step
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.hand_out import check_due
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import needed_reason


def recall_copies(
    desk: WritingDesk,
    copies: Sequence[int],
    *,
    due_on: date,
    reason: str,
    on: date | None = None,
) -> int:
    """Ask copies back by a day and return the entry; the lines they are out with tell it.

    Raises ReasonMissing, NoCopyChosen, CopyMissing, DocumentAnnulled, StepImpossible, FieldsWrong,
    NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    why = needed_reason(reason)
    day = on or desk.today()
    check_due(due_on, day)
    with desk.journal.write("custody.recall", reason=why) as act:
        some = chosen(act.rows, copies)
        leaves = Leaves(due_on=due_on, remark=why)
        take_step(act, some, Step.RECALL, day, leaves, today=desk.today())
        lines = {copy.handover_id for copy in some if copy.handover_id is not None}
        for line in sorted(lines):
            act.update("handover", line, due_on=due_on.isoformat())
    return act.seq


def remind_holders(
    desk: WritingDesk, copies: Sequence[int], *, on: date | None = None, remark: str = ""
) -> int:
    """Record that who has these copies was reminded of them; return the entry.

    Raises NoCopyChosen, CopyMissing, DocumentAnnulled, StepImpossible, FieldsWrong, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    with desk.journal.write("custody.remind") as act:
        some = chosen(act.rows, copies)
        leaves = Leaves(remark=remark)
        take_step(act, some, Step.REMIND, on or desk.today(), leaves, today=desk.today())
    return act.seq
