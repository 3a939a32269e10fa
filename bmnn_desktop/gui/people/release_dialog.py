"""Giải tỏa trách nhiệm giữ: whoever has left has handed everything over."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.gui.people.second_panel import SecondOf, SecondPanel
from bmnn_desktop.services.list_people import Member


class ReleaseDialog(FormDialog):
    """Two sign that nothing is in the person's hands any more; the program cannot see it."""

    confirmed = Signal(object)  # SecondPerson

    def __init__(
        self,
        parent: QWidget,
        member: Member,
        members: Sequence[Member],
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        head = (
            f"Giải tỏa trách nhiệm giữ của {member.name} ({member.login})? Chỉ làm khi mọi tài "
            "liệu người ấy giữ đã bàn giao xong và có biên bản bàn giao bằng giấy: hai người ký "
            "ở đây chịu trách nhiệm về điều đó. Không làm lại được."
        )
        super().__init__(parent, "Giải tỏa trách nhiệm giữ", "Giải tỏa", head, lock)
        self.second_panel = SecondPanel(self, members, second_of)
        self.form.addRow("Người thứ hai", self.second_panel)
        self.second_panel.setFocus()

    def act(self) -> None:
        """Give who signs beside."""
        if self.is_whole(self.second_panel.missing()):
            self.confirmed.emit(self.second_panel.second())
