"""Paper fed again: what several runs print on a sheet is what one run would have printed.

Pictures of the runs are laid over each other as ink on paper is: by multiplying them.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PIL import Image, ImageChops, ImageStat

from bmnn_desktop.printing import rows
from bmnn_desktop.printing.lines import Line
from bmnn_desktop.printing.paper import BOTTOM, HEIGHT
from bmnn_desktop.printing.placed import Feed
from bmnn_desktop.printing.raster import PagePictures
from tests.printing.filling import Binder, redrawn
from tests.printing.invented import lines

_DPI = 150
_SAME = 0.04  # mean difference of grey levels; seams of rules, rounded by the rasteriser
_RUNS = ((0, 2), (2, 4), (4, 10), (10, 12), (12, 14))  # the third goes on to the second sheet


def pictures(pdf: bytes) -> list[Image.Image]:
    """Return every page in grey."""
    found = PagePictures(pdf)
    try:
        pages = [found.picture(page, _DPI) for page in range(found.page_count)]
    finally:
        found.close()
    return [
        Image.frombytes("RGB", (p.width, p.height), p.data, "raw", "BGRX", p.stride).convert("L")
        for p in pages
    ]


def overlaid(binder: Binder) -> dict[int, Image.Image]:
    """Return each sheet with all runs on it."""
    sheets: dict[int, Image.Image] = {}
    for pdf, printed in zip(binder.runs, binder.pages, strict=True):
        for sheet, picture in zip(printed, pictures(pdf), strict=True):
            before = sheets.get(sheet.number)
            sheets[sheet.number] = (
                picture if before is None else ImageChops.multiply(before, picture)
            )
    return sheets


def above_the_foot(picture: Image.Image) -> Image.Image:
    """Return the part of a page that holds heads and lines."""
    return picture.crop((0, 0, picture.width, round((HEIGHT - BOTTOM + 3) * _DPI / 72)))


def apart(one: Image.Image, other: Image.Image) -> float:
    """Return the mean difference of two pictures of one size."""
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


@pytest.fixture(scope="module")
def book() -> Sequence[Line]:
    short = [
        Line(line.seq_no, tuple(cell.split("\n")[0] for cell in line.cells), line.seq_no == 3)
        for line in lines(13)
    ]
    return [*short, Line(3, ("ĐC 01", *["đính chính"] * 9))]


@pytest.fixture(scope="module")
def at_once(book: Sequence[Line]) -> Binder:
    binder = Binder()
    binder.print(book)
    assert [len(placed) for placed in binder.sheets.values()] == [8, 6]
    return binder


@pytest.fixture(scope="module")
def in_parts(book: Sequence[Line]) -> Binder:
    binder = Binder()
    for begin, end in _RUNS:
        binder.print(book[begin:end])
    return binder


def test_two_sheets_in_three_runs_each_are_the_sheets_printed_at_once(
    at_once: Binder, in_parts: Binder
) -> None:
    assert in_parts.slots == {1: [1, 2, 3], 2: [1, 2, 3]}
    assert in_parts.sheets == at_once.sheets
    whole, parts = overlaid(at_once), overlaid(in_parts)
    for number in (1, 2):
        assert apart(above_the_foot(whole[number]), above_the_foot(parts[number])) < _SAME


def test_a_millimetre_off_is_noticed(book: Sequence[Line], at_once: Binder) -> None:
    binder = Binder()
    for begin, end in _RUNS:
        binder.print(book[begin:end], offset_mm=(1.0, 0.0) if begin == 2 else (0.0, 0.0))
    whole, parts = overlaid(at_once), overlaid(binder)
    assert apart(above_the_foot(whole[1]), above_the_foot(parts[1])) > 10 * _SAME


def test_an_offset_moves_everything_to_the_right_and_down(book: Sequence[Line]) -> None:
    plain, moved = Binder(), Binder()
    plain.print(book[:2])
    moved.print(book[:2], offset_mm=(25.4 / _DPI * 12, 25.4 / _DPI * 18))
    (one,), (other,) = pictures(plain.runs[0]), pictures(moved.runs[0])
    assert apart(ImageChops.offset(one, 12, 18), other) < _SAME
    assert apart(one, other) > 10 * _SAME


def test_runs_leave_each_others_ink_alone(in_parts: Binder) -> None:
    """No pixel is black in two runs, but where a rule goes on from the one above."""
    seen: dict[int, Image.Image] = {}
    for pdf, printed in zip(in_parts.runs, in_parts.pages, strict=True):
        for sheet, picture in zip(printed, pictures(pdf), strict=True):
            ink = picture.point(lambda level: 255 if level < 100 else 0)
            before = seen.get(sheet.number)
            if before is not None:
                assert sheet.feed is Feed.CONTINUED
                both = ImageChops.darker(before, ink)
                assert both.histogram()[255] < 150  # pixels where eleven rules meet
                ink = ImageChops.lighter(before, ink)
            seen[sheet.number] = ink


# ── drawn again ───────────────────────────────────────────────────────────────────────────────────


def _same_pages(one: bytes, other: bytes) -> None:
    for first, second in zip(pictures(one), pictures(other), strict=True):
        assert first.tobytes() == second.tobytes()


def test_kept_sheets_are_drawn_as_they_were(at_once: Binder) -> None:
    _same_pages(redrawn(at_once), at_once.runs[0])


def test_a_line_cut_over_sheets_is_drawn_again_as_it_was() -> None:
    binder = Binder()
    tall = "\n".join(["Ủy ban nhân dân xã Phú Đông Thượng", "Công an tỉnh"] * 20)
    long = "rà soát tài liệu 1204/PA-SKHDT, " * 300
    first, second, third = lines(3)
    cells = list(second.cells)
    cells[3], cells[6] = long, tall
    binder.print([first, Line(2, tuple(cells)), third])
    assert len(binder.sheets) > 2
    _same_pages(redrawn(binder), binder.runs[0])
    struck = Binder()
    struck.print([first, Line(2, tuple(cells), struck=True), third])
    _same_pages(redrawn(struck), struck.runs[0])


def test_places_stay_when_the_layout_of_new_lines_changes(
    at_once: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pictures(at_once.runs[0])
    monkeypatch.setattr(rows, "_BELOW", 3.0)
    monkeypatch.setattr(rows, "_LOWEST", 4000)
    binder = Binder()
    binder.print(lines(8))
    assert binder.sheets[1] != at_once.sheets[1]
    for first, second in zip(pictures(redrawn(at_once)), before, strict=True):
        assert first.tobytes() == second.tobytes()
