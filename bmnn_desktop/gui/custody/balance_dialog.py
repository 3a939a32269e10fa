"""Cân đối bản: by level and year; the documents that do not close, each opened by Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmnn_desktop.domain.balance import Balance
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.custody.words import balance_words
from bmnn_desktop.gui.widgets.column_model import ColumnModel, Columns
from bmnn_desktop.gui.widgets.column_view import ColumnView
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.balance import Balances, OutOfBalance

_SIZE = (1120, 520)
_Line = tuple[str, Balance]
_COUNTS: Columns[_Line] = (
    ("", lambda line: line[0]),
    ("Báo đến", lambda line: _shown(max(line[1].announced, line[1].received))),
    ("Phát hành", lambda line: _shown(line[1].issued)),
    ("Sao, chụp", lambda line: _shown(line[1].made)),
    ("Có sẵn", lambda line: _shown(line[1].stock)),
    ("Trong cơ quan", lambda line: _shown(line[1].held)),
    ("Nơi khác", lambda line: _shown(line[1].out)),
    ("Đã trả", lambda line: _shown(line[1].returned)),
    ("Lưu trữ", lambda line: _shown(line[1].archived)),
    ("Tiêu hủy", lambda line: _shown(line[1].destroyed)),
    ("Đã mất", lambda line: _shown(line[1].lost)),
    ("Thiếu khi nhận", lambda line: _shown(line[1].missing_at_receipt)),
    ("Chưa tìm thấy", lambda line: _shown(line[1].difference)),
)
_OUT: Columns[OutOfBalance] = (
    ("Tài liệu", lambda one: _name(one.document)),
    ("Độ mật", lambda one: one.document.level_label or "Bì chưa mở"),
    ("Chưa tìm thấy", lambda one: f"{one.balance.difference} bản"),
    ("Bản nào", lambda one: "; ".join(one.where)),
)


class BalanceDialog(QDialog):
    """`line_wanted`: the card of a document; `print_wanted`: the balance sheet of the volume."""

    line_wanted = Signal(str, int)
    print_wanted = Signal()

    def __init__(
        self, parent: QWidget, title: str, found: Balances, lock: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Cân đối bản")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(_SIZE[0], parent.width()), min(_SIZE[1], parent.height()))
        # A modal dialog keeps the window's own keys from being heard.
        QShortcut(QKeySequence("Ctrl+L"), self, lock)
        self.counts = ColumnModel[_Line](self, _COUNTS)
        self.counts.show_rows(tuple(_lines(found)))
        self.counts_view = ColumnView(self.counts, 0, self)
        self.out = ColumnModel[OutOfBalance](self, _OUT)
        self.out.show_rows(found.out)
        self.out_view = ColumnView(self.out, len(_OUT) - 1, self)
        self.print_button = self._button("In tờ cân đối…", "print_button", self._print)
        self.line_button = self._button("Mở thẻ tài liệu", "line_button", self._open)
        self.close_button = self._button("Đóng   Esc", "close_button", self.accept)
        self.line_button.setVisible(bool(found.out))
        self.out_view.setVisible(bool(found.out))
        self.out_view.doubleClicked.connect(lambda _: self._open())
        for key in ("Return", "Enter"):
            opening = QShortcut(QKeySequence(key), self.out_view, self._open)
            opening.setContext(Qt.ShortcutContext.WidgetShortcut)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(8)
        column.addWidget(self._say(title, "subtitle"))
        column.addWidget(self._say(balance_words(found.total), "truth"))
        column.addWidget(self.counts_view, 1)
        if found.out:
            column.addWidget(self._say("Những tài liệu chưa cân đối", "field"))
        column.addWidget(self.out_view, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.print_button)
        row.addWidget(self.line_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.out_view.selectRow(0)
        (self.out_view if found.out else self.counts_view).setFocus()

    def _open(self) -> None:
        one = self.out.at(self.out_view.currentIndex().row())
        if one is not None:
            self.accept()
            self.line_wanted.emit(one.document.book, one.document.id)

    def _print(self) -> None:
        self.accept()
        self.print_wanted.emit()

    def _say(self, words: str, role: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label

    def _button(self, words: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button


def _lines(found: Balances) -> Iterable[_Line]:
    for level, balance in found.by_level:
        yield ("Bì chưa mở" if level is None else level.label), balance
    if len(found.by_year) > 1:
        for year, balance in found.by_year:
            yield f"Năm {year}", balance
    yield "Cộng", found.total


def _name(line: Document) -> str:
    return f"{printed_book(line.book).short_title} {line.year}, số {show_number(line.seq_no)}"


def _shown(count: int) -> str:
    return str(count) if count else "–"
