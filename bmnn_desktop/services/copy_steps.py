"""One step for one or many copies: the only code that moves a copy, all of them or none.

The table of what may follow what is `domain.custody`; here it is held against the vault, with the
line that stands in the way. Days run forward along each chain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bmnn_desktop.domain.custody import CopyPlace, Origin, Standing, Step
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.text import inside, tidy
from bmnn_desktop.errors import (
    CopiesOut,
    CopyMissing,
    DocumentAnnulled,
    FieldsWrong,
    FieldWrong,
    NoCopyChosen,
    StepImpossible,
)
from bmnn_desktop.services.deed import line_words
from bmnn_desktop.services.typed_text import check_length
from bmnn_desktop.store import copies, documents, incidents, removals
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.row_names import Numbered
from bmnn_desktop.store.rows import Rows

_KEEPS_HOLDER = frozenset(
    {Step.SIGN, Step.UNSIGN, Step.RECALL, Step.REMIND, Step.SEE, Step.MISS, Step.LOSE}
)
_KEEPS_DUE = frozenset({Step.SIGN, Step.UNSIGN, Step.REMIND, Step.SEE, Step.MISS})
_HANDS_OUT = (Step.GIVE, Step.SEND)
# What is only said or looked at: the copy lies where it lay, and has since the same day.
_KEEPS_SINCE = frozenset({Step.RECALL, Step.REMIND, Step.SEE})


@dataclass(frozen=True, slots=True)
class Leaves:
    """What a step leaves beside the standing; None: as the step's kind has it."""

    holder: str | None = None
    place: str = ""
    due_on: date | None = None
    handover: int | None = None
    removal: int | None = None
    incident: int | None = None
    provision: int | None = None
    pages: int | None = None
    annexes: int | None = None
    remark: str = ""


def chosen(rows: Rows, ids: Sequence[int]) -> tuple[CopyPlace, ...]:
    """Return the copies, each once; raise NoCopyChosen, CopyMissing, DocumentAnnulled."""
    if not ids:
        raise NoCopyChosen
    found = copies.by_ids(rows, list(dict.fromkeys(ids)))
    gone = [one for one in ids if one not in found]
    if gone:
        raise CopyMissing(copy="bản này", line="tài liệu này")
    about = documents.by_ids(rows, sorted({copy.document_id for copy in found.values()}))
    for line in about.values():
        if line.is_annulled:
            raise DocumentAnnulled(line=words_of(line))
    return tuple(found[one] for one in dict.fromkeys(ids))


def copy_of(rows: Rows, line: Document, origin: Origin, copy_no: int) -> CopyPlace:
    """Return a copy by its number; raise CopyMissing."""
    found = copies.find(rows, line.id, origin, copy_no)
    if found is None:
        raise CopyMissing(copy=inside(origin.number(copy_no)), line=words_of(line))
    return found


def take_step(
    act: Act,
    some: Sequence[CopyPlace],
    step: Step,
    on: date,
    leaves: Leaves = Leaves(),
    *,
    today: date,
) -> tuple[CopyPlace, ...]:
    """Take one step with copies and return them as they stand now.

    Raises StepImpossible, FieldsWrong for a day to come or before the last step.
    """
    check_day(on, today)
    remark = tidy(leaves.remark)
    check_length("remark", "Ghi chú", remark)
    return tuple(_one(act, copy, step, on, replace(leaves, remark=remark)) for copy in some)


def check_day(on: date, today: date, field: str = "on", label: str = "Ngày") -> None:
    """Raise FieldsWrong for a day to come."""
    if on > today:
        raise FieldsWrong((FieldWrong(field=field, label=label, why="chưa đến ngày này."),))


def require_in_store(rows: Rows, some: Sequence[CopyPlace]) -> None:
    """Raise CopiesOut for the first copy that is not kept here."""
    for copy in some:
        if copy.standing is not Standing.STORE:
            raise CopiesOut(copy=copy.number, line=line_of(rows, copy), where=copy.words)


def line_of(rows: Rows, copy: CopyPlace) -> str:
    """Return "số 12 sổ đi 2026"."""
    line = documents.by_id(rows, copy.document_id)
    return "tài liệu này" if line is None else words_of(line)


def words_of(line: Document) -> str:
    """Return "số 12 sổ đi 2026"."""
    return line_words(Numbered(line.book, line.year, line.seq_no))


def _one(act: Act, copy: CopyPlace, step: Step, on: date, leaves: Leaves) -> CopyPlace:
    standing = step.leads_to(copy.standing)
    if standing is None:
        raise StepImpossible(
            copy=copy.number,
            line=line_of(act.rows, copy),
            where=copy.words,
            since="" if copy.since is None else f" từ {short_date(copy.since)}",
            step=step.label,
            why=_way(act.rows, copy),
        )
    _check_order(act.rows, copy, on)
    since = _since(act.rows, copy, step, on)
    now = replace(_moved(copy, step, standing, on, leaves), since=since)
    act.update(
        "copy",
        copy.id,
        standing=now.standing.value,
        holder=now.holder,
        place=now.place,
        since=_text(now.since),
        due_on=_text(now.due_on),
        handover_id=now.handover_id,
        seen_on=_text(now.seen_on),
    )
    act.insert(
        "custody",
        copy_id=copy.id,
        act=step.value,
        on_day=on.isoformat(),
        standing=now.standing.value,
        holder=now.holder,
        place=now.place,
        due_on=_text(now.due_on),
        handover_id=leaves.handover or copy.handover_id,
        removal_id=leaves.removal,
        incident_id=leaves.incident,
        provision_id=leaves.provision,
        pages=leaves.pages,
        annexes=leaves.annexes,
        remark=leaves.remark,
    )
    return now


def _moved(copy: CopyPlace, step: Step, standing: Standing, on: date, leaves: Leaves) -> CopyPlace:
    """Return the copy as the step leaves it, but for the day."""
    holder = leaves.holder
    if holder is None:
        holder = copy.holder if step in _KEEPS_HOLDER else ""
    due = leaves.due_on
    if due is None and step in _KEEPS_DUE:
        due = copy.due_on
    is_here = standing is Standing.STORE
    stays = step in _KEEPS_HOLDER
    return replace(
        copy,
        standing=standing,
        holder=tidy(holder),
        place=tidy(leaves.place) or (copy.place if stays else ""),
        due_on=due,
        handover_id=leaves.handover or (copy.handover_id if stays and not is_here else None),
        seen_on=on if step in (Step.SEE, Step.BRING_BACK, Step.RETURN) else copy.seen_on,
    )


def _since(rows: Rows, copy: CopyPlace, step: Step, on: date) -> date | None:
    """Return since when the copy is where the step leaves it."""
    if step in _KEEPS_SINCE:
        return copy.since
    if step is Step.UNSIGN:  # as if it had never been signed for
        handed = [line.on for line in copies.chain(rows, copy.id) if line.step in _HANDS_OUT]
        return handed[-1] if handed else on
    return on


def _check_order(rows: Rows, copy: CopyPlace, on: date) -> None:
    """Raise FieldsWrong for a day before the copy's last step, were it only a reminder."""
    if copy.since is not None and on < copy.since:
        why = (
            f"trước ngày {short_date(copy.since)}, khi {inside(copy.number)} {inside(copy.words)}."
        )
        raise FieldsWrong((FieldWrong(field="on", label="Ngày", why=why),))
    for last in copies.chain(rows, copy.id)[-1:]:
        if on < last.on:
            why = f"trước ngày {short_date(last.on)}, khi đã ghi “{last.step.label}” cho bản này."
            raise FieldsWrong((FieldWrong(field="on", label="Ngày", why=why),))


def _way(rows: Rows, copy: CopyPlace) -> str:
    """Return what stands in the way, and what to do about it."""
    if copy.standing is Standing.NOT_FOUND:
        case = incidents.of_copy(rows, copy.id)
        which = "vụ việc" if case is None else f"vụ việc số {case.number} năm {case.year}"
        return f"Bản chưa tìm thấy bị khóa cho tới khi {which} kết thúc; chưa ghi gì."
    if copy.standing is Standing.TAKEN_OUT:
        codes = ", ".join(map(str, removals.open_with(rows, (copy.id,))))
        return f"Hãy ghi mang về trước (lần mang ra mã {codes}); chưa ghi gì."
    line = _line(rows, copy)
    if copy.standing is Standing.LOST:
        line = incidents.lost_in(rows, copy.id) or line
    if copy.standing.is_final:
        by = f" ({line})" if line else ""
        return f"Bản này không còn thuộc sổ{by}; chưa ghi gì."
    return f"Vướng {line}; chưa ghi gì." if line else "Chưa ghi gì."


def _line(rows: Rows, copy: CopyPlace) -> str:
    """Return the line of the transfer log a copy is out with: "dòng số 8 Sổ chuyển giao …"."""
    found = rows.one("SELECT seq_no, year FROM handover WHERE id = ?", (copy.handover_id,))
    return "" if found is None else f"dòng số {found[0]} Sổ chuyển giao năm {found[1]}"


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
