"""Mở sổ: the first volume of a year at the number the paper book has reached, or the next one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSpinBox, QWidget

from bmnn_desktop.domain.book import Book, DerivedBook
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.text import inside
from bmnn_desktop.gui.ask_dialog import AskDialog

_LARGEST = 99999
_FIRST_YEAR, _LAST_YEAR = 1945, 2199


class OpenDialog(AskDialog):
    """`number` above 1: the next volume of `year`, whose numbers run on."""

    confirmed = Signal(int, int, object, str)  # year, volume, first number or None, paper book

    def __init__(
        self,
        parent: QWidget,
        book: Book | DerivedBook,
        year: int,
        number: int,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(parent, f"Mở {inside(book.short_title)}", "Mở sổ", lock)
        self._number = number
        self.year_box = QSpinBox(self)
        self.year_box.setObjectName("year_box")
        self.year_box.setRange(_FIRST_YEAR, _LAST_YEAR)
        self.year_box.setValue(year)
        self.first_box = QSpinBox(self)
        self.first_box.setObjectName("first_box")
        self.first_box.setRange(1, _LARGEST)
        self.paper_edit = QLineEdit(self)
        self.paper_edit.setObjectName("paper_edit")
        self.paper_edit.setPlaceholderText("Ví dụ: quyển giấy số 02, đã ghi đến số 5")
        is_next = number > 1
        self.say(
            f"{book.short_title} {year}: mở quyển {show_number(number)}"
            if is_next
            else f"{book.short_title}: mở quyển {show_number(1)} của năm mới",
            "subtitle",
        )
        self.say(
            "Số chạy tiếp quyển trước; dòng mới ghi vào quyển vừa mở."
            if is_next
            else "Số bắt đầu lại từ 01, trừ khi sổ giấy năm ấy đã ghi đến một số khác. "
            "Không phải chờ khóa sổ năm cũ."
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows: list[tuple[str, QWidget]] = [("Sổ giấy đang dùng (nếu có)", self.paper_edit)]
        if not is_next:
            rows = [("Năm của sổ", self.year_box), ("Số đầu tiên", self.first_box), *rows]
        for row, (words, widget) in enumerate(rows):
            label = QLabel(words, self)
            label.setProperty("role", "field")
            label.setBuddy(widget)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
        for box in (self.year_box, self.first_box):
            box.setVisible(not is_next)
        self.body.addLayout(grid)
        self.act_button.setProperty("role", "primary")
        self.act_button.setDefault(True)
        rows[0][1].setFocus()

    def act(self) -> None:
        """Give what is typed."""
        self.notice.hush()
        self.act_button.setEnabled(False)
        first = None if self._number > 1 else self.first_box.value()
        self.confirmed.emit(self.year_box.value(), self._number, first, self.paper_edit.text())
