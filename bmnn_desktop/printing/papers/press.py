"""Sets a paper from head to signature and writes it, with its foot or its watermark."""

from __future__ import annotations

from typing import BinaryIO

from bmnn_desktop.printing.ink import Ink
from bmnn_desktop.printing.lines import Foot
from bmnn_desktop.printing.papers.body import GAP, BodySetter
from bmnn_desktop.printing.papers.closing import ClosingSetter
from bmnn_desktop.printing.papers.composition import Composition, tidied
from bmnn_desktop.printing.papers.head import HeadSetter
from bmnn_desktop.printing.papers.margin import draw_foot, draw_margin, draw_mark, page_number
from bmnn_desktop.printing.papers.page import BOUND, LANDSCAPE, PORTRAIT, Page
from bmnn_desktop.printing.papers.strip import Pages, Strip
from bmnn_desktop.printing.pdf_file import PdfFile

_TITLE = "Văn bản"  # neutral: no name, no subject in the file's properties
_MARGIN = "margin"
_FOOT = "foot"
_MARK = "mark"


class Press:
    """One paper being laid out, then printed or previewed."""

    def __init__(self, composition: Composition, *, training: bool, preview: bool) -> None:
        wide = LANDSCAPE if composition.landscape else PORTRAIT
        self._page = BOUND if composition.bound else wide
        self._around = _MARK if preview else _FOOT
        self._pdf = PdfFile(_TITLE, self._page.width, self._page.height, (_MARGIN, self._around))
        self._lay_out(tidied(composition), training=training)

    def _lay_out(self, composition: Composition, *, training: bool) -> None:
        pdf, page = self._pdf, self._page
        pdf.draw(_MARGIN, draw_margin(pdf, page, composition, training=training))
        head = HeadSetter(pdf, page, composition).strips()  # read in the order they are set
        body = BodySetter(pdf, page).strips(composition.body)
        if body:
            body[-1].keep = True  # signatures never stand alone
        closing = ClosingSetter(pdf, page)
        strips = [
            *head,
            *body,
            *closing.strips(composition.signatures, composition.recipients),
        ]
        if composition.bound:
            _spread(strips, page)
        pages = Pages(page)
        pages.fill(strips)
        self.pages = len(pages.inks)
        for number, content in enumerate(pages.inks, 1):
            ink = Ink()
            if self._around == _MARK:
                ink.show(_MARK)
            ink.show(_MARGIN)
            with ink.artifact():
                page_number(ink, pdf, page, number)
            ink.add(content.operators)
            if self._around == _FOOT:
                ink.show(_FOOT)
            pdf.page(ink.code(), content.marks)

    def print(self, out: BinaryIO, foot: Foot) -> None:
        """Write the paper, every page with its foot."""
        self._pdf.draw(_FOOT, draw_foot(self._pdf, self._page, foot))
        self._pdf.finish(out)

    def preview(self, out: BinaryIO) -> None:
        """Write the paper, every page with its watermark and without a code."""
        self._pdf.draw(_MARK, draw_mark(self._pdf, self._page))
        self._pdf.finish(out)


def _spread(strips: list[Strip], page: Page) -> None:
    """Let what fits on one page in a frame fill it, by wider gaps where there are any."""
    spare = page.top - page.bottom - sum(strip.gap + strip.height for strip in strips)
    gaps = [strip for strip in strips if strip.gap >= GAP]
    for strip in gaps:
        strip.gap += max(0.0, min(spare / (len(gaps) + 1), strip.gap * 1.5))
