"""One print run or preview: pages with heads and frame around them, and the foot last of all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from bmnn_desktop.domain.form import Form
from bmnn_desktop.printing.cover import draw_cover
from bmnn_desktop.printing.foot import draw_entry, draw_reprint, show_in_slot
from bmnn_desktop.printing.frame import (
    draw_heads,
    draw_label,
    draw_margin,
    draw_mark,
    draw_note,
    volume_name,
)
from bmnn_desktop.printing.ink import MM, Ink
from bmnn_desktop.printing.lines import Cover, Foot
from bmnn_desktop.printing.paper import HEIGHT, WIDTH, Paper
from bmnn_desktop.printing.pdf_file import PdfFile
from bmnn_desktop.printing.placed import Feed, PlacedLine, SheetPrinted, sheet_digest
from bmnn_desktop.printing.rows import RowSetter
from bmnn_desktop.printing.sheet import Sheet
from bmnn_desktop.printing.tags import Element

TITLE = "Sổ đăng ký"  # neutral: no name, no subject in the file's properties
_MARGIN = "margin"
_HEADS = "heads"
_ENTRY = "entry"
_REPRINT = "reprint"
_MARK = "mark"
_LEGEND = "Các ô trên: mã đối chiếu của từng lần in."


class Run:
    """The pages of one run of one book."""

    def __init__(
        self,
        form: Form,
        cover: Cover,
        *,
        preview: bool = False,
        offset_mm: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        self.form = form
        self.cover = cover
        self._preview = preview
        last = (_MARK,) if preview else (_ENTRY, _REPRINT)
        right, down = offset_mm
        shift = (right * MM, -down * MM)
        self._pdf = PdfFile(TITLE, WIDTH, HEIGHT, (_MARGIN, _HEADS, *last), shift)
        self._paper = Paper.of(form)
        heads, self._top = draw_heads(self._pdf, self._paper, form, cover)
        self._pdf.draw(_HEADS, heads)
        legend = "" if preview else _LEGEND
        self._pdf.draw(_MARGIN, draw_margin(self._pdf, self._paper, form, cover, legend))

    def row_setter(self) -> RowSetter:
        """Return what sets lines in the columns of this run."""
        return RowSetter(self.form, self._pdf)

    def sheet(self, used: int = 0) -> Sheet:
        """Return a sheet to draw on, of which `used` is filled."""
        return Sheet(self.form, self._pdf, self._paper, self._top, used)

    def add_cover(self) -> None:
        """Add the cover."""
        section = self._pdf.tags.element("Sect")
        page = self._page(f"{volume_name(self.cover)} – Bìa", section)
        with page.marked(self._pdf.tags.element("P", section)):
            page.add(draw_cover(self._pdf, self._paper, self.form, self.cover).operators)
        self._add(page, slot=1, again=True)

    def add(
        self,
        sheet: Sheet,
        number: int,
        feed: Feed,
        slot: int,
        *,
        kept: Sequence[PlacedLine] = (),
        lines: Sequence[PlacedLine] = (),
        note: str = "",
    ) -> SheetPrinted:
        """Add a sheet; one that is continued has its heads and frame on paper already."""
        section = self._pdf.tags.element("Sect")
        if feed is Feed.CONTINUED:
            page = Ink()
            if self._preview:
                page.show(_MARK)
        else:
            page = self._page(f"{volume_name(self.cover)} – Tờ số {number}", section)
            page.show(_HEADS)
        sheet.draw_on(page, section)
        if note:
            with page.marked(self._pdf.tags.element("P", section)):
                draw_note(page, self._pdf, self._paper, note)
        self._add(page, slot=slot, again=feed is Feed.REDRAWN)
        digest = sheet_digest(
            book=self.form.book,
            year=self.cover.year,
            volume_no=self.cover.volume_no,
            sheet=number,
            lines=(*kept, *lines),
        )
        return SheetPrinted(number, feed, slot, tuple(kept), tuple(lines), digest)

    def finish(self, out: BinaryIO, foot: Foot) -> None:
        """Write the print run, every page with its entry in the foot."""
        self._pdf.draw(_ENTRY, draw_entry(self._pdf, self._paper, foot))
        self._pdf.draw(_REPRINT, draw_reprint(self._pdf, self._paper, foot))
        self._pdf.finish(out)

    def finish_preview(self, out: BinaryIO) -> None:
        """Write the preview, every page with its watermark and without a code."""
        self._pdf.draw(_MARK, draw_mark(self._pdf))
        self._pdf.finish(out)

    def _page(self, label: str, section: Element) -> Ink:
        page = Ink()
        if self._preview:
            page.show(_MARK)
        page.show(_MARGIN)
        with page.marked(self._pdf.tags.element("H1", section)):
            draw_label(page, self._pdf, self._paper, label)
        return page

    def _add(self, page: Ink, *, slot: int, again: bool) -> None:
        if not self._preview:
            show_in_slot(page, _ENTRY, self._paper, slot)
            if again:
                page.show(_REPRINT)
        self._pdf.page(page.code(), page.marks)
