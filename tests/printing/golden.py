"""The golden book: 40 invented lines with their cover, as text with positions and as pictures.

After a wanted change of the layout: `python -m tests.printing.golden`, look at the pictures, and
commit them with the change that made them.
"""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

from PIL import Image

from bmnn_desktop.printing.raster import PagePictures
from tests.printing.invented import COVER, lines
from tests.printing.reading import pieces, printed

FOLDER = Path(__file__).resolve().parent.parent / "golden"
TEXT = FOLDER / "outgoing.txt"
PICTURES = {"cover": 0, "strike": 4, "last": -1}  # page of the book
_DPI = 60


def book() -> bytes:
    """Print the golden book."""
    cover = dataclasses.replace(COVER, training=True, closed_on=date(2026, 12, 31), last_no=40)
    return printed(lines(40), cover=cover)[0]


def text_of(pdf: bytes) -> str:
    """Return every run of text with the place of its lower left corner, in points."""
    shown = []
    for page in range(page_count(pdf)):
        shown.append(f"== page {page + 1}")
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
    pdf = book()
    TEXT.write_text(text_of(pdf), "utf-8")
    for name, page in PICTURES.items():
        picture_of(pdf, page).save(FOLDER / f"outgoing-{name}.png", optimize=True)


if __name__ == "__main__":
    main()
