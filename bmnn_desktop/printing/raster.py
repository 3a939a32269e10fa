"""Pages as pictures, in memory: what the preview shows and what goes to the printer."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import NamedTuple

from bmnn_desktop.domain.text import fold

PDFIUM = threading.Lock()  # PDFium is one per process and not made for several threads
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels: four bytes each, blue, green, red, unused (255), rows from the top.

    That is QImage.Format_RGB32 on a little-endian machine; row y begins at y * stride.
    """

    width: int
    height: int
    stride: int
    data: bytes


class Box(NamedTuple):
    """A place on a page, in shares of its width and height from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A page, counted from 0, and where on it each letter stands that was looked for."""

    page: int
    boxes: tuple[Box, ...]


class PagePictures:
    """The pages of one PDF; safe to use from any thread, one page at a time."""

    def __init__(self, pdf: bytes) -> None:
        # a tenth of a second to import: at the first preview, not at the program's start
        import pypdfium2  # noqa: PLC0415

        self._pixels = pypdfium2.raw.FPDFBitmap_BGRx
        with PDFIUM:
            self._document = pypdfium2.PdfDocument(pdf)
            self._count = len(self._document)

    @property
    def page_count(self) -> int:
        """Return how many pages there are."""
        return self._count

    def picture(self, page: int, dpi: float) -> Picture:
        """Return the picture of a page, counted from 0."""
        with PDFIUM:
            shown = self._document[page]
            try:
                bitmap = shown.render(
                    scale=dpi / _POINTS_PER_INCH,
                    force_bitmap_format=self._pixels,
                )
                return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                shown.close()

    def find(self, words: str, start: int) -> Hit | None:
        """Return the first page from `start` on, then from the first, that says `words`.

        Marks and case do not count, nor where a line breaks.
        """
        wanted = " ".join(fold(words).split())
        if not wanted:
            return None
        for number in range(start, start + self._count):
            page = number % self._count
            boxes = self._boxes(page, wanted)
            if boxes:
                return Hit(page, boxes)
        return None

    def _boxes(self, page: int, wanted: str) -> tuple[Box, ...]:
        with PDFIUM:
            shown = self._document[page]
            try:
                width, height = shown.get_size()
                text = shown.get_textpage()
                letters = _letters(text.get_text_range())
                said = "".join(letter for letter, _ in letters)
                boxes = []
                at = said.find(wanted)
                while at >= 0:
                    for _, index in letters[at : at + len(wanted)]:
                        left, bottom, right, top = text.get_charbox(index)
                        boxes.append(
                            Box(left / width, 1 - top / height, right / width, 1 - bottom / height)
                        )
                    at = said.find(wanted, at + len(wanted))
                return tuple(boxes)
            finally:
                shown.close()

    def close(self) -> None:
        """Forget the document."""
        with PDFIUM:
            self._document.close()


def _letters(text: str) -> list[tuple[str, int]]:
    """Return the letters as they are searched, each with its place; one space for any gap."""
    found: list[tuple[str, int]] = []
    for index, letter in enumerate(text):
        if letter.isspace():
            if found and found[-1][0] != " ":
                found.append((" ", index))
            continue
        found += [(bare, index) for bare in fold(letter)]
    return found
