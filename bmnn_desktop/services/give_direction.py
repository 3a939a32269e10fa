"""Ý kiến chỉ đạo: record whom the leader charged with a document, and that it was done."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.direction import Direction, NewDirection
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import DirectionMissing, FieldsWrong, FieldWrong
from bmnn_desktop.registers.incoming import INCOMING
from bmnn_desktop.services.correct_document import line_to_change
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import check_length
from bmnn_desktop.store import directions


def give_direction(desk: WritingDesk, *, year: int, seq_no: int, new: NewDirection) -> int:
    """Record a direction on an incoming document and return its row.

    Raises DocumentMissing, DocumentAnnulled, PrintUnanswered, FieldsWrong, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    leader, assignee = tidy(new.leader), tidy(new.assignee)
    wrong = tuple(
        FieldWrong(field=name, label=label, why="chưa ghi.")
        for name, label, value in (
            ("leader", "Người chỉ đạo", leader),
            ("assignee", "Người xử lý", assignee),
        )
        if not value
    )
    if wrong:
        raise FieldsWrong(wrong)
    for field, label, text in (
        ("leader", "Người chỉ đạo", leader),
        ("assignee", "Người xử lý", assignee),
        ("words", "Ý kiến", new.words),
    ):
        check_length(field, label, text)
    with desk.journal.write("direction.give") as act:
        line = line_to_change(act.rows, INCOMING.key, year, seq_no)
        return act.insert(
            "direction",
            document_id=line.id,
            given_on=desk.today().isoformat(),
            leader=leader,
            assignee=assignee,
            due_on=None if new.due_on is None else new.due_on.isoformat(),
            words=tidy(new.words),
            done_on=None,
            in_use=1,
        )


def finish_direction(desk: WritingDesk, direction: int, on: date | None = None) -> int:
    """Record that what was directed is done; return the entry. Raises DirectionMissing."""
    desk.session.require(Role.KEEPER)
    with desk.journal.write("direction.finish") as act:
        found = act.rows.value(
            "SELECT 1 FROM direction WHERE id = ? AND in_use = 1 AND done_on IS NULL", (direction,)
        )
        if found is None:
            raise DirectionMissing
        act.update("direction", direction, done_on=(on or desk.today()).isoformat())
    return act.seq


def list_directions(desk: Desk, document: int) -> tuple[Direction, ...]:
    """Return the directions on a document, oldest first."""
    return directions.of_document(desk.rows, document)
