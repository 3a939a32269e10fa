"""Where a text too tall for its sheet is cut."""

from __future__ import annotations

from unicodedata import combining

from bmnn_desktop.printing.face import Face


def longest_start(face: Face, text: str, room: float, size: float, lines: int) -> int:
    """Return how many characters of `text` fill at most `lines` lines; at least one.

    The cut stands between two words, within one only where it is wider than `room`.
    """
    fits, too_many = 1, len(text) + 1
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if len(face.wrap(text[:middle], room, size)) <= lines:
            fits = middle
        else:
            too_many = middle
    space = text.rfind(" ", 0, fits + 1)
    word = text[space + 1 :].partition(" ")[0]
    if space > 0 and face.text(word, size).width <= room:
        return space
    while fits > 1 and fits < len(text) and combining(text[fits]):
        fits -= 1
    return fits
