"""Plain text into lines and tables: page numbers, stars and footnote marks are dropped."""

from __future__ import annotations

import re
import unicodedata

from bmnn_desktop.errors import PlanHasNoText, PlanTooLarge
from bmnn_desktop.plans.source import LONGEST_PARAGRAPH, LONGEST_TEXT, Line, Source, Table

_BREAKS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_FOOT_MARK = re.compile(
    r"\^\{[^}\n]{0,20}\}|(?<=\w)[¹²³⁰⁴-⁹]{1,2}(?!\w)|\[\d{1,2}\]|⁽[¹²³⁰⁴-⁹]+⁾(?=[,.;:])"
)
_FOOT_NOTE = re.compile(r"^\s*(?:[¹²³⁰⁴-⁹]+|\[\d{1,2}\])\s*\S")
_RAISED = str.maketrans("⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹", "()0123456789")
_PAGE_NUMBER = re.compile(r"[-–—]?\s*(?:[Tt]rang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?\s*[-–—]?")
_RULE = re.compile(r"[-_=–—*.…·\s]{3,}")
_PIPE_RULE = re.compile(r"[|:\-+\s=]+")
_KEPT = "\n\t"


def text_source(text: str) -> Source:
    """Return the lines and tables of a text. Raises PlanTooLarge, PlanHasNoText."""
    if len(text) > LONGEST_TEXT:
        raise PlanTooLarge
    rows: list[tuple[str, ...]] = []
    items: list[Line | Table] = []
    gap = True
    first_row = 0
    for number, raw in enumerate(_clean(text).split("\n"), start=1):
        cells = _cells(raw)
        if cells is not None:
            if not rows:
                first_row = number
            if cells:
                rows.append(cells)
            continue
        if rows:
            items.append(Table(first_row, tuple(rows)))
            rows = []
        line = tidy_line(raw)
        if not line:
            gap = True
            continue
        items.append(Line(number, line, gap))
        gap = False
    if rows:
        items.append(Table(first_row, tuple(rows)))
    if not items:
        raise PlanHasNoText
    return tuple(items)


def tidy_line(raw: str) -> str:
    """Return a line without marks, or nothing for page numbers, rules and footnotes."""
    if len(raw) > LONGEST_PARAGRAPH:
        raise PlanTooLarge
    if _FOOT_NOTE.match(raw):
        return ""
    text = _FOOT_MARK.sub("", raw).translate(_RAISED).replace("*", "")
    text = " ".join(text.split())
    if not text or _PAGE_NUMBER.fullmatch(text) or _RULE.fullmatch(text):
        return ""
    return text


def _clean(text: str) -> str:
    composed = unicodedata.normalize("NFC", _BREAKS.sub("\n", text)).replace("\xad", "")
    strange = {ord(letter): _shown(letter) for letter in set(composed) if not _is_plain(letter)}
    return composed.translate(strange) if strange else composed


def _is_plain(letter: str) -> bool:
    return letter.isprintable() or letter in _KEPT


def _shown(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "Co":  # private use: how Symbol and Wingdings bullets arrive
        return "•"
    return "" if category in {"Cf", "Cs"} else " "


def _cells(raw: str) -> tuple[str, ...] | None:
    """Return the cells of a table row written with bars or tabs; () for a ruled line."""
    if raw.count("|") >= 2 and raw.strip().startswith("|"):  # noqa: PLR2004
        if _PIPE_RULE.fullmatch(raw):
            return ()
        return tuple(tidy_cell(cell) for cell in raw.strip().strip("|").split("|"))
    if raw.strip().count("\t") >= 2:  # noqa: PLR2004
        return tuple(tidy_cell(cell) for cell in raw.split("\t"))
    return None


def tidy_cell(raw: str) -> str:
    """Return the text of a cell on one line."""
    return " ".join(_FOOT_MARK.sub("", raw).translate(_RAISED).replace("*", "").split())
