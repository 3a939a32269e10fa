"""What a typed time phrase means, while a plan is reviewed."""

from __future__ import annotations

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.task import DraftTask
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.domain.timing import UNSTATED, Timing, TimingKind
from bmnn_desktop.plans.timing import find_timing

_KINDS = {
    TimingKind.OPEN_ENDED: "mỗi năm một lần",
    TimingKind.WEEKLY: "hằng tuần",
    TimingKind.MONTHLY: "hằng tháng",
    TimingKind.QUARTERLY: "hằng quý",
    TimingKind.HALF_YEARLY: "6 tháng một lần",
    TimingKind.ANNUAL: "hằng năm",
    TimingKind.YEARS: "nhiều năm một lần",
    TimingKind.IMMEDIATE: "ngay khi có việc",
}


def meant_by(words: str, year: int) -> Timing:
    """Return what a time phrase means; `year` stands in for one that is not written."""
    found = find_timing(tidy(words), year=year) if tidy(words) else None
    return UNSTATED if found is None else found.timing


def until_words(task: DraftTask) -> str:
    """Return until when a proposed duty is to be done, as it was understood."""
    timing = task.timing
    day = task.target_on or timing.due
    if day is not None:
        return f"{'dự kiến ' if timing.tentative else ''}{short_date(day)}"
    if timing.offset is not None:
        return f"kể từ {timing.offset.event}"
    if timing.kind in _KINDS:
        return _KINDS[timing.kind]
    return "chưa hiểu" if task.timing_text else "không ghi"
