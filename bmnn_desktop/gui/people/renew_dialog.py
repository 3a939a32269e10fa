"""Phiếu khóa khôi phục mới: who signs beside, and what becomes of the old one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.gui.people.second_panel import SecondOf, SecondPanel
from bmnn_desktop.services.list_people import Member

_HEAD = (
    "Phiếu cũ hết hiệu lực ngay. Giữ phiếu cũ chừng nào còn giữ các bản sao lưu đã làm trước đó: "
    "chỉ phiếu cũ mở được chúng. Chuẩn bị giấy, bút và phong bì: phiếu mới chỉ hiện một lần."
)


class RenewDialog(FormDialog):
    """The new sheet is shown when the act is done."""

    confirmed = Signal(object)  # SecondPerson

    def __init__(
        self,
        parent: QWidget,
        members: Sequence[Member],
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(parent, "Phiếu khóa khôi phục mới", "Cấp phiếu mới", _HEAD, lock)
        self.second_panel = SecondPanel(self, members, second_of)
        self.form.addRow("Người thứ hai", self.second_panel)
        self.second_panel.setFocus()

    def act(self) -> None:
        """Give who signs beside."""
        if self.is_whole(self.second_panel.missing()):
            self.confirmed.emit(self.second_panel.second())
