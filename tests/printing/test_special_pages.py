"""Sheets without a new line: blank ones for power cuts, crossings, the test page of a printer."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise

import pytest
from PIL import Image, ImageChops, ImageStat

from bmnn_desktop.printing.books import print_blank_sheets, print_crossings, print_test_page
from bmnn_desktop.printing.lines import Foot
from bmnn_desktop.printing.placed import Feed, SheetInUse, SheetKept, SheetPrinted, sheet_digest
from bmnn_desktop.printing.raster import PagePictures
from tests.printing.filling import Binder, redrawn
from tests.printing.invented import COVER, FOOT, form, lines
from tests.printing.reading import shows_code, squeezed, texts

_DPI = 254  # ten pixels to a millimetre


def _picture(pdf: bytes, page: int = 0) -> Image.Image:
    pictures = PagePictures(pdf)
    try:
        found = pictures.picture(page, _DPI)
    finally:
        pictures.close()
    size = (found.width, found.height)
    return Image.frombytes("RGB", size, found.data, "raw", "BGRX", found.stride).convert("L")


# ── blank sheets ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("book", ["outgoing", "incoming", "transfer"])
def test_blank_sheets_are_numbered_marked_and_coded(book: str) -> None:
    out = io.BytesIO()
    seen: list[tuple[int, int]] = []

    def commit(sheets: Sequence[SheetPrinted]) -> Foot:
        seen.append((len(sheets), len(out.getvalue())))
        return FOOT

    sheets = print_blank_sheets(form(book), COVER, out=out, commit=commit, numbers=[12, 15])
    assert seen == [(2, 0)]
    assert [(sheet.number, sheet.feed, sheet.slot) for sheet in sheets] == [
        (12, Feed.NEW, 1),
        (15, Feed.NEW, 1),
    ]
    nothing = sheet_digest(book=book, year=2026, volume_no=1, sheet=15, lines=())
    assert (sheets[1].lines, sheets[1].digest) == ((), nothing)
    for number, text in zip((12, 15), texts(out.getvalue()), strict=True):
        assert f"Quyển 01/2026 – Tờ số {number}" in text
        assert "TỜ DỰ PHÒNG – ghi tay khi mất điện, nhập bù sau" in text
        assert shows_code(text, FOOT.code)
        for column in form(book).columns:
            assert squeezed(column.title) in squeezed(text)


def test_rows_of_a_blank_sheet_are_high_enough_for_a_pen() -> None:
    out = io.BytesIO()
    print_blank_sheets(form("incoming"), COVER, out=out, commit=lambda _: FOOT, numbers=[1])
    column = _picture(out.getvalue()).crop((360, 0, 361, 1840)).tobytes()
    rules = [y for y in range(1, 1840) if column[y] < 160 <= column[y - 1]]
    heights = [below - above for above, below in pairwise(rules)]
    assert len([height for height in heights if height > 120]) >= 9
    assert max(rules) / 10 == pytest.approx(210 - 27, abs=0.2)


# ── crossing out ──────────────────────────────────────────────────────────────────────────────────


def test_the_unused_rest_is_crossed_and_nothing_above_it() -> None:
    out = io.BytesIO()
    used = SheetInUse(4, 20_000, 5, 4)
    (sheet,) = print_crossings(
        form("outgoing"), COVER, out=out, commit=lambda _: FOOT, sheets=[used]
    )
    assert (sheet.number, sheet.feed, sheet.slot, sheet.lines) == (4, Feed.CONTINUED, 5, ())
    (text,) = texts(out.getvalue())
    assert "Quyển" not in text
    assert shows_code(text, FOOT.code)
    box = ImageChops.invert(_picture(out.getvalue())).crop((0, 0, 2970, 1835)).getbbox()
    assert box is not None
    left, top, right, bottom = (edge / 10 for edge in box)
    assert (left, right, bottom) == pytest.approx((30, 282, 183), abs=0.4)
    assert 90 < top < 120


def test_a_crossed_sheet_is_drawn_again_with_its_cross() -> None:
    binder = Binder()
    binder.print(lines(3))
    assert binder.start is not None
    out = io.BytesIO()
    print_crossings(form("outgoing"), COVER, out=out, commit=lambda _: FOOT, sheets=[binder.start])
    paper = ImageChops.multiply(_picture(binder.runs[0]), _picture(out.getvalue()))
    again = redrawn(binder, [SheetKept(1, tuple(binder.sheets[1]), crossed=True)])
    plain = redrawn(binder, [SheetKept(1, tuple(binder.sheets[1]))])
    page = (0, 0, 2970, 1835)
    apart = [
        ImageStat.Stat(ImageChops.difference(paper.crop(page), _picture(pdf).crop(page))).mean[0]
        for pdf in (again, plain)
    ]
    assert apart[0] < 0.05
    assert apart[1] > 0.3


# ── the test page ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("offset", [(0.0, 0.0), (-1.5, 2.0)])
def test_marks_stand_twenty_millimetres_from_the_edges_moved_by_the_offset(
    offset: tuple[float, float],
) -> None:
    out = io.BytesIO()
    print_test_page(out=out, offset_mm=offset)
    picture = _picture(out.getvalue())
    right, down = (round(10 * each) for each in offset)
    for x in (200, 2770):
        for y in (200, 1900):
            x_now, y_now = x + right, y + down
            row = picture.crop((x_now - 20, y_now - 45, x_now + 21, y_now - 44)).tobytes()
            column = picture.crop((x_now - 45, y_now - 20, x_now - 44, y_now + 21)).tobytes()
            assert abs(row.index(min(row)) - 20) <= 1
            assert abs(column.index(min(column)) - 20) <= 1


def test_the_test_page_says_what_to_enter_and_nothing_of_a_book() -> None:
    out = io.BytesIO()
    print_test_page(out=out, offset_mm=(-1.5, 0.0))
    (text,) = texts(out.getvalue())
    flat = " ".join(text.split())
    assert "sang phải −1,5 mm, xuống dưới 0,0 mm" in flat
    assert "đúng 20 mm" in flat
    for none in ("Quyển", "mã đối chiếu", COVER.org, FOOT.code):
        assert none not in flat
