"""Instruments a plan is based on or cites: kind, number, date."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bmnn_desktop.plans.calendar_words import date_pattern

_KIND = (
    r"Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|"
    r"Thông tư|Chỉ thị|Kế hoạch|Chương trình|"
    r"Công văn|Công điện|Hướng dẫn|Kết luận|Quy định|Thông báo"
)
_CODE = r"\d{1,5}\w{0,2}\s?[-/]\s?(?:\d{4}/)?[A-ZĐ][\w\-/&]*"
_NUMBERED = re.compile(
    rf"\b(?P<kind>{_KIND})\s+(?:số\s*:?\s*)?(?P<code>{_CODE})(?:\s*,?\s*\(?{date_pattern()})?"
)
_LAW = re.compile(
    r"\b(?P<name>(?:Bộ luật|Luật|Pháp lệnh)\s+[A-ZĐÀ-Ỹ][^,.;:()\n]{2,60}?)"
    r"(?=\s*(?:[,.;:()]|$)|\s+(?:và|ngày|năm|số|theo|trên|của|về|được|đến|này|tại|trong|cho)\b)"
)


def citations(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the instruments named in the texts, each once."""
    found: dict[str, None] = {}
    for text in texts:
        for match in _NUMBERED.finditer(text):
            day = match["d0"] or match["e0"] or match["f0"]
            month = match["m0"] or match["n0"] or match["o0"]
            year = match["y0"] or match["z0"]
            when = f" {day}/{month}/{year}" if day and year else ""
            found.setdefault(f"{match['kind']} {match['code'].replace(' ', '')}{when}")
        for match in _LAW.finditer(text):
            found.setdefault(match["name"].strip())
    return tuple(found)
