"""Đổi mật khẩu của tôi: the old one is asked again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.gui.widgets.new_passphrase import NewPassphrase
from bmnn_desktop.gui.widgets.passphrase_edit import PassphraseEdit


class OwnDialog(FormDialog):
    """The key stays the same: nobody has to confirm."""

    confirmed = Signal(str, str)  # old, new

    def __init__(self, parent: QWidget, lock: Callable[[], None]) -> None:
        head = "Mật khẩu cũ hết hiệu lực ngay. Chép mật khẩu mới ra giấy và cất phong bì trước."
        super().__init__(parent, "Đổi mật khẩu của tôi", "Đổi mật khẩu", head, lock)
        self.old_edit = PassphraseEdit(self)
        self.old_edit.setObjectName("old_edit")
        self.form.addRow("Mật khẩu cũ", self.old_edit)
        self.new_passphrase = NewPassphrase(self)
        self.form.addRow("Mật khẩu mới", self.new_passphrase)
        self.old_edit.setFocus()

    def act(self) -> None:
        """Give both."""
        if self.is_whole(
            "" if self.old_edit.text else "Chưa gõ mật khẩu cũ.", self.new_passphrase.missing()
        ):
            self.confirmed.emit(self.old_edit.text, self.new_passphrase.passphrase)
