"""Cấp lại mật khẩu: for somebody who forgot it, or whose passphrase others know."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.gui.people.second_panel import SecondOf, SecondPanel
from bmnn_desktop.gui.widgets.new_passphrase import NewPassphrase
from bmnn_desktop.services.list_people import Member


class RekeyDialog(FormDialog):
    """The person sits at the keyboard and copies the new passphrase."""

    confirmed = Signal(str, object)  # the passphrase, SecondPerson

    def __init__(
        self,
        parent: QWidget,
        member: Member,
        members: Sequence[Member],
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        head = (
            f"Cấp mật khẩu và khóa ký mới cho {member.name}. Mật khẩu cũ và USB ký cũ của người ấy "
            "hết hiệu lực ngay."
        )
        super().__init__(parent, "Cấp lại mật khẩu", "Cấp lại", head, lock)
        self.new_passphrase = NewPassphrase(self)
        self.form.addRow("Mật khẩu mới", self.new_passphrase)
        self.second_panel = SecondPanel(self, members, second_of, member.login)
        self.form.addRow("Người thứ hai", self.second_panel)
        self.new_passphrase.repeat_edit.setFocus()

    def act(self) -> None:
        """Give the passphrase and who signs beside."""
        if self.is_whole(self.new_passphrase.missing(), self.second_panel.missing()):
            self.confirmed.emit(self.new_passphrase.passphrase, self.second_panel.second())
