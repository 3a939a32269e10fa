"""What the page of plans shows at once: plans, duties or reports, and counts to go by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.task import KeptPlan, KeptTask, TaskSort, TaskState
from bmnn_desktop.domain.unit_report import UnitReport
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.list_tasks import list_tasks, tasks_of_month
from bmnn_desktop.store import plans, tasks


@dataclass(frozen=True, slots=True)
class PlansSeen:
    """`counts` are words by the name of what they count."""

    today: date
    plans: tuple[KeptPlan, ...]
    tasks: tuple[KeptTask, ...]
    reports: tuple[UnitReport, ...]
    month: tuple[int, int]
    counts: Mapping[str, str]


def look_at_plans(desk: Desk, *, view: str, plan: int | None, month: tuple[int, int]) -> PlansSeen:
    """Return what one view shows: followed, overdue, month, all or reports; of a plan or all."""
    today = desk.today()
    found: tuple[KeptTask, ...] = ()
    reports: tuple[UnitReport, ...] = ()
    if view == "reports":
        reports = plans.reports(desk.rows, plan)
    elif view == "month":
        found = tasks_of_month(desk, *month)
    elif view == "overdue":
        found = list_tasks(desk, plan=plan, overdue=True, on=today)
    elif view == "followed":
        found = tasks.listed(desk.rows, plan=plan, followed=True)
    else:
        found = list_tasks(desk, plan=plan, every=True)
    if plan is not None:
        found = tuple(one for one in found if one.plan == plan)
    return PlansSeen(
        today, plans.listed(desk.rows, today), found, reports, month, _counts(desk, plan)
    )


def _counts(desk: Desk, plan: int | None) -> dict[str, str]:
    by_sort, done, late = tasks.counted(desk.rows, plan, desk.today())
    return {
        "overdue": f"Quá hạn: {late}",
        "ours": f"{TaskSort.OURS.label}: {by_sort.get(TaskSort.OURS.value, 0)}",
        "urged": f"{TaskSort.URGED.label}: {by_sort.get(TaskSort.URGED.value, 0)}",
        "done": f"{TaskState.DONE.label}: {done}",
    }
