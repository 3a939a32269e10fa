"""Binds a book: rows onto sheets in one pass, cover in front, foot last of all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO

from bmnn_desktop.domain.form import Form
from bmnn_desktop.printing.cells import LEADING
from bmnn_desktop.printing.cover import draw_cover
from bmnn_desktop.printing.foot import draw_foot
from bmnn_desktop.printing.frame import draw_heads, draw_margin, draw_mark, volume_name
from bmnn_desktop.printing.ink import MM, Ink
from bmnn_desktop.printing.lines import (
    Cover,
    Foot,
    Line,
    SheetPrinted,
    printed_line,
    sheet_digest,
)
from bmnn_desktop.printing.paper import BOTTOM, FOOT_LINE, HEIGHT, WIDTH, Paper
from bmnn_desktop.printing.pdf_file import PdfFile
from bmnn_desktop.printing.sheet import Row, RowSetter, Sheet
from bmnn_desktop.printing.signing import BLOCK, Tally, signature_block

_TITLE = "Sổ đăng ký"  # neutral: no name, no subject in the file's properties
_MARGIN = "margin"
_HEADS = "heads"
_FOOT = "foot"
_MARK = "mark"
_LABEL = 11.0
_WORTH = 45 * MM  # on less a row taller than a sheet does not begin
_LEFT_OVER = 3 * LEADING  # what at least goes with the signatures of a row cut for them


class Binder:
    """One print run or preview of one book."""

    def __init__(
        self, form: Form, cover: Cover, progress: Callable[[int], None] | None, *, preview: bool
    ) -> None:
        self._form = form
        self._cover = cover
        self._progress = progress
        self._last_drawing = _MARK if preview else _FOOT
        self._pdf = PdfFile(_TITLE, WIDTH, HEIGHT, (_MARGIN, _HEADS, self._last_drawing))
        self._paper = Paper.of(form)
        heads, self._top = draw_heads(self._pdf, self._paper, form, cover)
        self._pdf.draw(_HEADS, heads)
        self._pdf.draw(_MARGIN, draw_margin(self._pdf, self._paper, form, cover))
        self._setter = RowSetter(form, self._pdf)
        self._sheets: list[SheetPrinted] = []
        self._tally = Tally()
        self._sheet = self._new_sheet()

    def lay(self, lines: Iterable[Line]) -> tuple[SheetPrinted, ...]:
        """Lay out all sheets and the cover; what is known of the sheets."""
        last: Row | None = None
        for line in lines:
            if last is not None:
                self._place(last, keep=0)
            clean = printed_line(line)
            self._tally.add(clean.seq_no, struck=clean.struck)
            last = self._setter.row(clean)
        if last is None:
            self._sheet.fill_blank(BLOCK)
        else:
            self._place(last, keep=BLOCK)
        self._close(signed=True)
        code = draw_cover(self._pdf, self._paper, self._form, self._cover, len(self._sheets))
        self._page(code, f"{volume_name(self._cover)} – Bìa", first=True)
        return tuple(self._sheets)

    def finish(self, out: BinaryIO, foot: Foot) -> None:
        """Write the print run, every page with its foot."""
        self._pdf.draw(_FOOT, draw_foot(self._pdf, self._paper, foot))
        self._pdf.finish(out)

    def finish_preview(self, out: BinaryIO) -> None:
        """Write the preview, every page with its watermark and without a code."""
        self._pdf.draw(_MARK, draw_mark(self._pdf))
        self._pdf.finish(out)

    def _place(self, row: Row, *, keep: float) -> None:
        """Put a row on the sheet, or on the next if it and `keep` do not fit."""
        need = row.height + keep
        begins_here = need > self._top - BOTTOM and self._sheet.room >= _WORTH
        if need > self._sheet.room and self._sheet.lines and not begins_here:
            self._next_sheet()
        while row.height + keep > self._sheet.room:  # taller than a whole sheet
            height = min(self._sheet.room, row.height - _LEFT_OVER)
            head, row = self._setter.split(row, height)
            self._sheet.add(head)
            self._next_sheet()
        self._sheet.add(row)

    def _next_sheet(self) -> None:
        self._close(signed=False)
        self._sheet = self._new_sheet()

    def _new_sheet(self) -> Sheet:
        return Sheet(self._form, self._pdf, self._paper, self._top)

    def _close(self, *, signed: bool) -> None:
        sheet = self._sheet
        number = len(self._sheets) + 1
        ink = Ink()
        ink.show(_HEADS)
        ink.add(sheet.code())
        if signed:
            signature_block(
                ink,
                self._pdf,
                self._paper,
                sheet.bottom,
                place=self._cover.place,
                tally=self._tally,
            )
        self._page(ink, f"{volume_name(self._cover)} – Tờ số {number}")
        self._sheets.append(
            SheetPrinted(
                number=number,
                first_seq_no=sheet.lines[0].seq_no if sheet.lines else 0,
                last_seq_no=sheet.lines[-1].seq_no if sheet.lines else 0,
                lines=len(sheet.lines),
                digest=sheet_digest(
                    book=self._form.book,
                    year=self._cover.year,
                    volume_no=self._cover.volume_no,
                    sheet=number,
                    lines=sheet.lines,
                ),
            )
        )
        if self._progress is not None:
            self._progress(self._tally.lines)

    def _page(self, content: Ink, label: str, *, first: bool = False) -> None:
        page = Ink()
        if self._last_drawing == _MARK:
            page.show(_MARK)
        page.show(_MARGIN)
        page.text(self._pdf.bold, _LABEL, self._paper.left, FOOT_LINE, label)
        page.add(content.operators)
        if self._last_drawing == _FOOT:
            page.show(_FOOT)
        self._pdf.page(page.code(), first=first)


def bind(  # noqa: PLR0917 - the parameters of print_book, whose other half this is
    form: Form,
    cover: Cover,
    lines: Iterable[Line],
    out: BinaryIO,
    commit: Callable[[Sequence[SheetPrinted]], Foot],
    progress: Callable[[int], None] | None,
) -> tuple[SheetPrinted, ...]:
    """Print a book; see `books.print_book`."""
    binder = Binder(form, cover, progress, preview=False)
    sheets = binder.lay(lines)
    binder.finish(out, commit(sheets))
    return sheets


def bind_preview(
    form: Form,
    cover: Cover,
    lines: Iterable[Line],
    out: BinaryIO,
    progress: Callable[[int], None] | None,
) -> tuple[SheetPrinted, ...]:
    """Preview a book; see `books.preview_book`."""
    binder = Binder(form, cover, progress, preview=True)
    sheets = binder.lay(lines)
    binder.finish_preview(out)
    return sheets
