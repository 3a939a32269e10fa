"""Sửa nhiệm vụ: whose it is, our own day for it, its event, its units, what it follows."""

from __future__ import annotations

from bmnn_desktop.domain.money import read_amount
from bmnn_desktop.domain.task import KeptTask, PartRole, TaskState
from bmnn_desktop.domain.task_change import CHANGE_FIELDS, TaskChange
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import TaskMissing
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.list_tasks import show_task
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.task_deadline import find_again
from bmnn_desktop.services.told_fields import Told
from bmnn_desktop.store import tasks
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.rows import Rows

_NEXT = {"after": "after_id", "same_as": "same_as_id"}
_LONGEST_CHAIN = 1000


def change_task(desk: WritingDesk, task: int, change: TaskChange) -> KeptTask:
    """Store what was decided about a duty and return it.

    Raises TaskMissing, FieldsWrong, DayUnknown, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    today = desk.today()
    told = Told(CHANGE_FIELDS)
    change = told.tidied(change)
    if change.event_on is not None:
        told.not_to_come("event_on", change.event_on, today)
    estimate = None
    try:
        estimate = read_amount(change.estimate)
    except ValueError:
        told.wrong("estimate", "không phải số tiền, ví dụ 12.500.000.")
    with desk.journal.write("plan.change") as act:
        row = tasks.raw(act.rows, task)
        if row is None:
            raise TaskMissing(task=task)
        for name, column in _NEXT.items():
            other = getattr(change, name)
            if other is not None and tasks.by_id(act.rows, other) is None:
                told.wrong(name, f"không có nhiệm vụ mã {other}.")
            elif other is not None and _leads_to(act.rows, column, other, task):
                told.wrong(name, "hai việc không thể chờ nhau.")
        told.refuse()
        state = row["state"]
        if change.dropped != (state == TaskState.DROPPED.value):
            state = (TaskState.DROPPED if change.dropped else TaskState.OPEN).value
        ended = None if state == TaskState.OPEN.value else row["ended_on"] or today.isoformat()
        act.update(
            "task",
            task,
            sort=change.sort.value,
            target_on=None if change.target_on is None else change.target_on.isoformat(),
            event_on=None if change.event_on is None else change.event_on.isoformat(),
            decider=change.decider,
            estimate=estimate,
            after_id=change.after,
            same_as_id=change.same_as,
            state=state,
            ended_on=ended,
        )
        _set_units(act, task, change.units)
        find_again(desk, act, task)
        return tasks.by_id(act.rows, task) or _gone(task)


def change_as_it_stands(desk: Desk, task: int) -> TaskChange:
    """Return what a change would store that changes nothing; raise TaskMissing."""
    card = show_task(desk, task)
    return TaskChange(
        sort=card.task.sort,
        target_on=card.target_on,
        event_on=card.event_on,
        decider=card.decider,
        units=tuple(part.name for part in card.parts if part.role is PartRole.LEAD),
        estimate="" if card.estimate is None else str(card.estimate),
        after=None if card.after is None else card.after.id,
        same_as=None if card.same_as is None else card.same_as.id,
        dropped=card.task.state is TaskState.DROPPED,
    )


def _set_units(act: Act, task: int, units: tuple[str, ...]) -> None:
    """Let a group stand for its units, or change who leads; what a unit has done stays."""
    wanted = list(dict.fromkeys(filter(None, map(tidy, units))))
    standing = [one for one in tasks.parts(act.rows, task) if one.role is PartRole.LEAD]
    group = next((one.group for one in standing if one.group), "")
    for part in standing:
        if part.name not in wanted:
            act.update("task_part", part.id, in_use=0)
    known = {part.name for part in standing}
    for name in wanted:
        if name not in known:
            act.insert(
                "task_part",
                task_id=task,
                role=PartRole.LEAD.value,
                name=name,
                of_group=group,
                done_on=None,
                in_use=1,
            )


def _leads_to(rows: Rows, column: str, begin: int, task: int) -> bool:
    """Tell whether a chain of such links comes back to `task`."""
    here: int | None = begin
    for _step in range(_LONGEST_CHAIN):
        if here is None or here == task:
            return here == task
        here = rows.value(f"SELECT {column} FROM task WHERE id = ?", (here,))  # noqa: S608
    return True


def _gone(task: int) -> KeptTask:
    raise TaskMissing(task=task)
