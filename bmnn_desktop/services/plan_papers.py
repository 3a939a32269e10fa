"""The papers about plans, by name: lists of duties, the progress report, who has reported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.money import show_amount
from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.domain.task import KeptTask, TaskSort, TaskState
from bmnn_desktop.domain.task_note import NoteKind
from bmnn_desktop.domain.unit_report import ReportState
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.printing.papers.progress_report import ProgressReport, ReportedTask
from bmnn_desktop.printing.papers.task_list import ListedTask, TaskList
from bmnn_desktop.printing.papers.unit_reports_list import UnitReportsList
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.list_tasks import list_tasks, show_plan, show_task, tasks_of_month
from bmnn_desktop.services.report_addressee import report_addressee
from bmnn_desktop.store import plans

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """A kind of paper: its title, how it is journalled, what it is about, its content."""

    title: str
    kind: RunKind
    which: str  # the numbers that name what it is about
    of: Callable[[Desk, tuple[int, ...], date], Paper]


def plan_tasks_of(desk: Desk, which: tuple[int, ...], on: date) -> Paper:
    """Return the duties of a plan, or of all plans what is followed; raise PlanMissing."""
    if which:
        plan = show_plan(desk, which[0], on)
        return _list(desk, plan.name, list_tasks(desk, plan=plan.id), on)
    return _list(desk, "Việc đang theo dõi của mọi kế hoạch", list_tasks(desk), on)


def month_of(desk: Desk, which: tuple[int, ...], on: date) -> Paper:
    """Return what is due in a month: (year, month), else the day's own."""
    year, month = which if len(which) == 2 and 1 <= which[1] <= _MONTHS else (on.year, on.month)  # noqa: PLR2004
    about = f"Việc đến hạn trong tháng {month} năm {year}"
    return _list(desk, about, tasks_of_month(desk, year, month), on)


def overdue_of(desk: Desk, _which: tuple[int, ...], on: date) -> Paper:
    """Return what is late."""
    return _list(desk, "Việc quá hạn", list_tasks(desk, overdue=True, on=on), on)


def unit_reports_of(desk: Desk, which: tuple[int, ...], on: date) -> Paper:
    """Return which units have reported about a plan; raise PlanMissing."""
    if which:
        plan = show_plan(desk, which[0], on)
        return UnitReportsList(plan.name, plans.reports(desk.rows, plan.id), desk.session.name, on)
    return UnitReportsList("Mọi kế hoạch", plans.reports(desk.rows), desk.session.name, on)


def progress_of(desk: Desk, which: tuple[int, ...], on: date) -> Paper:
    """Return the progress report about a plan; raise PlanMissing."""
    plan = show_plan(desk, which[0] if which else 0, on)
    every = [one for one in list_tasks(desk, plan=plan.id) if one.sort is not TaskSort.KNOW]
    done = [one for one in every if one.state is TaskState.DONE]
    late = [one for one in every if one.days_late(on)]
    going = [one for one in every if one.state is TaskState.OPEN and not one.days_late(on)]
    return ProgressReport(
        plan=plan.name,
        addressee=plan.issuer or report_addressee(desk),
        counts=tuple(progress_counts(every, sort, on) for sort in (TaskSort.OURS, TaskSort.URGED)),
        done=tuple(_told(desk, one, on) for one in done),
        open=tuple(_told(desk, one, on) for one in going),
        late=tuple(_told(desk, one, on) for one in late),
        difficulties=_difficulties(desk, every),
        reports=_reports(desk, plan.id, on),
        money=_money(desk, every),
        day=on,
    )


def progress_counts(
    every: list[KeptTask], sort: TaskSort, on: date
) -> tuple[str, int, int, int, int]:
    """Return how many there are of a sort: all, done, open, and of these late."""
    some = [one for one in every if one.sort is sort and one.state is not TaskState.DROPPED]
    open_ones = [one for one in some if one.state is TaskState.OPEN]
    late = sum(one.days_late(on) > 0 for one in open_ones)
    return sort.label, len(some), len(some) - len(open_ones), len(open_ones), late


PLAN_PAPERS = {
    "tasks": PlanPaper(
        "Danh mục nhiệm vụ",
        RunKind.TASK_LIST,
        "mã kế hoạch; không ghi: mọi kế hoạch",
        plan_tasks_of,
    ),
    "month": PlanPaper(
        "Việc đến hạn trong tháng",
        RunKind.TASK_LIST,
        "năm và tháng; không ghi: tháng này",
        month_of,
    ),
    "overdue": PlanPaper("Việc quá hạn", RunKind.TASK_LIST, "không ghi", overdue_of),
    "progress": PlanPaper("Báo cáo tiến độ", RunKind.PROGRESS_REPORT, "mã kế hoạch", progress_of),
    "unit-reports": PlanPaper(
        "Theo dõi báo cáo của đơn vị",
        RunKind.UNIT_REPORTS,
        "mã kế hoạch; không ghi: mọi kế hoạch",
        unit_reports_of,
    ),
}


def _list(desk: Desk, about: str, found: tuple[KeptTask, ...], on: date) -> Paper:
    return TaskList(about, tuple(_listed(one, on) for one in found), desk.session.name, on)


def _listed(task: KeptTask, on: date) -> ListedTask:
    until = task.timing_text or ("" if task.due_on is None else short_date(task.due_on))
    return ListedTask(task.ref, task.summary, _who(task), until, task.standing(on))


def _who(task: KeptTask) -> str:
    return "; ".join(task.lead or task.requested)


def _told(desk: Desk, task: KeptTask, on: date) -> ReportedTask:
    told = task.standing(on)
    if task.units > 1:
        told += f"; {task.units_done}/{task.units} đơn vị đã xong"
    notes = [one for one in show_task(desk, task.id).notes if one.kind in _TOLD and one.words]
    if notes:
        told += f". {notes[-1].words}"
    return ReportedTask(task.ref, task.summary, _who(task), told)


_TOLD = (NoteKind.PROGRESS, NoteKind.RESULT)


def _difficulties(desk: Desk, every: list[KeptTask]) -> tuple[str, ...]:
    found = []
    for task in every:
        for note in show_task(desk, task.id).notes:
            if note.kind is NoteKind.DIFFICULTY:
                sent = f" (hỏi {note.whom})" if note.whom else ""
                found.append(f"Mục {task.ref}: {note.words}{sent}")
            elif note.kind is NoteKind.GUIDANCE:
                by = f" của {note.whom}" if note.whom else ""
                found.append(f"Mục {task.ref}, hướng dẫn{by}: {note.words}")
    return tuple(found)


def _reports(desk: Desk, plan: int, on: date) -> str:
    states = [one.state(on) for one in plans.reports(desk.rows, plan)]
    if not states:
        return ""
    came = sum(one in (ReportState.RECEIVED, ReportState.RECEIVED_LATE) for one in states)
    late, missing = states.count(ReportState.RECEIVED_LATE), states.count(ReportState.MISSING)
    return (
        f"Báo cáo của đơn vị: đã nhận {came}/{len(states)}, trong đó chậm {late}; "
        f"quá hạn chưa nhận {missing}."
    )


def _money(desk: Desk, every: list[KeptTask]) -> str:
    cards = [show_task(desk, one.id) for one in every]
    estimate = sum(card.estimate or 0 for card in cards)
    spent = sum(card.spent or 0 for card in cards)
    if not estimate and not spent:
        return ""
    return f"Kinh phí: dự toán {show_amount(estimate)}, đã chi {show_amount(spent)}."
