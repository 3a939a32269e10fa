"""Ghi tiến độ: progress, difficulties and their answers, results, evidence, money spent."""

from __future__ import annotations

import re
from datetime import date

from bmnn_desktop.domain.money import read_amount
from bmnn_desktop.domain.task import KeptTask, PartRole, TaskState
from bmnn_desktop.domain.task_note import NOTE_FIELDS, NewNote, NoteKind
from bmnn_desktop.domain.text import fold
from bmnn_desktop.domain.timing import TimingKind
from bmnn_desktop.errors import TaskEnded, TaskMissing
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.task_deadline import deadline_of, find_again
from bmnn_desktop.services.told_fields import Told
from bmnn_desktop.store import documents, tasks, timings
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.rows import Row, Rows

_LINE = re.compile(r"(?:so )?(di|den|outgoing|incoming)[ :]+(\d{1,6})\s*/\s*(\d{4})")
_BOOKS = {"di": "outgoing", "den": "incoming"}
_ONCE = (TimingKind.BY_DATE, TimingKind.BY_QUARTER, TimingKind.WINDOW, TimingKind.UNSTATED)
_MUST_SAY = (NoteKind.PROGRESS, NoteKind.DIFFICULTY, NoteKind.GUIDANCE)


def note_task(desk: WritingDesk, task: int, note: NewNote) -> KeptTask:
    """Note something about a duty and return it.

    A result ends a duty that is done once; of a recurring one, or a yearly check-in, it ends the
    turn, and the next one counts. When the last of several units is done the duty is.
    Raises TaskMissing, TaskEnded, FieldsWrong, DayUnknown, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    today = desk.today()
    told = Told(NOTE_FIELDS)
    note = told.tidied(note)
    day = note.on_day or today
    told.not_to_come("on_day", day, today)
    amount = _checked(told, note)
    with desk.journal.write("plan.note") as act:
        row = tasks.raw(act.rows, task)
        if row is None:
            raise TaskMissing(task=task)
        if row["state"] != TaskState.OPEN.value and note.kind in (
            NoteKind.RESULT,
            NoteKind.UNIT_DONE,
        ):
            raise TaskEnded(task=task)
        document = _evidence(act.rows, note.evidence, told)
        unit = _unit(act.rows, task, note, told)
        told.refuse()
        act.insert(
            "task_note",
            task_id=task,
            kind=None if note.kind is None else note.kind.value,
            on_day=day.isoformat(),
            words=note.words,
            whom=note.whom,
            document_id=document,
            reference=note.reference,
            amount=amount,
        )
        if note.kind is NoteKind.SPENT:
            act.update("task", task, spent=(row["spent"] or 0) + (amount or 0))
        if unit is not None:
            act.update("task_part", unit, done_on=day.isoformat())
        if note.kind is NoteKind.RESULT or (unit is not None and _all_done(act.rows, task)):
            _finish(desk, act, row, day)
        return tasks.by_id(act.rows, task) or _gone(task)


def _checked(told: Told, note: NewNote) -> int | None:
    """Return the amount, having noted what this kind of note lacks."""
    amount = None
    try:
        amount = read_amount(note.amount)
    except ValueError:
        told.wrong("amount", "không phải số tiền, ví dụ 12.500.000.")
    else:
        if note.kind is NoteKind.SPENT:
            told.need(note, ("amount",), "chưa ghi số tiền.")
    if note.kind in _MUST_SAY:
        told.need(note, ("words",), "chưa ghi.")
    if note.kind is NoteKind.UNIT_DONE:
        told.need(note, ("whom",), "chưa ghi đơn vị nào đã xong.")
    if note.kind is NoteKind.EVIDENCE and not note.evidence:
        told.need(note, ("reference",), "phải ghi dòng của sổ hoặc số hồ sơ giấy.")
    return amount


def _finish(desk: WritingDesk, act: Act, row: Row, day: date) -> None:
    """End the duty, or the turn of it that counts now."""
    timing = timings.read(row["timing"])
    due = deadline_of(desk, act.rows, row).due
    if timing.kind in _ONCE and not timing.continues:
        act.update("task", row["id"], state=TaskState.DONE.value, ended_on=day.isoformat())
        return
    act.update("task", row["id"], done_until=(due or day).isoformat())
    for part in tasks.parts(act.rows, row["id"]):
        if part.done_on is not None:
            act.update("task_part", part.id, done_on=None)
    find_again(desk, act, row["id"])


def _evidence(rows: Rows, typed: str, told: Told) -> int | None:
    if not typed:
        return None
    found = _LINE.fullmatch(fold(typed).strip())
    if found is None:
        told.wrong("evidence", "phải ghi như: sổ đi 12/2026.")
        return None
    book = _BOOKS.get(found[1], found[1])
    line = documents.by_number(rows, book, int(found[3]), int(found[2]))
    if line is None:
        told.wrong("evidence", "trong sổ không có dòng này.")
        return None
    return line.id


def _unit(rows: Rows, task: int, note: NewNote, told: Told) -> int | None:
    if note.kind is not NoteKind.UNIT_DONE or not note.whom:
        return None
    leads = [one for one in tasks.parts(rows, task) if one.role is PartRole.LEAD]
    found = next((one for one in leads if fold(one.name) == fold(note.whom)), None)
    if found is None:
        told.wrong("whom", "không phải đơn vị phải làm việc này; thêm đơn vị ở Sửa nhiệm vụ.")
        return None
    return found.id


def _all_done(rows: Rows, task: int) -> bool:
    leads = [one for one in tasks.parts(rows, task) if one.role is PartRole.LEAD]
    return all(one.done_on is not None for one in leads)


def _gone(task: int) -> KeptTask:
    raise TaskMissing(task=task)
