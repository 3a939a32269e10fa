"""Reads printed books back with PDFium, which shares no code with the writer."""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import count
from typing import NamedTuple

import pypdfium2 as pdfium

from bmnn_desktop.domain.form import Form
from bmnn_desktop.printing.books import preview_sheets, print_sheets
from bmnn_desktop.printing.lines import Cover, Foot, Line
from bmnn_desktop.printing.placed import SheetPrinted
from tests.printing.invented import COVER, FOOT, outgoing


class Piece(NamedTuple):
    """A run of text on a page; points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    text: str


def printed(
    lines: Iterable[Line], *, cover: Cover = COVER, foot: Foot = FOOT, form: Form | None = None
) -> tuple[bytes, tuple[SheetPrinted, ...]]:
    """Print a book in memory: its cover and its lines on new sheets."""
    out = io.BytesIO()
    sheets = print_sheets(
        form or outgoing(),
        cover,
        out=out,
        commit=lambda _: foot,
        numbers=count(1),
        lines=lines,
        with_cover=True,
    )
    return out.getvalue(), sheets


def previewed(lines: Iterable[Line], *, cover: Cover = COVER) -> bytes:
    """Preview a book in memory."""
    out = io.BytesIO()
    preview_sheets(outgoing(), cover, out=out, numbers=count(1), lines=lines)
    return out.getvalue()


def texts(pdf: bytes) -> list[str]:
    """Return the text of every page."""
    document = pdfium.PdfDocument(pdf)
    try:
        return [document[page].get_textpage().get_text_range() for page in range(len(document))]
    finally:
        document.close()


def pieces(pdf: bytes, page: int) -> list[Piece]:
    """Return the runs of text of one page in reading order, with their boxes."""
    document = pdfium.PdfDocument(pdf)
    try:
        text = document[page].get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        return [
            Piece(left, bottom, right, top, text.get_text_bounded(*box).strip())
            for box in boxes
            for left, bottom, right, top in [box]
        ]
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Return the text without any white space: how lines were broken does not count."""
    return "".join(text.split())


def shows_code(text: str, code: str) -> bool:
    """Tell whether a page shows an anchor code, however its groups are broken into lines."""
    return code.replace("-", "") in squeezed(text).replace("-", "")
