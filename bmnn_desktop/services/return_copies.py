"""Ký trả: copies come back, on the line they went out with; what is in them is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.custody import CopyPlace, Step
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import CountDiffers
from bmnn_desktop.services.copy_steps import Leaves, check_day, chosen, line_of, take_step
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.handover_lines import settle_lines
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import check_length
from bmnn_desktop.store import documents


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted in one copy; None: not counted. The remark is of this copy alone."""

    pages: int | None = None
    annexes: int | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """What a return came to: the entry, and in words which copies are not as they went out."""

    entry: int
    differences: tuple[str, ...]


def return_copies(
    desk: WritingDesk,
    copies: Sequence[int],
    *,
    on: date | None = None,
    place: str = "",
    counted: Mapping[int, Counted] | None = None,
    remark: str = "",
) -> Returned:
    """Take copies back into the place of storage; lines of which all is back end.

    A count that differs from the register's needs a remark, and stands in it. Raises CountDiffers,
    NoCopyChosen, CopyMissing, DocumentAnnulled, StepImpossible, FieldsWrong, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    day, today = on or desk.today(), desk.today()
    check_day(day, today)
    check_length("place", "Nơi để", place)
    differences = []
    with desk.journal.write("custody.return") as act:
        some = chosen(act.rows, copies)
        about = documents.by_ids(act.rows, sorted({copy.document_id for copy in some}))
        for copy in some:
            found = (counted or {}).get(copy.id, Counted())
            words = tidy(found.remark) or tidy(remark)
            if differing := difference(copy, about[copy.document_id], found):
                line = line_of(act.rows, copy)
                if not words:
                    raise CountDiffers(
                        copy=copy.number, line=line, found=differing[0], known=differing[1]
                    )
                said = f"đếm được {differing[0]}, sổ ghi {differing[1]}"
                differences.append(f"{copy.number} của {line}: {said}")
                words = f"{said[:1].upper()}{said[1:]}: {words}"
            leaves = Leaves(place=place, pages=found.pages, annexes=found.annexes, remark=words)
            take_step(act, (copy,), Step.RETURN, day, leaves, today=today)
        settle_lines(act, some, day)
    return Returned(act.seq, tuple(differences))


def difference(copy: CopyPlace, line: Document, found: Counted) -> tuple[str, str] | None:
    """Return in words what was counted and what the register says; None: they agree.

    What was not counted, or what the register does not know, is not compared.
    """
    differing = [
        (f"{counted} {unit}", f"{known} {unit}")
        for unit, counted, known in (
            ("trang", found.pages, line.pages if copy.pages is None else copy.pages),
            ("phụ lục", found.annexes, line.annexes if copy.annexes is None else copy.annexes),
        )
        if counted is not None and known is not None and counted != known
    ]
    if not differing:
        return None
    return ", ".join(each[0] for each in differing), ", ".join(each[1] for each in differing)
