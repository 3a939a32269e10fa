"""The lines of the transfer log for a day: one for everybody who is to be handed a document."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.numbering import next_number
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import FieldsWrong, FieldWrong, VolumeClosed, VolumeMissing
from bmnn_desktop.registers.transfer import TRANSFER
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import handovers, volumes
from bmnn_desktop.store.act import Act


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
    if on > desk.today():
        wrong = FieldWrong(field="handed_on", label="Ngày giao", why="chưa đến ngày này.")
        raise FieldsWrong((wrong,))
    found = handovers.waiting(desk.rows, on)
    if not found:
        return 0
    with desk.journal.write("handover.prepare") as act:
        volume = _volume(act, on, desk.today())
        number = next_number(volume.first_no, handovers.last_number(act.rows, volume.year))
        for seq_no, each in enumerate(found, number):
            act.insert(
                "handover",
                volume_id=volume.id,
                year=volume.year,
                seq_no=seq_no,
                document_id=each.document_id,
                recipient_id=each.recipient_id,
                receiver=each.receiver,
                copies=each.copies,
                handed_on=on.isoformat(),
            )
    return len(found)


def _volume(act: Act, day: date, today: date) -> Volume:
    try:
        volume = volumes.find(act.rows, TRANSFER.key, day.year)
    except VolumeMissing:
        row = act.insert(
            "volume",
            book=TRANSFER.key,
            year=day.year,
            number=1,
            first_no=1,
            opened_on=today.isoformat(),
            paper_reference="",
            closed_on=None,
            closed_by=None,
            last_no=None,
            discrepancy="",
            signing="in_line",
        )
        return volumes.by_id(act.rows, row)
    if volume.is_closed:
        raise VolumeClosed(number=volume.number, year=volume.year)
    return volume
