"""A line set in its columns, and a line taller than a sheet cut in two."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from bmnn_desktop.domain.form import Form
from bmnn_desktop.printing.cells import Cell, ColumnSetter
from bmnn_desktop.printing.lines import SIGNED, Line
from bmnn_desktop.printing.pdf_file import PdfFile

ABOVE = 12.4  # points from the rule to the first baseline
_BELOW = 6.0  # from the last baseline to the rule
_LOWEST = 2600  # of a row: a hand must be able to write in it
_GOES_ON = "(tiếp)"
_ROUNDING = 1e-6


@dataclass(slots=True)
class Row:
    """A line, or a part of one, set in its columns; height in hundredths of a point."""

    line: Line
    cells: list[Cell]
    height: int


class RowSetter:
    """Turns lines into rows."""

    def __init__(self, form: Form, pdf: PdfFile) -> None:
        self._setters = [ColumnSetter(column, pdf.regular, pdf.italic) for column in form.columns]

    def row(self, line: Line) -> Row:
        """Return the row that shows `line`."""
        struck = line.struck
        cells = [
            setter.cell(text, struck=struck)
            for setter, text in zip(self._setters, line.cells, strict=True)
        ]
        depth = max([cell.depth for cell in cells])
        height = math.ceil((ABOVE + depth + _BELOW) * 100 - _ROUNDING)
        return Row(line, cells, max(height, _LOWEST))

    def split(self, row: Row, height: int) -> tuple[Row, Row]:
        """Cut a row to at most `height`; the rest repeats the number and says "(tiếp)"."""
        line = row.line
        depth = height / 100 - ABOVE - _BELOW + _ROUNDING
        halves = [
            setter.cut(text, depth, struck=line.struck)
            for setter, text in zip(self._setters, line.cells, strict=True)
        ]
        rest = [half for _, half in halves]
        if rest[0] in {"", SIGNED}:
            number = line.cells[0].partition("\n")[0]
            rest[0] = f"{number}\n{_GOES_ON}"
        head = tuple([half for half, _ in halves])
        return self.row(replace(line, cells=head)), self.row(replace(line, cells=tuple(rest)))
