"""Đã ký, trừ…: the open places of a sheet; what is unticked stays open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.sheet import SignPlace
from bmnn_desktop.gui.ask_dialog import AskDialog

_TALLEST = 320


class SignedDialog(AskDialog):
    """Every place is ticked: the exceptions are fewer. Space unticks."""

    confirmed = Signal(object)  # the keys of the places that stay open

    def __init__(
        self,
        parent: QWidget,
        sheet: int,
        places: Sequence[SignPlace],
        today: date,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(parent, "Ký nhận", "Ghi đã ký", lock)
        self.say(f"Tờ số {sheet}: những chỗ nào đã ký?", "subtitle")
        self.say("Bỏ dấu ở chỗ chưa ký; chỗ đó vẫn được nhắc trên Hôm nay.")
        panel = QWidget(self)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.boxes: dict[str, QCheckBox] = {}
        for place in places:
            box = QCheckBox(_words(place, today), panel)
            box.setObjectName(f"place_{place.key}_box")
            box.setChecked(True)
            column.addWidget(box)
            self.boxes[place.key] = box
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(panel)
        area.setFixedHeight(min(_TALLEST, panel.sizeHint().height() + 4))
        self.body.addWidget(area)
        self.act_button.setProperty("role", "primary")
        self.act_button.setDefault(True)
        self.act_button.setAutoDefault(True)
        next(iter(self.boxes.values()), self.act_button).setFocus()

    def act(self) -> None:
        """Give the places that stay open."""
        self.notice.hush()
        self.act_button.setEnabled(False)
        self.confirmed.emit(tuple(key for key, box in self.boxes.items() if not box.isChecked()))


def _words(place: SignPlace, today: date) -> str:
    days = (today - place.since).days
    waiting = f" · đã {days} ngày" if days else ""
    return f"Số {show_number(place.seq_no)}: {place.receiver}{waiting}"
