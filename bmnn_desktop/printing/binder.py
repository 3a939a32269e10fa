"""Lines onto sheets in one pass: each gets a place, which it keeps for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bmnn_desktop.printing.lines import Line, printed_line
from bmnn_desktop.printing.placed import (
    LINE_SLOTS,
    Feed,
    PlacedLine,
    SheetInUse,
    SheetKept,
    SheetPrinted,
)
from bmnn_desktop.printing.rows import Row
from bmnn_desktop.printing.run import Run

_WORTH = 12_800  # hundredths of a point: on less a row taller than a sheet does not begin


class Binder:
    """Draws kept sheets, fills the sheet in use, then new ones."""

    def __init__(
        self, run: Run, numbers: Iterator[int], progress: Callable[[int], None] | None
    ) -> None:
        self._run = run
        self._numbers = numbers
        self._progress = progress
        self._setter = run.row_setter()
        self._sheets: list[SheetPrinted] = []
        self._laid = 0

    def bind(
        self, kept: Iterable[SheetKept], start: SheetInUse | None, lines: Iterable[Line]
    ) -> tuple[SheetPrinted, ...]:
        """Lay out all sheets; return what is printed on each."""
        page: _Page | None = None
        for sheet in kept:
            if page is not None:
                self._close(page)
            page = self._redrawn(sheet)
        if page is not None and (start is None or page.number != start.number):
            self._close(page)
            page = None
        if page is None and start is not None and start.runs < LINE_SLOTS:
            page = _Page(self._run, start.number, Feed.CONTINUED, start)
        for line in lines:
            page = self._place(printed_line(line), page)
            self._laid += 1
        if page is not None:
            self._close(page)
        return tuple(self._sheets)

    def _redrawn(self, kept: SheetKept) -> _Page:
        page = _Page(self._run, kept.number, Feed.REDRAWN)
        for placed in kept.lines:
            line = Line(placed.seq_no, placed.cells, placed.struck)
            page.keep(placed, self._setter.row(line))
        if kept.crossed:
            page.sheet.cross()
        self._laid += len(kept.lines)
        return page

    def _place(self, line: Line, page: _Page | None) -> _Page:
        """Put a line on the page, or on the next if it does not fit; return the page it ends on."""
        if page is None:
            page = self._new()
        row = self._setter.row(line)
        part = 1
        while row.height > page.sheet.room:
            if row.height > page.sheet.height and page.sheet.room >= _WORTH:
                head, row = self._setter.split(row, page.sheet.room)
                page.add(head, part)
                part += 1
            self._close(page)
            page = self._new()
        page.add(row, part)
        return page

    def _new(self) -> _Page:
        return _Page(self._run, next(self._numbers), Feed.NEW)

    def _close(self, page: _Page) -> None:
        if page.feed is Feed.CONTINUED and not page.lines:
            return  # the next line did not fit: it stays in the binder
        self._sheets.append(page.close())
        if self._progress is not None:
            self._progress(self._laid)


class _Page:
    """A sheet being drawn, and what is known of it."""

    def __init__(self, run: Run, number: int, feed: Feed, start: SheetInUse | None = None) -> None:
        self._run = run
        self.number = number
        self.feed = feed
        self._slot = 1 if start is None else start.runs + 1
        self._position = 0 if start is None else start.lines
        self.sheet = run.sheet(0 if start is None else start.used)
        self._kept: list[PlacedLine] = []
        self.lines: list[PlacedLine] = []

    def keep(self, placed: PlacedLine, row: Row) -> None:
        """Draw a line where it stands."""
        self.sheet.draw(row, placed.top, placed.height)
        self._position = placed.position
        self._kept.append(placed)

    def add(self, row: Row, part: int) -> None:
        """Give a row its place under the last; the caller has seen that it fits."""
        self._position += 1
        placed = PlacedLine(
            seq_no=row.line.seq_no,
            position=self._position,
            part=part,
            top=self.sheet.used,
            height=row.height,
            cells=tuple([cell.text for cell in row.cells]),
            struck=row.line.struck,
        )
        self.sheet.draw(row, placed.top, placed.height)
        self.lines.append(placed)

    def close(self) -> SheetPrinted:
        """Add the page to the run."""
        return self._run.add(
            self.sheet, self.number, self.feed, self._slot, kept=self._kept, lines=self.lines
        )
