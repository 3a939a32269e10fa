"""Word counts its lists itself: the numbers are rebuilt from numbering.xml."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from bmnn_desktop.plans.xml_reader import Element

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LEVELS = 9
_BULLETS = {"o": "+", "+": "+", "◦": "+"}


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str


class ListNumbers:
    """The counters of a document's lists."""

    def __init__(self, numbering: Element | None) -> None:
        self._lists: dict[str, dict[int, _Level]] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        if numbering is None:
            return
        abstract = {
            element.attributes.get("w:abstractNumId", ""): _levels(element)
            for element in numbering.children
            if element.tag == "w:abstractNum"
        }
        for element in numbering.children:
            if element.tag == "w:num":
                used = element.value("w:abstractNumId") or ""
                self._lists[element.attributes.get("w:numId", "")] = abstract.get(used, {})

    def next(self, number_id: str, level: int) -> str:
        """Return what stands in front of the next paragraph of a list, or nothing."""
        levels = self._lists.get(number_id, {})
        here = levels.get(level)
        if here is None or here.form == "none":
            return ""
        if here.form == "bullet":
            return _BULLETS.get(here.text.strip(), "-")
        counts = self._counts[number_id]
        counts[level] = counts.get(level, here.start - 1) + 1
        for deeper in [depth for depth in counts if depth > level]:
            del counts[deeper]
        text = here.text
        for depth in range(_LEVELS):
            mark = f"%{depth + 1}"
            if mark in text:
                form = levels.get(depth, here)
                text = text.replace(mark, _spelled(counts.get(depth, form.start), form.form))
        return text.strip()


def _levels(abstract: Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for element in abstract.children:
        if element.tag != "w:lvl":
            continue
        depth = element.attributes.get("w:ilvl", "")
        start = element.value("w:start") or "1"
        if depth.isdecimal():
            found[int(depth)] = _Level(
                int(start) if start.isdecimal() and len(start) < 5 else 1,  # noqa: PLR2004
                element.value("w:numFmt") or "decimal",
                element.value("w:lvlText") or "",
            )
    return found


def _spelled(number: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < number < 40:  # noqa: PLR2004
        text = ""
        for value, sign in _ROMAN:
            while number >= value:
                text, number = text + sign, number - value
        return text if form == "upperRoman" else text.lower()
    return f"{number:02d}" if form == "decimalZero" else str(number)
