"""Times without a date: every year, all the time, at once, when something happens."""

from __future__ import annotations

import re

from bmnn_desktop.domain.timing import Timing, TimingKind
from bmnn_desktop.plans.calendar_words import HANG
from bmnn_desktop.plans.timing_rule import Context, Rule, rule

_MONEY = re.compile(r"(?:kinh phí|dự toán|ngân sách)[^;]{0,120}$", re.IGNORECASE)
# "the yearly plan": what stands before is named, not done
_NOUN = re.compile(
    r"(?:khen thưởng|thi đua|công tác|báo cáo|chương trình|kế hoạch|tổng kết|đánh giá cán bộ)\s+$",
    re.IGNORECASE,
)
_PERIODIC = {
    "năm": TimingKind.ANNUAL,
    "quý": TimingKind.QUARTERLY,
    "tháng": TimingKind.MONTHLY,
    "tuần": TimingKind.WEEKLY,
}
_AT_CLAUSE_START = re.compile(r"(?:^|[,;.:]\s*)(?:định kỳ\s*,?\s*)?$", re.IGNORECASE)
_CLOSES = re.compile(r"\s*(?:[,.;)]|$|\0)")
_MONTHS_KIND = {
    1: TimingKind.MONTHLY,
    3: TimingKind.QUARTERLY,
    6: TimingKind.HALF_YEARLY,
    12: TimingKind.ANNUAL,
}


def _every(match: re.Match[str], context: Context) -> Timing | None:
    timing = Timing(_PERIODIC[match["unit"].casefold()])
    if context.label is not None or match["regular"]:
        return timing
    before = context.text[max(0, match.start() - 160) : match.start()]
    after = context.text[match.end() : match.end() + 20]
    if re.match(r"\s+(?:của|đã|được)\b", after):
        return None  # it describes a noun, too: the yearly programme of an office
    if _NOUN.search(before) and not _MONEY.search(before):
        return None
    if _MONEY.search(before) or _AT_CLAUSE_START.search(before[-20:]) or _CLOSES.match(after):
        return timing
    return None


def _times_a(match: re.Match[str], _context: Context) -> Timing:
    return Timing(_PERIODIC[match["unit"].casefold()])


def _every_months(match: re.Match[str], _context: Context) -> Timing | None:
    kind = _MONTHS_KIND.get(int(match["months"]))
    return None if kind is None else Timing(kind)


def _every_years(match: re.Match[str], _context: Context) -> Timing:
    years = int(match["years"])
    if years == 1:
        return Timing(TimingKind.ANNUAL)
    return Timing(TimingKind.YEARS, recurrence=f"P{years}Y")


def _open(match: re.Match[str], _context: Context) -> Timing:
    event = match.groupdict().get("event")
    return Timing(TimingKind.OPEN_ENDED, event=" ".join(event.split()) if event else None)


def _at_once(match: re.Match[str], _context: Context) -> Timing:
    event = match.groupdict().get("event")
    return Timing(TimingKind.IMMEDIATE, event=" ".join(event.split()) if event else None)


def _waits(match: re.Match[str], context: Context) -> Timing | None:
    if context.label is None:
        return None
    return Timing(event=" ".join(match[0].split()))


_USE = r"(?:đưa vào|sử dụng|trang bị|lắp đặt|kết nối|vận hành|đăng tải|công bố|bàn giao|khai thác)"
_BACKGROUND = (
    r"(?!(?:tổ chức\s+|triển khai\s+|tham gia\s+)*(?:thực hiện|"
    r"triển khai|công tác|hoạt động|chuyển đổi|hội nhập|phát triển|"
    r"nếu)\b)"
)

RULES: tuple[Rule, ...] = (
    rule(
        r"\b(?:định kỳ\s+)?(?P<years>0?[1-9]|10)\s+năm\s*(?:một lần|"
        r"/\s*(?:0?1\s+)?lần|\s0?1\s+lần)",
        _every_years,
        "lần",
    ),
    rule(
        r"\b(?:định kỳ\s+)?(?:mỗi\s+)?(?P<months>0?[136]|"
        r"12)\s+tháng\s*(?:một lần|/\s*(?:0?1\s+)?lần|0?1\s+lần)",
        _every_months,
        "lần",
    ),
    rule(r"\bđịnh kỳ\s+(?P<months>0?[36])\s+tháng\b(?!\s+(?:đầu|cuối))", _every_months, "định kỳ"),
    rule(
        r"(?:\bít nhất\s+)?\b(?:\d{1,2}|một)\s+lần\s*(?:/|"
        r"trong\s+(?:một\s+|0?1\s+)?|một\s+|mỗi\s+)\s*(?P<unit>năm|"
        r"quý|tháng|tuần)\b",
        _times_a,
        "lần",
    ),
    rule(
        rf"(?P<regular>\bđịnh kỳ\s*,?\s*)?\b{HANG}\s+(?P<unit>năm|quý|tháng|tuần)\b",
        _every,
        "hàng",
        "hằng",
        "mỗi",
    ),
    rule(r"\bngay\s+(?:sau\s+)?khi\s+(?P<event>[^,.;\0]{2,90})", _at_once, "ngay"),
    rule(r"\btrước(?:\s*,|\s+và)\s+trong\s+(?:quá trình\s+)?[^,.;\0]{2,40}", _open, "trước"),
    rule(
        rf"\btrước\s+khi\s+(?P<event>{_USE}(?:\s+(?:và\s+)?(?:vào\s+)?sử\s+dụng)?)(?"
        rf":\s+(?:và\s+)?trong\s+quá\s+trình\s+sử\s+dụng)?",
        _open,
        "trước",
    ),
    rule(
        rf"\btrong\s+(?:suốt\s+)?quá\s+trình\s+{_BACKGROUND}(?P<event>[^.;\0]{{2,80}}?"
        rf")(?=\s*(?:[;.,]|$|\stại\b))",
        _open,
        "quá",
    ),
    rule(r"\bthường\s+xuyên(?:\s*(?:,|và)\s*liên\s+tục)?(?:\s+trong\s+năm)?", _open, "thường"),
    rule(
        r"\b(?:liên\s+tục|suốt|cả)\s+(?:trong\s+)?(?:cả\s+)?năm\b|\bliên\s+tục\b(?=\s*[,.;]|\s*$)",
        _open,
        "tục",
        "suốt",
        "cả",
    ),
    rule(r"\bđịnh\s+kỳ(?:\s*,|\s+(?:và|hoặc))\s*đột\s+xuất\b", _open, "định"),
    rule(
        r"\bkhi\s+(?P<event>có\s+yêu\s+cầu|được\s+yêu\s+cầu|"
        r"phát\s+sinh|có\s+chỉ\s+đạo)\b|\btheo\s+yêu\s+cầu\s+(?:của\s+)?(?:cấp|"
        r"cơ quan)\s+(?:có\s+thẩm\s+quyền|trên|cấp\s+trên)",
        _open,
        "yêu",
        "sinh",
        "chỉ",
    ),
    rule(
        r"\bkhẩn\s+trương\b|\bngay(?=\s*(?:$|[,.;\0]))|\bngay\b(?!\s+(?:khi|sau))",
        _at_once,
        "ngay",
        "khẩn",
    ),
    rule(
        r"\b(?:theo\s+(?:tiến\s+độ|hướng\s+dẫn|chỉ\s+đạo|"
        r"kế\s+hoạch|lịch|quy\s+định)|sau\s+khi\s+có|khi\s+có)\b[^;]{0,90}",
        _waits,
        "theo",
        "khi",
    ),
)
