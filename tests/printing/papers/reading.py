"""Reads printed papers back with PDFium: every run of text with its place, font and size."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from bmnn_desktop.printing.lines import Foot
from bmnn_desktop.printing.papers import PaperPrinted, preview_paper, print_paper
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.printing.papers.letterhead import Letterhead
from tests.printing.papers.invented import FOOT, LETTERHEAD

MM = 72 / 25.4
_SAME_RUN = 3.5  # points between two letters of one run
_NAME_LENGTH = 100


class Run(NamedTuple):
    """Text on one baseline in one font; points from the lower left corner."""

    text: str
    left: float
    right: float
    base: float
    font: str
    size: float


class Rule(NamedTuple):
    """A drawn line or frame."""

    left: float
    bottom: float
    right: float
    top: float


class _Letter(NamedTuple):
    letter: str
    left: float
    right: float
    base: float
    font: str
    size: float


def printed(
    paper: Paper,
    *,
    letterhead: Letterhead = LETTERHEAD,
    foot: Foot = FOOT,
    training: bool = False,
) -> tuple[bytes, PaperPrinted]:
    """Print a paper in memory."""
    out = io.BytesIO()
    known = print_paper(paper, letterhead, out, lambda _: foot, training=training)
    return out.getvalue(), known


def previewed(paper: Paper, *, training: bool = False) -> tuple[bytes, PaperPrinted]:
    """Preview a paper in memory."""
    out = io.BytesIO()
    known = preview_paper(paper, LETTERHEAD, out, training=training)
    return out.getvalue(), known


def runs(pdf: bytes) -> list[list[Run]]:
    """Return the runs of every page in the order in which they were drawn."""
    document = pdfium.PdfDocument(pdf)
    try:
        return [_joined(list(_letters(page.get_textpage()))) for page in document]
    finally:
        document.close()


def rules(pdf: bytes, page: int) -> list[Rule]:
    """Return the lines and frames of a page itself, without those of shared drawings."""
    document = pdfium.PdfDocument(pdf)
    try:
        kind = raw.FPDF_PAGEOBJ_PATH
        found = document[page].get_objects(filter=[kind], max_depth=1)
        return [Rule(*each.get_bounds()) for each in found]
    finally:
        document.close()


def find(found: list[Run], text: str) -> Run:
    """Return the one run with this text in it."""
    (only,) = [run for run in found if text in run.text]
    return only


def _letters(text: pdfium.PdfTextPage) -> Iterator[_Letter]:
    name = ctypes.create_string_buffer(_NAME_LENGTH)
    flags = ctypes.c_int()
    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    for number in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, number))
        if raw.FPDFText_IsGenerated(text, number) or letter in "\r\n":
            continue
        raw.FPDFText_GetFontInfo(text, number, name, _NAME_LENGTH, flags)
        raw.FPDFText_GetCharOrigin(text, number, x, y)
        raw.FPDFText_GetLooseCharBox(text, number, box)
        font = name.value.decode().split("+")[-1]
        size = raw.FPDFText_GetFontSize(text, number)
        yield _Letter(letter, x.value, box.right, y.value, font, size)


def _joined(letters: list[_Letter]) -> list[Run]:
    found: list[Run] = []
    for each in letters:
        last = found[-1] if found else None
        if (
            last
            and last.base == each.base
            and (last.font, last.size) == (each.font, each.size)
            and -1 < each.left - last.right < _SAME_RUN
        ):
            found[-1] = last._replace(text=last.text + each.letter, right=each.right)
        else:
            found.append(Run(each.letter, each.left, each.right, each.base, each.font, each.size))
    return [run._replace(text=run.text.strip()) for run in found if run.text.strip()]
