"""Until when a duty is to be done: what its time phrase means for one duty at one time.

Pure arithmetic over `Timing`, the facts of the duty and a calendar. Every rule says what it rests
on; none of them is law that was read, so each is shown as a proposal of the program.
"""

from __future__ import annotations

import calendar
import enum
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from bmnn_desktop.domain.form import Status
from bmnn_desktop.domain.holiday import Calendar
from bmnn_desktop.domain.legal_basis import LegalBasis
from bmnn_desktop.domain.timing import Offset, Timing, TimingKind

_OURS = "quy ước của chương trình"
_MONTHS = 12
_QUARTER_ENDS = (3, 6, 9, 12)
_HALF_ENDS = (6, 12)
_HOURS = 24
CHECK_IN = (12, 14)  # month, day: where nobody set another


class Rule(enum.Enum):
    """By which rule a day was found."""

    PRINTED = LegalBasis("“trước ngày D”: hết ngày liền trước D", _OURS, Status.DEFAULT)
    INCLUSIVE = LegalBasis("“chậm nhất”, “đến ngày”: hết chính ngày đó", _OURS, Status.DEFAULT)
    PERIOD = LegalBasis("quý, tháng, giai đoạn: hết ngày cuối của kỳ", _OURS, Status.DEFAULT)
    AFTER = LegalBasis("kể từ ngày D: ngày liền sau D là ngày thứ nhất", _OURS, Status.DEFAULT)
    WORKING = LegalBasis(
        "ngày làm việc: không tính thứ Bảy, Chủ nhật, ngày nghỉ trong bảng", _OURS, Status.DEFAULT
    )
    TURN = LegalBasis("việc định kỳ: mỗi kỳ một hạn, kỳ chưa làm thì còn", _OURS, Status.DEFAULT)
    CHECK = LegalBasis(
        "“năm … và các năm tiếp theo”, “thường xuyên”: mỗi năm ghi kết quả một lần, không quá hạn",
        _OURS,
        Status.DEFAULT,
    )
    EVENT = LegalBasis("việc theo sự kiện: có hạn khi ghi ngày sự kiện", _OURS, Status.DEFAULT)
    TARGET = LegalBasis("hạn do đơn vị tự đặt", "đơn vị", Status.DEFAULT)
    NONE = LegalBasis("kế hoạch không ghi thời hạn", "kế hoạch", Status.DEFAULT)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about one duty beside its time phrase.

    `done_until` is the last day of the turn, or the check-in, that was done; `begins_on` is when
    its turns begin to count: the plan's own day, or the day it was accepted.
    """

    begins_on: date
    event_on: date | None = None
    target_on: date | None = None
    done_until: date | None = None
    is_requested: bool = False  # only bodies that were asked, not ordered, have it


@dataclass(frozen=True, slots=True)
class Deadline:
    """The next day that counts; `can_be_late` False: it reminds and never turns red.

    `is_uncertain`: it was counted in working days of a year whose days off nobody entered.
    """

    due: date | None
    rule: Rule
    start: date | None = None
    can_be_late: bool = False
    is_check_in: bool = False
    is_uncertain: bool = False

    def days_late(self, on: date) -> int:
        """Return by how many days it is late on a day."""
        if self.due is None or not self.can_be_late:
            return 0
        return max(0, (on - self.due).days)


def deadline(
    timing: Timing, facts: Facts, days: Calendar, check_in: tuple[int, int] = CHECK_IN
) -> Deadline:
    """Return the next day that counts for a duty; a day the unit set itself goes before all."""
    soft = timing.tentative or timing.approximate or facts.is_requested
    if facts.target_on is not None and (
        facts.done_until is None or facts.done_until < facts.target_on
    ):
        return Deadline(facts.target_on, Rule.TARGET, can_be_late=not facts.is_requested)
    if timing.kind in _RECURRING:
        due = _next_turn(timing, facts)
        return Deadline(due, Rule.TURN, can_be_late=due is not None and not soft)
    if timing.offset is not None:
        return _relative(timing, timing.offset, facts, days, soft=soft)
    if timing.due is not None and not (timing.continues and _is_past(timing.due, facts)):
        return Deadline(timing.due, _printed(timing), timing.start, can_be_late=not soft)
    if timing.kind is TimingKind.OPEN_ENDED or timing.continues:
        return _check_in(timing, facts, check_in)
    is_immediate = timing.kind is TimingKind.IMMEDIATE
    due = facts.event_on if is_immediate or timing.event else None
    is_hard = is_immediate and due is not None and not soft
    return Deadline(due, Rule.EVENT if is_immediate or due else Rule.NONE, can_be_late=is_hard)


def _is_past(due: date, facts: Facts) -> bool:
    return facts.done_until is not None and facts.done_until >= due


def _printed(timing: Timing) -> Rule:
    if timing.before is not None:
        return Rule.PRINTED
    is_day = timing.kind is TimingKind.BY_DATE and timing.start is None
    return Rule.INCLUSIVE if is_day else Rule.PERIOD


def _relative(
    timing: Timing, offset: Offset, facts: Facts, days: Calendar, *, soft: bool
) -> Deadline:
    if facts.event_on is None:
        # counted from the plan's own day it stands already
        return Deadline(timing.due, Rule.AFTER, can_be_late=timing.due is not None and not soft)
    if offset.unit == "working_day":
        due = days.after(facts.event_on, offset.amount)
        sure = all(days.is_decided(year) for year in {facts.event_on.year, due.year})
        return Deadline(due, Rule.WORKING, can_be_late=not soft, is_uncertain=not sure)
    return Deadline(shifted(facts.event_on, offset), Rule.AFTER, can_be_late=not soft)


def shifted(day: date, offset: Offset) -> date:
    """Return the last day of so much time after `day`, in calendar days, weeks, months, years."""
    if offset.unit in ("month", "year"):
        months = offset.amount * (_MONTHS if offset.unit == "year" else 1)
        whole = day.year * _MONTHS + day.month - 1 + months
        year, month = min(whole // _MONTHS, MAXYEAR), whole % _MONTHS + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    per = {"week": 7, "day": 1}.get(offset.unit)
    count = offset.amount * per if per else -(-offset.amount // _HOURS)  # begun days
    return day + timedelta(days=min(count, (date.max - day).days))


def _check_in(timing: Timing, facts: Facts, check_in: tuple[int, int]) -> Deadline:
    """Return the next yearly check-in: never late, and the year rolls on once it is noted."""
    first = max(facts.begins_on, timing.start or facts.begins_on)
    due = _on(first.year, *check_in)
    while due < first or (facts.done_until is not None and due <= facts.done_until):
        if due.year == MAXYEAR:
            break
        due = _on(due.year + 1, *check_in)
    return Deadline(due, Rule.CHECK, timing.start, is_check_in=True)


def _next_turn(timing: Timing, facts: Facts) -> date | None:
    """Return the first last-day of a turn after the one that was done; None: no day is printed."""
    after = facts.begins_on - timedelta(days=1)
    if facts.done_until is not None:
        after = max(after, facts.done_until)
    if after.year >= MAXYEAR - 1:
        return None
    kind, printed = timing.kind, timing.recurrence
    if kind is TimingKind.WEEKLY:
        friday = after + timedelta(days=1)
        return friday + timedelta(days=(4 - friday.weekday()) % 7)
    if kind is TimingKind.YEARS:
        years = int((printed or "P1Y").strip("PY") or 1)
        base = facts.done_until or facts.begins_on
        return shifted(base, Offset(years, "year", ""))
    if kind is TimingKind.ANNUAL and printed is None:
        return None  # the unit sets the day
    candidates = [
        day
        for year in (after.year, after.year + 1)
        for day in _days_of_year(kind, printed, year)
        if day > after
    ]
    return min(candidates, default=None)


def _days_of_year(kind: TimingKind, printed: str | None, year: int) -> list[date]:
    if kind is TimingKind.MONTHLY:
        last = None if printed in (None, "last") else int(printed or 0)
        return [_on(year, month, last or 31) for month in range(1, _MONTHS + 1)]
    if printed:
        return [_on(year, *map(int, part.split("-"))) for part in printed.split(",")]
    ends = _HALF_ENDS if kind is TimingKind.HALF_YEARLY else _QUARTER_ENDS
    return [_on(year, month, 31) for month in ends]


def _on(year: int, month: int, day: int) -> date:
    """Return a day, the month's last one where it has fewer days."""
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


_RECURRING = frozenset(
    {
        TimingKind.WEEKLY,
        TimingKind.MONTHLY,
        TimingKind.QUARTERLY,
        TimingKind.HALF_YEARLY,
        TimingKind.ANNUAL,
        TimingKind.YEARS,
    }
)
