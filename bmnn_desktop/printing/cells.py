"""One cell of a row: its text broken into lines and already turned into drawing operators.

The operators are relative to the first baseline, so a cell whose text comes again (a level, a
signer, a distribution list) is laid out once and only placed afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bmnn_desktop.domain.form import Column
from bmnn_desktop.printing.cut import longest_start
from bmnn_desktop.printing.face import Face
from bmnn_desktop.printing.ink import MM
from bmnn_desktop.printing.lines import SIGNED

SIZE = 10.5  # points; what a signing person reads at arm's length
LEADING = 12.6
PAD = 2.6  # left and right of the text
_WIDEST_GAP = 0.45  # of the size; a line that needs more is left ragged
_SIGN_PITCH = 18.0  # from one recipient to the next: room for a hand
_SIGN_ALONE = 12.6  # with the first line of the cell left empty above it
_CITED_PITCH = 16.0  # to an item that is signed elsewhere
_SIGN_WIDTH = 18 * MM  # the shortest line that takes a signature
_SIGN_GAP = 4.0
_REMEMBERED = 1_500  # cells of one column


class CellLine(NamedTuple):
    """One line of a cell."""

    drop: float  # from the baseline before; of the first line of a cell it does not count
    x: float  # from the left edge of the text area
    gap: float  # added to every space
    shown: str
    width: float
    dots: float  # a dotted line from here to the right edge; below 0: none


@dataclass(slots=True)
class Cell:
    """A cell ready to be placed."""

    text: str  # one string for all cells that show it: a long book repeats itself
    lines: tuple[CellLine, ...]
    code: str  # operators for all lines, from the first baseline on
    depth: float  # from the first baseline to the last
    dots: tuple[tuple[float, float], ...]  # dotted lines: start, depth


EMPTY = Cell("", (), "", 0.0, ())


class ColumnSetter:
    """Sets the cells of one column."""

    def __init__(self, column: Column, face: Face, citing: Face) -> None:
        self._face = face
        self._citing = citing
        self._align = column.align
        self._sign = column.sign
        self._known: dict[tuple[str, bool], Cell] = {}
        self._room = column.width_mm * MM - 2 * PAD

    def cell(self, text: str, *, struck: bool) -> Cell:
        """Return the cell that shows `text`."""
        if not text and not self._sign:
            return EMPTY
        key = (text, struck and self._sign)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            items = self._items(text, struck=struck)
            found = _cell(text, [line for _, lines in items for line in lines])
            self._known[key] = found
        return found

    def cut(self, text: str, depth: float, *, struck: bool) -> tuple[str, str]:
        """Cut a text within `depth` of its first baseline: between items, or else within one.

        Both halves are texts for `cell`: they are set anew, now and in twenty years.
        """
        reach = -LEADING
        items = self._items(text, struck=struck)
        for place, (item, lines) in enumerate(items):
            for number, line in enumerate(lines):
                reach += line.drop
                if reach > depth and place:
                    kept = "\n".join([each for each, _ in items[:place]])
                    return kept, "\n".join([each for each, _ in items[place:]])
                if reach > depth and number:
                    return self._within(item, number)
        return text, SIGNED if self._sign else ""

    def _within(self, item: str, most: int) -> tuple[str, str]:
        """Cut one item after `most` lines; only its end is signed."""
        name, marker, citation = item.partition(SIGNED)
        room = self._room * 1000 / SIZE
        lines = len(self._face.wrap(name, room, SIZE))
        end = SIGNED if self._sign else ""
        if lines > most or not marker:
            cut = longest_start(self._face, name, room, SIZE, min(most, max(lines - 1, 1)))
            return name[:cut].rstrip() + end, name[cut:].lstrip() + marker + citation
        cut = longest_start(self._citing, citation, room, SIZE, max(most - lines, 1))
        return name + SIGNED + citation[:cut].rstrip(), SIGNED + citation[cut:].lstrip()

    def _items(self, text: str, *, struck: bool) -> list[tuple[str, list[CellLine]]]:
        """Return the items that show something, with their lines."""
        items: list[tuple[str, list[CellLine]]] = []
        for item in text.split("\n"):
            name, marker, citation = item.partition(SIGNED)
            lines = self._set(self._face, name)
            if marker:
                lines += self._cited(citation)
                lines[:1] = [line._replace(drop=_CITED_PITCH) for line in lines[:1]]
            elif self._sign and not struck:
                lines = self._with_signature(lines, first=not items)
            if lines:
                if not items:
                    lines[0] = lines[0]._replace(drop=LEADING)
                items.append((item, lines))
        return items

    def _set(self, face: Face, text: str) -> list[CellLine]:
        lines: list[CellLine] = []
        room = self._room
        for line in face.wrap(text, room * 1000 / SIZE, SIZE):
            width = line.width * SIZE / 1000
            x = gap = 0.0
            if self._align == "justify":
                if line.gaps and not line.ends and room - width <= _WIDEST_GAP * SIZE * line.gaps:
                    gap = (room - width) / line.gaps
                    width = room
            elif self._align == "center":
                x = (room - width) / 2
            elif self._align == "right":
                x = room - width
            lines.append(CellLine(LEADING, x, gap, line.shown, width, -1.0))
        return lines

    def _cited(self, citation: str) -> list[CellLine]:
        into, back = f"{self._citing.name} {SIZE:g} Tf", f"{self._face.name} {SIZE:g} Tf"
        return [
            line._replace(shown=f"{into} {line.shown} {back}")
            for line in self._set(self._citing, citation)
        ]

    def _with_signature(self, lines: list[CellLine], *, first: bool) -> list[CellLine]:
        if not lines:
            line = CellLine(_SIGN_PITCH, 0.0, 0.0, "", 0.0, 0.0)
            above = CellLine(LEADING, 0.0, 0.0, "", 0.0, -1.0)
            return [above, line._replace(drop=_SIGN_ALONE)] if first else [line]
        lines[0] = lines[0]._replace(drop=_SIGN_PITCH)
        last = lines[-1]
        start = last.x + last.width + _SIGN_GAP
        if self._room - start >= _SIGN_WIDTH:
            return [*lines[:-1], last._replace(dots=start)]
        return [*lines, CellLine(_SIGN_PITCH, 0.0, 0.0, "", 0.0, 0.0)]


def _cell(text: str, lines: list[CellLine]) -> Cell:
    """Return the cell with these lines; the first stands on its first baseline."""
    parts = []
    dots = []
    x = gap = 0.0
    drop = depth = -lines[0].drop if lines else 0.0
    for line in lines:
        depth += line.drop
        drop += line.drop
        if line.dots >= 0:
            dots.append((line.dots, depth))
        if not line.shown:
            continue
        if line.x != x or (drop and drop != LEADING):
            parts.append(f"{line.x - x:.2f} {-drop:.2f} Td")
        elif drop:
            parts.append("T*")
        if line.gap != gap:
            parts.append(f"{line.gap:.3f} Tw")
        parts.append(line.shown)
        x, gap, drop = line.x, line.gap, 0.0
    if gap:
        parts.append("0 Tw")
    return Cell(text, tuple(lines), " ".join(parts), depth, tuple(dots))
