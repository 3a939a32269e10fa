"""The lines of the transfer log for a day: one for everybody who is to be handed a document."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.custody import Step
from bmnn_desktop.services.copy_steps import Leaves, check_day, take_step
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.handover_lines import HandoverLines, settle_lines
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import copies, handovers


def waiting_handovers(desk: Desk) -> int:
    """Return how many lines the transfer log would get today."""
    return len(handovers.waiting(desk.rows, desk.today()))


def prepare_handovers(desk: WritingDesk, day: date | None = None) -> int:
    """Give the transfer log of the day's year a line for every open hand-over; return how many.

    The log's volume opens by itself at 1; a document of the old year handed over in the new one
    stands in the new log. Raises FieldsWrong for a day to come, VolumeClosed, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    on = day or desk.today()
    check_day(on, desk.today(), "handed_on", "Ngày giao")
    found = handovers.waiting(desk.rows, on)
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
