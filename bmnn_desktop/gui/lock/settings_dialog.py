"""Tự khóa: after how many minutes without input."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from bmnn_desktop.domain.idle_lock import LEAST_MINUTES, MOST_MINUTES, PROPOSED_MINUTES
from bmnn_desktop.gui.ask_dialog import AskDialog


class LockSettingsDialog(AskDialog):
    """One number, and what happens before it is reached."""

    confirmed = Signal(int)

    def __init__(self, parent: QWidget, minutes: int, lock: Callable[[], None]) -> None:
        super().__init__(parent, "Tự khóa", "Ghi", lock)
        self.say("Khóa kho sổ khi không có ai bấm phím, dùng chuột", "subtitle")
        self.minutes_box = QSpinBox(self)
        self.minutes_box.setObjectName("minutes_box")
        self.minutes_box.setRange(LEAST_MINUTES, MOST_MINUTES)
        self.minutes_box.setSuffix(" phút")
        self.minutes_box.setValue(minutes)
        label = QLabel("Khóa sau", self)
        label.setProperty("role", "field")
        label.setBuddy(self.minutes_box)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label)
        row.addWidget(self.minutes_box)
        row.addStretch(1)
        self.body.addLayout(row)
        self.say(
            f"Từ {LEAST_MINUTES} đến {MOST_MINUTES} phút; nên để {PROPOSED_MINUTES} phút.", "quiet"
        )
        self.say(
            "Sau 2 phút, màn che phủ kín mọi cửa sổ. Trong 60 giây đầu, bấm một phím là mở được "
            "màn che; sau đó phải nhập mật khẩu. Biểu nhập đang gõ dở được giữ lại."
        )
        self.act_button.setProperty("role", "primary")
        self.act_button.setDefault(True)
        self.minutes_box.setFocus()
        self.minutes_box.selectAll()

    def act(self) -> None:
        """Give what is typed."""
        self.act_button.setEnabled(False)
        self.confirmed.emit(self.minutes_box.value())
