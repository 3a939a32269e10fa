"""Mang ra khỏi nơi lưu giữ: copies leave with somebody for a task, by a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bmnn_desktop.domain.custody import Step
from bmnn_desktop.domain.removal import ABROAD_NEEDS, REMOVAL_FIELDS, NewRemoval, RemovalKind
from bmnn_desktop.services.copy_steps import Leaves, chosen, take_step
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.told_fields import Told


def take_out(desk: WritingDesk, copies: Sequence[int], new: NewRemoval) -> int:
    """Let copies leave and return the removal's row.

    Abroad needs every field of the written request (khoản 2 Điều 14). A copy in somebody's hands
    stays on his line of the transfer log until it is back. Raises NoCopyChosen, CopyMissing,
    DocumentAnnulled, StepImpossible, FieldsWrong, DayUnknown, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    today = desk.today()
    told = Told(REMOVAL_FIELDS)
    new = replace(told.tidied(new), taken_on=new.taken_on or today)
    taken_on = new.taken_on or today
    told.not_to_come("taken_on", taken_on, today)
    if new.due_on is not None:
        told.not_before("due_on", new.due_on, taken_on, "ngày mang ra")
    if new.kind is RemovalKind.ABROAD:
        why = "mang ra nước ngoài phải ghi (khoản 2 Điều 14 Luật số 117/2025/QH15)."
        told.need(new, ABROAD_NEEDS, why)
    if new.permitted_on is not None and new.permitted_on > taken_on:
        told.wrong("permitted_on", "sau ngày mang ra.")
    told.refuse()
    with desk.journal.write("removal.take") as act:
        some = chosen(act.rows, copies)
        row = act.insert("removal", **_columns(new), returned_on=None)
        for copy in some:
            leaves = Leaves(
                holder=new.taker,
                place=new.destination,
                due_on=new.due_on,
                handover=copy.handover_id,
                removal=row,
                remark=new.purpose,
            )
            take_step(act, (copy,), Step.TAKE_OUT, taken_on, leaves, today=today)
    return row


def _columns(new: NewRemoval) -> dict[str, str | None]:
    return {
        "kind": None if new.kind is None else new.kind.value,
        "taker": new.taker,
        "post": new.post,
        "unit": new.unit,
        "purpose": new.purpose,
        "destination": new.destination,
        "protection": new.protection,
        "request": new.request,
        "permitter": new.permitter,
        "permitter_post": new.permitter_post,
        "permitted_on": None if new.permitted_on is None else new.permitted_on.isoformat(),
        "taken_on": None if new.taken_on is None else new.taken_on.isoformat(),
        "due_on": None if new.due_on is None else new.due_on.isoformat(),
    }
