"""Nhập bù: a line that was written on paper first, under the paper's own number."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import NumberOutside, NumberTaken, PaperReferenceMissing
from bmnn_desktop.store.rows import Rows


@dataclass(frozen=True, slots=True)
class BackEntry:
    """The number on paper and where it stands there ("tờ dự phòng số 7, dòng 3")."""

    seq_no: int
    paper_reference: str


def checked_number(rows: Rows, volume: Volume, back: BackEntry) -> tuple[int, str]:
    """Return number and reference; numbering goes on above the highest.

    Raises PaperReferenceMissing, NumberTaken, NumberOutside.
    """
    reference = tidy(back.paper_reference)
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
