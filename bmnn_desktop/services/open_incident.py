"""Báo chưa tìm thấy: one act freezes copies, opens a case and makes the report of the same day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bmnn_desktop.domain.custody import CopyPlace, Step
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.incident import (
    INCIDENT_FIELDS,
    Incident,
    IncidentKind,
    IncidentStepKind,
    NewIncident,
)
from bmnn_desktop.domain.numbering import next_number
from bmnn_desktop.errors import CopyInCase, EventMissing, IncidentClosed
from bmnn_desktop.services.copy_steps import Leaves, chosen, line_of, take_step
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.report_addressee import report_addressee
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.told_fields import Told
from bmnn_desktop.store import incidents
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.rows import Rows

_TIME = re.compile(r"([01]?\d|2[0-3])[:hg. ]?([0-5]\d)", re.ASCII)


def open_incident(desk: WritingDesk, copies: Sequence[int], new: NewIncident) -> Incident:
    """Open a case about copies and return it; what is not found is frozen until it is closed.

    Raises NoCopyChosen, CopyMissing, DocumentAnnulled, CopyInCase, StepImpossible, FieldsWrong,
    DayUnknown, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    today = desk.today()
    told = Told(INCIDENT_FIELDS)
    new = told.tidied(new)
    day = new.discovered_on or today
    told.not_to_come("discovered_on", day, today)
    hour = _TIME.fullmatch(new.discovered_at)
    if new.discovered_at and hour is None:
        told.wrong("discovered_at", "phải là giờ và phút, ví dụ 14:30.")
    told.refuse()
    with desk.journal.write("incident.open") as act:
        last = incidents.last_number(act.rows, day.year)
        row = act.insert(
            "incident",
            year=day.year,
            number=next_number(1, last or None),
            kind=new.kind.value,
            discovered_on=day.isoformat(),
            discovered_at="" if hour is None else f"{int(hour[1]):02d}:{hour[2]}",
            discoverer=new.discoverer,
            last_seen=new.last_seen,
            persons=new.persons,
            circumstances=new.circumstances,
            outcome="",
            conclusion="",
            closed_on=None,
        )
        number = int(act.read("incident", row)["number"] or 0)
        put_in_case(desk, act, _open(act.rows, day.year, number), chosen(act.rows, copies))
        act.insert(
            "incident_step",
            incident_id=row,
            kind=IncidentStepKind.REPORT.value,
            words="",
            whom=report_addressee(desk),
            due_on=today.isoformat(),
            done_on=None,
        )
        return _open(act.rows, day.year, number)


def add_copies(desk: WritingDesk, year: int, number: int, copies: Sequence[int]) -> Incident:
    """Put more copies into a case under way and return it.

    Raises EventMissing, IncidentClosed and what opening raises about copies.
    """
    desk.session.require(Role.KEEPER)
    with desk.journal.write("incident.step") as act:
        found = open_incident_of(act.rows, year, number)
        put_in_case(desk, act, found, chosen(act.rows, copies))
        return _open(act.rows, year, number)


def put_in_case(desk: WritingDesk, act: Act, incident: Incident, some: Sequence[CopyPlace]) -> None:
    """Make copies part of a case; of one that nobody finds they are frozen."""
    for copy in some:
        other = incidents.of_copy(act.rows, copy.id)
        if other is not None:
            raise CopyInCase(
                copy=copy.number,
                line=line_of(act.rows, copy),
                number=other.number,
                year=other.year,
            )
        act.insert("incident_item", incident_id=incident.id, copy_id=copy.id)
    if incident.kind is IncidentKind.MISSING:
        leaves = Leaves(incident=incident.id)
        take_step(act, some, Step.MISS, incident.discovered_on, leaves, today=desk.today())


def open_incident_of(rows: Rows, year: int, number: int) -> Incident:
    """Return a case under way; raise EventMissing, IncidentClosed."""
    found = _open(rows, year, number)
    if found.closed_on is not None:
        raise IncidentClosed(number=number, year=year, closed=short_date(found.closed_on))
    return found


def _open(rows: Rows, year: int, number: int) -> Incident:
    found = incidents.find(rows, year, number)
    if found is None:
        raise EventMissing(event=f"vụ việc số {number} năm {year}")
    return found
