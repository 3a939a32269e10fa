"""The people of the vault as a table."""

from __future__ import annotations

from PySide6.QtCore import QObject

from bmnn_desktop.gui.widgets.column_model import ColumnModel, Columns
from bmnn_desktop.services.list_people import Member


def _roles(one: Member) -> str:
    ordered = sorted(one.roles, key=lambda role: role.value, reverse=True)
    return ", ".join(role.label for role in ordered)


_COLUMNS: Columns[Member] = (
    ("Họ và tên", lambda one: f"{one.name} (tôi)" if one.is_you else one.name),
    ("Chức vụ", lambda one: one.post),
    ("Tên đăng nhập", lambda one: one.login),
    ("Vai trò", _roles),
    ("Tình trạng", lambda one: one.state),
)
STATE = len(_COLUMNS) - 1


class PeopleModel(ColumnModel[Member]):
    """In the order they were admitted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, _COLUMNS)
