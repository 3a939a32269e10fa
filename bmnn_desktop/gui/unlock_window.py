"""The locked door: login, passphrase, one sentence when it stays shut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.passphrase import has_marks
from bmnn_desktop.errors import (
    AttemptsTampered,
    KnownError,
    TooManyAttempts,
    WrongPassphrase,
)
from bmnn_desktop.gui.forms.ui_unlock_window import Ui_UnlockWindow
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.show_error import show_beside
from bmnn_desktop.gui.widgets.notice import Tone

if TYPE_CHECKING:
    from bmnn_desktop.domain.recovery_sheet import RecoverySheet
    from bmnn_desktop.gui.lock.sheet_veil import SheetVeil
    from bmnn_desktop.services.gate import Gate
    from bmnn_desktop.services.office import Office

_TRAINING_HINT = "Kho tập huấn: mật khẩu nằm trong tệp passphrase.txt."
_MARKED_HINT = "Mật khẩu đang có chữ có dấu: bộ gõ tiếng Việt có đang bật không?"
_SECOND = 1000
_AFTER_THE_PAINT = 100  # milliseconds


class UnlockWindow(QWidget):
    """What was typed stays after a refusal; nothing of the vault is shown before the key fits."""

    opened = Signal(object)

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate
        self._is_leaving = False
        self._hint = ""
        self.veil: SheetVeil | None = None
        self.ui = Ui_UnlockWindow()
        self.ui.setupUi(self)
        self.jobs = Jobs(self, self._refused)
        self._wait = QTimer(self)
        self._wait.setInterval(_SECOND)
        self._wait.timeout.connect(self._count_down)
        self.ui.unlock_button.clicked.connect(self.unlock)
        self.ui.forgotten_button.clicked.connect(self._ask_to_recover)
        self.ui.passphrase_edit.entered.connect(self.unlock)
        self.ui.passphrase_edit.text_changed.connect(self._typed)
        login_line = self.ui.login_box.lineEdit()
        if login_line is not None:
            login_line.returnPressed.connect(self.ui.passphrase_edit.setFocus)
        self._look_at_the_door()

    def unlock(self) -> None:
        """Try the key on a thread of its own: the derivation takes about a second."""
        login = self.ui.login_box.currentText().strip()
        passphrase = self.ui.passphrase_edit.text
        if self.jobs.is_busy or self._wait.isActive():
            return
        if not login or not passphrase:
            self.ui.notice.say(Tone.AMBER, "Hãy ghi tên đăng nhập và mật khẩu.")
            return
        self.ui.notice.hush()
        self._allow(is_allowed=False)
        job = self.jobs.new(self._arrived)
        self.ui.progress_line.follow(job, "Đang mở kho sổ…", can_stop=False)
        job.start(lambda: self._gate.unlock(login, passphrase))

    def _ask_to_recover(self) -> None:
        from bmnn_desktop.gui.people.recover_dialog import RecoverDialog  # noqa: PLC0415

        login = self.ui.login_box.currentText().strip()
        dialog = RecoverDialog(self, self._gate, self.jobs, login)
        dialog.recovered.connect(
            lambda sheet: self._recovered(sheet, dialog.login_edit.text().strip())
        )
        dialog.finished.connect(self._count_down)
        dialog.open()

    def _recovered(self, sheet: RecoverySheet, login: str) -> None:
        from bmnn_desktop.gui.lock.sheet_veil import SheetVeil  # noqa: PLC0415
        from bmnn_desktop.gui.people.sheet_dialog import SheetDialog  # noqa: PLC0415

        self._is_leaving = False  # the new sheet is shown first
        dialog = SheetDialog(self, sheet)
        self.veil = SheetVeil(
            self,
            login,
            lambda typed: self.jobs.submit(lambda: self._gate.unlock(login, typed).close()),
        )
        dialog.finished.connect(self.veil.go_deaf)
        dialog.open()
        self.ui.notice.say(Tone.GOOD, "Đã cấp mật khẩu mới; hãy mở kho sổ bằng mật khẩu đó.")
        self.ui.passphrase_edit.set_text("")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(_AFTER_THE_PAINT, self, self._gate.prepare)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for a key in the lock: an office opened behind a closed window would stay open."""
        if self.jobs.is_busy:
            self._is_leaving = True
            event.ignore()
            return
        self._wait.stop()
        self.jobs.stop()
        super().closeEvent(event)

    def _look_at_the_door(self) -> None:
        try:
            is_training = self._gate.is_training()
            logins = self._gate.logins()
        except KnownError as error:
            show_beside(self.ui.notice, error)
            self._allow(is_allowed=False)
            return
        self.ui.training_band.setVisible(is_training)
        self._hint = _TRAINING_HINT if is_training else ""
        self.ui.login_box.addItems(logins)
        self._typed("")
        self.ui.passphrase_edit.setFocus()
        self._count_down()

    def _typed(self, text: str) -> None:
        hint = _MARKED_HINT if has_marks(text) else self._hint
        self.ui.hint_label.setText(hint)
        self.ui.hint_label.setVisible(bool(hint))

    def _arrived(self, office: Office) -> None:
        if self._is_leaving:
            office.close()
            self.close()
            return
        self.ui.passphrase_edit.set_text("")
        self.opened.emit(office)

    def _refused(self, error: BaseException) -> None:
        if self._is_leaving:
            self.close()
            return
        self._allow(is_allowed=True)
        show_beside(self.ui.notice, error)
        if isinstance(error, WrongPassphrase | TooManyAttempts | AttemptsTampered):
            self.ui.passphrase_edit.line.selectAll()
            self._count_down()
        self.ui.passphrase_edit.setFocus()

    def _count_down(self) -> None:
        try:
            refusal = self._gate.refusal()
        except KnownError as error:  # the header went away meanwhile
            refusal = None
            show_beside(self.ui.notice, error)
        if refusal is None:
            if self._wait.isActive():
                self._wait.stop()
                self._allow(is_allowed=True)
                self.ui.notice.hush()
                self.ui.passphrase_edit.setFocus()
            return
        self._allow(is_allowed=False)
        self.ui.notice.say(Tone.AMBER, str(refusal))
        self._wait.start()

    def _allow(self, *, is_allowed: bool) -> None:
        self.ui.unlock_button.setEnabled(is_allowed)
        self.ui.forgotten_button.setEnabled(is_allowed)
        self.ui.login_box.setEnabled(is_allowed)
        self.ui.passphrase_edit.setEnabled(is_allowed)
