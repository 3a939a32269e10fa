"""Preview: the exact pages with a watermark, in memory, without a code; nothing is entered."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

from bmnn_desktop.domain.sheet import FeedStep
from bmnn_desktop.errors import NothingToPrint
from bmnn_desktop.printing import books
from bmnn_desktop.printing.placed import Feed, SheetPrinted
from bmnn_desktop.printing.raster import Hit, PagePictures, Picture
from bmnn_desktop.services import pending_lines, sheet_layout
from bmnn_desktop.services.book_lines import volume_paper
from bmnn_desktop.services.desk import Desk

_FIRST_LINES = 40  # more than the first sheet takes


@dataclass(frozen=True, slots=True)
class Preview:
    """Pages as pictures, what each is called, and which paper printing them takes."""

    pictures: PagePictures
    names: tuple[str, ...]
    feed: tuple[FeedStep, ...] = ()

    @property
    def page_count(self) -> int:
        """Return how many pages there are."""
        return self.pictures.page_count

    def picture(self, page: int, dpi: float) -> Picture:
        """Return a page, counted from 0."""
        return self.pictures.picture(page, dpi)

    def find(self, words: str, start: int) -> Hit | None:
        """Return where the pages say `words`, from the page `start` on and round again."""
        return self.pictures.find(words, start)

    def close(self) -> None:
        """Forget the pages."""
        self.pictures.close()


def preview_book(
    desk: Desk,
    book: str,
    *,
    year: int,
    volume: int | None = None,
    progress: Callable[[int], None] | None = None,
    opening: bool = False,
) -> Preview:
    """Return the whole volume; the caller closes it. Raises BookUnknown, VolumeMissing.

    `opening`: only its first pages, which do not wait for the size of the book.
    """
    paper = volume_paper(desk, book, year, volume)
    out = io.BytesIO()
    whole = sheet_layout.whole_volume(desk.rows, paper, most=1 if opening else None)
    new = pending_lines.pending_lines(desk.rows, paper.volume.id)
    if opening:
        new = () if whole.kept else new[:_FIRST_LINES]
    laid = books.preview_sheets(
        paper.form,
        paper.cover,
        out=out,
        numbers=whole.numbers,
        kept=whole.kept,
        start=whole.start,
        lines=paper.setter.lines(new),
        with_cover=True,
        progress=progress,
    )
    return Preview(PagePictures(out.getvalue()), ("Bìa", *map(_name, laid)))


def preview_new_lines(
    desk: Desk,
    book: str,
    *,
    year: int,
    volume: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> Preview:
    """Return what in tiếp would print, and which sheets to put into the tray.

    Raises BookUnknown, VolumeMissing, NothingToPrint.
    """
    paper = volume_paper(desk, book, year, volume)
    row = paper.volume.id
    new = pending_lines.pending_lines(desk.rows, row)
    if not new:
        raise NothingToPrint
    out = io.BytesIO()
    laid = books.preview_sheets(
        paper.form,
        paper.cover,
        out=out,
        numbers=sheet_layout.new_numbers(desk.rows, row),
        start=sheet_layout.sheet_in_use(desk.rows, row),
        lines=paper.setter.lines(new),
        with_cover=False,
        progress=progress,
    )
    return Preview(PagePictures(out.getvalue()), tuple(map(_name, laid)), tuple(map(_step, laid)))


def _name(sheet: SheetPrinted) -> str:
    return f"Tờ {sheet.number}"


def _step(sheet: SheetPrinted) -> FeedStep:
    return FeedStep(
        number=sheet.number,
        is_continued=sheet.feed is Feed.CONTINUED,
        first_line=sheet.lines[0].position,
        lines=len(sheet.lines),
    )
