"""Kết thúc vụ việc: found, lost, leaked or no case; the copies leave the ice accordingly."""

from __future__ import annotations

from bmnn_desktop.domain.custody import CopyPlace, Standing, Step
from bmnn_desktop.domain.incident import CLOSING_FIELDS, Closing, Incident, IncidentOutcome
from bmnn_desktop.errors import NotInCase
from bmnn_desktop.services.copy_steps import Leaves, chosen, line_of, take_step
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.handover_lines import settle_lines
from bmnn_desktop.services.open_incident import open_incident_of
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.settle_removals import settle_removals
from bmnn_desktop.services.told_fields import Told
from bmnn_desktop.store import incidents
from bmnn_desktop.store.rows import Rows

_NONE_LOST = (IncidentOutcome.FOUND, IncidentOutcome.NO_CASE)


def close_incident(desk: WritingDesk, year: int, number: int, closing: Closing) -> Incident:
    """Close a case and return it; the next closing sheet confirms it.

    Every frozen copy is found or lost by it. Raises EventMissing, IncidentClosed, NotInCase (a
    lost one that was not frozen), CopyMissing, DocumentAnnulled, FieldsWrong, DayUnknown,
    NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    today = desk.today()
    told = Told(CLOSING_FIELDS)
    closing = told.tidied(closing)
    day = closing.closed_on or today
    told.not_to_come("closed_on", day, today)
    if closing.lost and closing.outcome in _NONE_LOST:
        told.wrong("outcome", "có bản xác định đã mất thì không phải kết quả này.")
    with desk.journal.write("incident.close") as act:
        found = open_incident_of(act.rows, year, number)
        told.not_before("closed_on", day, found.discovered_on, "ngày phát hiện")
        frozen = [copy for copy in found.copies if copy.standing is Standing.NOT_FOUND]
        if closing.outcome is IncidentOutcome.LOST and not frozen:
            told.wrong("outcome", "vụ việc này không có bản nào đang ghi chưa tìm thấy.")
        told.refuse()
        lost = _lost(act.rows, found, closing, frozen)
        back = [copy for copy in frozen if copy not in lost]
        take_step(act, lost, Step.LOSE, day, Leaves(incident=found.id), today=today)
        leaves = Leaves(place=closing.place, incident=found.id)
        take_step(act, back, Step.FIND, day, leaves, today=today)
        settle_lines(act, back, day)
        settle_removals(act, [copy.id for copy in frozen], day)
        act.update(
            "incident",
            found.id,
            outcome="" if closing.outcome is None else closing.outcome.value,
            conclusion=closing.conclusion,
            closed_on=day.isoformat(),
        )
        return incidents.find(act.rows, year, number) or found


def _lost(
    rows: Rows, incident: Incident, closing: Closing, frozen: list[CopyPlace]
) -> list[CopyPlace]:
    """Return the copies that are lost; raise CopyMissing, NotInCase."""
    if not closing.lost:
        return frozen if closing.outcome is IncidentOutcome.LOST else []
    lost = list(chosen(rows, closing.lost))
    for copy in lost:
        if copy not in frozen:
            raise NotInCase(
                copy=copy.number,
                line=line_of(rows, copy),
                number=incident.number,
                year=incident.year,
                where=copy.words,
            )
    return lost
