"""Lines of text in a column: broken, aligned, and ready to be drawn one by one."""

from __future__ import annotations

from typing import NamedTuple

from bmnn_desktop.printing.face import SPACE, Face, Text
from bmnn_desktop.printing.ink import Ink

_DESCENT = 0.26  # from the baseline to the lower edge of a line, in sizes
_WIDEST_GAP = 0.45  # of the size; a line that needs more is left ragged
_PEN_HEIGHT = 22.0  # of a line that a hand writes on
_NOTHING = Text("", 0.0, 0, ends=True)
_DOTS_AFTER = 4.0
_SHORTEST_DOTS = 60.0


class Style(NamedTuple):
    """A face at a size, and the height of its lines."""

    face: Face
    size: float
    leading: float

    def width(self, text: str) -> float:
        """Return the width of a text on one line, in points."""
        return self.face.text(text, self.size).width * self.size / 1000


class TextLine(NamedTuple):
    """One line of a column; lengths from the column's left edge."""

    style: Style
    text: Text
    height: float
    x: float = 0.0
    gap: float = 0.0  # added to every space
    dots: tuple[float, float] | None = None

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw the line into a column that begins at `left`, under `top`."""
        y = top - self.height + _DESCENT * self.style.size
        if self.gap:
            ink.add(f"{self.gap:.3f} Tw")
        ink.text(self.style.face, self.style.size, left + self.x, y, self.text)
        if self.gap:
            ink.add("0 Tw")
        if self.dots:
            start, end = self.dots
            ink.dots(left + start, y - 1, left + end)


def prose(
    style: Style, text: str, width: float, *, indent: float = 0.0, align: str = "justify"
) -> list[TextLine]:
    """Break `text` into lines; every paragraph begins at `indent`."""
    lines = []
    for paragraph in text.split("\n"):
        for number, line in enumerate(_broken(style, paragraph, width, indent)):
            lines.append(_placed(style, line, width, 0.0 if number else indent, align))
    return lines


def labelled(style: Style, label: str, value: str, width: float) -> list[TextLine]:
    """Set "label: value"; without a value the line is dotted for the pen."""
    if value:
        return prose(style, f"{label}: {value}", width, align="left")
    lines = prose(style, f"{label}:", width, align="left")
    last = lines[-1]
    start = last.x + last.text.width * style.size / 1000 + _DOTS_AFTER
    if width - start < _SHORTEST_DOTS:
        return [*lines, pen_line(style, width)]
    lines[-1] = last._replace(dots=(start, width), height=_PEN_HEIGHT)
    return lines


def pen_line(style: Style, width: float) -> TextLine:
    """Return an empty line to write on."""
    return TextLine(style, _NOTHING, _PEN_HEIGHT, dots=(0.0, width))


def centred(style: Style, text: str, width: float) -> list[TextLine]:
    """Break `text` into centred lines of about the same length."""
    lines: list[TextLine] = []
    for paragraph in text.split("\n"):
        lines += [
            _placed(style, line, width, 0, "center") for line in balanced(style, paragraph, width)
        ]
    return lines


def balanced(style: Style, text: str, width: float) -> list[Text]:
    """Break `text` into as few lines as fit, none much longer than the others."""
    face, size = style.face, style.size
    room = width * 1000 / size
    lines = face.wrap(text, room, size)
    low = max([face.text(word, size).width for word in text.split()], default=0.0)
    while len(lines) > 1 and room - low > SPACE:
        middle = (low + room) / 2
        narrower = face.wrap(text, middle, size)
        if len(narrower) > len(lines):
            low = middle
        else:
            room, lines = middle, narrower
    return lines


def _broken(style: Style, text: str, width: float, indent: float) -> list[Text]:
    """Break a paragraph; its first line is shorter by `indent`."""
    face, size = style.face, style.size
    room, first = width * 1000 / size, (width - indent) * 1000 / size
    words = text.split()
    reach = -SPACE
    taken = 0
    for word in words:
        reach += SPACE + face.text(word, size).width
        if reach > first:
            break
        taken += 1
    if not taken:  # nothing, or a word wider than the line
        return face.wrap(text, first, size)
    begin = face.text(" ".join(words[:taken]), size)
    rest = face.wrap(" ".join(words[taken:]), room, size)
    return [begin._replace(ends=not rest), *rest]


def _placed(style: Style, text: Text, width: float, x: float, align: str) -> TextLine:
    size = style.size
    spare = width - x - text.width * size / 1000
    gap = 0.0
    if align == "center":
        x += spare / 2
    elif align == "justify" and text.gaps and not text.ends:
        gap = (spare - text.horn * size / 1000) / text.gaps
        if gap > _WIDEST_GAP * size:
            gap = 0.0
    return TextLine(style, text, style.leading, x, gap)
