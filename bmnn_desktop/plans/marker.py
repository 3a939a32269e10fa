"""The printed numbering in front of a paragraph: I. 1. 1.1. a) (1) - +."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass


class Rank(enum.IntEnum):
    """Kinds of numbering from the outermost to the innermost."""

    PART = 0
    LETTER_UPPER = 1
    ROMAN = 2
    ARTICLE = 3
    NUMBER = 4
    DECIMAL = 5  # 1.1; each further number is one deeper
    BRACKET_NUMBER = 20  # 1)
    LETTER = 21
    INLINE = 22  # (1)
    DASH = 23
    PLUS = 24


@dataclass(frozen=True, slots=True)
class Marker:
    """A numbering: its kind, what is printed, and how deep it lies."""

    rank: Rank
    label: str
    depth: int

    @property
    def is_bullet(self) -> bool:
        """Tell whether it has no number of its own."""
        return self.rank in {Rank.DASH, Rank.PLUS}


ROW = Marker(Rank.NUMBER, "", Rank.NUMBER)  # the row of a table

_PATTERNS = (
    (
        Rank.PART,
        re.compile(r"((?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:(?:thứ|THỨ)\s+)?\w{1,6})[.:]?(?:\s+|$)"),
    ),
    (
        Rank.PART,
        re.compile(
            r"((?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?(?:[IVX]{1,4}|"
            r"\d{1,2})\b)?)(?=[.:]?\s*(?:$|[A-ZĐ(]))[.:]?\s*"
        ),
    ),
    (Rank.ARTICLE, re.compile(r"(Điều\s+\d{1,3})[.:](?:\s+|$)")),
    (Rank.DECIMAL, re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})[.)]?(?=\s+[^\W\d]|\s*$)\s*")),
    (Rank.NUMBER, re.compile(r"(\d{1,3})\s?[./](?=\s*[^\W\d]|\s+\S|\s*$)\s*")),
    (Rank.NUMBER, re.compile(r"(\d{1,3})\s?-\s+(?=[^\W\d])")),
    (Rank.BRACKET_NUMBER, re.compile(r"(\d{1,3})\)\s*(?=\S)")),
    (Rank.ROMAN, re.compile(r"([IVX]{1,6})\s?[.)/\-–:](?!\w\.)\s*(?=\S)")),
    (Rank.LETTER_UPPER, re.compile(r"([A-HĐ])\s?[.)/\-](?=\s)\s*(?=\S)")),
    (Rank.LETTER, re.compile(r"([a-zđ]\d?)\s?[.)/](?=\s|[^\W\d_a-z])\s*(?=\S)")),
    (Rank.INLINE, re.compile(r"\((\d{1,2}|[a-zđ])\)\s*(?=\S)")),
    (Rank.PLUS, re.compile(r"([+◦○]|o(?=\s+[^\W\d]))\s*(?=\S)")),
    (Rank.DASH, re.compile(r"([-–—•●▪■◆➢✓·§])\s*(?=[^\W_]|[(\"“])")),
)


def split_marker(text: str) -> tuple[Marker | None, str]:
    """Return the numbering in front of a paragraph and the paragraph without it."""
    for rank, pattern in _PATTERNS:
        match = pattern.match(text)
        if match:
            label = match[1]
            depth = rank + (label.count(".") if rank is Rank.DECIMAL else 0)
            return Marker(rank, label, depth), text[match.end() :].strip()
    return None, text
