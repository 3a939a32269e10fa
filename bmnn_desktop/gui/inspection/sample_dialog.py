"""Asks of which book and year ten lines are drawn by chance; the seed is shown and may be typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.draw_sample import MOST, new_seed

_DIGITS = 9


class SampleDialog(AskDialog):
    """`volumes` of the registers that can be drawn from."""

    confirmed = Signal(str, int, int)  # book, year, seed

    def __init__(
        self, parent: QWidget, volumes: Sequence[Volume], lock: Callable[[], None]
    ) -> None:
        super().__init__(parent, "Bốc ngẫu nhiên", f"Bốc {MOST} dòng, xem phiếu", lock)
        self.say(f"Bốc ngẫu nhiên {MOST} dòng của một sổ", "subtitle")
        self.say(
            "Phiếu kê số, độ mật và các ô để đánh dấu: tìm thấy, chữ ký, số trang. Số gieo in trên "
            "phiếu; gõ lại đúng số ấy thì bốc ra đúng những dòng ấy."
        )
        label = self.say("Sổ", "field")
        self.book_box = QComboBox(self)
        self.book_box.setObjectName("book_box")
        for key, year in dict.fromkeys((each.book, each.year) for each in volumes):
            self.book_box.addItem(f"{find_book(key).short_title} {year}", (key, year))
        label.setBuddy(self.book_box)
        self.body.addWidget(self.book_box)
        seed = self.say("Số gieo", "field")
        self.seed_edit = QLineEdit(str(new_seed()), self)
        self.seed_edit.setObjectName("seed_edit")
        seed.setBuddy(self.seed_edit)
        self.body.addWidget(self.seed_edit)
        self.act_button.setProperty("role", "primary")
        self.act_button.setDefault(True)
        self.book_box.setFocus()

    def act(self) -> None:
        """Give book, year and seed."""
        typed = self.seed_edit.text().strip()
        if not (typed.isascii() and typed.isdigit() and len(typed) <= _DIGITS):
            self.notice.say(Tone.AMBER, f"Số gieo chỉ gồm chữ số, nhiều nhất {_DIGITS} chữ số.")
            self.seed_edit.setFocus()
            return
        key, year = self.book_box.currentData()
        self.accept()
        self.confirmed.emit(key, year, int(typed))
