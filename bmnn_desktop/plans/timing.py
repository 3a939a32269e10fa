"""Time phrases and what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from bmnn_desktop.domain.timing import Timing, TimingKind
from bmnn_desktop.plans import timing_dates, timing_periods, timing_words
from bmnn_desktop.plans.label import Label
from bmnn_desktop.plans.not_times import masked
from bmnn_desktop.plans.timing_rule import Context, Rule

_COUNTED: tuple[Rule, ...] = (*timing_dates.RULES, *timing_periods.RULES)
_WORDS: tuple[Rule, ...] = timing_words.RULES
_COUNTS = re.compile(r"\d|quý|\bQ", re.IGNORECASE)  # no date or period is without one of these
_TENTATIVE = re.compile(r"\bdự kiến\b", re.IGNORECASE)
_CONTINUES = re.compile(
    r"\bvà\s+(?:tổ chức\s+|triển khai\s+)*(?:thực hiện\s+|"
    r"duy trì\s+)?(?:thường xuyên|hằng năm|hàng năm|"
    r"các năm tiếp theo|những năm tiếp theo)",
    re.IGNORECASE,
)
_SPACED = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Found:
    """A time phrase as printed, and its meaning."""

    text: str
    timing: Timing


def find_timing(
    text: str,
    *,
    year: int | None = None,
    issued: date | None = None,
    label: Label | None = None,
) -> Found | None:
    """Return the governing time phrase of a clause, or of a label's value.

    `year` stands in for a year that is not printed; `issued` is the plan's own date.
    """
    bare = masked(text)
    context = Context(year=year, issued=issued, label=label, text=bare)
    lower = bare.lower()
    rules = (*_COUNTED, *_WORDS) if _COUNTS.search(bare) else _WORDS
    for rule in rules:
        if rule.needs and not any(word in lower for word in rule.needs):
            continue
        for match in rule.pattern.finditer(bare):
            timing = rule.read(match, context)
            if timing is not None:
                return _found(text, bare, match, timing, label)
    if label is not None and text.strip(" .;"):
        # a label's value is the time phrase, whatever it means
        return Found(text.strip(" .;"), Timing(event=text.strip(" .;")))
    return None


def _found(
    text: str, bare: str, match: re.Match[str], timing: Timing, label: Label | None
) -> Found:
    changes: dict[str, bool] = {}
    if _TENTATIVE.search(bare[max(0, match.start() - 30) : match.start()]):
        changes["tentative"] = True
    if _CONTINUES.search(bare, match.start()) and timing.kind is not TimingKind.OPEN_ENDED:
        changes["continues"] = True
    if changes:
        timing = replace(timing, **changes)  # type: ignore[arg-type]
    shown = text.strip(" .;") if label is not None else text[match.start() : match.end()]
    return Found(_SPACED.sub(" ", shown).strip(" ,.;"), timing)
