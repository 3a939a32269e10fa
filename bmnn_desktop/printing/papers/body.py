"""Sets the parts of a body into strips."""

from __future__ import annotations

from collections.abc import Sequence

from bmnn_desktop.printing.ink import MM
from bmnn_desktop.printing.papers.grid import Grid
from bmnn_desktop.printing.papers.page import Page
from bmnn_desktop.printing.papers.parts import (
    Boxes,
    CutLine,
    Facts,
    Paragraph,
    Part,
    PenLines,
    Section,
    Table,
)
from bmnn_desktop.printing.papers.strip import Strip, keep_lines, line_strip, read_as
from bmnn_desktop.printing.papers.text_line import (
    Style,
    centred,
    labelled,
    pen_line,
    prose,
)
from bmnn_desktop.printing.pdf_file import PdfFile
from bmnn_desktop.printing.tags import Element

BODY = 13.0  # NĐ 30/2020: 13 to 14
LEADING = 17.0  # single to 1.5 lines
INDENT = 10 * MM  # 1 or 1.27 cm
GAP = 6.0  # at least 6 points between paragraphs
_FACT_GAP = 2.5  # rows of facts belong together
_CUT_GAP = 18.0
_CUT = 6.0  # height of the dotted line itself
_SMALL = 10.0
_RULED = (Table, Boxes)


class BodySetter:
    """Sets parts in the width of a page."""

    def __init__(self, pdf: PdfFile, page: Page) -> None:
        self._page = page
        self._tags = pdf.tags
        self._regular = Style(pdf.regular, BODY, LEADING)
        self._bold = Style(pdf.bold, BODY, LEADING)
        self._small = Style(pdf.regular, _SMALL, LEADING)

    def strips(self, parts: Sequence[Part]) -> list[Strip]:
        """Return the strips of all parts, a gap above each; ruled parts join into one form."""
        strips: list[Strip] = []
        ruled = False
        for part in parts:
            found = self._part(part)
            joined = ruled and isinstance(part, _RULED)
            if found and not joined:
                found[0].gap = max(found[0].gap, GAP)
            ruled = isinstance(part, _RULED)
            strips += found
        return strips

    def _part(self, part: Part) -> list[Strip]:
        match part:
            case Paragraph():
                return self._paragraphs(self._regular, part.text)
            case Section():
                strips = self._paragraphs(self._bold, part.text, "H2")
                for strip in strips:
                    strip.keep = True
                return strips
            case PenLines():
                line = pen_line(self._regular, self._page.measure)
                lines = [line_strip(line, self._page.left) for _ in range(part.count)]
                return keep_lines(read_as(self._tags, "P", lines))
            case CutLine():
                return self._cut(part)
            case Facts():
                return self._facts(part)
            case Table() | Boxes():
                return self._ruled(part)

    def _paragraphs(self, style: Style, text: str, role: str = "P") -> list[Strip]:
        strips: list[Strip] = []
        for paragraph in text.split("\n"):
            lines = prose(style, paragraph, self._page.measure, indent=INDENT)
            set_lines = [line_strip(line, self._page.left) for line in lines]
            keep_lines(read_as(self._tags, role, set_lines))
            if set_lines:
                set_lines[0].gap = GAP
            strips += set_lines
        return strips

    def _cut(self, part: CutLine) -> list[Strip]:
        lines = centred(self._small, part.text, self._page.measure)
        lines.append(pen_line(self._small, self._page.measure)._replace(height=_CUT))
        strips = [line_strip(line, self._page.left) for line in lines]
        strips[0].gap = _CUT_GAP
        for strip in strips:
            strip.keep = True
        return read_as(self._tags, "P", strips)

    def _facts(self, part: Facts) -> list[Strip]:
        strips: list[Strip] = []
        left, width = self._page.left + INDENT, self._page.measure - INDENT
        for row in part.rows:
            grid = Grid.of(left, width, [fact.share for fact in row], ruled=False)
            cells = [
                labelled(self._regular, fact.label, fact.value, room)
                for fact, room in zip(row, grid.widths, strict=True)
            ]
            found = grid.row(cells, [self._tags.element("P") for _ in row])
            found[0].gap = _FACT_GAP
            strips += found
        return strips

    def _ruled(self, part: Table | Boxes) -> list[Strip]:
        return self._table(part) if isinstance(part, Table) else self._boxes(part)

    def _table(self, part: Table) -> list[Strip]:
        shares = [column.share for column in part.columns]
        grid = Grid.of(self._page.left, self._page.measure, shares, ruled=True)
        table = self._tags.element("Table")
        head = None
        if part.has_heads:
            titles = zip(part.columns, grid.widths, strict=True)
            head = grid.head(
                [centred(self._bold, each.title, width) for each, width in titles],
                self._cells(table, "TH", len(part.columns)),
            )
        strips: list[Strip] = [head] if head else []
        for row in part.rows:
            cells = [
                prose(self._bold if column.bold else self._regular, text, width, align=column.align)
                for column, text, width in zip(part.columns, row, grid.widths, strict=True)
            ]
            strips += grid.row(cells, self._cells(table, "TD", len(cells)), head)
        return strips

    def _cells(self, table: Element, role: str, count: int) -> list[Element]:
        row = self._tags.element("TR", table)
        return [self._tags.element(role, row) for _ in range(count)]

    def _boxes(self, part: Boxes) -> list[Strip]:
        shares = [box.share for box in part.boxes]
        grid = Grid.of(self._page.left, self._page.measure, shares, ruled=True)
        cells = []
        for box, width in zip(part.boxes, grid.widths, strict=True):
            lines = prose(self._bold, box.title, width, align="left")
            if box.text:
                lines += prose(self._regular, box.text, width)
            else:
                lines += [pen_line(self._regular, width)] * box.pen_lines
            cells.append(lines)
        return grid.row(cells, [self._tags.element("P") for _ in part.boxes])
