"""The window in which the owner of a new signing stick chooses its PIN."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.domain import pin as pins
from bmnn_desktop.errors import PinNotGiven, PinUnfit
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.show_error import show_beside
from bmnn_desktop.gui.widgets.notice import Notice, Tone
from bmnn_desktop.gui.widgets.passphrase_edit import PassphraseEdit

if TYPE_CHECKING:
    from bmnn_desktop.services.stick_order import StickKey, StickOrder
    from bmnn_desktop.services.stick_post import StickPost

_SIZE = (580, 380)
_ADVICE = (
    "Người được cấp tự gõ mã PIN, không nói cho ai. USB ký chỉ để ký xác nhận, không mở được "
    "kho sổ."
)


class PinWindow(QWidget):
    """What is no PIN stays in the window; leaving makes nothing."""

    def __init__(self, order: StickOrder, post: StickPost) -> None:
        super().__init__()
        self._order = order
        self._post = post
        self._is_over = False
        self.setWindowTitle("Đặt mã PIN của USB ký")
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setFixedSize(*_SIZE)
        self.jobs = Jobs(self, self._refused)
        self.notice = Notice(self)
        self.pin_edit = self._pin("pin_edit", "6 đến 8 chữ số")
        self.repeat_edit = self._pin("pin_repeat_edit", "Gõ lại cho chắc")
        self.make_button = QPushButton("Ghi khóa lên USB", self)
        self.make_button.setObjectName("make_button")
        self.leave_button = QPushButton("Thôi", self)
        self.leave_button.setObjectName("leave_button")
        self._lay_out()
        self.make_button.clicked.connect(self.make)
        self.pin_edit.entered.connect(self.repeat_edit.setFocus)
        self.repeat_edit.entered.connect(self.make)
        self.leave_button.clicked.connect(self.close)
        # It ends with the program that ordered.
        self._hearing = Jobs(self, self._refused)
        gone: Future[None] = Future()
        self._hearing.new(lambda _nothing: self._leave(is_made=False)).watch(gone)
        threading.Thread(target=self._hear, args=(gone,), daemon=True).start()
        self.pin_edit.setFocus()

    def make(self) -> None:
        """Make the key on a thread of its own: the derivation takes about a second."""
        if self.jobs.is_busy:
            return
        pin = self.pin_edit.text
        try:
            pins.check(pin)
        except PinUnfit as error:
            self.notice.say(Tone.AMBER, str(error))
            self.pin_edit.setFocus()
            return
        if self.repeat_edit.text != pin:
            self.notice.say(Tone.AMBER, "Mã PIN gõ lại chưa khớp; hãy bấm hình con mắt để xem lại.")
            self.repeat_edit.setFocus()
            return
        self._allow(is_allowed=False)
        self.notice.say(Tone.INFO, "Đang ghi khóa…")
        self.jobs.new(self._made).start(lambda: self._order.make(pin))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.jobs.is_busy and not self._is_over:
            event.ignore()  # a key file is being written
            return
        if not self._is_over:
            self._is_over = True
            self._post.refuse(PinNotGiven())
            QApplication.exit(1)
        self._hearing.stop()
        self.jobs.stop()
        super().closeEvent(event)

    def _made(self, key: StickKey) -> None:
        self._leave(is_made=self._post.give(self._order, key))

    def _hear(self, gone: Future[None]) -> None:
        self._post.wait()
        gone.set_result(None)

    def _leave(self, *, is_made: bool) -> None:
        self._is_over = True
        self.close()
        QApplication.exit(0 if is_made else 1)

    def _refused(self, error: BaseException) -> None:
        self._allow(is_allowed=True)
        show_beside(self.notice, error)

    def _allow(self, *, is_allowed: bool) -> None:
        for part in (self.make_button, self.leave_button, self.pin_edit, self.repeat_edit):
            part.setEnabled(is_allowed)

    def _pin(self, name: str, hint: str) -> PassphraseEdit:
        edit = PassphraseEdit(self)
        edit.setObjectName(name)
        edit.line.setPlaceholderText(hint)
        edit.line.setMaxLength(pins.MOST)
        return edit

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        for words, role in (
            (f"Cấp USB ký cho {self._order.name}", "section"),
            (_ADVICE, ""),
            (f"Khóa ghi vào: {self._order.path}", "quiet"),
        ):
            label = QLabel(words, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            if role:
                label.setProperty("role", role)
            column.addWidget(label)
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow("Mã PIN", self.pin_edit)
        form.addRow("Gõ lại mã PIN", self.repeat_edit)
        column.addLayout(form)
        column.addWidget(self.notice)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.make_button)
        row.addWidget(self.leave_button)
        column.addLayout(row)
