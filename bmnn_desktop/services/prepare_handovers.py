"""The lines of the transfer log for a day: one for everybody who is to be handed a document."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from bmnn_desktop.domain.custody import Step
from bmnn_desktop.domain.holding import WaitingHandover
from bmnn_desktop.services.copy_steps import Leaves, check_day, take_step
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.handover_lines import HandoverLines, settle_lines
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import copies, handovers, holdings


def waiting_handovers(desk: Desk) -> tuple[WaitingHandover, ...]:
    """Return the lines that the transfer log would get today."""
    found = handovers.waiting(desk.rows, desk.today())
    about = holdings.abouts(desk.rows, sorted({each.document_id for each in found}))
    return tuple(
        WaitingHandover(about[each.document_id], each.receiver, each.is_outside, each.copies)
        for each in found
    )


def prepare_handovers(
    desk: WritingDesk, day: date | None = None, *, only: Collection[int] | None = None
) -> int:
    """Give the transfer log of the day's year a line for every open hand-over; return how many.

    `only`: for those of these copies; the others go on waiting.

    The log's volume opens by itself at 1; a document of the old year handed over in the new one
    stands in the new log. Raises FieldsWrong for a day to come, VolumeClosed, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    on = day or desk.today()
    check_day(on, desk.today(), "handed_on", "Ngày giao")
    found = [
        each
        for each in handovers.waiting(desk.rows, on)
        if only is None or not set(only).isdisjoint(each.copies)
    ]
    if not found:
        return 0
    with desk.journal.write("handover.prepare") as act:
        lines = HandoverLines(act, on, desk.today())
        for each in found:
            some = tuple(copies.by_ids(act.rows, each.copies).values())
            line = lines.deal(
                each.document_id, each.receiver, len(some), recipient=each.recipient_id
            )
            step = Step.SEND if each.is_outside else Step.GIVE
            leaves = Leaves(holder=each.receiver, handover=line)
            take_step(act, some, step, on, leaves, today=desk.today())
            settle_lines(act, some, on)
    return len(found)
