"""One cell of a row: its text broken into lines and already turned into drawing operators.

The operators are relative to the first baseline, so a cell whose text comes again (a level, a
signer, a distribution list) is laid out once and only placed afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bmnn_desktop.domain.form import Column
from bmnn_desktop.printing.face import Face
from bmnn_desktop.printing.ink import MM

SIZE = 10.5  # points; what a signing person reads at arm's length
LEADING = 12.6
PAD = 2.6  # left and right of the text
_WIDEST_GAP = 0.45  # of the size; a line that needs more is left ragged
_SIGN_PITCH = 18.0  # from one recipient to the next: room for a hand
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
    begins: bool  # the first line of an item; a cell of several is cut only there


@dataclass(slots=True)
class Cell:
    """A cell ready to be placed."""

    lines: tuple[CellLine, ...]
    code: str  # operators for all lines, from the first baseline on
    depth: float  # from the first baseline to the last
    dots: tuple[tuple[float, float], ...]  # dotted lines: start, depth


EMPTY = Cell((), "", 0.0, ())


class ColumnSetter:
    """Sets the cells of one column."""

    def __init__(self, column: Column, face: Face) -> None:
        self._face = face
        self._align = column.align
        self._signed = column.field == "recipients"
        self._known: dict[tuple[str, bool], Cell] = {}
        self.room = column.width_mm * MM - 2 * PAD

    def cell(self, text: str, *, struck: bool) -> Cell:
        """Return the cell that shows `text`."""
        if not text:
            return EMPTY
        key = (text, struck and self._signed)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[key] = cell_of(self._lines(text, struck=struck))
        return found

    def _lines(self, text: str, *, struck: bool) -> list[CellLine]:
        lines: list[CellLine] = []
        sign = self._signed and not struck
        for item in text.split("\n"):
            found = self._item(item)
            if not found:
                continue
            if sign:
                if lines:
                    found[0] = found[0]._replace(drop=_SIGN_PITCH)
                found = self._with_signature(found)
            lines += found
        return lines

    def _item(self, text: str) -> list[CellLine]:
        lines: list[CellLine] = []
        room = self.room
        for line in self._face.wrap(text, room * 1000 / SIZE, SIZE):
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
            lines.append(CellLine(LEADING, x, gap, line.shown, width, -1.0, begins=not lines))
        return lines

    def _with_signature(self, lines: list[CellLine]) -> list[CellLine]:
        last = lines[-1]
        start = last.x + last.width + _SIGN_GAP
        if self.room - start >= _SIGN_WIDTH:
            return [*lines[:-1], last._replace(dots=start)]
        return [*lines, CellLine(_SIGN_PITCH, 0.0, 0.0, "", 0.0, 0.0, begins=False)]


def cell_of(lines: list[CellLine]) -> Cell:
    """Return the cell with these lines; the first stands on its first baseline."""
    if not lines:
        return EMPTY
    parts = []
    dots = []
    x = gap = 0.0
    drop = depth = -lines[0].drop
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
    return Cell(tuple(lines), " ".join(parts), depth, tuple(dots))


def cut(cell: Cell, depth: float) -> tuple[Cell, Cell]:
    """Cut a cell within `depth` of its first baseline: between two items or else two lines."""
    reach = -cell.lines[0].drop if cell.lines else 0.0
    between = 0
    for place, line in enumerate(cell.lines):
        reach += line.drop
        if place and line.begins and (reach - line.drop <= depth):
            between = place
        if place and reach > depth:
            here = between or place
            return cell_of(list(cell.lines[:here])), cell_of(list(cell.lines[here:]))
    return cell, EMPTY
