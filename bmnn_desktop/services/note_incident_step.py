"""Việc của vụ việc: a measure, a notice or the report, with its day."""

from __future__ import annotations

from bmnn_desktop.domain.incident import STEP_FIELDS, Incident, NewStep
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.open_incident import open_incident_of
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.told_fields import Told
from bmnn_desktop.store import incidents


def note_incident_step(desk: WritingDesk, year: int, number: int, step: NewStep) -> Incident:
    """Record what was done about a case and return it; a step of its kind that waits is done.

    Raises EventMissing, IncidentClosed, FieldsWrong, DayUnknown, NotAllowed; then nothing is
    stored.
    """
    desk.session.require(Role.KEEPER)
    today = desk.today()
    told = Told(STEP_FIELDS)
    step = told.tidied(step)
    day = step.done_on or today
    told.not_to_come("done_on", day, today)
    with desk.journal.write("incident.step") as act:
        found = open_incident_of(act.rows, year, number)
        told.not_before("done_on", day, found.discovered_on, "ngày phát hiện")
        told.refuse()
        waiting = [one for one in found.steps if one.kind is step.kind and one.done_on is None]
        if waiting:
            act.update(
                "incident_step",
                waiting[0].id,
                words=step.words,
                whom=step.whom or waiting[0].whom,
                done_on=day.isoformat(),
            )
        else:
            act.insert(
                "incident_step",
                incident_id=found.id,
                kind=None if step.kind is None else step.kind.value,
                words=step.words,
                whom=step.whom,
                due_on=None,
                done_on=day.isoformat(),
            )
        return incidents.find(act.rows, year, number) or found
