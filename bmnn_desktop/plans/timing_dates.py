"""Days: before, by, on, from … to, so long after, and the same day every year or month."""

from __future__ import annotations

import re
from datetime import timedelta

from bmnn_desktop.domain.timing import Offset, Timing, TimingKind
from bmnn_desktop.plans.calendar_words import (
    HANG,
    date_pattern,
    made,
    matched_date,
    years_later,
)
from bmnn_desktop.plans.timing_rule import Context, Rule, rule

_UNITS = {
    "ngày làm việc": "working_day",
    "ngày": "day",
    "tháng": "month",
    "giờ": "hour",
    "tuần": "week",
    "năm": "year",
}
_BEFORE = r"(?P<before>(?:xong\s+|hoàn thành\s+|gửi\s+|nộp\s+)*trước)"
_BY = r"(?:chậm nhất|muộn nhất|không quá|đến hết|đến|hết|trong|vào|xong|hoàn thành|hạn cuối)"
_DAY_OF_MONTH = r"ngày\s+(?P<day>\d{1,2})"
_LEAP = 2024  # so that 29/02 of a yearly day stays readable


def _relative(match: re.Match[str], context: Context) -> Timing:
    amount, unit = int(match["amount"]), _UNITS[" ".join(match["unit"].casefold().split())]
    event = " ".join(match["event"].split()).strip(" ,.;)")
    due = None
    own = re.search(
        r"(?:ban hành|ký)(?:\s+(?:ban hành\s+)?(?:văn bản|"
        r"[Kk]ế hoạch|[Qq]uyết định|[Cc]hương trình))?(?:\s+này)?\s*$",
        event,
    )
    if context.issued is not None and own:
        if unit == "day":
            due = context.issued + timedelta(days=min(amount, 36_500))
        elif unit == "week":
            due = context.issued + timedelta(weeks=min(amount, 5_000))
        elif unit == "year":
            due = years_later(context.issued, min(amount, 100))
    return Timing(TimingKind.BY_DATE, due=due, offset=Offset(amount, unit, event))


def _after_years(match: re.Match[str], context: Context) -> Timing:
    years = int(match["years"])
    due = years_later(context.issued, min(years, 100)) if context.issued else None
    return Timing(TimingKind.BY_DATE, due=due, offset=Offset(years, "year", "bắt đầu thực hiện"))


def _yearly(match: re.Match[str], _context: Context) -> Timing | None:
    day = made(_LEAP, int(match["month"]), int(match["day"]))
    if day is None:
        return None
    if match["before"]:
        day -= timedelta(days=1)
    return Timing(TimingKind.ANNUAL, recurrence=day.strftime("%m-%d"))


def _monthly(match: re.Match[str], _context: Context) -> Timing | None:
    day = int(match["day"]) - (1 if match["before"] else 0)
    if not 0 <= day <= 31:  # noqa: PLR2004
        return None
    return Timing(TimingKind.MONTHLY, recurrence=f"{day:02d}" if day else "last")


def _quarterly(match: re.Match[str], _context: Context) -> Timing | None:
    day = int(match["day"]) - (1 if match["before"] else 0)
    if not 1 <= day <= 30:  # noqa: PLR2004
        return None
    return Timing(
        TimingKind.QUARTERLY,
        recurrence=",".join(f"{month:02d}-{day:02d}" for month in (3, 6, 9, 12)),
    )


def _span(match: re.Match[str], context: Context) -> Timing | None:
    due = matched_date(match, context.year, 1)
    if due is None:
        return None
    start = matched_date(match, due.year, 0)
    if start is not None and start > due:
        return None
    return Timing(TimingKind.BY_DATE, start=start, due=due)


def _before(match: re.Match[str], context: Context) -> Timing | None:
    day = matched_date(match, context.year)
    if day is None:
        return None
    if match["hour"]:
        minute = int(match["minute"] or 0)
        hour = int(match["hour"])
        if hour < 24 and minute < 60:  # noqa: PLR2004
            return Timing(TimingKind.BY_DATE, due=day, due_time=f"{hour:02d}:{minute:02d}")
    return Timing(TimingKind.BY_DATE, due=day - timedelta(days=1), before=day)


def _by(match: re.Match[str], context: Context) -> Timing | None:
    day = matched_date(match, context.year)
    return None if day is None else Timing(TimingKind.BY_DATE, due=day)


def _on_label(match: re.Match[str], context: Context) -> Timing | None:
    """Read a bare date, which is a time only behind a label."""
    return _by(match, context) if context.label is not None else None


_MONTH = r"(?:\s+tháng\s+|\s*/\s*)(?P<month>\d{1,2})"
_DAY = r"(?:ngày\s+)?(?P<day>\d{1,2})"

RULES: tuple[Rule, ...] = (
    rule(
        r"(?:(?:chậm nhất|muộn nhất|không quá|tối đa|trong|sau|thời hạn|vòng)\s+(?:là\s+)?)*"
        r"(?P<amount>\d{1,4})\s*(?:\([^)]{1,20}\)\s*)?(?P<unit>ngày\s+làm\s+việc|"
        r"ngày|tháng|giờ|tuần|năm)\s*,?\s*"
        r"(?:(?:kể|tính)\s+từ(?:\s+(?:ngày|khi|lúc|thời điểm))?|"
        r"từ\s+(?:ngày|khi)|sau\s+khi)\s+(?P<event>[^,.;\0]{2,90})",
        _relative,
        "từ",
        "sau",
    ),
    rule(r"\bsau\s+(?P<years>\d{1,2})\s+năm(?:\s+(?:triển khai|thực hiện))+", _after_years, "sau"),
    rule(r"\b(?:sơ kết|tổng kết)\s+(?P<years>\d{1,2})\s+năm\b", _after_years, "kết"),
    rule(
        rf"(?:{_BEFORE}|{_BY}|định kỳ|vào)?\s*(?:vào\s+)?{_DAY}{_MONTH}\s*(?:,\s*)?{HANG}\s+năm",
        _yearly,
        "hàng",
        "hằng",
        "mỗi",
    ),
    rule(
        rf"{HANG}\s+năm\s*,?\s*(?:[^,.;\0]{{0,60}}?\s)?(?:{_BEFORE}|"
        rf"{_BY})\s+(?:vào\s+)?{_DAY}{_MONTH}(?!\s*(?:/|năm)\s*\d)",
        _yearly,
        "hàng",
        "hằng",
        "mỗi",
    ),
    rule(
        rf"(?:{_BEFORE}|{_BY}|định kỳ|vào)?\s*(?:vào\s+)?{_DAY_OF_MONTH}\s+(?:của\s+)?"
        rf"(?:{HANG}\s+)?tháng\s+cuối\s+(?:của\s+)?(?:{HANG}\s+)?quý",
        _quarterly,
        "cuối",
    ),
    rule(
        rf"(?:{_BEFORE}|{_BY}|định kỳ|vào)?\s*(?:vào\s+)?{_DAY_OF_MONTH}\s+(?:của\s+)?"
        rf"{HANG}\s+tháng",
        _monthly,
        "hàng",
        "hằng",
        "mỗi",
    ),
    rule(
        rf"\btừ\s+{date_pattern(0)}\s*(?:đến|tới|-|–)\s*(?:hết\s+)?{date_pattern(1)}",
        _span,
        "từ",
    ),
    rule(
        rf"\b{_BEFORE}\s+(?:(?P<hour>\d{{1,2}})\s*(?:giờ|h|"
        rf"g)\s*(?P<minute>\d{{2}})?\s*(?:phút\s*)?,?\s*)?{date_pattern()}",
        _before,
        "trước",
    ),
    rule(
        rf"\b{_BY}\s+(?:(?:là|vào|hết|nhất|trong|trước)\s+)*{date_pattern()}",
        _by,
        "nhất",
        "quá",
        "đến",
        "hết",
        "trong",
        "vào",
        "xong",
        "hoàn",
        "hạn",
    ),
    rule(rf"\b{date_pattern()}", _on_label),
)
