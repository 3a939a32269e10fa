"""A dialog that ends in the signature of a second person."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.people.second_panel import SecondOf, SecondPanel
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.services.list_people import Member

_WAITS = "{name} xem và ký trong cửa sổ riêng vừa mở. Bấm “Thôi” thì dừng lại, chưa xác nhận gì."


class SecondDialog(AskDialog):
    """While somebody is asked apart nothing can be typed here, and leaving gives him up."""

    given_up = Signal()

    def __init__(self, parent: QWidget, title: str, act: str, lock: Callable[[], None]) -> None:
        super().__init__(parent, title, act, lock)
        # Much is typed here: Enter in a line neither acts nor throws it away.
        self.leave_button.setDefault(False)
        self.leave_button.setAutoDefault(False)
        self.is_waiting = False
        self.is_left = False
        self.panel: SecondPanel | None = None
        self.inputs: list[QWidget] = [self.act_button]

    def refuse(self, error: BaseException) -> None:
        """Say why it was refused; everything can be typed again."""
        self._wait(is_waiting=False)
        super().refuse(error)

    def accept(self) -> None:
        """Close, for good, left before or not: no answer is to come any more."""
        self.is_waiting = False
        super().accept()

    def reject(self) -> None:
        """Leave; whoever is being asked is not waited for."""
        self.is_left = True
        if self.is_waiting:
            self.is_waiting = False
            self.given_up.emit()
        super().reject()

    def add_reason(self) -> QLineEdit:
        """Ask for a reason."""
        label = self.say("Lý do", "field")
        edit = QLineEdit(self)
        edit.setObjectName("reason_edit")
        edit.setPlaceholderText("Ghi ngắn gọn; lý do được giữ trong nhật ký thao tác")
        label.setBuddy(edit)
        self.body.addWidget(edit)
        self.inputs.append(edit)
        return edit

    def add_panel(self, members: Sequence[Member], second_of: SecondOf) -> SecondPanel:
        """Ask who signs."""
        label = self.say("Người thứ hai", "field")
        self.panel = SecondPanel(self, members, second_of)
        label.setBuddy(self.panel)
        self.body.addWidget(self.panel)
        self.inputs.append(self.panel)
        return self.panel

    def go_on(self) -> None:
        """Let nothing be typed while it is signed; say for whom one waits."""
        self._wait(is_waiting=True)
        if self.panel is not None and self.panel.confirmers:
            name = self.panel.person_box.currentText()
            self.notice.say(Tone.INFO, _WAITS.format(name=name))
        else:
            self.notice.hush()

    def _wait(self, *, is_waiting: bool) -> None:
        self.is_waiting = is_waiting
        for one in self.inputs:
            one.setEnabled(not is_waiting)
