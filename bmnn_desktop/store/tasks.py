"""Reading the duties of accepted plans."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.task import KeptTask, Part, PartRole, Sure, TaskSort, TaskState
from bmnn_desktop.domain.task_note import Note, NoteKind
from bmnn_desktop.store import timings
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

_TASKS = """
    SELECT t.*, p.type, p.number, p.issuer,
      (SELECT group_concat(name, char(10)) FROM task_part AS a
       WHERE a.task_id = t.id AND a.role = 'lead' AND a.in_use = 1) AS leads,
      (SELECT group_concat(name, char(10)) FROM task_part AS a
       WHERE a.task_id = t.id AND a.role = 'requested' AND a.in_use = 1) AS asked,
      (SELECT count(*) FROM task_part AS a WHERE a.task_id = t.id AND a.role = 'lead'
       AND a.in_use = 1) AS units,
      (SELECT count(*) FROM task_part AS a WHERE a.task_id = t.id AND a.role = 'lead'
       AND a.in_use = 1 AND a.done_on IS NOT NULL) AS units_done
    FROM task AS t JOIN plan AS p ON p.id = t.plan_id
    WHERE {where} ORDER BY {order}"""
_FOLLOWED = "t.state = 'open' AND t.sort <> 'know' AND t.same_as_id IS NULL"
_DUE = """
    SELECT t.id, t.ref, t.due_on, t.can_be_late, t.sort, p.type, p.number, p.issuer
    FROM task AS t JOIN plan AS p ON p.id = t.plan_id
    WHERE t.state = 'open' AND t.sort <> 'know' AND t.same_as_id IS NULL
      AND t.due_on BETWEEN ? AND ? AND t.can_be_late >= ?
    ORDER BY t.due_on, t.id LIMIT ?"""
_COUNT = """
    SELECT count(*) FROM task AS t WHERE t.state = 'open' AND t.sort <> 'know'
      AND t.same_as_id IS NULL AND t.due_on BETWEEN ? AND ? AND t.can_be_late >= ?"""


def listed(
    rows: Rows,
    *,
    plan: int | None = None,
    sort: TaskSort | None = None,
    followed: bool = False,
    first: date | None = None,
    last: date | None = None,
    late_on: date | None = None,
) -> tuple[KeptTask, ...]:
    """Return duties: of a plan as it prints them, else what is due first before the others.

    `followed`: only what is open and ours to do or to urge; `late_on`: only what is late that day.
    """
    conditions: list[str] = ["1"]
    values: list[object] = []
    for condition, value in (
        ("t.plan_id = ?", plan),
        ("t.sort = ?", None if sort is None else sort.value),
        ("t.due_on >= ?", None if first is None else first.isoformat()),
        ("t.due_on <= ?", None if last is None else last.isoformat()),
        ("t.can_be_late = 1 AND t.due_on < ?", None if late_on is None else late_on.isoformat()),
    ):
        if value is not None:
            conditions.append(condition)
            values.append(value)
    if followed or late_on is not None:
        conditions.append(_FOLLOWED)
    order = "t.due_on IS NULL, t.due_on, t.id" if plan is None else "t.position"
    sql = _TASKS.format(where=" AND ".join(conditions), order=order)
    return tuple(map(_task, rows.all(sql, values)))


def counted(rows: Rows, plan: int | None, on: date) -> tuple[dict[str, int], int, int]:
    """Return how many duties there are by sort, how many are done, how many are late on a day."""
    where, values = ("", []) if plan is None else ("WHERE t.plan_id = ?", [plan])
    found = rows.all(
        "SELECT t.sort, count(*), sum(t.state = 'done') AS done, "  # noqa: S608
        f"sum(({_FOLLOWED}) AND t.can_be_late = 1 AND t.due_on < ?) AS late "
        f"FROM task AS t {where} GROUP BY t.sort",
        (on.isoformat(), *values),
    )
    by_sort = {row["sort"]: row[1] for row in found}
    return by_sort, sum(row["done"] for row in found), sum(row["late"] or 0 for row in found)


def by_id(rows: Rows, task: int) -> KeptTask | None:
    """Return one duty."""
    row = rows.one(_TASKS.format(where="t.id = ?", order="t.id"), (task,))
    return None if row is None else _task(row)


def raw(rows: Rows, task: int) -> Row | None:
    """Return the row of a duty with the plan's day."""
    sql = (
        "SELECT t.*, p.dated_on, p.accepted_on FROM task AS t JOIN plan AS p ON p.id = t.plan_id"
        " WHERE t.id = ?"
    )
    return rows.one(sql, (task,))


def due(
    rows: Rows, first: date, last: date, limit: int, *, only_hard: bool
) -> tuple[list[Row], int]:
    """Return what is followed and due between two days, the first few, and how many in all."""
    days = (first.isoformat(), last.isoformat(), int(only_hard))
    found = rows.all(_DUE, (*days, limit))
    return found, len(found) if len(found) < limit else int(rows.value(_COUNT, days))


def parts(rows: Rows, task: int) -> tuple[Part, ...]:
    """Return the bodies of a duty."""
    sql = "SELECT * FROM task_part WHERE task_id = ? AND in_use = 1 ORDER BY id"
    with as_damage():
        return tuple(
            Part(
                row["id"], PartRole(row["role"]), row["name"], row["of_group"], _day(row["done_on"])
            )
            for row in rows.all(sql, (task,))
        )


def notes(rows: Rows, task: int) -> tuple[Note, ...]:
    """Return what was noted about a duty, the oldest first."""
    with as_damage():
        return tuple(
            Note(
                row["id"],
                NoteKind(row["kind"]),
                date.fromisoformat(row["on_day"]),
                row["words"],
                row["whom"],
                row["document_id"],
                row["reference"],
                row["amount"],
            )
            for row in rows.all("SELECT * FROM task_note WHERE task_id = ? ORDER BY id", (task,))
        )


def summaries(rows: Rows) -> Sequence[Row]:
    """Return id and summary of every duty that no other stands for."""
    return rows.all("SELECT id, summary FROM task WHERE same_as_id IS NULL ORDER BY id")


def waiting_for_event(rows: Rows) -> Sequence[Row]:
    """Return the duties counted in working days from an event that has happened."""
    return rows.all("SELECT id FROM task WHERE state = 'open' AND event_on IS NOT NULL ORDER BY id")


def _task(row: Row) -> KeptTask:
    timing = timings.read(row["timing"])
    number = f" {row['number']}" if row["number"] else ""
    issuer = f" của {row['issuer']}" if row["issuer"] else ""
    with as_damage():
        return KeptTask(
            id=row["id"],
            plan=row["plan_id"],
            plan_name=f"{row['type']}{number}{issuer}",
            ref=row["ref"],
            section=row["section"] or "",
            summary=row["summary"] or "",
            sort=TaskSort(row["sort"]),
            state=TaskState(row["state"]),
            lead=tuple((row["leads"] or "").split("\n")) if row["leads"] else (),
            requested=tuple(row["asked"].split("\n")) if row["asked"] else (),
            timing_text=row["timing_text"],
            due_on=_day(row["due_on"]),
            due_time=timing.due_time or "",
            can_be_late=bool(row["can_be_late"]),
            is_check_in=bool(row["is_check_in"]),
            units=row["units"],
            units_done=row["units_done"],
            ended_on=_day(row["ended_on"]),
            line=row["line"],
            doubt=Sure(min(row["sure_owner"], row["sure_time"], row["sure_sort"])),
            same_as=row["same_as_id"],
        )


def _day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)
