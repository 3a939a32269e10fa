"""The parts of the paper: letterhead and title, body, ending, the plan a decision carries."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bmnn_desktop.plans.marker import split_marker
from bmnn_desktop.plans.source import Line, Source, Table

TYPES = (
    "KẾ HOẠCH",
    "CHƯƠNG TRÌNH HÀNH ĐỘNG",
    "CHƯƠNG TRÌNH CÔNG TÁC",
    "CHƯƠNG TRÌNH",
    "CHỈ THỊ",
    "HƯỚNG DẪN",
    "PHƯƠNG ÁN",
    "ĐỀ ÁN",
)
_DECISION = "QUYẾT ĐỊNH"
_TYPE = re.compile(rf"({'|'.join(TYPES)}|{_DECISION})(?![\w:])\s*(?P<rest>.*)")
_ATTACHED = re.compile(r"\(?\s*(?:Ban hành\s+)?[Kk]èm theo\b", re.IGNORECASE)
_BASE = re.compile(
    r"(?:Căn cứ|Thực hiện|Để|Nhằm|Theo|Trên cơ sở|Xét|Quán triệt|Chấp hành|Triển khai)\b"
)
_BASE_SURE = re.compile(r"(?:Căn cứ|Xét)\b")
_ADDRESS = re.compile(r"(?:Nơi nhận|Nơi gửi)\s*:?")
_APPENDIX = re.compile(r"PHỤ LỤC\b")
_LETTERHEAD = 40  # lines in which the type must stand
_LOOK_AHEAD = 12
_TITLE_LINES = 8
_LONG = 170


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of each part; `kind` is None where no type is printed."""

    kind: str | None
    letterhead: tuple[Line, ...]
    title: str | None
    body: Source
    ending: tuple[Line, ...]
    preamble: Source = ()  # of the decision, when the body is that of the attached plan
    attached_kind: str | None = None
    attached_title: str | None = None


def dissect(source: Source) -> Document:
    """Find the parts of a paper."""
    flat = _flat_head(source)
    at = next((n for n, item in enumerate(flat[:_LETTERHEAD]) if _type_of(item)), None)
    if at is None:
        body, ending = _cut_ending(flat)
        return Document(None, (), None, body, ending)
    kind = _type_of(flat[at])
    letterhead = tuple(item for item in flat[:at] if isinstance(item, Line))
    title, start = _title(flat, at)
    if kind == _DECISION:
        second = _attached(flat, start)
        if second is not None:
            attached_title, body_start = _title(flat, second)
            preamble, ending = _cut_ending(flat[start:second])
            body, own_ending = _cut_ending(flat[body_start:])
            return Document(
                kind,
                letterhead,
                title,
                body,
                ending or own_ending,
                preamble,
                _type_of(flat[second]),
                attached_title,
            )
    body, ending = _cut_ending(flat[start:])
    return Document(kind, letterhead, title, body, ending)


def _flat_head(source: Source) -> Source:
    """Lay out the tables that are no lists of duties: letterhead and signature."""
    out: list[Line | Table] = []
    for item in source:
        if isinstance(item, Table) and len(item.rows) <= 3 and not _is_wide(item):  # noqa: PLR2004
            for column in range(max(len(row) for row in item.rows)):
                for row in item.rows:
                    if column < len(row):
                        out.extend(
                            Line(item.number, text, gap=first == 0, whole=True)
                            for first, text in enumerate(filter(None, row[column].split("\n")))
                        )
        else:
            out.append(item)
    return tuple(out)


def _is_wide(table: Table) -> bool:
    return any(len(row) > 2 for row in table.rows)  # noqa: PLR2004


def _type_of(item: Line | Table) -> str | None:
    if isinstance(item, Table):
        return None
    match = _TYPE.fullmatch(item.text)
    if match is None:
        return None
    rest = match["rest"].strip()
    # "KẾ HOẠCH số 5 …" in a sentence is written small; a title behind the type is not a number
    return (
        match[1]
        if not rest or (rest[0].isalpha() and not rest.startswith(("số ", "này")))
        else None
    )


def _title(flat: Source, at: int) -> tuple[str | None, int]:
    """Return the title below the type, and where the body begins."""
    first = flat[at]
    words: list[str] = []
    if isinstance(first, Line):
        match = _TYPE.fullmatch(first.text)
        words = [match["rest"]] if match and match["rest"] else []
    index = at + 1
    while index < min(len(flat), at + 1 + _TITLE_LINES):
        item = flat[index]
        if isinstance(item, Table) or _ends_title(item, words):
            break
        words.append(item.text)
        index += 1
    while index < len(flat):
        item = flat[index]
        if not (isinstance(item, Line) and _ATTACHED.match(item.text)):
            break
        index += 1
        while ")" not in item.text and index < len(flat):
            item = flat[index]
            if not isinstance(item, Line) or split_marker(item.text)[0] is not None:
                break
            index += 1
    title = " ".join(words).strip(" -–_") or None
    return title, index


def _ends_title(item: Line, words: list[str]) -> bool:
    text = item.text
    if _ATTACHED.match(text) or split_marker(text)[0] is not None or _BASE_SURE.match(text):
        return True
    if not words:
        return False
    return (
        item.gap
        or text.endswith((".", ";", ":"))
        or len(text) > _LONG
        or (item.whole and bool(_BASE.match(text)))
        or text.isupper() != words[-1].isupper()
    )


def _attached(flat: Source, start: int) -> int | None:
    """Return where the plan begins that the decision promulgates."""
    for index in range(start, len(flat)):
        item = flat[index]
        kind = _type_of(item)
        if kind in TYPES:
            following = flat[index + 1 : index + _LOOK_AHEAD]
            if any(
                isinstance(each, Line) and _ATTACHED.search(each.text) for each in following
            ) or any(
                isinstance(each, Line) and _ADDRESS.match(each.text) for each in flat[start:index]
            ):
                return index
    return None


def _cut_ending(flat: Source) -> tuple[Source, tuple[Line, ...]]:
    """Part the body (with its appendices) from recipients and signature."""
    begin = next(
        (n for n, item in enumerate(flat) if isinstance(item, Line) and _ADDRESS.match(item.text)),
        None,
    )
    if begin is None:
        return flat, ()
    after = begin
    while after < len(flat):
        item = flat[after]
        if isinstance(item, Table) or _APPENDIX.match(item.text):
            break
        after += 1
    ending = tuple(item for item in flat[begin:after] if isinstance(item, Line))
    return (*flat[:begin], *flat[after:]), ending
