"""Strips: what stands on a page from edge to edge and is never cut, and how they fill pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bmnn_desktop.printing.ink import Ink
from bmnn_desktop.printing.papers.page import Page
from bmnn_desktop.printing.papers.text_line import TextLine
from bmnn_desktop.printing.tags import Element, Tags

Draw = Callable[[Ink, float], None]
SEAM = 4.0  # height of what is drawn where a frame is cut


@dataclass(slots=True)
class Strip:
    """A piece of a page; `draw` gets the height of its upper edge."""

    height: float
    draw: Draw
    gap: float = 0.0  # above; none at the top of a page
    keep: bool = False  # with the next
    head: Strip | None = None  # comes again above it where it begins a page
    seam_above: Draw | None = None  # opens a frame that was cut above it
    seam_below: Draw | None = None  # closes a frame that is cut below it


def line_strip(line: TextLine, left: float) -> Strip:
    """Return a line of text that begins at `left`."""
    return Strip(line.height, lambda ink, top: line.draw(ink, left, top))


def read_as(tags: Tags, role: str, strips: list[Strip]) -> list[Strip]:
    """Let the strips be read as one new element, wherever their pages break; return them."""
    if strips:
        element = tags.element(role)
        for strip in strips:
            strip.draw = _marked(element, strip.draw)
    return strips


def beside(left: Strip, right: Strip) -> Strip:
    """Return one strip that draws two at the same height."""

    def draw(ink: Ink, top: float) -> None:
        left.draw(ink, top)
        right.draw(ink, top)

    return Strip(max(left.height, right.height), draw, keep=right.keep)


def keep_lines(strips: list[Strip]) -> list[Strip]:
    """Let no first and no last line of the strips stand alone on a page."""
    for strip in (*strips[:1], *strips[-2:-1]):
        strip.keep = True
    return strips


class Pages:
    """Pages being filled with strips."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._y = page.top
        self._last: Strip | None = None
        self.inks = [Ink()]

    def fill(self, strips: Iterable[Strip]) -> None:
        """Place all strips, those kept together on one page if it can hold them."""
        for chain in _chains(strips):
            height = sum(strip.gap + strip.height for strip in chain) + _seam(chain[-1])
            if height > self._room and height <= self._whole(chain[0]):
                self._next(chain[0])
            for strip in chain:
                self._place(strip)

    @property
    def _room(self) -> float:
        return self._y - self._page.bottom

    def _whole(self, first: Strip) -> float:
        """Return the room of an empty page for a chain, whose first gap does not count there."""
        repeated = first.head.height if first.head else 0.0
        return self._page.top - self._page.bottom - repeated + first.gap

    def _place(self, strip: Strip) -> None:
        if strip.gap + strip.height + _seam(strip) > self._room and self._last is not None:
            self._next(strip)
        if self._last is not None:
            self._y -= strip.gap
        strip.draw(self.inks[-1], self._y)
        self._y -= strip.height
        self._last = strip

    def _next(self, first: Strip) -> None:
        """Begin a page with `first`."""
        if self._last is None:
            return
        if self._last.seam_below:
            with self.inks[-1].artifact():
                self._last.seam_below(self.inks[-1], self._y)
        self.inks.append(Ink())
        self._y = self._page.top
        self._last = None
        with self.inks[-1].artifact():
            self._repeat(first)

    def _repeat(self, first: Strip) -> None:
        """Draw above `first` what comes again: heads of a table, the edge of a cut frame."""
        if first.head:
            first.head.draw(self.inks[-1], self._y)
            self._y -= first.head.height
        if first.seam_above:
            first.seam_above(self.inks[-1], self._y)
            self._y -= SEAM


def _marked(element: Element, draw: Draw) -> Draw:
    def read(ink: Ink, top: float) -> None:
        with ink.marked(element):
            draw(ink, top)

    return read


def _seam(strip: Strip) -> float:
    return SEAM if strip.seam_below else 0.0


def _chains(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    chain: list[Strip] = []
    for strip in strips:
        chain.append(strip)
        if not strip.keep:
            yield chain
            chain = []
    if chain:
        yield chain
