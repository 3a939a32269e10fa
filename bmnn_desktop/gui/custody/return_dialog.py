"""Trả lại, ký trả: each copy with what was counted in it; a difference needs a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QScrollArea, QWidget

from bmnn_desktop.domain.holding import Holding
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.custody.words import copy_of
from bmnn_desktop.gui.widgets.date_edit import DateEdit
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.services.return_copies import Counted

_TALLEST = 300
_WIDTH = 760
_COUNT_WIDTH = 116
_MOST = 99_999


class ReturnDialog(AskDialog):
    """`confirmed`: the day, the place, and what was counted by copy."""

    confirmed = Signal(object, str, object)

    def __init__(
        self, parent: QWidget, some: Sequence[Holding], today: date, lock: Callable[[], None]
    ) -> None:
        super().__init__(parent, "Trả lại, ký trả", "Ghi đã trả", lock)
        self.setMinimumWidth(_WIDTH)
        holders = ", ".join(dict.fromkeys(one.copy.holder for one in some if one.copy.holder))
        self.say(f"Nhận lại {len(some)} bản từ {holders}", "subtitle")
        self.say(
            "Đếm lại trước khi ký trả trên chính dòng đã giao. Để trống ô nào thì ô ấy chưa đếm; "
            "đếm khác sổ thì ghi rõ vào ghi chú.",
            "quiet",
        )
        self._some = tuple(some)
        self._counts: dict[int, tuple[QLineEdit, QLineEdit, QLineEdit]] = {}
        self.day_edit = DateEdit(today.year, self)
        self.day_edit.setObjectName("day_edit")
        self.day_edit.set_value(today)
        self.place_edit = QLineEdit(self)
        self.place_edit.setObjectName("place_edit")
        self.place_edit.setPlaceholderText("Tủ, ngăn; để trống nếu như cũ")
        self._area = self._make_counts()
        self.body.addWidget(self._area)
        self.body.addLayout(self._make_foot())
        self.act_button.setProperty("role", "primary")
        self.act_button.setDefault(True)  # nothing is lost by it
        self.counts_of(some[0].copy.id)[0].setFocus()

    def counts_of(self, copy: int) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        """Return the fields of a copy: pages, annexes, remark."""
        return self._counts[copy]

    def act(self) -> None:
        """Give what was counted."""
        day = self.day_edit.value()
        if day is None:
            self.notice.say(Tone.AMBER, "Ngày trả không phải là ngày tháng.")
            self.day_edit.setFocus()
            return
        self.notice.hush()
        self.act_button.setEnabled(False)
        counted = {
            copy: Counted(_number(pages), _number(annexes), tidy(remark.text()))
            for copy, (pages, annexes, remark) in self._counts.items()
        }
        self.confirmed.emit(day, self.place_edit.text(), counted)

    def _make_counts(self) -> QScrollArea:
        panel = QWidget(self)
        grid = QGridLayout(panel)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(3, 1)
        for column, words in enumerate(("Bản", "Số trang", "Phụ lục", "Ghi chú")):
            head = QLabel(words, panel)
            head.setProperty("role", "field")
            grid.addWidget(head, 0, column)
        for row, one in enumerate(self._some, 1):
            copy, about = one.copy, one.about
            name = QLabel(copy_of(one), panel)
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setWordWrap(True)
            pages = self._count(about.pages if copy.pages is None else copy.pages)
            annexes = self._count(about.annexes if copy.annexes is None else copy.annexes)
            remark = QLineEdit(panel)
            self._counts[copy.id] = (pages, annexes, remark)
            for column, widget in enumerate((name, pages, annexes, remark)):
                grid.addWidget(widget, row, column)
            for field, words in ((pages, "số trang"), (annexes, "phụ lục"), (remark, "ghi chú")):
                field.setAccessibleName(f"{copy_of(one)}: {words}")
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(panel)
        self._panel = panel
        return area

    def showEvent(self, event: QShowEvent) -> None:
        """Make room for the rows: only now do styled fields say how tall they are."""
        for field in self._panel.findChildren(QWidget):
            field.ensurePolished()
        grid = self._panel.layout()
        if grid is not None:
            grid.invalidate()
        self._area.setFixedHeight(min(_TALLEST, self._panel.sizeHint().height() + 4))
        super().showEvent(event)

    def _count(self, known: int | None) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setValidator(QIntValidator(0, _MOST, edit))
        edit.setFixedWidth(_COUNT_WIDTH)
        edit.setPlaceholderText("sổ không ghi" if known is None else f"sổ ghi {known}")
        return edit

    def _make_foot(self) -> QGridLayout:
        foot = QGridLayout()
        foot.setHorizontalSpacing(10)
        foot.setColumnStretch(3, 1)
        for column, (words, edit) in enumerate(
            (("Ngày trả", self.day_edit), ("Nơi để", self.place_edit))
        ):
            label = QLabel(words, self)
            label.setBuddy(edit)
            foot.addWidget(label, 0, 2 * column)
            foot.addWidget(edit, 0, 2 * column + 1)
        return foot


def _number(edit: QLineEdit) -> int | None:
    text = tidy(edit.text())
    return int(text) if text.isdecimal() else None
