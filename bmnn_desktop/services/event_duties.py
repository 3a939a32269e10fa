"""What waits about incidents, about what is out of its place, and about requests to provide."""

from __future__ import annotations

from datetime import date, timedelta

from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.duties import SOON, Duty, DutyKind
from bmnn_desktop.store import incidents, provisions, removals


def pressing_events(desk: Desk) -> tuple[Duty, ...]:
    """Return what must be done now: reports of the day, cases under way, what is late, requests."""
    today = desk.today()
    steps = [
        Duty(
            DutyKind.INCIDENT_STEP,
            day=day,
            year=year,
            number=number,
            about=kind.label,
            is_red=day <= today,
        )
        for year, number, kind, day in incidents.steps_due(desk.rows)
    ]
    cases = [
        Duty(DutyKind.INCIDENT, day=day, year=year, number=number)
        for year, number, day in incidents.without_step(desk.rows)
    ]
    late = [
        Duty(DutyKind.REMOVAL, day=day, number=removal, who=taker, is_red=day < today)
        for removal, day, taker in removals.due(desk.rows, date.min, today)
    ]
    count, since = provisions.waiting(desk.rows)
    asked = [Duty(DutyKind.PROVISION, day=since, count=count)] if count else []
    return (*steps, *late, *cases, *asked)


def coming_events(desk: Desk) -> tuple[Duty, ...]:
    """Return what is to be back soon."""
    today = desk.today()
    found = removals.due(desk.rows, today + timedelta(days=1), today + SOON)
    return tuple(
        Duty(DutyKind.REMOVAL, day=day, number=removal, who=taker) for removal, day, taker in found
    )
