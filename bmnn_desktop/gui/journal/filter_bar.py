"""Which entries are wanted: who, what, which line, from when to when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from bmnn_desktop.domain.action import ACTIONS
from bmnn_desktop.gui.widgets.date_edit import DateEdit
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.services.list_entries import EntryQuery

if TYPE_CHECKING:
    from bmnn_desktop.services.list_entries import Signatory

_PAUSE = 250  # milliseconds after the last change
_NUMBER_WIDTH = 58
_DATE_WIDTH = 128
_MOST = 99_999


class FilterBar(QWidget):
    """`changed` comes a moment after the last change; `query` None: a date is half typed."""

    changed = Signal()

    def __init__(self, year: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._year = year
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        self._build()
        self.number_edit.setEnabled(False)
        self.year_edit.setEnabled(False)
        for box in (self.person_box, self.action_box, self.book_box):
            box.currentIndexChanged.connect(self._touched)
        for edit in (self.year_edit, self.number_edit, self.first_edit, self.last_edit):
            edit.textChanged.connect(self._touched)
        self.clear_button.clicked.connect(self.clear)

    @property
    def query(self) -> EntryQuery | None:
        """Return what is asked for."""
        if not (self.first_edit.is_readable() and self.last_edit.is_readable()):
            return None
        book = str(self.book_box.currentData() or "")
        number = self.number_edit.text()
        return EntryQuery(
            person=self.person_box.currentData(),
            action=self.action_box.currentData(),
            book=book if number else "",
            year=int(self.year_edit.text() or self._year),
            number=int(number) if number and book else None,
            first=self.first_edit.value(),
            last=self.last_edit.value(),
        )

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing was changed that has not been told yet."""
        return not self._pause.isActive()

    def offer_people(self, people: tuple[Signatory, ...]) -> None:
        """Offer who may have signed; the one chosen stays."""
        if [one.id for one in people] == [
            self.person_box.itemData(place) for place in range(1, self.person_box.count())
        ]:
            return
        chosen = self.person_box.currentData()
        self.person_box.blockSignals(True)
        while self.person_box.count() > 1:
            self.person_box.removeItem(1)
        for one in people:
            self.person_box.addItem(one.name, one.id)
        self.person_box.setCurrentIndex(max(0, self.person_box.findData(chosen)))
        self.person_box.blockSignals(False)

    def clear(self) -> None:
        """Ask for everything."""
        for box in (self.person_box, self.action_box, self.book_box):
            box.setCurrentIndex(0)
        for edit in (self.number_edit, self.first_edit, self.last_edit):
            edit.clear()
        self.year_edit.setText(str(self._year))

    def stop(self) -> None:
        """End the timer."""
        self._pause.stop()

    def _touched(self) -> None:
        has_book = bool(self.book_box.currentData())
        self.year_edit.setEnabled(has_book)
        self.number_edit.setEnabled(has_book)
        self._pause.start()

    def _build(self) -> None:
        self.person_box = self._box("person_box", "Người ký", "Mọi người", 10)
        self.action_box = self._box("action_box", "Việc", "Mọi việc", 14)
        for action in sorted(ACTIONS, key=lambda action: action.words):
            self.action_box.addItem(action.words, action.key)
        self.book_box = self._box("book_box", "Sổ", "Mọi dòng", 8)
        for book in REGISTERS:
            self.book_box.addItem(book.short_title, book.key)
        self.year_edit = self._number("year_edit", "Năm")
        self.year_edit.setText(str(self._year))
        self.number_edit = self._number("number_edit", "Số thứ tự")
        self.number_edit.setPlaceholderText("số")
        self.first_edit, self.last_edit = (
            self._date("first_edit", "Từ ngày"),
            self._date("last_edit", "Đến ngày"),
        )
        self.clear_button = QPushButton("Bỏ lọc", self)
        self.clear_button.setObjectName("clear_button")
        self.clear_button.setProperty("role", "compact")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.person_box, 2)
        row.addWidget(self.action_box, 3)
        row.addWidget(self.book_box, 1)
        row.addWidget(self.year_edit)
        row.addWidget(self.number_edit)
        for words, edit in (("từ", self.first_edit), ("đến", self.last_edit)):
            label = QLabel(words, self)
            label.setBuddy(edit)
            row.addWidget(label)
            row.addWidget(edit)
        row.addWidget(self.clear_button)

    def _box(self, name: str, title: str, every: str, letters: int) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setToolTip(title)
        box.addItem(every, None)
        box.setMinimumContentsLength(letters)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box

    def _number(self, name: str, title: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(name)
        edit.setAccessibleName(title)
        edit.setToolTip(title)
        edit.setValidator(QIntValidator(1, _MOST, edit))
        edit.setFixedWidth(_NUMBER_WIDTH)
        return edit

    def _date(self, name: str, title: str) -> DateEdit:
        edit = DateEdit(self._year, self)
        edit.setObjectName(name)
        edit.setAccessibleName(title)
        edit.setFixedWidth(_DATE_WIDTH)
        return edit
