"""Quên mật khẩu: before the locked door, with the recovery sheet and a new passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.recovery_sheet import RecoverySheet, read_key
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import RecoverySheetWrong
from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.gui.widgets.new_passphrase import NewPassphrase

if TYPE_CHECKING:
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.gate import Gate

_HEAD = (
    "Lãnh đạo mở phong bì phiếu khóa khôi phục; người quên mật khẩu được cấp mật khẩu và khóa ký "
    "mới. Việc này ghi vào nhật ký thao tác, phiếu được thay ngay bằng phiếu mới."
)


class RecoverDialog(FormDialog):
    """`recovered` brings the new sheet."""

    recovered = Signal(object)

    def __init__(self, parent: QWidget, gate: Gate, jobs: Jobs, login: str) -> None:
        super().__init__(parent, "Quên mật khẩu", "Cấp mật khẩu mới", _HEAD, lambda: None)
        self._gate = gate
        self._jobs = jobs
        self.login_edit = self.line("Tên đăng nhập", "login_edit")
        self.login_edit.setText(login)
        self.new_passphrase = NewPassphrase(self)
        self.form.addRow("Mật khẩu mới", self.new_passphrase)
        self.key_edit = self.line("Khóa trên phiếu", "key_edit", "Tám nhóm của dòng “Khóa”")
        # Nothing here is a syllable: an input method would only change the letters.
        self.key_edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.login_edit.setFocus()

    def act(self) -> None:
        """Open the vault with the sheet, on a thread of its own."""
        if not self.is_whole(
            "" if tidy(self.login_edit.text()) else "Chưa ghi tên đăng nhập.",
            self.new_passphrase.missing(),
            self._wrong_key(),
        ):
            return
        login, key = tidy(self.login_edit.text()), read_key(self.key_edit.text())
        passphrase = self.new_passphrase.passphrase
        job = self._jobs.new(self._done, self.refuse)
        self.follow(job, None, brings_sheet=True)
        job.start(lambda: self._gate.recover(key, login, passphrase))

    def _done(self, sheet: RecoverySheet) -> None:
        self.accept()
        self.recovered.emit(sheet)

    def _wrong_key(self) -> str:
        try:
            read_key(self.key_edit.text())
        except RecoverySheetWrong as error:
            return str(error)
        return ""
