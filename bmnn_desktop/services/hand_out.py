"""Copies go to one receiver: a line of the transfer log for each document, and the step itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bmnn_desktop.domain.custody import CopyPlace, Step
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.errors import AlreadyHolds, FieldsWrong, FieldWrong
from bmnn_desktop.services.copy_steps import Leaves, line_of, take_step
from bmnn_desktop.services.handover_lines import HandoverLines, settle_lines
from bmnn_desktop.services.typed_text import check_length, needed_text
from bmnn_desktop.store import copies
from bmnn_desktop.store.act import Act


@dataclass(frozen=True, slots=True)
class HandedOut:
    """What handing copies out came to: the entry, and the new lines of the year's transfer log."""

    entry: int
    year: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """For whom and until when copies go out.

    `due_on`: to be back (Tài liệu thu hồi); `occasion`: the meeting they are for.
    """

    receiver: str
    on: date
    due_on: date | None = None
    occasion: str = ""
    parcel: int | None = None
    remark: str = ""

    def checked(self) -> Terms:
        """Return them as they are stored; raise FieldsWrong."""
        check_due(self.due_on, self.on)
        check_length("occasion", "Dùng vào việc", self.occasion)
        return replace(self, receiver=needed_text("receiver", "Người nhận", self.receiver))


def check_due(due_on: date | None, on: date) -> None:
    """Raise FieldsWrong for copies that are to be back before they go."""
    if due_on is not None and due_on < on:
        why = f"trước ngày {short_date(on)}."
        raise FieldsWrong((FieldWrong(field="due_on", label="Hạn trả", why=why),))


def hand_out(
    act: Act,
    lines: HandoverLines,
    some: Sequence[CopyPlace],
    step: Step,
    terms: Terms,
    *,
    today: date,
) -> tuple[int, ...]:
    """Take a step that hands copies out and return the numbers of the lines it deals.

    Raises AlreadyHolds, StepImpossible, FieldsWrong.
    """
    for copy in some:
        if copy.holder == terms.receiver and copy.standing in step.begins_at:
            raise AlreadyHolds(copy=copy.number, line=line_of(act.rows, copy), holder=copy.holder)
    by_document: dict[int, list[CopyPlace]] = {}
    for copy in some:
        by_document.setdefault(copy.document_id, []).append(copy)
    numbers = []
    for document, group in by_document.items():
        ids = [copy.id for copy in group]
        line = lines.deal(
            document,
            terms.receiver,
            len(group),
            recipient=copies.recipient_named(act.rows, ids, terms.receiver),
            due_on=terms.due_on,
            occasion=terms.occasion,
            parcel=terms.parcel,
        )
        leaves = Leaves(
            holder=terms.receiver, due_on=terms.due_on, handover=line, remark=terms.remark
        )
        take_step(act, group, step, terms.on, leaves, today=today)
        settle_lines(act, group, terms.on)
        numbers.append(int(act.read("handover", line)["seq_no"] or 0))
    return tuple(numbers)
