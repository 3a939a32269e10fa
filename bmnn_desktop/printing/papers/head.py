"""The head of a paper: boxes 1 to 5 and 9a of NĐ 30/2020, Phụ lục I."""

from __future__ import annotations

from bmnn_desktop.printing.ink import MM, Ink
from bmnn_desktop.printing.papers.body import BODY, LEADING
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.page import Page
from bmnn_desktop.printing.papers.strip import Strip, beside, keep_lines, line_strip, read_as
from bmnn_desktop.printing.papers.text_line import Style, TextLine, balanced, centred, prose
from bmnn_desktop.printing.pdf_file import PdfFile

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_ORG = 12.0  # boxes 1 and 2: 12 to 13; the motto 13 to 14
_ORG_LEADING = 15.5
_MOTTO_DROP = 17.0
_REGARDING = 12.0  # box 5b: 12 to 13
_REGARDING_DROP = 6.0  # 6 points below the number
_TITLE = 14.0  # box 5a: 13 to 14
_TITLE_LEADING = 19.0
_SUBJECT_SHARE = 0.86  # of the width, that its lines are no longer than those of the body
_RULE_SHARE = 0.4  # of the text above: 1/3 to 1/2
_RULE = 0.7  # thickness
_RULE_GAP = 2.5
_RULE_DROP = 6.0
_NUMBER_ROOM = 12 * MM  # for a number written later
_BETWEEN = 4 * MM  # the two columns
_ABOVE_NUMBER = 14.0
_AROUND_TITLE = 18.0


class HeadSetter:
    """Sets the head of one paper."""

    def __init__(self, pdf: PdfFile, page: Page, composition: Composition) -> None:
        self._pdf = pdf
        self._page = page
        self._composition = composition
        self._org = Style(pdf.regular, _ORG, _ORG_LEADING)
        self._org_bold = Style(pdf.bold, _ORG, _ORG_LEADING)
        self._motto = Style(pdf.bold, BODY, _MOTTO_DROP)
        self._right_width = max(self._org_bold.width(COUNTRY) + 1, page.measure / 2)
        self._left_width = page.measure - self._right_width - _BETWEEN
        self._left_middle = page.left + self._left_width / 2
        self._right = page.right - self._right_width

    def strips(self) -> list[Strip]:
        """Return the head, which stays with the first part of the body."""
        tags = self._pdf.tags
        strips = [
            *read_as(tags, "P", [self._names()]),
            *read_as(tags, "H1", self._title()),
            *read_as(tags, "P", self._addressees()),
        ]
        strips[-1].keep = True
        return strips

    def _names(self) -> Strip:
        """Return boxes 1 to 4 and 5b: who, number, date, and what a letter is about."""
        letterhead = self._composition.letterhead
        ink = Ink()
        above = centred(self._org, letterhead.parent_org.upper(), self._left_width)
        left_end = _draw(ink, above, self._page.left, 0)
        own = centred(self._org_bold, letterhead.org.upper(), self._left_width)
        if own:
            left_end = _draw(ink, own, self._page.left, left_end)
            half = own[-1].text.width * _ORG / 1000 * _RULE_SHARE / 2
            self._rule(ink, self._left_middle, half, left_end)
        country = centred(self._org_bold, COUNTRY, self._right_width)
        motto = centred(self._motto, MOTTO, self._right_width)
        right_end = _draw(ink, [*country, *motto], self._right, 0)
        half = self._motto.width(MOTTO) / 2
        self._rule(ink, self._right + self._right_width / 2, half, right_end)
        end = self._number_and_day(ink, min(left_end, right_end) - _RULE_DROP)
        return _drawing(ink, -end)

    def _number_and_day(self, ink: Ink, top: float) -> float:
        """Draw boxes 3, 4 and 5b under `top`; return where they end."""
        composition = self._composition
        if not (composition.number or composition.dated or composition.regarding):
            return top
        top -= _ABOVE_NUMBER - _RULE_DROP
        number = Style(self._pdf.regular, BODY, LEADING)
        italic = Style(self._pdf.italic, BODY, LEADING)
        days = centred(italic, composition.dated, self._right_width)
        right_end = _draw(ink, days, self._right, top)
        left_end = top
        if composition.number:
            left_end = self._number(ink, number, composition.number, top)
        if composition.regarding:
            style = Style(self._pdf.regular, _REGARDING, _ORG_LEADING)
            lines = centred(style, composition.regarding, self._left_width)
            left_end = _draw(ink, lines, self._page.left, left_end - _REGARDING_DROP)
        return min(left_end, right_end)

    def _number(self, ink: Ink, style: Style, number: str, top: float) -> float:
        if not number.startswith("/"):
            lines = centred(style, f"Số: {number}", self._left_width)
            return _draw(ink, lines, self._page.left, top)
        label, width = "Số:", style.width("Số:") + _NUMBER_ROOM + style.width(number)
        start = self._left_middle - width / 2
        for x, text in ((start, label), (start + width - style.width(number), number)):
            line = TextLine(style, style.face.text(text, style.size), style.leading)
            line.draw(ink, x, top)
        return top - style.leading

    def _title(self) -> list[Strip]:
        """Return box 5a: the type of the paper and what it is about."""
        composition = self._composition
        style = Style(self._pdf.bold, _TITLE, _TITLE_LEADING)
        width = self._page.measure
        ink = Ink()
        lines = centred(style, composition.title.upper(), width)
        about = centred(style, composition.subject, width * _SUBJECT_SHARE)
        if not lines:
            return []
        end = _draw(ink, lines, self._page.left, 0)
        end = _draw(ink, about, self._page.left + width * (1 - _SUBJECT_SHARE) / 2, end)
        if about:
            half = about[-1].text.width * _TITLE / 1000 * _RULE_SHARE / 2
            self._rule(ink, self._page.left + width / 2, half, end)
            end -= _RULE_DROP
        strip = _drawing(ink, -end)
        strip.gap = _AROUND_TITLE
        return [strip]

    def _addressees(self) -> list[Strip]:
        """Return box 9a: to whom the paper goes."""
        names = self._composition.addressees
        if not names:
            return []
        style = Style(self._pdf.regular, BODY, LEADING)
        label = f"{self._composition.address}:"
        hang = style.width(label) + 5
        room = self._page.measure * _SUBJECT_SHARE - hang
        if len(names) == 1:
            broken = balanced(style, f"{names[0]}.", room)
            lines = [TextLine(style, text, style.leading) for text in broken]
        else:
            ends = [";"] * (len(names) - 1) + ["."]
            lines = []
            for name, end in zip(names, ends, strict=True):
                lines += prose(style, f"- {name}{end}", room, align="left")
        widest = max([line.text.width for line in lines]) * style.size / 1000
        start = self._page.left + (self._page.measure - hang - widest) / 2
        begin = TextLine(style, style.face.text(label, style.size), style.leading)
        strips = keep_lines([line_strip(line, start + hang) for line in lines])
        strips[0] = beside(line_strip(begin, start), strips[0])
        strips[0].gap = _AROUND_TITLE
        return strips

    def _rule(self, ink: Ink, middle: float, half: float, top: float) -> None:
        y = top - _RULE_GAP
        ink.line(middle - half, y, middle + half, y, _RULE)


def _drawing(drawn: Ink, height: float) -> Strip:
    """Return what was drawn downwards from 0 as a strip."""

    def draw(ink: Ink, top: float) -> None:
        ink.add(f"q 1 0 0 1 0 {top:.2f} cm {drawn.operators} Q")

    return Strip(height, draw)


def _draw(ink: Ink, lines: list[TextLine], left: float, top: float) -> float:
    """Draw lines under each other; return where they end."""
    for line in lines:
        line.draw(ink, left, top)
        top -= line.height
    return top
