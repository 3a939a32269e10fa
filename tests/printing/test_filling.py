"""Sheets filled over several runs: no line moves, none overlaps, and every run has its slot."""

from __future__ import annotations

import dataclasses
import io
from itertools import count, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bmnn_desktop.printing.books import print_sheets
from bmnn_desktop.printing.ink import MM
from bmnn_desktop.printing.lines import Line, printed_text
from bmnn_desktop.printing.paper import BOTTOM, Paper
from bmnn_desktop.printing.placed import (
    LINE_SLOTS,
    SLOTS,
    Feed,
    PlacedLine,
    SheetInUse,
    sheet_digest,
)
from tests.printing.filling import Binder
from tests.printing.invented import COVER, FOOT, lines, outgoing
from tests.printing.reading import pieces, squeezed, texts

_WORDS = "bản mật sao 12/KH-UBND đ\u0323 \u1ed9 😀 \n"
_CELL = st.one_of(
    st.text(_WORDS, max_size=30),
    st.text(max_size=12),
    st.integers(1, 120).map(lambda n: "kế hoạch diễn tập " * n),
    st.integers(1, 25).map(lambda n: "\n".join(["Công an xã"] * n)),
)
_SOME = st.sampled_from(["", "Mật", "02"]) | _CELL
_LINE = st.builds(
    Line,
    st.integers(1, 999),
    st.lists(_SOME, min_size=10, max_size=10).map(tuple),
    st.booleans(),
)
_RUNS = st.lists(st.lists(_LINE, min_size=1, max_size=4), min_size=1, max_size=5)


@pytest.fixture(scope="module")
def room() -> int:
    """Return how many hundredths of a point a sheet has for lines, by its own drawing."""
    pdf = Binder()
    pdf.print([Line(1, ("01", *[""] * 9))])
    heads = [piece for piece in pieces(pdf.runs[0], 0) if piece.text == "(1)"]
    return round((heads[0].bottom - BOTTOM) * 100)


@settings(max_examples=20, deadline=None)
@given(_RUNS)
def test_no_line_moves_or_overlaps_and_all_stand_above_the_foot(
    room: int, runs: list[list[Line]]
) -> None:
    binder = Binder()
    for batch in runs:
        before = {number: list(placed) for number, placed in binder.sheets.items()}
        binder.print(batch)
        for number, placed in before.items():
            assert binder.sheets[number][: len(placed)] == placed
        for number, placed in binder.sheets.items():
            _is_sound(placed, room)
            assert binder.slots[number] == list(range(1, len(binder.slots[number]) + 1))
    stored = [line for placed in binder.sheets.values() for line in placed]
    _is_whole(stored, [line for batch in runs for line in batch])


def _is_whole(stored: list[PlacedLine], given: list[Line]) -> None:
    """Say that the parts of each line, put together, are the line."""
    begins = [place for place, line in enumerate(stored) if line.part == 1]
    assert len(begins) == len(given)
    for begin, end, line in zip(begins, [*begins[1:], len(stored)], given, strict=True):
        parts = stored[begin:end]
        assert [part.part for part in parts] == list(range(1, len(parts) + 1))
        assert {(part.seq_no, part.struck) for part in parts} == {(line.seq_no, line.struck)}
        for column in range(1, 10):
            found = squeezed("".join(part.cells[column] for part in parts))
            assert found == squeezed(printed_text(line.cells[column]))


def _is_sound(placed: list[PlacedLine], room: int) -> None:
    assert placed[0].top == 0
    assert [line.position for line in placed] == list(range(1, len(placed) + 1))
    for above, below in pairwise(placed):
        assert above.top + above.height == below.top
    assert all(line.height >= 2600 for line in placed)
    assert placed[-1].top + placed[-1].height <= room


def test_a_sheet_that_goes_on_gets_only_new_rows_and_its_next_slot() -> None:
    binder = Binder()
    book = list(lines(4))
    binder.print(book[:2])
    (sheet,) = binder.print(book[2:4])
    assert (sheet.number, sheet.feed, sheet.slot, sheet.kept) == (1, Feed.CONTINUED, 2, ())
    assert [line.seq_no for line in sheet.lines] == [3, 4]
    (text,) = texts(binder.runs[1])
    assert "03" in text
    assert "mục 1208 · 16/11/2026" in text
    for printed_before in (COVER.org, "Quyển", "(7)", "Nghị định", "mục 1207", book[0].cells[1]):
        assert printed_before not in text


def test_the_digest_of_a_run_is_over_the_lines_it_prints_on_the_sheet() -> None:
    binder = Binder()
    book = list(lines(4))
    binder.print(book[:2])
    (sheet,) = binder.print(book[2:4])
    assert sheet.digest == sheet_digest(
        book="outgoing", year=2026, volume_no=1, sheet=1, lines=book[2:4]
    )


def test_numbers_of_new_sheets_need_not_follow_each_other() -> None:
    sheets = print_sheets(
        outgoing(),
        COVER,
        out=io.BytesIO(),
        commit=lambda _: FOOT,
        numbers=iter([7, 9, 12]),
        lines=lines(9),
    )
    assert [sheet.number for sheet in sheets] == [7, 9, 12][: len(sheets)]
    assert len(sheets) > 1


def test_a_sheet_with_too_little_room_stays_in_the_binder() -> None:
    full = SheetInUse(4, 39_000, 9, 3)
    sheets = print_sheets(
        outgoing(),
        COVER,
        out=io.BytesIO(),
        commit=lambda _: FOOT,
        numbers=count(5),
        start=full,
        lines=lines(2),
    )
    assert [(sheet.number, sheet.feed, sheet.slot) for sheet in sheets] == [(5, Feed.NEW, 1)]


def test_a_sheet_whose_slots_are_used_takes_no_further_lines() -> None:
    binder = Binder()
    for seq_no in range(1, 14):
        binder.print([Line(seq_no, (f"{seq_no:02d}", *[""] * 9))])
    assert binder.slots[1] == list(range(1, LINE_SLOTS + 1))
    assert len(binder.slots) == 2
    assert LINE_SLOTS == SLOTS - 1


def test_slots_lie_beside_each_other_below_the_lines_and_on_the_paper() -> None:
    paper = Paper.of(outgoing())
    corners = [paper.slot(number) for number in range(1, SLOTS + 1)]
    for number, (x, y) in enumerate(corners):
        assert x >= paper.left - 0.01
        assert x + paper.slot_width <= paper.right + 0.01
        assert y > 7 * MM
        assert y + 7.7 * MM <= BOTTOM - 1.5 * MM
        for other_x, other_y in corners[:number]:
            beside = abs(x - other_x) >= paper.slot_width - 0.01
            above = abs(y - other_y) >= 8.9 * MM
            assert beside or above


@pytest.mark.parametrize("slot", range(1, SLOTS + 1))
def test_every_slot_holds_its_text_inside(slot: int) -> None:
    out = io.BytesIO()
    print_sheets(
        outgoing(),
        COVER,
        out=out,
        commit=lambda _: FOOT,
        numbers=count(2),
        start=SheetInUse(1, 0, 0, slot - 1) if slot <= LINE_SLOTS else None,
        lines=lines(1),
    )
    paper = Paper.of(outgoing())
    x, y = paper.slot(slot if slot <= LINE_SLOTS else 1)
    found = [piece for piece in pieces(out.getvalue(), 0) if piece.top < BOTTOM]
    inside = [
        piece
        for piece in found
        if x + 7.7 * MM < piece.left and piece.right < x + paper.slot_width
        if y - 3 < piece.bottom and piece.top < y + 9 * MM
    ]
    assert len(inside) == 3
    assert inside[0].text == "ABCDE-01234-56789"


def test_a_code_of_the_widest_letters_stays_in_its_slot() -> None:
    out = io.BytesIO()
    wide = dataclasses.replace(FOOT, code="-".join(["WWWWW"] * 5), entry=123_456_789)
    print_sheets(
        outgoing(), COVER, out=out, commit=lambda _: wide, numbers=count(1), lines=lines(1)
    )
    paper = Paper.of(outgoing())
    found = [piece for piece in pieces(out.getvalue(), 0) if 22 < piece.bottom < BOTTOM]
    assert len(found) == 3
    assert all(piece.right < paper.left + paper.slot_width for piece in found)


# ── correction lines ──────────────────────────────────────────────────────────────────────────────


def test_a_correction_line_shows_its_label_and_keeps_its_number() -> None:
    binder = Binder()
    book = list(lines(3))
    again = Line(2, ("ĐC 12", *book[1].cells[1:]))
    binder.print([book[2], book[1], again, again])
    placed = [line for sheet in binder.sheets.values() for line in sheet]
    assert [line.seq_no for line in placed] == [3, 2, 2, 2]
    assert squeezed("".join(texts(binder.runs[0]))).count("ĐC12") == 2


# ── kept sheets ───────────────────────────────────────────────────────────────────────────────────


def test_a_preview_shows_the_sheet_in_use_whole_with_its_new_lines() -> None:
    binder = Binder()
    book = list(lines(6))
    binder.print(book[:2])
    pdf, sheets = binder.previewed(book[2:6])
    cover, first, *_ = texts(pdf)
    assert "Bìa" in cover
    assert "Tờ số 1" in first
    assert book[0].cells[1] in first
    assert book[2].cells[1] in first
    assert sheets[0].feed is Feed.REDRAWN
    assert [line.seq_no for line in sheets[0].kept] == [1, 2]
    held = [*sheets[0].kept, *sheets[0].lines]
    assert sheets[0].digest == sheet_digest(
        book="outgoing", year=2026, volume_no=1, sheet=1, lines=held
    )
    after = binder.print(book[2:6])
    assert [sheet.lines for sheet in after] == [sheet.lines for sheet in sheets]
