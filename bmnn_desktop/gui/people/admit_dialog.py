"""Thêm người dùng kho sổ: who, what for, the first passphrase, and the second signature."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QRadioButton, QVBoxLayout, QWidget

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.people.form_dialog import FormDialog
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
        roles = QWidget(self)
        column = QVBoxLayout(roles)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.role_buttons = {
            role: QRadioButton(role.label, roles)
            for role in (Role.CONFIRMER, Role.KEEPER, Role.ADMINISTRATOR)
        }
        self.administrator_check = QCheckBox("Kiêm quản trị máy", roles)
        for button in (*self.role_buttons.values(), self.administrator_check):
            column.addWidget(button)
        self.form.addRow("Vai trò", roles)
        alone = self.role_buttons[Role.ADMINISTRATOR]
        alone.toggled.connect(lambda is_on: self.administrator_check.setEnabled(not is_on))
        self.new_passphrase = NewPassphrase(self)
        self.form.addRow("Mật khẩu", self.new_passphrase)
        self.second_panel = SecondPanel(self, members, second_of)
        self.form.addRow("Người thứ hai", self.second_panel)
        if not any(Role.CONFIRMER in one.roles and one.revoked_on is None for one in members):
            self.role_buttons[Role.CONFIRMER].setChecked(True)
        self.name_edit.setFocus()

    @property
    def roles(self) -> frozenset[Role]:
        """Return the roles that are chosen."""
        chosen = {role for role, button in self.role_buttons.items() if button.isChecked()}
        if chosen and self.administrator_check.isChecked():
            chosen.add(Role.ADMINISTRATOR)
        return frozenset(chosen)

    def act(self) -> None:
        """Give the person and who signs beside."""
        if self.is_whole(
            "" if tidy(self.name_edit.text()) else "Chưa ghi họ và tên.",
            "" if tidy(self.login_edit.text()) else "Chưa ghi tên đăng nhập.",
            "" if self.roles else "Chưa chọn vai trò.",
            self.new_passphrase.missing(),
            self.second_panel.missing(),
        ):
            new = NewPerson(
                tidy(self.login_edit.text()),
                self.name_edit.text(),
                self.roles,
                self.new_passphrase.passphrase,
                self.post_edit.text(),
            )
            self.confirmed.emit(new, self.second_panel.second())
