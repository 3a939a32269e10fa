"""The passphrase before the curtain, where the vault cannot be locked yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.gui.widgets.passphrase_edit import PassphraseEdit

if TYPE_CHECKING:
    from bmnn_desktop.gui.lock.veil import Prove


class LiftDialog(AskDialog):
    """Leaving it leaves the curtain where it is."""

    def __init__(self, parent: QWidget | None, name: str, prove: Prove) -> None:
        super().__init__(parent, "BMNN Desktop", "Mở màn che", self.reject)
        self._prove = prove
        self._jobs = Jobs(self, self.refuse)
        self.say(f"Mật khẩu của {name}", "field")
        self.passphrase_edit = PassphraseEdit(self)
        self.passphrase_edit.setObjectName("lift_edit")
        self.body.addWidget(self.passphrase_edit)
        self.leave_button.setDefault(False)
        self.act_button.setDefault(True)
        self.passphrase_edit.setFocus()

    def has_part(self, watched: QObject) -> bool:
        """Tell whether an event to `watched` is one to this dialog."""
        if isinstance(watched, QWidget):
            return watched.window() is self
        return watched is self.windowHandle()

    def act(self) -> None:
        """Try the passphrase."""
        if not self.act_button.isEnabled():
            return
        if not self.passphrase_edit.text:
            self.notice.say(Tone.AMBER, "Chưa gõ mật khẩu.")
            return
        self.notice.hush()
        self.act_button.setEnabled(False)
        self._jobs.new(lambda _nothing: self.accept()).watch(self._prove(self.passphrase_edit.text))

    def refuse(self, error: BaseException) -> None:
        """Say why; the passphrase is typed anew."""
        self.passphrase_edit.set_text("")
        super().refuse(error)
        self.passphrase_edit.setFocus()

    def done(self, result: int) -> None:
        """Leave nothing typed, and wait for no answer."""
        self._jobs.stop()
        self.act_button.setEnabled(True)
        self.passphrase_edit.set_text("")
        super().done(result)
