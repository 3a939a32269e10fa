"""Mang về nơi lưu giữ: copies come back from a task, counted and compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.custody import CopyPlace, Step
from bmnn_desktop.domain.removal import Counted
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import (
    EventMissing,
    FieldsWrong,
    FieldWrong,
    NotOutWithRemoval,
    ReturnDiffers,
)
from bmnn_desktop.services.copy_steps import Leaves, check_day, chosen, line_of, take_step
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.handover_lines import settle_lines
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.settle_removals import settle_removals
from bmnn_desktop.services.typed_text import check_length
from bmnn_desktop.store import documents, removals
from bmnn_desktop.store.act import Act


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What a return left: how many copies are still out, and how late it came."""

    entry: int
    still_out: int
    days_late: int


def bring_back(
    desk: WritingDesk,
    removal: int,
    counted: Sequence[Counted],
    *,
    on: date | None = None,
    place: str = "",
    remark: str = "",
) -> BroughtBack:
    """Take copies of a removal back; those left out keep it open.

    Pages and annexes are compared with what the books say; a difference needs a remark. Raises
    EventMissing, NoCopyChosen, CopyMissing, NotOutWithRemoval, ReturnDiffers, StepImpossible,
    FieldsWrong, DayUnknown, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    today = desk.today()
    day = on or today
    check_day(day, today, "on", "Ngày mang về")
    said = tidy(remark)
    check_length("remark", "Ghi chú", said)
    check_length("place", "Nơi để", tidy(place))
    with desk.journal.write("removal.bring_back") as act:
        found = removals.by_id(act.rows, removal)
        if found is None:
            raise EventMissing(event=f"lần mang ra khỏi nơi lưu giữ mã {removal}")
        counts = {each.copy: each for each in counted}
        some = chosen(act.rows, list(counts))
        out = removals.still_out(act.rows, removal)
        for copy in some:
            if copy.id not in out:
                raise NotOutWithRemoval(
                    copy=copy.number, line=line_of(act.rows, copy), number=removal, where=copy.words
                )
            _compare(act, copy, counts[copy.id], said)
        for copy in some:
            leaves = Leaves(
                place=place,
                removal=removal,
                pages=counts[copy.id].pages,
                annexes=counts[copy.id].annexes,
                remark=said,
            )
            take_step(act, (copy,), Step.BRING_BACK, day, leaves, today=today)
        settle_lines(act, some, day)
        settle_removals(act, [copy.id for copy in some], day)
        left = removals.still_out(act.rows, removal)
    return BroughtBack(act.seq, len(left), max(0, (day - found.due_on).days))


def _compare(act: Act, copy: CopyPlace, counted: Counted, remark: str) -> None:
    """Raise FieldsWrong when nothing was counted, ReturnDiffers when it differs unexplained."""
    if counted.pages is None:
        why = f"chưa đếm số trang của {copy.number.lower()} {line_of(act.rows, copy)}."
        raise FieldsWrong((FieldWrong(field="pages", label="Số trang", why=why),))
    line = documents.by_id(act.rows, copy.document_id)
    pages = copy.pages if copy.pages is not None or line is None else line.pages
    annexes = copy.annexes if copy.annexes is not None or line is None else line.annexes
    told = (
        (pages, counted.pages, "trang"),
        (annexes, counted.annexes if counted.annexes is not None else annexes, "phụ lục"),
    )
    wrong = [each for each in told if each[0] is not None and each[0] != each[1]]
    if wrong and not remark:
        raise ReturnDiffers(
            copy=copy.number,
            line=line_of(act.rows, copy),
            expected=", ".join(f"{expected} {unit}" for expected, _found, unit in wrong),
            counted=", ".join(f"{found} {unit}" for _expected, found, unit in wrong),
        )
