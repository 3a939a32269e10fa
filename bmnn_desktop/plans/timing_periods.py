"""Periods: quarters, months, half-years, years, spans of years."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bmnn_desktop.domain.timing import Timing, TimingKind
from bmnn_desktop.plans.calendar_words import (
    QUARTER,
    made,
    month_end,
    quarter_end,
    quarter_number,
    quarter_start,
    year_pattern,
)
from bmnn_desktop.plans.timing_rule import Context, Rule, rule

_ENDING = re.compile(
    r"(?:hoàn thành|xong|chậm nhất|muộn nhất|thời hạn|đến|"
    r"hết|kết thúc)\s*(?:là\s+|vào\s+|trong\s+|hết\s+)*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\btrước\s+$", re.IGNORECASE)
_DAYS = {"đầu": (1, 10), "giữa": (11, 20), "cuối": (21, 31)}
_WEEKS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTHS = 12


def _year(match: re.Match[str], context: Context, n: int = 0) -> int | None:
    printed = match[f"year{n}"]
    return int(printed) if printed else context.year


def _ends(match: re.Match[str], context: Context) -> bool:
    """Tell whether the period is when a duty must be finished, not when it is done."""
    return context.completes or bool(
        _ENDING.search(context.text[max(0, match.start() - 40) : match.start()])
    )


def _is_before(match: re.Match[str], context: Context) -> bool:
    return bool(_BEFORE.search(context.text[max(0, match.start() - 12) : match.start()]))


def _before(day: date | None) -> Timing | None:
    if day is None:
        return None
    return Timing(TimingKind.BY_DATE, due=day - timedelta(days=1), before=day)


def _window(start: date | None, due: date | None, *, approximate: bool = False) -> Timing | None:
    if due is None or (start is not None and start > due):
        return None
    return Timing(TimingKind.WINDOW, start=start, due=due, approximate=approximate)


def _quarters(match: re.Match[str], context: Context) -> Timing | None:
    first = quarter_number(match["first"])
    last = quarter_number(match["last"]) if match["last"] else first
    year = _year(match, context)
    if _is_before(match, context):
        return _before(quarter_start(year, first))
    if first == last and _ends(match, context):
        due = quarter_end(year, last)
        # without a year the quarter is known, its end is not
        return Timing(TimingKind.BY_QUARTER, due=due)
    return _window(quarter_start(year, first), quarter_end(year, last)) or (
        Timing(TimingKind.WINDOW) if year is None and first <= last else None
    )


def _quarter_span(match: re.Match[str], context: Context) -> Timing | None:
    until = _year(match, context, 1)
    since = int(match["year0"]) if match["year0"] else until
    return _window(
        quarter_start(since, quarter_number(match["first"])),
        quarter_end(until, quarter_number(match["last"])),
    )


def _month_span(match: re.Match[str], context: Context) -> Timing | None:
    until = _year(match, context, 1)
    since = int(match["year0"]) if match["year0"] else until
    return _window(made(since, int(match["first"]), 1), month_end(until, int(match["last"])))


def _part_of_year(match: re.Match[str], context: Context) -> Timing | None:
    months, year = int(match["months"]), _year(match, context)
    if months not in {3, 6, 9}:
        return None
    if match["part"].casefold() == "đầu":
        return _window(made(year, 1, 1), month_end(year, months))
    return _window(made(year, _MONTHS - months + 1, 1), month_end(year, _MONTHS))


def _part_of_month(match: re.Match[str], context: Context) -> Timing | None:
    year, month = _year(match, context), int(match["month"])
    first, last = _DAYS[match["part"].casefold()]
    end = month_end(year, month)
    if end is None:
        return None
    return _window(end.replace(day=first), end.replace(day=min(last, end.day)), approximate=True)


def _week_of_month(match: re.Match[str], context: Context) -> Timing | None:
    first = made(_year(match, context), int(match["month"]), 1)
    if first is None:
        return None
    # weeks run Monday to Sunday; the first is the one that holds the first Monday
    monday = first + timedelta(days=-first.weekday() % 7)
    start = monday + timedelta(weeks=_WEEKS[match["week"].casefold()] - 1)
    return _window(start, start + timedelta(days=6), approximate=True)


def _months(match: re.Match[str], context: Context) -> Timing | None:
    year, first = _year(match, context), int(match["first"])
    last = int(match["last"]) if match["last"] else first
    if _is_before(match, context):
        return _before(made(year, first, 1))
    if match["year0"] is None and match["within"] is None and context.label is None:
        return None
    due = month_end(year, last)
    if due is None:
        return None
    if first != last:
        return _window(made(year, first, 1), due)
    start = None if _ends(match, context) else made(year, first, 1)
    return Timing(TimingKind.BY_DATE, start=start, due=due)


def _years_on(match: re.Match[str], _context: Context) -> Timing:
    return Timing(TimingKind.OPEN_ENDED, start=made(int(match["since"]), 1, 1))


def _years(match: re.Match[str], _context: Context) -> Timing | None:
    return _window(made(int(match["first"]), 1, 1), made(int(match["last"]), 12, 31))


def _until_year(match: re.Match[str], _context: Context) -> Timing | None:
    due = made(int(match["last"]), 12, 31)
    return None if due is None else Timing(TimingKind.BY_DATE, due=due)


def _in_year(match: re.Match[str], context: Context) -> Timing | None:
    year = int(match["of"])
    due = made(year, 12, 31)
    if _is_before(match, context):
        return _before(made(year, 1, 1))
    if due is None or (match["within"] is None and context.label is None):
        return None
    start = None if _ends(match, context) else made(year, 1, 1)
    return Timing(TimingKind.BY_DATE, start=start, due=due)


_ON = r"(?:các|những)\s+năm\s+(?:tiếp theo|sau|kế tiếp|về sau)|(?:hằng|hàng)\s+năm|trở đi|về sau"

RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?:(?:bắt đầu\s+)?(?:từ|trong)\s+)?năm\s+(?P<since>\d{{4}})\s*(?:,|"
        rf"và|đến)?\s*(?:cho\s+)?(?:{_ON})",
        _years_on,
        "năm",
    ),
    rule(
        rf"\btừ\s+quý\s+(?P<first>{QUARTER}){year_pattern(0)}\s*(?:đến|"
        rf"tới|-|–)\s*(?:hết\s+)?quý\s+(?P<last>{QUARTER})\b{year_pattern(1)}",
        _quarter_span,
        "quý",
    ),
    rule(
        rf"\b(?:từ\s+)?tháng\s+(?P<first>\d{{1,2}}){year_pattern(0)}\s*(?:đến|"
        rf"tới)\s*(?:hết\s+)?tháng\s+(?P<last>\d{{1,2}})(?!\d){year_pattern(1)}",
        _month_span,
        "tháng",
    ),
    rule(
        rf"\b(?P<within>trong\s+)?(?:các\s+)?(?:quý\s+|Q\.?\s?)(?P<first>{QUARTER})\b(?"
        rf":\s*(?:,|và|-|–)\s*(?:quý\s+)?(?:{QUARTER}\s*(?:,|"
        rf"và|-|–)\s*)?(?P<last>{QUARTER})\b)?{year_pattern()}",
        _quarters,
        "quý",
        "q",
    ),
    rule(
        r"\b(?P<months>0?[369])\s+tháng\s+(?P<part>đầu|cuối)(?:\s+năm(?:\s+(?P<year0>\d{4}))?)?",
        _part_of_year,
        "tháng",
    ),
    rule(
        rf"\b(?P<part>đầu|giữa|cuối)\s+tháng\s+(?P<month>\d{{1,2}})(?!\d){year_pattern()}",
        _part_of_month,
        "tháng",
    ),
    rule(
        rf"\btuần\s+(?:thứ\s+)?(?P<week>nhất|hai|ba|tư|[1-4])\s+(?:của\s+)?tháng\s+(?"
        rf"P<month>\d{{1,2}})(?!\d){year_pattern()}",
        _week_of_month,
        "tuần",
    ),
    rule(
        rf"\b(?P<within>(?:trong|vào)\s+)?(?:các\s+)?tháng\s+(?P<first>\d{{1,2}})(?!\d)"
        rf"(?:\s*(?:,|và|-|–)\s*(?:tháng\s+)?(?P<last>\d{{1,2}})(?!\d))?{year_pattern()}",
        _months,
        "tháng",
    ),
    rule(
        r"\b(?:giai đoạn|trong các năm|từ năm)\s+(?P<first>\d{4})\s*(?:-|"
        r"–|đến(?:\s+năm)?)\s*(?P<last>\d{4})",
        _years,
        "giai",
        "năm",
    ),
    rule(
        r"\b(?:chậm nhất\s+)?(?:đến|hết)\s+(?:hết\s+|cuối\s+)?năm\s+(?P<last>\d{4})",
        _until_year,
        "năm",
    ),
    rule(r"\b(?P<within>(?:trong|cuối)\s+)?năm\s+(?P<of>\d{4})(?!\s*[-–]\s*\d)", _in_year, "năm"),
)
