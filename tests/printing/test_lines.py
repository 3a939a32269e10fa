"""Digests of sheets: over the lines, so that they can be computed again without the PDF."""

from __future__ import annotations

import dataclasses
import hashlib
from typing import Any

import pytest

from bmnn_desktop.printing.lines import Line
from bmnn_desktop.printing.placed import sheet_digest
from tests.printing.invented import COVER, lines
from tests.printing.reading import printed

_LINES = (Line(1, ("01", "Kế hoạch")), Line(2, ("02", ""), struck=True))
_FACTS: dict[str, Any] = {"book": "outgoing", "year": 2026, "volume_no": 1, "sheet": 7}


def test_the_digest_is_of_this_very_text() -> None:
    text = (
        '{"book":"outgoing","lines":[[["01","Kế hoạch"],false],[["02",""],true]],'
        '"sheet":7,"volume":1,"year":2026}'
    )
    assert sheet_digest(**_FACTS, lines=_LINES) == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "change", [{"book": "incoming"}, {"year": 2027}, {"volume_no": 2}, {"sheet": 8}]
)
def test_every_fact_of_the_sheet_counts(change: dict[str, Any]) -> None:
    assert sheet_digest(**_FACTS | change, lines=_LINES) != sheet_digest(**_FACTS, lines=_LINES)


def test_every_cell_and_strike_counts() -> None:
    whole = sheet_digest(**_FACTS, lines=_LINES)
    first, second = _LINES
    for changed in (
        (dataclasses.replace(first, cells=("01", "Kế hoạch.")), second),
        (first, dataclasses.replace(second, struck=False)),
        (second, first),
        (first,),
    ):
        assert sheet_digest(**_FACTS, lines=changed) != whole


def test_the_digest_of_a_printed_sheet_can_be_computed_again_from_its_lines() -> None:
    book = {line.seq_no: line for line in lines(40)}
    sheets = printed(book.values())[1]
    assert sum(len(sheet.lines) for sheet in sheets) == 40
    for sheet in sheets:
        for held in (sheet.lines, [book[line.seq_no] for line in sheet.lines]):
            assert sheet.digest == sheet_digest(
                book="outgoing",
                year=COVER.year,
                volume_no=COVER.volume_no,
                sheet=sheet.number,
                lines=held,
            )
