"""The widgets of the page of sheets: books on the left, volume and sheets on the right."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.gui.sheets.sheets_model import NOTE, SheetsModel
from bmnn_desktop.gui.widgets.button_row import button_row
from bmnn_desktop.gui.widgets.column_view import ColumnView
from bmnn_desktop.gui.widgets.notice import Notice

_BOOKS_WIDTH = 210
_VOLUME_WIDTH = 210


class SheetsUi:
    """Knows no service: it lays out and names."""

    def __init__(self, page: QWidget, sheets: SheetsModel, names: QAbstractItemModel) -> None:
        self._page = page
        self.notice = Notice(page)
        self.waiting = QVBoxLayout()
        self.waiting.setSpacing(8)
        self.books_view = _books(page, names)
        self.view = _table(page, sheets)
        self.volume_box = QComboBox(page)
        self.volume_box.setMinimumWidth(_VOLUME_WIDTH)
        self.pending_label = _label(page, "", "truth")
        self.go_on_button = self._button("In tiếp… (Ctrl+P)", "go_on_button", "primary")
        self.receipts_button = self._button("Tờ ký nhận hôm nay…", "receipts_button")
        self.more_button = self._button("Việc khác", "more_button")
        self.signed_button = self._button("Đã ký đủ (F6)", "signed_button", "primary")
        self.except_button = self._button("Đã ký, trừ… (F7)", "except_button")
        self.unsign_button = self._button("Bỏ dấu đã ký…", "unsign_button")
        self.spoil_button = self._button("Tờ hỏng…", "spoil_button")
        self.reprint_button = self._button("In lại (đánh dấu)", "reprint_button")
        menu = QMenu(page)
        self.signing_action = _action(menu, "Ký nhận trên tờ ký nhận")
        self.signing_action.setCheckable(True)
        menu.addSeparator()
        self.blank_action = _action(menu, "Tờ dự phòng…")
        self.cross_action = _action(menu, "Gạch chéo phần trống")
        self.opening_action = _action(menu, "Chứng nhận mở sổ")
        self.closing_action = _action(menu, "Chứng nhận khóa sổ")
        menu.addSeparator()
        self.offset_action = _action(menu, "Chỉnh máy in…")
        self.more_button.setMenu(menu)
        self._lay_out()

    def forbid_writing(self) -> None:
        """Take away what prints and marks: a guest looks."""
        for button in (
            *(self.go_on_button, self.receipts_button, self.more_button, self.signed_button),
            *(self.except_button, self.unsign_button, self.spoil_button, self.reprint_button),
        ):
            button.setEnabled(False)
            button.hide()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(
            button_row(self.volume_box, self.go_on_button, self.receipts_button, self.more_button)
        )
        right.addWidget(self.pending_label)
        right.addWidget(self.view, 1)
        right.addLayout(
            button_row(
                *(self.signed_button, self.except_button, self.unsign_button),
                *(self.spoil_button, self.reprint_button),
            )
        )
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addWidget(self.books_view)
        body.addLayout(right, 1)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(12)
        column.addWidget(_label(self._page, "Tờ sổ, ký nhận", "title"))
        column.addLayout(self.waiting)
        column.addWidget(self.notice)
        column.addLayout(body, 1)

    def _button(self, words: str, name: str, role: str = "") -> QPushButton:
        button = QPushButton(words, self._page)
        button.setObjectName(name)
        if role:
            button.setProperty("role", role)
        return button


def _books(page: QWidget, names: QAbstractItemModel) -> QListView:
    view = QListView(page)
    view.setModel(names)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setFixedWidth(_BOOKS_WIDTH)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setTextElideMode(Qt.TextElideMode.ElideNone)
    return view


def _table(page: QWidget, sheets: SheetsModel) -> ColumnView:
    view = ColumnView(sheets, NOTE, page)
    view.setAlternatingRowColors(True)
    return view


def _action(menu: QMenu, words: str) -> QAction:
    action: QAction = menu.addAction(words)
    return action


def _label(page: QWidget, words: str, role: str) -> QLabel:
    label = QLabel(words, page)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
