"""The window in which a second person sees what he signs, and signs it or not."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmnn_desktop.errors import SecondDeclined
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.show_error import show_beside
from bmnn_desktop.gui.signing.acts_view import ActsView
from bmnn_desktop.gui.signing.secret_panel import SecretPanel
from bmnn_desktop.gui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from bmnn_desktop.services.signing_desk import SigningDesk
    from bmnn_desktop.services.signing_post import SigningPost

_SIZE = (680, 520)
_SECOND = 1000


class SigningWindow(QWidget):
    """A wrong secret stays in the window; leaving signs nothing."""

    def __init__(self, desk: SigningDesk, post: SigningPost) -> None:
        super().__init__()
        self._desk = desk
        self._post = post
        self._is_over = False
        self.setWindowTitle("Xác nhận của người thứ hai")
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.resize(*_SIZE)
        self.jobs = Jobs(self, self._refused)
        self.notice = Notice(self)
        self.acts = ActsView(desk.acts, self, with_changes=not desk.is_confirmation)
        self.secret = SecretPanel(
            self, has_stick=desk.has_stick, has_passphrase=desk.has_passphrase
        )
        self.sign_button = QPushButton("Ký xác nhận", self)
        self.sign_button.setObjectName("sign_button")
        self.leave_button = QPushButton("Thôi", self)
        self.leave_button.setObjectName("leave_button")
        self._wait = QTimer(self)
        self._wait.setInterval(_SECOND)
        self._wait.timeout.connect(self._count_down)
        self._lay_out()
        self.sign_button.clicked.connect(self.sign)
        self.secret.entered.connect(self.sign)
        self.leave_button.clicked.connect(self.close)
        # It ends when the entry was signed, or with the program that asked.
        self._hearing = Jobs(self, self._refused)
        answered: Future[bool] = Future()
        self._hearing.new(self._leave).watch(answered)
        threading.Thread(target=self._hear, args=(answered,), daemon=True).start()
        self._count_down()

    def sign(self) -> None:
        """Unlock the seed on a thread of its own: the derivation takes about a second."""
        secret, place = self.secret.secret, self.secret.place
        if self.jobs.is_busy or self._wait.isActive() or not self.sign_button.isEnabled():
            return
        if not secret or (self.secret.is_stick and place is None):
            self.notice.say(Tone.AMBER, "Hãy ghi đủ các ô trước khi ký.")
            return
        self._allow(is_allowed=False)
        self.notice.say(Tone.INFO, "Đang ký…")
        job = self.jobs.new(lambda _nothing: self._post.is_ready(self._desk))
        if self.secret.is_stick and place is not None:
            job.start(lambda: self._desk.unlock_stick(place, secret))
        else:
            job.start(lambda: self._desk.unlock_passphrase(secret))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_over:
            self._is_over = True
            self._post.refuse(SecondDeclined())
            QApplication.exit(1)
        self._wait.stop()
        self._hearing.stop()
        self.jobs.stop()
        super().closeEvent(event)

    def _hear(self, answered: Future[bool]) -> None:
        try:
            answered.set_result(self._post.answer(self._desk))
        except BaseException as error:  # noqa: BLE001  (a bug: the crash window tells)
            answered.set_exception(error)

    def _leave(self, is_signed: bool) -> None:
        self._is_over = True
        self.close()
        QApplication.exit(0 if is_signed else 1)

    def _refused(self, error: BaseException) -> None:
        self._allow(is_allowed=True)
        show_beside(self.notice, error)
        self._count_down()
        self.secret.ask_again()

    def _count_down(self) -> None:
        refused = self._desk.refusal()
        if refused is None:
            if self._wait.isActive():
                self._wait.stop()
                self._allow(is_allowed=True)
                self.notice.hush()
            return
        self._allow(is_allowed=False)
        self.notice.say(Tone.AMBER, str(refused))
        self._wait.start()

    def _allow(self, *, is_allowed: bool) -> None:
        self.sign_button.setEnabled(is_allowed)
        self.secret.setEnabled(is_allowed)

    def _lay_out(self) -> None:
        desk = self._desk
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        if desk.rejection is not None:
            asks = f"Không đồng ý đề nghị này, lý do: {desk.rejection}"
            self.sign_button.setText("Ký không đồng ý")
        elif desk.is_confirmation:
            asks = f"Xác nhận {len(desk.acts)} việc đã làm:"
        else:
            asks = "Đồng ý để việc này có hiệu lực:"
        for words, role in ((asks, "section"), (f"Người ký: {desk.login}", "field")):
            label = QLabel(words, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("role", role)
            if role == "section":
                column.addWidget(label)
                column.addWidget(self.acts, 1)
            else:
                column.addWidget(label)
        column.addWidget(self.secret)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.sign_button)
        row.addWidget(self.leave_button)
        column.addLayout(row)
