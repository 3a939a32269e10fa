"""The golden books: invented lines with their covers, as text with positions and as pictures.

After a wanted change of the layout: `python -m tests.printing.golden`, look at the pictures, and
commit them with the change that made them.
"""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from PIL import Image

from bmnn_desktop.printing.books import print_blank_sheets, print_crossings, print_test_page
from bmnn_desktop.printing.lines import SIGNED, Line
from bmnn_desktop.printing.placed import SheetInUse
from bmnn_desktop.printing.raster import PagePictures
from tests.printing.filling import Binder
from tests.printing.invented import (
    COVER,
    FOOT,
    copying_lines,
    form,
    incoming_lines,
    lines,
    stock_lines,
    transfer_lines,
)
from tests.printing.reading import pieces, printed

FOLDER = Path(__file__).resolve().parent.parent / "golden"
COUNTS = (0, 1, 40)
_DPI = 60

_CLOSED = dataclasses.replace(
    COVER, training=True, closed_on=date(2026, 12, 31), last_no=40, sheets=9
)


def outgoing_lines(count: int) -> Iterator[Line]:
    """Yield lines of which one is signed on other sheets and one corrects another."""
    for line in lines(count):
        cells = list(line.cells)
        if line.seq_no == 16:
            cells[6] = "\n".join(
                f"{name}{SIGNED}ký tại TKN 5/2026, dòng {number}"
                for number, name in enumerate(cells[6].split("\n"), 3)
            )
        if line.seq_no == 20:
            cells = ["ĐC 12", *cells[1:6], SIGNED, *cells[7:9], "Đính chính số 12: ngày tháng."]
        yield Line(line.seq_no, tuple(cells), line.struck)


LINES: dict[str, Callable[[int], Iterator[Line]]] = {
    "outgoing": outgoing_lines,
    "incoming": incoming_lines,
    "transfer": transfer_lines,
    "stock": stock_lines,
    "copying": copying_lines,
}


@cache
def book(key: str, count: int) -> bytes:
    """Print a golden book."""
    cover = dataclasses.replace(_CLOSED, book_title=form(key).title)
    return printed(LINES[key](count), cover=cover, form=form(key))[0]


def _continued() -> bytes:
    binder = Binder()
    book = list(outgoing_lines(5))
    binder.print(book[:2])
    binder.print(book[2:5])
    return binder.runs[1]


def _blank() -> bytes:
    out = io.BytesIO()
    print_blank_sheets(form("incoming"), COVER, out=out, commit=lambda _: FOOT, numbers=[12])
    return out.getvalue()


def _crossed() -> bytes:
    out = io.BytesIO()
    used = SheetInUse(4, 21_040, 5, 4)
    print_crossings(form("outgoing"), COVER, out=out, commit=lambda _: FOOT, sheets=[used])
    return out.getvalue()


def _trial() -> bytes:
    out = io.BytesIO()
    print_test_page(out=out)
    return out.getvalue()


PICTURES: dict[str, Callable[[], tuple[bytes, int]]] = {  # which page of what
    "outgoing-cover": lambda: (book("outgoing", 40), 0),
    "outgoing-first": lambda: (book("outgoing", 40), 1),
    "outgoing-strike": lambda: (book("outgoing", 40), 5),
    "outgoing-last": lambda: (book("outgoing", 40), -1),
    "outgoing-continued": lambda: (_continued(), 0),
    "outgoing-crossed": lambda: (_crossed(), 0),
    "incoming-cover": lambda: (book("incoming", 40), 0),
    "incoming-first": lambda: (book("incoming", 40), 1),
    "incoming-last": lambda: (book("incoming", 40), -1),
    "incoming-blank": lambda: (_blank(), 0),
    "transfer-first": lambda: (book("transfer", 40), 1),
    "transfer-last": lambda: (book("transfer", 40), -1),
    "stock-first": lambda: (book("stock", 40), 1),
    "copying-first": lambda: (book("copying", 40), 1),
    "trial": lambda: (_trial(), 0),
}


def text_of(key: str) -> str:
    """Return every run of text of a book with the place of its lower left corner, in points."""
    return "".join(runs_of(book(key, count), f"{count} lines, ") for count in COUNTS)


def runs_of(pdf: bytes, heading: str = "") -> str:
    """Return every run of text of a file with its place, page by page under a heading."""
    shown = []
    for page in range(page_count(pdf)):
        shown.append(f"== {heading}page {page + 1}")
        shown += [f"{each.left:6.1f} {each.bottom:6.1f}  {each.text}" for each in pieces(pdf, page)]
    return "\n".join(shown) + "\n"


def picture_of(pdf: bytes, page: int) -> Image.Image:
    """Return a page in grey at low resolution."""
    pictures = PagePictures(pdf)
    try:
        found = pictures.picture(page % pictures.page_count, _DPI)
    finally:
        pictures.close()
    size = (found.width, found.height)
    return Image.frombytes("RGB", size, found.data, "raw", "BGRX", found.stride).convert("L")


def page_count(pdf: bytes) -> int:
    """Return the number of pages."""
    pictures = PagePictures(pdf)
    try:
        return pictures.page_count
    finally:
        pictures.close()


def main() -> None:
    """Write the golden files anew."""
    for key in LINES:
        (FOLDER / f"{key}.txt").write_text(text_of(key), "utf-8")
    for name, page in PICTURES.items():
        picture_of(*page()).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
