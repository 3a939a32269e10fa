"""Nhập bù: a line that was written on paper first, under the paper's own number."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.sheet import SheetState
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import (
    FieldsWrong,
    FieldWrong,
    NumberOutside,
    NumberTaken,
    PaperReferenceMissing,
    SheetNotBlank,
)
from bmnn_desktop.registers.checking import LONGEST
from bmnn_desktop.store import sheets
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.rows import Rows

_LARGEST = 99_999  # a mistyped number would push all that follow up for good


@dataclass(frozen=True, slots=True)
class BackEntry:
    """The number on paper and where it stands there ("quyển giấy số 2, trang 14").

    `sheet`: one of our own blank sheets; then the reference may be left empty.
    """

    seq_no: int
    paper_reference: str = ""
    sheet: int | None = None


def checked_number(rows: Rows, volume: Volume, back: BackEntry) -> tuple[int, str]:
    """Return number and reference; numbering goes on above the highest.

    Raises PaperReferenceMissing, SheetNotBlank, NumberTaken, NumberOutside, FieldsWrong.
    """
    if back.seq_no > _LARGEST:
        why = f"phải từ 1 đến {_LARGEST}."
        raise FieldsWrong((FieldWrong(field="back_no", label="Số trên sổ giấy", why=why),))
    reference = tidy(back.paper_reference)
    if len(reference) > LONGEST:
        why = f"dài quá {LONGEST} ký tự."
        wrong = FieldWrong(field="back_reference", label="Ghi ở sổ giấy", why=why)
        raise FieldsWrong((wrong,))
    if back.sheet is not None:
        place = next_place(rows, blank_sheet(rows, volume, back.sheet))
        reference = reference or f"tờ dự phòng số {back.sheet}, dòng {place}"
    if not reference:
        raise PaperReferenceMissing
    if back.seq_no < volume.first_no:
        raise NumberOutside(number=back.seq_no, year=volume.year, first=volume.first_no)
    taken = rows.value(
        "SELECT 1 FROM document WHERE book = ? AND year = ? AND seq_no = ?",
        (volume.book, volume.year, back.seq_no),
    )
    if taken:
        raise NumberTaken(number=back.seq_no, year=volume.year)
    return back.seq_no, reference


def blank_sheet(rows: Rows, volume: Volume, number: int) -> int:
    """Return the blank sheet that was written on; raise SheetNotBlank."""
    sheet = sheets.by_number(rows, volume.id, number)
    if sheet is None or not sheet.is_blank or sheet.state is not SheetState.OPEN:
        raise SheetNotBlank(number=number)
    return sheet.id


def next_place(rows: Rows, sheet: int) -> int:
    """Return the position of the next line on a sheet."""
    return max((line.position for line in sheets.lines_of(rows, sheet)), default=0) + 1


def write_on_sheet(act: Act, sheet: int, document: int) -> None:
    """Record that a line was written by hand on a blank sheet: it is on paper already."""
    act.insert(
        "sheet_line",
        sheet_id=sheet,
        position=next_place(act.rows, sheet),
        document_id=document,
        correction_id=None,
        handover_id=None,
        copy_order_id=None,
        part=1,
        print_run_id=None,
        top=None,
        height=None,
        cells="[]",
        struck=0,
        in_use=1,
    )
