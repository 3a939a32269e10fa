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


def paragraphs(source: Source) -> list[Paragraph | Table]:
    """Return the paragraphs and tables of a source."""
    width = _wrap_width(source)
    out: list[Paragraph | Table] = []
    pieces: list[str] = []
    begun: Line | None = None
    begun_marker: Marker | None = None
    last: Line | None = None

    def close() -> None:
        nonlocal begun
        if begun is not None:
            out.append(Paragraph(begun.number, begun_marker, " ".join(pieces)[:LONGEST_PARAGRAPH]))
            begun = None

    for item in source:
        if isinstance(item, Table):
            close()
            out.append(item)
            last = None
            continue
        marker, text = split_marker(item.text)
        goes_on = (
            begun is not None
            and last is not None
            and _goes_on(
                item, marker, text, last=last, pieces=pieces, marked=begun_marker, width=width
            )
        )
        if goes_on:
            pieces.append(item.text)
        else:
            close()
            begun, begun_marker, pieces = item, marker, [text]
        last = item
    close()
    return out


def _wrap_width(source: Source) -> int:
    """Return the width the text is wrapped at, or 0 when every line is a paragraph."""
    lengths = sorted(len(item.text) for item in source if isinstance(item, Line) and not item.whole)
    if not lengths or lengths[-1] > _WRAP_LIMIT:
        return 0
    return lengths[-1]


def _goes_on(
    item: Line,
    marker: Marker | None,
    text: str,
    *,
    last: Line,
    pieces: list[str],
    marked: Marker | None,
    width: int,
) -> bool:
    """Tell whether a line continues the paragraph before it."""
    before = pieces[-1]
    if marker is not None and not (marker.is_bullet and before.endswith(",") and not item.gap):
        return False
    if _LIST_HEAD.search(before) or _is_shouted(text) != _is_shouted(before):
        return False
    if before.endswith(_ENDS):
        # A full line of wrapped text may well end with a full stop.
        return (
            bool(width)
            and not item.gap
            and len(last.text) > _FULL * width
            and not (text[:1].isupper() and before.endswith((";", ":")))
        )
    if text[:1].islower():
        return True
    if item.whole:
        return False
    length = sum(map(len, pieces))
    is_body = (
        (marked is not None and marked.is_bullet)
        or length > _LONG_BODY
        or any(stop in piece for piece in pieces for stop in (". ", "; "))
    )
    if _HANGING.search(before):
        return True
    if item.gap:
        return is_body and not _is_shouted(text) and length > _LONG_BODY
    return bool(width) and len(last.text) > _FULL * width


def _is_shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
