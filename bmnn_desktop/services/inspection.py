"""Phiên kiểm tra: opened, ended, recorded look by look; `guest` says what it means."""

from __future__ import annotations

from collections.abc import Sequence

from bmnn_desktop.domain.clock import stamp
from bmnn_desktop.domain.inspection import Inspection, Look, Looked, NewInspection
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import (
    FieldsWrong,
    FieldWrong,
    InspectionMissing,
    InspectionUnderWay,
    NotAllowed,
)
from bmnn_desktop.registers.checking import LONGEST
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.guest import open_to_guests
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import inspections

_LABELS = {
    "inspector": "Họ và tên cán bộ kiểm tra",
    "body": "Cơ quan kiểm tra",
    "decision": "Số quyết định kiểm tra",
}


def open_inspection(
    desk: WritingDesk, new: NewInspection, *, by_command: bool = False
) -> Inspection:
    """Open a guest session; from here on nothing else is written.

    Raises NotAllowed, FieldsWrong, InspectionUnderWay.
    """
    if not {Role.KEEPER, Role.CONFIRMER} & desk.session.roles:
        raise NotAllowed
    typed = {name: tidy(getattr(new, name)) for name in _LABELS}
    wrong = tuple(
        FieldWrong(field=name, label=label, why=why)
        for name, label in _LABELS.items()
        if (why := _why_not(typed[name]))
    )
    if wrong:
        raise FieldsWrong(wrong)
    with desk.journal.write("inspection.open") as act:
        if inspections.open_one(act.rows) is not None:
            raise InspectionUnderWay
        act.detail["by_command"] = by_command
        row = act.insert(
            "inspection",
            **typed,
            decided_on=None if new.decided_on is None else new.decided_on.isoformat(),
            opened_by=desk.session.person,
            opened_at=stamp(desk.clock.now()),
            closed_at=None,
        )
    opened = _found(desk, row)
    desk.session.guest.enter(opened)
    return opened


@open_to_guests
def note_looks(desk: WritingDesk, looks: Sequence[Look]) -> int:
    """Record what the inspector opened; return how many of them are new. Nothing after the end."""
    guest = desk.session.guest
    new = guest.unseen(looks)
    if guest.inspection is None or not new:
        return 0
    with desk.journal.write("inspection.look") as act:
        for look in new:
            act.insert(
                "inspection_look",
                inspection_id=guest.inspection.id,
                kind=look.kind.value,
                what=look.what,
                row=look.row,
                looked_at=stamp(desk.clock.now()),
            )
    guest.saw(new)
    return len(new)


@open_to_guests
def close_inspection(desk: WritingDesk) -> Inspection:
    """End the session that is open, now; raise InspectionMissing."""
    found = inspections.open_one(desk.rows)
    if found is None:
        raise InspectionMissing
    return _close(desk, found, stamp(desk.clock.now()))


def end_left_inspection(desk: WritingDesk, *, is_command: bool) -> Inspection | None:
    """Settle what another process left open at this unlocking; return what was ended.

    A command carries on what was opened by command.
    """
    found = inspections.open_one(desk.rows)
    if found is None:
        return None
    if is_command and found.by_command:
        seen = (each.look for each in inspections.looks(desk.rows, found.id))
        desk.session.guest.enter(found, seen)
        return None
    return _close(desk, found, inspections.last_moment(desk.rows, found.id))


def list_inspections(desk: Desk) -> tuple[Inspection, ...]:
    """Return every session, the newest first."""
    return inspections.every(desk.rows)


def show_looks(desk: Desk, inspection: int) -> tuple[Looked, ...]:
    """Return what was opened in a session; raise InspectionMissing."""
    return inspections.looks(desk.rows, _found(desk, inspection).id)


def find_inspection(desk: Desk, inspection: int | None) -> Inspection:
    """Return a session; None: the one under way, else the newest. Raises InspectionMissing."""
    if inspection is not None:
        return _found(desk, inspection)
    under_way = desk.session.guest.inspection
    found = inspections.every(desk.rows)
    if under_way is not None:
        return under_way
    if not found:
        raise InspectionMissing
    return found[0]


def _why_not(text: str) -> str:
    if not text:
        return "chưa ghi."
    return f"dài quá {LONGEST} ký tự." if len(text) > LONGEST else ""


def _close(desk: WritingDesk, found: Inspection, moment: str) -> Inspection:
    with desk.journal.write("inspection.close") as act:
        act.update("inspection", found.id, closed_at=moment)
    desk.session.guest.leave()
    return _found(desk, found.id)


def _found(desk: Desk, inspection: int) -> Inspection:
    found = inspections.by_id(desk.rows, inspection)
    if found is None:
        raise InspectionMissing
    return found
