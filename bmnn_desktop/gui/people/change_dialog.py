"""Đổi thông tin: name, post and roles of somebody, as they are now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.gui.people.roles_choice import RolesChoice
from bmnn_desktop.gui.people.second_panel import SecondOf, SecondPanel
from bmnn_desktop.services.list_people import Member
from bmnn_desktop.services.session import Role


class ChangeDialog(FormDialog):
    """The login stays: it is never given to anybody else."""

    confirmed = Signal(str, str, object, object)  # name, post, roles, SecondPerson

    def __init__(
        self,
        parent: QWidget,
        member: Member,
        members: Sequence[Member],
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        head = (
            f"Thông tin của {member.name} ({member.login}). Tên đăng nhập, mật khẩu và khóa ký giữ "
            "nguyên; vai trò mới có từ lần mở khóa sau."
        )
        super().__init__(parent, "Đổi thông tin người dùng", "Đổi thông tin", head, lock)
        self.name_edit = self.line("Họ và tên", "name_edit")
        self.name_edit.setText(member.name)
        self.post_edit = self.line("Chức vụ", "post_edit")
        self.post_edit.setText(member.post)
        self.roles_choice = RolesChoice(self)
        self.roles_choice.choose(member.roles)
        self.form.addRow("Vai trò", self.roles_choice)
        self.second_panel = SecondPanel(self, members, second_of)
        self.form.addRow("Người thứ hai", self.second_panel)
        self._before = self._typed()
        self.name_edit.setFocus()

    def act(self) -> None:
        """Give what is typed and who signs beside."""
        if self.is_whole(
            "" if tidy(self.name_edit.text()) else "Chưa ghi họ và tên.",
            "" if self._typed() != self._before else "Chưa đổi gì.",
            self.second_panel.missing(),
        ):
            self.confirmed.emit(*self._typed(), self.second_panel.second())

    def _typed(self) -> tuple[str, str, frozenset[Role]]:
        return (
            tidy(self.name_edit.text()),
            tidy(self.post_edit.text()),
            self.roles_choice.roles,
        )
