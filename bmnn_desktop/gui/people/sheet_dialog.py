"""The new recovery sheet, shown once; a group of it is asked back."""

from __future__ import annotations

import secrets

from PySide6.QtWidgets import QLineEdit, QWidget

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import RecoveryGroupWrong
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.founding.asked_group import is_group, where
from bmnn_desktop.gui.founding.groups_panel import show_sheet
from bmnn_desktop.gui.show_error import show_beside
from bmnn_desktop.gui.widgets.notice import Tone

_MARGINS = 60  # beside the sheet, which is not to be cut off
_ADVICE = (
    "Phiếu mới đã có hiệu lực, phiếu cũ thì không còn. Chép cả năm dòng ra giấy, cất phong bì niêm "
    "phong. Phiếu chỉ hiện một lần."
)
_UNCERTAIN = (
    "Việc đổi khóa bị ngắt: mở lại kho sổ mới biết phiếu này hay phiếu cũ dùng được. Chép cả năm "
    "dòng ra giấy, giữ cả hai phiếu trong phong bì niêm phong. Phiếu chỉ hiện một lần."
)
_STAY = "Chép phiếu và gõ lại một nhóm trước đã: phiếu chỉ hiện một lần."


class SheetDialog(AskDialog):
    """Neither Esc nor any lock takes it away before it was copied: the curtain hides it."""

    must_not_be_lost = True

    def __init__(self, parent: QWidget, sheet: RecoverySheet, *, is_certain: bool = True) -> None:
        super().__init__(parent, "Phiếu khóa khôi phục mới", "Đã chép xong", self._stay)
        self._sheet = sheet
        self.asked_group = secrets.randbelow(len(sheet.groups))
        self.is_shown = True
        self.advice_label = self.say(_ADVICE if is_certain else _UNCERTAIN)
        self.groups_panel = QWidget(self)
        show_sheet(self.groups_panel, sheet.lines)
        self.body.addWidget(self.groups_panel)
        self.setMinimumWidth(self.groups_panel.sizeHint().width() + _MARGINS)
        self.group_label = self.say(where(sheet, self.asked_group), "field")
        self.group_edit = QLineEdit(self)
        self.group_edit.setObjectName("group_edit")
        self.group_label.setBuddy(self.group_edit)
        self.body.addWidget(self.group_edit)
        self.leave_button.setText("Xem lại phiếu")
        self._show()

    def act(self) -> None:
        """Go from the sheet to the question, and from there on when it is answered."""
        if self.is_shown:
            self.is_shown = False
            self._show()
        elif is_group(self._sheet, self.asked_group, self.group_edit.text()):
            self.accept()
        else:
            show_beside(self.notice, RecoveryGroupWrong())
            self.group_edit.setFocus()

    def reject(self) -> None:
        """Show the sheet again; there is no other way out, closing the window comes here too."""
        if self.is_shown:
            self._stay()
        self.is_shown = True
        self._show()

    def _stay(self) -> None:
        self.notice.say(Tone.AMBER, _STAY)

    def _show(self) -> None:
        self.advice_label.setVisible(self.is_shown)
        self.groups_panel.setVisible(self.is_shown)
        self.group_label.setVisible(not self.is_shown)
        self.group_edit.setVisible(not self.is_shown)
        self.leave_button.setVisible(not self.is_shown)
        self.act_button.setText("Đã chép xong" if self.is_shown else "Tiếp tục")
        (self.act_button if self.is_shown else self.group_edit).setFocus()
