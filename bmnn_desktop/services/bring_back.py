"""Mang về nơi lưu giữ: copies come back from a task, counted and compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.custody import CopyPlace, Step
from bmnn_desktop.domain.removal import Counted
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import (
    CountDiffers,
    EventMissing,
    FieldsWrong,
    FieldWrong,
    NotOutWithRemoval,
)
from bmnn_desktop.services.copy_steps import Leaves, check_day, chosen, line_of, take_step
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.handover_lines import settle_lines
from bmnn_desktop.services.return_copies import Counted as ReturnedCount
from bmnn_desktop.services.return_copies import difference
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
    EventMissing, NoCopyChosen, CopyMissing, NotOutWithRemoval, CountDiffers, StepImpossible,
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
    """Raise FieldsWrong when nothing was counted, CountDiffers when it differs unexplained."""
    if counted.pages is None:
        why = f"chưa đếm số trang của {copy.number.lower()} {line_of(act.rows, copy)}."
        raise FieldsWrong((FieldWrong(field="pages", label="Số trang", why=why),))
    line = documents.by_id(act.rows, copy.document_id)
    found = ReturnedCount(counted.pages, counted.annexes)
    differing = None if line is None else difference(copy, line, found)
    if differing is not None and not remark:
        raise CountDiffers(
            copy=copy.number, line=line_of(act.rows, copy), found=differing[0], known=differing[1]
        )
