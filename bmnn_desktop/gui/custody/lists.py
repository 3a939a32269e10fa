"""The columns of the lists on Giao – nhận: never a subject."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bmnn_desktop.domain.custody import Standing
from bmnn_desktop.domain.holding import Holder, Holding, WaitingHandover, WaitingReceipt
from bmnn_desktop.gui.custody.words import day_words, handed_words, level_of, line_of, paper_of
from bmnn_desktop.gui.widgets.column_model import Columns

Today = Callable[[], date]  # the day may change while the page is on view
PAPER = 3  # the column that grows, in each list of copies and lines
_SIGNED = (Standing.HELD, Standing.AWAY)
NAME = 0  # that of the list of holders


def overdue_columns(today: Today) -> Columns[Holding]:
    """Return the columns of what is overdue: the longest overdue first."""
    return (
        ("Bản", lambda one: one.copy.number),
        ("Tài liệu", lambda one: line_of(one.about)),
        ("Độ mật", lambda one: level_of(one.about)),
        ("Tên loại, số, nơi ban hành", lambda one: paper_of(one.about)),
        ("Người giữ", lambda one: one.copy.holder),
        ("Hạn trả", lambda one: day_words(one.copy.due_on)),
        ("Quá hạn", lambda one: f"{one.days_late(today())} ngày"),
        ("Đã nhắc", lambda one: f"{one.reminders} lần" if one.reminders else ""),
    )


def holding_columns(today: Today) -> Columns[Holding]:
    """Return the columns of what one person holds."""
    return (
        ("Bản", lambda one: one.copy.number),
        ("Tài liệu", lambda one: line_of(one.about)),
        ("Độ mật", lambda one: level_of(one.about)),
        ("Tên loại, số, nơi ban hành", lambda one: paper_of(one.about)),
        ("Từ ngày", lambda one: day_words(one.copy.since)),
        ("Hạn trả", lambda one: _due(one, today())),
        ("Sổ chuyển giao", _line),
    )


def receipt_columns(today: Today) -> Columns[WaitingReceipt]:
    """Return the columns of the lines that nobody has signed for."""
    return (
        ("Dòng", lambda one: f"{one.handed.number}/{one.handed.year}"),
        ("Tài liệu", lambda one: line_of(one.about)),
        ("Độ mật", lambda one: level_of(one.about)),
        ("Tên loại, số, nơi ban hành", lambda one: paper_of(one.about)),
        ("Số bản", lambda one: str(one.copies)),
        ("Người nhận", lambda one: one.handed.receiver),
        ("Ngày giao", lambda one: day_words(one.handed.on)),
        ("Đã chờ", lambda one: f"{one.days(today())} ngày"),
        ("Bì", lambda one: one.handed.parcel),
    )


DAY_COLUMNS: Columns[WaitingHandover] = (
    ("Cách giao", lambda one: one.way),
    ("Tài liệu", lambda one: line_of(one.about)),
    ("Độ mật", lambda one: level_of(one.about)),
    ("Tên loại, số, nơi ban hành", lambda one: paper_of(one.about)),
    ("Số bản", lambda one: str(len(one.copies))),
    ("Người nhận", lambda one: one.receiver),
)


def _held(one: Holder) -> str:
    parts = [f"{one.copies} bản"]
    if one.waiting:
        parts.append(f"{one.waiting} chờ ký")
    if one.overdue:
        parts.append(f"{one.overdue} quá hạn")
    return ", ".join(parts)


HOLDER_COLUMNS: Columns[Holder] = (
    ("Người giữ", lambda one: one.name),
    ("Đang giữ", _held),
)


def _line(one: Holding) -> str:
    waits = "" if one.copy.standing in _SIGNED else one.copy.standing.label.partition(", ")[2]
    return ", ".join(part for part in (handed_words(one.handed), waits) if part)


def _due(one: Holding, today: date) -> str:
    late = one.days_late(today)
    return f"{day_words(one.copy.due_on)} (quá {late} ngày)" if late else day_words(one.copy.due_on)
