"""Rows on one sheet: where each begins, the rules between them, what is struck through."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.form import Form
from bmnn_desktop.printing.cells import (
    EMPTY,
    LEADING,
    PAD,
    SIZE,
    Cell,
    ColumnSetter,
    cut,
)
from bmnn_desktop.printing.ink import dotted, struck
from bmnn_desktop.printing.lines import Line
from bmnn_desktop.printing.paper import BOTTOM, Paper
from bmnn_desktop.printing.pdf_file import PdfFile

_ABOVE = 12.4  # from the rule to the first baseline
_BELOW = 6.0  # from the last baseline to the rule
_LOWEST = 26.0  # of a row: a hand must be able to write in it
_BLANK = 27.0  # height of an empty ruled row
_GOES_ON = "(tiếp)"


@dataclass(slots=True)
class Row:
    """A line set in its columns, or a part of one that is taller than a sheet."""

    line: Line
    cells: list[Cell]
    height: float


def _row(line: Line, cells: list[Cell]) -> Row:
    depth = max([cell.depth for cell in cells])
    return Row(line, cells, max(_ABOVE + depth + _BELOW, _LOWEST))


class RowSetter:
    """Turns lines into rows."""

    def __init__(self, form: Form, pdf: PdfFile) -> None:
        self._setters = [ColumnSetter(column, pdf.regular) for column in form.columns]

    def row(self, line: Line) -> Row:
        """Return the row that shows `line`."""
        struck = line.struck
        cells = [
            setter.cell(text, struck=struck)
            for setter, text in zip(self._setters, line.cells, strict=True)
        ]
        return _row(line, cells)

    def split(self, row: Row, height: float) -> tuple[Row, Row]:
        """Cut a row to at most `height`; the rest repeats the number and says "(tiếp)"."""
        depth = height - _ABOVE - _BELOW
        pieces = [cut(cell, depth) for cell in row.cells]
        head = _row(row.line, [kept for kept, _ in pieces])
        rest = [left for _, left in pieces]
        if rest[0] is EMPTY:
            number = f"{row.line.cells[0]}\n{_GOES_ON}"
            rest[0] = self._setters[0].cell(number, struck=False)
        return head, _row(row.line, rest)


class Sheet:
    """One sheet being filled from the column heads down."""

    def __init__(self, form: Form, pdf: PdfFile, paper: Paper, top: float) -> None:
        self._font = f"{pdf.regular.name} {SIZE:g} Tf {LEADING:g} TL"
        self._edges = paper.edges
        self._starts = [f"1 0 0 1 {edge + PAD:.2f} " for edge in paper.edges[:-1]]
        self._notes = [column.field == "note" for column in form.columns]
        self._top = top
        self._y = top
        self._text: list[str] = []
        self._rules: list[str] = []
        self._dots: list[tuple[float, float, float]] = []
        self._strikes: list[tuple[float, float, float]] = []
        self.lines: list[Line] = []

    @property
    def room(self) -> float:
        """Return the height that is left."""
        return self._y - BOTTOM

    @property
    def bottom(self) -> float:
        """Return where the last row ends."""
        return self._y

    def add(self, row: Row) -> None:
        """Place a row under the last; the caller has seen that it fits."""
        base = self._y - _ABOVE
        tail = f"{base:.2f} Tm "
        text = self._text
        for place, cell in enumerate(row.cells):
            if cell is not EMPTY:
                text.append(self._starts[place] + tail + cell.code)
            if cell.dots:
                left, right = self._edges[place] + PAD, self._edges[place + 1] - PAD
                self._dots += [(left + x, right, base - depth) for x, depth in cell.dots]
        if row.line.struck:
            self._strike(row, base)
        self._rule(row.height)
        self.lines.append(row.line)

    def add_blank(self) -> None:
        """Place an empty ruled row."""
        self._rule(_BLANK)

    def fill_blank(self, keep: float) -> None:
        """Rule the sheet down to `keep` points above its end."""
        while self.room - _BLANK >= keep:
            self.add_blank()

    def code(self) -> str:
        """Return the operators that draw the rows."""
        parts = ["BT", self._font, *self._text, "ET", "0.5 w", *self._rules]
        top, bottom = self._top, self._y
        if bottom < top:
            parts += [f"{edge:.2f} {top:.2f} m {edge:.2f} {bottom:.2f} l" for edge in self._edges]
        parts.append("S")
        if self._dots:
            parts.append(f"q {dotted(self._dots)} Q")
        if self._strikes:
            parts.append(struck(self._strikes, SIZE))
        return "\n".join(parts)

    def _rule(self, height: float) -> None:
        self._y -= height
        left, right = self._edges[0], self._edges[-1]
        self._rules.append(f"{left:.2f} {self._y:.2f} m {right:.2f} {self._y:.2f} l")

    def _strike(self, row: Row, base: float) -> None:
        for edge, note, cell in zip(self._edges, self._notes, row.cells, strict=False):
            if note:
                continue  # it tells why, when and by whom
            y = base + (cell.lines[0].drop if cell.lines else 0)
            for line in cell.lines:
                y -= line.drop
                if line.width:
                    x = edge + PAD + line.x
                    self._strikes.append((x - 1, x + line.width + 1, y))
