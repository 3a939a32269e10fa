"""Thêm người dùng kho sổ: who, what for, the first passphrase, and the second signature."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.gui.people.roles_choice import RolesChoice
from bmnn_desktop.gui.people.second_panel import SecondOf, SecondPanel
from bmnn_desktop.gui.widgets.new_passphrase import NewPassphrase
from bmnn_desktop.services.list_people import Member
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.session import Role

_HEAD = (
    "Người mới ngồi vào bàn phím, tự chép mật khẩu ra giấy và cất phong bì riêng. "
    "Không ai vừa giữ sổ vừa xác nhận."
)


class AdmitDialog(FormDialog):
    """Who confirms is chosen when nobody does yet."""

    confirmed = Signal(object, object)  # NewPerson, SecondPerson

    def __init__(
        self,
        parent: QWidget,
        members: Sequence[Member],
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(parent, "Thêm người dùng kho sổ", "Thêm người", _HEAD, lock)
        self.name_edit = self.line("Họ và tên", "name_edit")
        self.post_edit = self.line("Chức vụ", "post_edit")
        self.login_edit = self.line(
            "Tên đăng nhập", "login_edit", "Chữ thường không dấu, ví dụ: le.van.gia"
        )
        self.roles_choice = RolesChoice(self)
        self.form.addRow("Vai trò", self.roles_choice)
        self.new_passphrase = NewPassphrase(self)
        self.form.addRow("Mật khẩu", self.new_passphrase)
        self.second_panel = SecondPanel(self, members, second_of)
        self.form.addRow("Người thứ hai", self.second_panel)
        if not any(Role.CONFIRMER in one.roles and one.revoked_on is None for one in members):
            self.roles_choice.choose(frozenset({Role.CONFIRMER}))
        self.name_edit.setFocus()

    def act(self) -> None:
        """Give the person and who signs beside."""
        if self.is_whole(
            "" if tidy(self.name_edit.text()) else "Chưa ghi họ và tên.",
            "" if tidy(self.login_edit.text()) else "Chưa ghi tên đăng nhập.",
            "" if self.roles_choice.roles else "Chưa chọn vai trò.",
            self.new_passphrase.missing(),
            self.second_panel.missing(),
        ):
            new = NewPerson(
                tidy(self.login_edit.text()),
                self.name_edit.text(),
                self.roles_choice.roles,
                self.new_passphrase.passphrase,
                self.post_edit.text(),
            )
            self.confirmed.emit(new, self.second_panel.second())
