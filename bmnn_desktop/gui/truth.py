"""The line of truth of the first screen, in words: numbers only."""

from __future__ import annotations

from datetime import datetime

from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.domain.dates import long_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.services.today import Today

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_BACKUP_DUE_DAYS = 7


def date_words(today: Today) -> str:
    """Return "Thứ Hai, ngày 16 tháng 11 năm 2026"."""
    return f"{_WEEKDAYS[today.date.weekday()]}, {long_date(today.date)}"


def truth_words(today: Today) -> str:
    """Return how far the books are and how old the last verified backup is."""
    parts = []
    for line in today.books:
        reached = (
            "chưa có số nào" if line.last_no is None else f"đến số {show_number(line.last_no)}"
        )
        parts.append(
            f"{line.short_title} {line.year}, quyển {show_number(line.volume_no)}: {reached}"
        )
        parts.append(f"{line.unprinted} dòng chưa in" if line.unprinted else "đã in hết")
    parts.append(backup_words(today))
    return " · ".join(parts)


def backup_words(today: Today) -> str:
    """Return how long ago a backup was read back and found whole."""
    days = days_since(today.last_backup, today)
    if days is None:
        return "chưa có bản sao lưu nào được kiểm tra"
    when = "hôm nay" if days == 0 else "hôm qua" if days == 1 else f"{days} ngày trước"
    return f"sao lưu đã kiểm tra: {when}"


def due_words(today: Today) -> tuple[str, ...]:
    """Return what has to be done today."""
    days = days_since(today.last_backup, today)
    has_lines = any(line.last_no is not None for line in today.books)
    if days is None and has_lines:
        return ("Sao lưu: sổ đã có dòng nhưng chưa có bản sao lưu nào (Ctrl+3).",)
    if days is not None and days >= _BACKUP_DUE_DAYS:
        return (f"Sao lưu: bản đã kiểm tra gần nhất cách đây {days} ngày (Ctrl+3).",)
    return ()


def days_since(moment: datetime | None, today: Today) -> int | None:
    """Return the days from `moment` to today."""
    return None if moment is None else max(0, (today.date - civil_date(moment)).days)
