"""A saved list of recipients: its name, who is on it, how they are sent to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog

_FIELDS = (
    Field("name", "Tên danh sách", None, FieldKind.TEXT, hint="Ví dụ: Các phòng, ban thuộc xã"),
    Field("members", "Nơi nhận", None, FieldKind.NAMES, hint="Mỗi nơi nhận một dòng."),
    Field(
        "channel",
        "Cách gửi",
        None,
        FieldKind.CHOICE,
        choices=tuple((channel, channel.label) for channel in Channel),
    ),
)


class ListDialog(FieldsDialog):
    """`name` is the list that is changed; empty: a new one, which nobody can drop."""

    drop_wanted = Signal()

    def __init__(self, parent: QWidget, name: str, lock: Callable[[], None]) -> None:
        title = "Sửa danh sách nơi nhận" if name else "Lưu thành danh sách nơi nhận"
        super().__init__(parent, title, "Ghi danh sách", lock, fields=_FIELDS, year=0)
        self.say(title, "subtitle")
        self.name = name
        self.drop_button = QPushButton("Bỏ danh sách này", self)
        self.drop_button.setObjectName("drop_list_button")
        self.drop_button.setAutoDefault(False)
        self.drop_button.setVisible(bool(name))
        self.drop_button.clicked.connect(self.drop_wanted)
        self.buttons.insertWidget(0, self.drop_button)
