"""Lines joined into paragraphs: wrapped lines, and sentences cut by the end of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bmnn_desktop.plans.marker import Marker, split_marker
from bmnn_desktop.plans.source import LONGEST_PARAGRAPH, Line, Source, Table

_ENDS = (".", ";", ":", "!", "?", "/.", "…")
_WRAP_LIMIT = 130  # no printed line is longer
_FULL = 0.72  # a wrapped line is at least this full
_LONG_BODY = 170  # characters that no heading reaches
_LIST_HEAD = re.compile(r"(?:Nơi nhận|Kính gửi)\s*:?\s*$", re.IGNORECASE)
# A sentence cut after one of these goes on, whatever letter comes next.
_HANGING = re.compile(
    r"(?:\b(?:và|hoặc|của|cho|với|về|tại|theo|trong|trên|từ|đến|để|bởi|là|các|những|do|được|"
    r"tham mưu|đề xuất|trình|giúp|phối hợp|cùng với)|,)$"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its numbering taken off, and the line it begins on."""

    number: int
    marker: Marker | None
    text: str


@dataclass(slots=True)
class _Open:
    """The paragraph that is being gathered."""

    number: int
    marker: Marker | None
    pieces: list[str]
    last: Line
    length: int
    has_sentence: bool

    def add(self, line: Line) -> None:
        """Go on with a line."""
        self.pieces.append(line.text)
        self.last = line
        self.length += len(line.text) + 1
        self.has_sentence = self.has_sentence or _has_sentence(line.text)

    @property
    def is_body(self) -> bool:
        """Tell a sentence from a title."""
        is_bullet = self.marker is not None and self.marker.is_bullet
        return is_bullet or self.length > _LONG_BODY or self.has_sentence


def paragraphs(source: Source) -> list[Paragraph | Table]:
    """Return the paragraphs and tables of a source."""
    width = _wrap_width(source)
    out: list[Paragraph | Table] = []
    begun: _Open | None = None
    for item in source:
        if isinstance(item, Line):
            marker, text = split_marker(item.text)
            if begun is not None and _goes_on(item, marker, text, begun=begun, width=width):
                begun.add(item)
                continue
        if begun is not None:
            out.append(Paragraph(begun.number, begun.marker, " ".join(begun.pieces)))
            begun = None
        if isinstance(item, Table):
            out.append(item)
        else:
            begun = _Open(item.number, marker, [text], item, len(text), _has_sentence(text))
    if begun is not None:
        out.append(Paragraph(begun.number, begun.marker, " ".join(begun.pieces)))
    return out


def _wrap_width(source: Source) -> int:
    """Return the width the text is wrapped at, or 0 when every line is a paragraph."""
    lengths = sorted(len(item.text) for item in source if isinstance(item, Line) and not item.whole)
    if not lengths or lengths[-1] > _WRAP_LIMIT:
        return 0
    return lengths[-1]


def _goes_on(item: Line, marker: Marker | None, text: str, *, begun: _Open, width: int) -> bool:
    """Tell whether a line continues the paragraph before it."""
    before = begun.pieces[-1]
    is_full = bool(width) and len(begun.last.text) > _FULL * width
    if not _may_go_on(item, marker, text, begun=begun):
        return False
    if before.endswith(_ENDS):
        # A full line of wrapped text may well end with a full stop.
        is_item = text[:1].isupper() and before.endswith((";", ":"))
        return is_full and not item.gap and not is_item
    if text[:1].islower() or (not item.whole and _HANGING.search(before)):
        return True
    if item.gap:
        return not item.whole and begun.is_body and begun.length > _LONG_BODY
    return is_full and not item.whole


def _may_go_on(item: Line, marker: Marker | None, text: str, *, begun: _Open) -> bool:
    before = begun.pieces[-1]
    if marker is not None and not (marker.is_bullet and before.endswith(",") and not item.gap):
        return False
    if begun.length > LONGEST_PARAGRAPH or _LIST_HEAD.search(before):
        return False
    return _is_shouted(text) == _is_shouted(before)


def _has_sentence(text: str) -> bool:
    return ". " in text or "; " in text


def _is_shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
