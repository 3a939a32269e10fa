"""Rows of cells side by side, with rules or without: tables, facts, boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bmnn_desktop.printing.ink import Ink
from bmnn_desktop.printing.papers.strip import SEAM, Strip, keep_lines
from bmnn_desktop.printing.papers.text_line import TextLine
from bmnn_desktop.printing.tags import Element

_ABOVE = 2.5  # from a rule to the first line
_BELOW = 4.5  # from the last line to the rule
_PAD = 4.5  # left and right of the text, beside a rule
_BETWEEN = 8.0  # right of the text, without a rule
_LOWEST = 21.0  # of a ruled row: a hand must be able to write in it
_TALL = 300.0  # a row above this may be cut between two lines

Cells = Sequence[Sequence[TextLine]]


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns that rows share: their edges, one more than columns."""

    edges: tuple[float, ...]
    ruled: bool

    @classmethod
    def of(cls, left: float, width: float, shares: Sequence[float], *, ruled: bool) -> Grid:
        """Return a grid that divides `width` by `shares`."""
        edges = [left]
        for share in shares:
            edges.append(edges[-1] + width * share / sum(shares))
        return cls(tuple(edges), ruled)

    @property
    def widths(self) -> list[float]:
        """Return the room for text in every column."""
        pad = 2 * _PAD if self.ruled else _BETWEEN
        return [right - left - pad for left, right in pairwise(self.edges)]

    def head(self, cells: Cells, read: Sequence[Element]) -> Strip:
        """Return one strip with every cell in the middle of its height; `read`: as what."""
        depths = [sum(line.height for line in cell) for cell in cells]
        height = max(_ABOVE + max(depths) + _BELOW, _LOWEST)

        def draw(ink: Ink, top: float) -> None:
            for left, cell, depth, element in zip(self.edges, cells, depths, read, strict=False):
                y = top - (height - depth) / 2 + 1
                with ink.marked(element):
                    for line in cell:
                        line.draw(ink, left + _PAD, y)
                        y -= line.height
            with ink.artifact():
                self._frame(ink, top, height)
                self._rule(ink, top)
                self._rule(ink, top - height)

        return Strip(height, draw, keep=True)

    def row(self, cells: Cells, read: Sequence[Element], head: Strip | None = None) -> list[Strip]:
        """Return a row: a strip for each line, kept together unless it is tall; `read`: as what."""
        count = max(1, *(len(cell) for cell in cells))
        strips = [self._strip(cells, read, number, count) for number in range(count)]
        spare = _LOWEST - sum(strip.height for strip in strips) if self.ruled else 0.0
        if spare > 0:
            strips = [self._strip(cells, read, 0, 1, spare)]
        if sum(strip.height for strip in strips) > _TALL:
            keep_lines(strips)
        else:
            for strip in strips[:-1]:
                strip.keep = True
        for strip in strips:
            strip.head = head
        return strips

    def _strip(
        self, cells: Cells, read: Sequence[Element], number: int, count: int, spare: float = 0.0
    ) -> Strip:
        """Return line `number` of every cell."""
        first, last = number == 0, number == count - 1
        above = _ABOVE if self.ruled and first else 0.0
        below = _BELOW if self.ruled and last else 0.0
        pad = _PAD if self.ruled else 0.0
        lines = [
            (left + pad, cell[number], element)
            for left, cell, element in zip(self.edges, cells, read, strict=False)
            if number < len(cell)
        ]
        deepest = max([line.height for _, line, _ in lines], default=0.0)
        height = above + deepest + below + spare

        def draw(ink: Ink, top: float) -> None:
            for left, line, element in lines:
                # baselines of one row agree, whether a hand or the program writes there
                with ink.marked(element):
                    line.draw(ink, left, top - above - spare / 2 - (deepest - line.height))
            if not self.ruled:
                return
            with ink.artifact():
                self._frame(ink, top, height)
                if first:
                    self._rule(ink, top)
                if last:
                    self._rule(ink, top - height)

        strip = Strip(height, draw)
        if self.ruled:
            strip.seam_above = None if first else self._seam_above
            strip.seam_below = None if last else self._seam_below
        return strip

    def _seam_above(self, ink: Ink, top: float) -> None:
        self._frame(ink, top, SEAM)
        self._rule(ink, top)

    def _seam_below(self, ink: Ink, top: float) -> None:
        self._frame(ink, top, SEAM)
        self._rule(ink, top - SEAM)

    def _frame(self, ink: Ink, top: float, height: float) -> None:
        for edge in self.edges:
            ink.line(edge, top, edge, top - height)

    def _rule(self, ink: Ink, y: float) -> None:
        ink.line(self.edges[0], y, self.edges[-1], y)
