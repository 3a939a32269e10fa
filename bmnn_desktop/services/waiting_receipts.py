"""Chờ ký nhận: what was handed out or sent, and nobody has signed for.

No law read so far gives a number of days after which a receipt is missed: it is a setting of the
unit, whose proposed value is the program's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bmnn_desktop.domain.holding import WaitingReceipt
from bmnn_desktop.errors import FieldsWrong, FieldWrong
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.settings import read_setting, write_setting
from bmnn_desktop.store import holdings

PROPOSED_DAYS = 10
MOST_DAYS = 365
_NAME = "custody.receipt_days"
_MANY = 500


@dataclass(frozen=True, slots=True)
class ReceiptDays:
    """After how many days a receipt is missed; `is_proposed`: nobody of the unit chose them."""

    days: int
    is_proposed: bool

    @property
    def source(self) -> str:
        """Return whose number it is, in words."""
        if self.is_proposed:
            return "đề xuất của chương trình, chưa thấy văn bản nào quy định số ngày"
        return "do đơn vị tự đặt, chưa thấy văn bản nào quy định số ngày"


@dataclass(frozen=True, slots=True)
class ReceiptsPage:
    """Some lines that nobody has signed for; `more`: others follow after the last of them."""

    rows: tuple[WaitingReceipt, ...]
    more: bool


def waiting_receipts(
    desk: Desk,
    *,
    days: int | None = None,
    after: WaitingReceipt | None = None,
    limit: int = _MANY,
) -> ReceiptsPage:
    """Return the lines handed out at least `days` ago (None: the unit's setting), oldest first."""
    wait = read_receipt_days(desk).days if days is None else days
    until = desk.today() - timedelta(days=wait)
    last = (date.min, 0) if after is None else (after.handed.on, after.handed.id)
    found = holdings.waiting_receipts(desk.rows, until, last, limit + 1)
    return ReceiptsPage(found[:limit], len(found) > limit)


def read_receipt_days(desk: Desk) -> ReceiptDays:
    """Return after how many days a receipt is missed."""
    stored = read_setting(desk, _NAME) or ""
    if stored.isdecimal() and 1 <= int(stored) <= MOST_DAYS:
        return ReceiptDays(int(stored), is_proposed=False)
    return ReceiptDays(PROPOSED_DAYS, is_proposed=True)


def set_receipt_days(desk: WritingDesk, days: int) -> ReceiptDays:
    """Set the days; raise FieldsWrong out of 1 to 365, NotAllowed."""
    desk.session.require(Role.KEEPER)
    if not 1 <= days <= MOST_DAYS:
        why = f"phải từ 1 đến {MOST_DAYS}."
        raise FieldsWrong((FieldWrong(field="days", label="Số ngày", why=why),))
    write_setting(desk, _NAME, str(days))
    return ReceiptDays(days, is_proposed=False)
