"""Thôi dùng USB: lost, damaged or retired, with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.medium import Withdrawal
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.gui.people.second_panel import SecondOf, SecondPanel
from bmnn_desktop.gui.widgets.radio_choice import Option, RadioChoice
from bmnn_desktop.services.list_media import Listed
from bmnn_desktop.services.list_people import Member


class WithdrawDialog(FormDialog):
    """A lost stick is lost with its backups: the words say what that means."""

    confirmed = Signal(object, str, object)  # Withdrawal, reason, SecondPerson

    def __init__(
        self,
        parent: QWidget,
        stick: Listed,
        members: Sequence[Member],
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        head = (
            f"{stick.name} (sê-ri {stick.serial}) không dùng nữa. Bản sao lưu trên đó vẫn niêm "
            "phong; USB bị mất là mất vật mang bí mật nhà nước, phải báo ngay theo quy định."
        )
        super().__init__(parent, "Thôi dùng USB", f"Thôi dùng số {stick.inventory_no}", head, lock)
        self.why_choice = RadioChoice(
            [
                Option(Withdrawal.LOST, "1  Bị mất", "1"),
                Option(Withdrawal.DAMAGED, "2  Bị hỏng", "2"),
                Option(Withdrawal.RETIRED, "3  Thôi dùng", "3"),
            ],
            self,
        )
        self.form.addRow("Vì sao", self.why_choice)
        self.reason_edit = self.line(
            "Lý do", "reason_edit", "Ghi ngắn gọn; lý do được giữ trong nhật ký thao tác"
        )
        self.second_panel = SecondPanel(self, members, second_of)
        self.form.addRow("Người thứ hai", self.second_panel)
        self.why_choice.setFocus()

    def act(self) -> None:
        """Give why, the reason and who signs beside."""
        why = self.why_choice.chosen_value()
        if self.is_whole(
            "" if isinstance(why, Withdrawal) else "Chưa chọn vì sao thôi dùng.",
            "" if tidy(self.reason_edit.text()) else "Cần ghi lý do.",
            self.second_panel.missing(),
        ):
            self.confirmed.emit(why, self.reason_edit.text(), self.second_panel.second())
