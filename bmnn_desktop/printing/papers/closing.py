"""The end of a paper: places to sign beside each other, and Nơi nhận (boxes 7, 8, 9b)."""

from __future__ import annotations

from collections.abc import Sequence

from bmnn_desktop.printing.ink import MM, Ink
from bmnn_desktop.printing.papers.body import BODY, LEADING
from bmnn_desktop.printing.papers.page import Page
from bmnn_desktop.printing.papers.signature import Signature
from bmnn_desktop.printing.papers.strip import Strip, beside, line_strip, read_as
from bmnn_desktop.printing.papers.text_line import Style, TextLine, centred, prose
from bmnn_desktop.printing.pdf_file import PdfFile

_NOTE = 12.0  # how to sign: no box of the decree
_ROOM = 22 * MM  # for a hand and a seal
_ABOVE = 16.0
_BESIDE = 3  # places in one row
_BETWEEN = 3 * MM
_LABEL_SIZE = 12.0
_LIST_SIZE = 11.0
_LIST_LEADING = 14.0
_LIST_SHARE = 0.44  # of the width, beside a single place to sign


class ClosingSetter:
    """Sets the end of one paper."""

    def __init__(self, pdf: PdfFile, page: Page) -> None:
        self._pdf = pdf
        self._page = page
        self._bold = Style(pdf.bold, BODY, LEADING)
        self._italic = Style(pdf.italic, BODY, LEADING)
        self._note = Style(pdf.italic, _NOTE, LEADING)
        self._list = Style(pdf.regular, _LIST_SIZE, _LIST_LEADING)

    def strips(self, places: Sequence[Signature], recipients: Sequence[str]) -> list[Strip]:
        """Return the rows of places to sign; Nơi nhận stands beside a single one, else below."""
        if len(places) == 1:
            width = self._page.measure * _LIST_SHARE
            block = self._places(places, self._page.left + width, self._page.measure - width)
            listed = self._recipients(recipients, width)
            fitting = int(block.height // _LIST_LEADING)
            block = beside(_stacked(listed[:fitting]), block)
            block.gap = _ABOVE
            return [block, *listed[fitting:]]
        rows = [places[start : start + _BESIDE] for start in range(0, len(places), _BESIDE)]
        signed = [self._places(row, self._page.left, self._page.measure) for row in rows]
        for strip in signed[:-1]:
            strip.keep = True
        listed = self._recipients(recipients, self._page.measure)
        if listed:
            listed[0].gap = _ABOVE
        return [*signed, *listed]

    def _places(self, places: Sequence[Signature], left: float, measure: float) -> Strip:
        """Return one row of places; titles begin and names end on common lines."""
        steps = self._steps(places, measure)
        dated, titles, names = (
            [setter(place, step - _BETWEEN) for place, step in zip(places, steps, strict=True)]
            for setter in (self._dated, self._titles, self._names)
        )
        above = max(map(_depth, dated))
        read = [self._pdf.tags.element("P") for _ in places]
        height = above + max(map(_depth, titles)) + _ROOM + max(LEADING, *map(_depth, names))

        def draw(ink: Ink, top: float) -> None:
            x = left + _BETWEEN / 2
            for number, step in enumerate(steps):
                with ink.marked(read[number]):
                    _draw(ink, dated[number], x, top)
                    _draw(ink, titles[number], x, top - above)
                    _draw(ink, names[number], x, top - height + _depth(names[number]))
                x += step

        return Strip(height, draw, gap=_ABOVE)

    def _steps(self, places: Sequence[Signature], measure: float) -> list[float]:
        """Return the widths of the places: equal, or as their texts need it if that helps."""
        equal = [measure / len(places)] * len(places)
        wanted = [
            _BETWEEN
            + max(
                self._italic.width(place.dated),
                self._note.width(place.note),
                *(self._bold.width(text) for text in (*place.titles, place.name)),
            )
            for place in places
        ]
        spare = (measure - sum(wanted)) / len(places)
        return [each + spare for each in wanted] if max(wanted) > equal[0] and spare > 0 else equal

    def _dated(self, place: Signature, width: float) -> list[TextLine]:
        return centred(self._italic, place.dated, width)

    def _names(self, place: Signature, width: float) -> list[TextLine]:
        return centred(self._bold, place.name, width)

    def _titles(self, place: Signature, width: float) -> list[TextLine]:
        titles = [line for title in place.titles for line in centred(self._bold, title, width)]
        return [*titles, *centred(self._note, place.note, width)]

    def _recipients(self, recipients: Sequence[str], width: float) -> list[Strip]:
        """Return box 9b line by line: "- …;", the last with a full stop."""
        if not recipients:
            return []
        lines = prose(Style(self._pdf.bold_italic, _LABEL_SIZE, LEADING), "Nơi nhận:", width)
        ends = [";"] * (len(recipients) - 1) + ["."]
        for name, end in zip(recipients, ends, strict=True):
            lines += prose(self._list, f"- {name}{end}", width - _BETWEEN, align="left")
        strips = [line_strip(line, self._page.left) for line in lines]
        return read_as(self._pdf.tags, "P", strips)


def _stacked(strips: Sequence[Strip]) -> Strip:
    """Return strips under each other as one."""

    def draw(ink: Ink, top: float) -> None:
        for strip in strips:
            strip.draw(ink, top)
            top -= strip.height

    return Strip(sum(strip.height for strip in strips), draw)


def _depth(lines: Sequence[TextLine]) -> float:
    return sum(line.height for line in lines)


def _draw(ink: Ink, lines: Sequence[TextLine], left: float, top: float) -> None:
    for line in lines:
        line.draw(ink, left, top)
        top -= line.height
