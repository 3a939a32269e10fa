"""What is kept of plans: the plans, their duties as of a day, one duty with all about it."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.task import KeptPlan, KeptTask, PartRole, TaskCard, TaskSort
from bmnn_desktop.domain.timing import Timing
from bmnn_desktop.errors import PlanMissing, TaskMissing
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.task_deadline import deadline_of
from bmnn_desktop.store import plans, tasks, timings
from bmnn_desktop.store.rows import Rows


def list_plans(desk: Desk, on: date | None = None) -> tuple[KeptPlan, ...]:
    """Return the accepted plans, the newest first, as they stand on a day."""
    return plans.listed(desk.rows, on or desk.today())


def show_plan(desk: Desk, plan: int, on: date | None = None) -> KeptPlan:
    """Return one plan; raise PlanMissing."""
    found = plans.by_id(desk.rows, plan, on or desk.today())
    if found is None:
        raise PlanMissing(plan=plan)
    return found


def list_tasks(
    desk: Desk,
    *,
    plan: int | None = None,
    sort: TaskSort | None = None,
    overdue: bool = False,
    on: date | None = None,
    every: bool = False,
) -> tuple[KeptTask, ...]:
    """Return duties as of a day: of one plan in its order, else those due first before the others.

    `overdue`: what is late that day; `every`: also what is to know only and what has ended.
    """
    late_on = (on or desk.today()) if overdue else None
    return tasks.listed(
        desk.rows, plan=plan, sort=sort, followed=not every and plan is None, late_on=late_on
    )


def tasks_of_month(desk: Desk, year: int, month: int) -> tuple[KeptTask, ...]:
    """Return what is followed and due in a month, the earliest first."""
    first = date(year, month, 1)
    last = date(year + month // 12, month % 12 + 1, 1)
    found = tasks.listed(desk.rows, followed=True, first=first, last=last)
    return tuple(one for one in found if one.due_on is not None and one.due_on < last)


def show_task(desk: Desk, task: int) -> TaskCard:
    """Return one duty with all about it; raise TaskMissing."""
    row = tasks.raw(desk.rows, task)
    kept = tasks.by_id(desk.rows, task)
    if row is None or kept is None:
        raise TaskMissing(task=task)
    timing = timings.read(row["timing"])
    found = deadline_of(desk, desk.rows, row)
    rule = found.rule.value.line
    if found.is_uncertain:
        rule += " Năm này chưa ghi ngày nghỉ Tết nên ngày tính ra chưa chắc."
    parts = tasks.parts(desk.rows, task)
    return TaskCard(
        task=kept,
        parts=parts,
        notes=tasks.notes(desk.rows, task),
        rule=rule,
        coordinate=tuple(part.name for part in parts if part.role is PartRole.COORDINATE),
        deliverable=row["deliverable"] or "",
        report_to=row["report_to"],
        decider=row["decider"],
        event=_event(timing),
        event_on=_day(row["event_on"]),
        target_on=_day(row["target_on"]),
        estimate=row["estimate"],
        spent=row["spent"],
        after=_other(desk.rows, row["after_id"]),
        same_as=_other(desk.rows, row["same_as_id"]),
    )


def _event(timing: Timing) -> str:
    return timing.offset.event if timing.offset is not None else timing.event or ""


def _other(rows: Rows, task: int | None) -> KeptTask | None:
    return None if task is None else tasks.by_id(rows, task)


def _day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)
