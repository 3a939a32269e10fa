"""The unit's sticks as a table."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.medium import Purpose
from bmnn_desktop.gui.widgets.column_model import ColumnModel, Columns
from bmnn_desktop.services.list_media import Listed


def _backups(one: Listed) -> str:
    if one.purpose is Purpose.INWARD:
        return "–"
    return f"{one.backups}, cuối {_day(one.last_backup)}" if one.backups else "chưa có"


def _checked(one: Listed) -> str:
    return _day(one.last_check)


def _day(moment: datetime | None) -> str:
    return "–" if moment is None else short_date(moment.astimezone(VIETNAM).date())


_COLUMNS: Columns[Listed] = (
    ("Số", lambda one: one.inventory_no),
    ("Loại", lambda one: one.purpose.label),
    ("Độ mật", lambda one: one.level.label),
    ("Người giữ", lambda one: one.custodian),
    ("Nơi để", lambda one: one.place),
    ("Số sê-ri", lambda one: one.serial),
    ("Bản sao lưu", _backups),
    ("Đọc lại", _checked),
    ("Tình trạng", lambda one: one.state),
)
STATE = len(_COLUMNS) - 1


class MediaModel(ColumnModel[Listed]):
    """Those in use first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, _COLUMNS)
