"""One style of Liberation Serif inside one document: widths, bytes and line breaks of words.

ReportLab gives each font a table of 256 codes per subset, dealt in the order in which characters
are first used. Vietnamese fits into the first; whatever spills over is shown by switching fonts
within the line. Words repeat, so their width and bytes are remembered, up to a limit that keeps
the memory of a long book constant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import combining, normalize

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

SPACE = 250.0  # width of a space in thousandths of the size, in every style of the family
_MISSING = "□"  # stands for any character the font lacks; the font has it
_HORN = "\u031b"
_HORN_REACH = 33.0  # as far as any horn of the regular and bold styles stands out of its letter
_ATOM = re.compile(r"[^/\-]*[/\-]+|[^/\-]+")
_REMEMBERED = 8_000  # words
_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r"})


class Text(NamedTuple):
    """A line of text ready to be shown."""

    shown: str  # "(…) Tj"; leaves the font at its first subset
    width: float  # in thousandths of the size
    gaps: int  # spaces that justification may widen
    ends: bool  # the last line of its paragraph
    horn: float = 0.0  # how far a horn may reach beyond the width, in thousandths


class _Word(NamedTuple):
    width: float
    code: str | None  # None: not in the first subset
    text: str


class Face:
    """A font as one document uses it."""

    def __init__(self, font: TTFont, document: PDFDocument) -> None:
        self._font = font
        self._document = document
        self._widths: dict[str, float] = {}
        self._codes: dict[str, str | None] = {}  # None: not in the first subset
        self._words: dict[str, _Word] = {}
        self.name: str = font.getSubsetInternalName(0, document)
        self._learn(_MISSING)

    def text(self, text: str, size: float) -> Text:
        """Return `text` on one line, however long it is."""
        words = [self._word(word) for word in text.split()]
        return self._line(words, size, ends=True)

    def wrap(self, text: str, room: float, size: float) -> list[Text]:
        """Break `text` into lines of at most `room` thousandths of the size; none if empty."""
        lines: list[Text] = []
        current: list[_Word] = []
        filled = -SPACE
        known = self._words
        for each in text.split():
            word = known.get(each) or self._word(each)
            reach = filled + SPACE + word.width
            if reach <= room:
                current.append(word)
                filled = reach
            elif word.width <= room:
                lines.append(self._line(current, size, ends=False))
                current = [word]
                filled = word.width
            else:
                pieces = self._pieces(word.text, room - filled - SPACE, room)
                for number, piece in enumerate(pieces):
                    if number or filled + SPACE + piece.width > room:
                        if current:
                            lines.append(self._line(current, size, ends=False))
                        current, filled = [], -SPACE
                    current.append(piece)
                    filled += SPACE + piece.width
        if current:
            lines.append(self._line(current, size, ends=True))
        return lines

    def _word(self, text: str) -> _Word:
        known = self._words.get(text)
        if known is not None:
            return known
        here = text
        try:
            width = sum([self._widths[each] for each in here])
        except KeyError:
            here = "".join([each if self._learn(each) else _MISSING for each in text])
            width = sum([self._widths[each] for each in here])
        codes = [self._codes[each] for each in here]
        code = None if None in codes else "".join(codes)  # type: ignore[arg-type]
        if len(self._words) >= _REMEMBERED:
            self._words.clear()
        word = self._words[text] = _Word(width, code, here)
        return word

    def _learn(self, character: str) -> bool:
        """Give a character its code in this document; False: the font lacks it."""
        if character in self._widths:
            return True
        if ord(character) not in self._font.face.charToGlyph:
            return False
        ((subset, code),) = self._font.splitString(character, self._document)
        self._codes[character] = None if subset else code.decode("latin-1").translate(_ESCAPED)
        self._widths[character] = self._font.face.getCharWidth(ord(character))
        return True

    def _pieces(self, text: str, room_now: float, room: float) -> Iterator[_Word]:
        """Break a word wider than the column: after "/" and "-", within only where it must be."""
        piece = ""
        width = 0.0
        space = room_now
        for atom in self._atoms(text, room):
            wide = sum([self._widths[each] for each in atom])
            if piece and width + wide > space:
                yield self._word(piece)
                piece, width = "", 0.0
                space = room
            elif not piece and wide > space:
                space = room
            piece += atom
            width += wide
        yield self._word(piece)

    def _atoms(self, text: str, room: float) -> Iterator[str]:
        for atom in _ATOM.findall(text):
            if sum([self._widths[each] for each in atom]) <= room:
                yield atom
                continue
            width = 0.0
            start = 0
            for place, each in enumerate(atom):
                wide = self._widths[each]
                if width + wide > room and place > start and not combining(each):
                    yield atom[start:place]
                    start, width = place, 0.0
                width += wide
            yield atom[start:]

    def _line(self, words: list[_Word], size: float, *, ends: bool) -> Text:
        if not words:
            return Text("", 0.0, 0, ends)
        width = sum([word.width for word in words]) + SPACE * (len(words) - 1)
        try:
            shown = "(" + " ".join([word.code for word in words]) + ") Tj"  # type: ignore[misc]
        except TypeError:  # a word outside the first subset
            shown = self._spilled(" ".join([word.text for word in words]), size)
        horn = _HORN_REACH if _HORN in normalize("NFD", words[-1].text[-1:]) else 0.0
        return Text(shown, width, len(words) - 1, ends, horn)

    def _spilled(self, text: str, size: float) -> str:
        parts = []
        for subset, code in self._font.splitString(text, self._document):
            name = self._font.getSubsetInternalName(subset, self._document)
            parts.append(f"{name} {size:g} Tf ({code.decode('latin-1').translate(_ESCAPED)}) Tj")
        parts.append(f"{self.name} {size:g} Tf")
        return " ".join(parts)
