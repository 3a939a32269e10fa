"""Rows on one sheet at their places: words, the rules between them, what is struck through."""

from __future__ import annotations

from bmnn_desktop.domain.form import Form
from bmnn_desktop.printing.cells import LEADING, PAD, SIZE
from bmnn_desktop.printing.ink import Ink, dotted, struck
from bmnn_desktop.printing.paper import BOTTOM, Paper
from bmnn_desktop.printing.pdf_file import PdfFile
from bmnn_desktop.printing.rows import ABOVE, Row
from bmnn_desktop.printing.tags import Element

_BLANK_ROW = 36.0  # points at least; a row for the pen


class Sheet:
    """What is drawn on one sheet in this run, from `used` hundredths of a point down."""

    def __init__(self, form: Form, pdf: PdfFile, paper: Paper, top: float, used: int = 0) -> None:
        self._tags = pdf.tags
        self._font = f"{pdf.regular.name} {SIZE:g} Tf {LEADING:g} TL"
        self._edges = paper.edges
        self._starts = [f"1 0 0 1 {edge + PAD:.2f} " for edge in paper.edges[:-1]]
        self._notes = [column.field == "note" for column in form.columns]
        self._top = top
        self._begins = used
        self._end = round((top - BOTTOM) * 100)
        self._rows: list[str] = []
        self._rules: list[str] = []
        self._dots: list[tuple[float, float, float]] = []
        self._strikes: list[tuple[float, float, float]] = []
        self._cross = ""
        self.used = used

    @property
    def height(self) -> int:
        """Return the height of an empty sheet, in hundredths of a point."""
        return self._end

    @property
    def room(self) -> int:
        """Return the height that is left, in hundredths of a point."""
        return self._end - self.used

    def draw(self, row: Row, top: int, height: int) -> None:
        """Draw a row at its place."""
        base = self._y(top) - ABOVE
        tail = f"{base:.2f} Tm "
        text: list[str] = []
        for place, cell in enumerate(row.cells):
            if cell.code:
                text.append(self._starts[place] + tail + cell.code)
            if cell.dots:
                left, right = self._edges[place] + PAD, self._edges[place + 1] - PAD
                self._dots += [(left + x, right, base - depth) for x, depth in cell.dots]
        self._rows.append("\n".join(text))
        if row.line.struck:
            self._strike(row, base)
        self._rule(top + height)

    def rule_for_the_pen(self) -> None:
        """Rule the whole sheet into equal empty rows."""
        rows = int(self.room / 100 // _BLANK_ROW)
        begins, room = self.used, self.room
        for number in range(1, rows + 1):
            self._rule(begins + room * number // rows)

    def cross(self) -> None:
        """Cross out what is left of the sheet."""
        left, right = self._edges[0], self._edges[-1]
        top, bottom = self._y(self.used), self._y(self._end)
        self._cross = (
            f"0.5 w {left:.2f} {top:.2f} m {left:.2f} {bottom:.2f} l "
            f"{right:.2f} {bottom:.2f} l {right:.2f} {top:.2f} l S "
            f"0.8 w {left:.2f} {bottom:.2f} m {right:.2f} {top:.2f} l S"
        )

    def draw_on(self, page: Ink, section: Element) -> None:
        """Draw the rows on their page; each is read as one paragraph, cell after cell."""
        if self._rows:
            page.add(f"BT {self._font}")
            for row in self._rows:
                with page.marked(self._tags.element("P", section)):
                    page.add(row)
            page.add("ET")
        with page.artifact():
            page.add(self._strokes())

    def _strokes(self) -> str:
        parts = []
        if self.used > self._begins:
            top, bottom = self._y(self._begins), self._y(self.used)
            parts += ["0.5 w", *self._rules]
            parts += [f"{edge:.2f} {top:.2f} m {edge:.2f} {bottom:.2f} l" for edge in self._edges]
            parts.append("S")
        if self._dots:
            parts.append(f"q {dotted(self._dots)} Q")
        if self._strikes:
            parts.append(struck(self._strikes, SIZE))
        if self._cross:
            parts.append(self._cross)
        return "\n".join(parts)

    def _y(self, down: int) -> float:
        return self._top - down / 100

    def _rule(self, down: int) -> None:
        self.used = down
        y = self._y(down)
        self._rules.append(f"{self._edges[0]:.2f} {y:.2f} m {self._edges[-1]:.2f} {y:.2f} l")

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
