"""Mở lại sổ: a reason, and the second signature that lets it take effect."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bmnn_desktop.domain.text import inside, tidy
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.gui.people.second_panel import SecondOf
from bmnn_desktop.gui.second.second_dialog import SecondDialog
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.gui.year.volumes_model import name_of
from bmnn_desktop.services.list_people import Member


class ReopenDialog(SecondDialog):
    """As long as nobody confirms, the recovery sheet's key signs; or it waits as a proposal."""

    confirmed = Signal(str, object)  # the reason, SecondPerson; None: it is left to wait

    def __init__(
        self,
        parent: QWidget,
        volume: Volume,
        members: Sequence[Member],
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(parent, "Mở lại sổ", "Mở lại", lock)
        name = name_of(volume)
        self.say(f"Mở lại {inside(name)}?", "subtitle")
        self.say(
            "Chỉ có hiệu lực khi người thứ hai xác nhận. Người ấy chưa có mặt thì bấm “Để chờ xác "
            "nhận”: đề nghị nằm ở “Nhật ký thao tác” cho tới khi được trả lời."
        )
        self.reason_edit = self.add_reason()
        self.second_panel = self.add_panel(members, second_of)
        self.wait_button = QPushButton("Để chờ xác nhận", self)
        self.wait_button.setObjectName("wait_button")
        self.wait_button.setAutoDefault(False)
        self.wait_button.clicked.connect(self._leave_to_wait)
        self.buttons.insertWidget(self.buttons.indexOf(self.leave_button), self.wait_button)
        self.inputs.append(self.wait_button)
        self.reason_edit.setFocus()

    def act(self) -> None:
        """Give the reason and who signs."""
        missing = self.second_panel.missing()
        if self._has_reason() and missing:
            self.notice.say(Tone.AMBER, missing)
        elif self._has_reason():
            second = self.second_panel.second()
            self.go_on()
            self.confirmed.emit(self.reason_edit.text(), second)

    def _leave_to_wait(self) -> None:
        if self._has_reason():
            self.act_button.setEnabled(False)
            self.wait_button.setEnabled(False)
            self.confirmed.emit(self.reason_edit.text(), None)

    def _has_reason(self) -> bool:
        if tidy(self.reason_edit.text()):
            return True
        self.notice.say(Tone.AMBER, "Cần ghi lý do.")
        self.reason_edit.setFocus()
        return False
