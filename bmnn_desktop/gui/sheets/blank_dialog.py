"""Tờ dự phòng: how many blank numbered sheets to print."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.services.print_blank_sheets import MOST

_USUAL = 2


class BlankDialog(AskDialog):
    """Printed before the power fails, written on by hand."""

    confirmed = Signal(int)

    def __init__(self, parent: QWidget, title: str, lock: Callable[[], None]) -> None:
        super().__init__(parent, "Tờ dự phòng", "In", lock)
        self.say(f"{title}: in mấy tờ dự phòng?", "subtitle")
        self.say(
            "Tờ có kẻ dòng và số tờ, để ghi tay khi mất điện hay máy hỏng. Ghi tay xong thì nhập "
            "bù vào máy đúng số đã ghi; tờ đó không in lại."
        )
        self.count_box = QSpinBox(self)
        self.count_box.setObjectName("count_box")
        self.count_box.setRange(1, MOST)
        self.count_box.setValue(_USUAL)
        self.body.addWidget(self.count_box)
        self.act_button.setProperty("role", "primary")
        self.act_button.setDefault(True)
        self.count_box.setFocus()
        self.count_box.selectAll()

    def act(self) -> None:
        """Give the number."""
        self.act_button.setEnabled(False)
        self.confirmed.emit(self.count_box.value())
