"""Asks who the inspector is and by which decision, before the window becomes his to look at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bmnn_desktop.domain.inspection import NewInspection
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import FieldsWrong
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.widgets.date_edit import DateEdit
from bmnn_desktop.gui.widgets.notice import Tone


class OpenDialog(AskDialog):
    """`year` is the one meant where none is typed."""

    confirmed = Signal(object)  # NewInspection

    def __init__(self, parent: QWidget, year: int, lock: Callable[[], None]) -> None:
        super().__init__(parent, "Phiên kiểm tra", "Mở phiên kiểm tra", lock)
        self.say("Mở phiên kiểm tra, chỉ xem", "subtitle")
        self.say(
            "Từ lúc mở phiên, chương trình chỉ cho xem, tìm, kiểm tra toàn vẹn và in phiếu của "
            "phiên; những gì đã mở xem được ghi vào nhật ký thao tác. Muốn ghi sổ lại thì kết thúc "
            "phiên, kho sổ khóa, rồi mở bằng mật khẩu. Bản đang soạn được giữ lại."
        )
        self.inspector_edit = self._line("Họ và tên cán bộ kiểm tra", "inspector_edit")
        self.body_edit = self._line("Cơ quan kiểm tra", "body_edit")
        self.decision_edit = self._line("Số quyết định kiểm tra", "decision_edit")
        label = self.say("Ngày quyết định", "field")
        self.day_edit = DateEdit(year, self)
        self.day_edit.setObjectName("day_edit")
        label.setBuddy(self.day_edit)
        self.body.addWidget(self.day_edit)
        self.act_button.setProperty("role", "primary")
        self.act_button.setDefault(True)
        self.inspector_edit.setFocus()

    def act(self) -> None:
        """Give what is typed."""
        for edit, words in (
            (self.inspector_edit, "họ và tên cán bộ kiểm tra"),
            (self.body_edit, "cơ quan kiểm tra"),
            (self.decision_edit, "số quyết định kiểm tra"),
        ):
            if not tidy(edit.text()):
                self._ask_for(edit, f"Cần ghi {words}.")
                return
        if not self.day_edit.is_readable():
            self._ask_for(self.day_edit, "Ngày quyết định không có thật; gõ lại, ví dụ 05/03/2026.")
            return
        self.notice.hush()
        self.act_button.setEnabled(False)
        self.confirmed.emit(
            NewInspection(
                self.inspector_edit.text(),
                self.body_edit.text(),
                self.decision_edit.text(),
                self.day_edit.value(),
            )
        )

    def refuse(self, error: BaseException) -> None:
        """Say why it was refused and go to the field it is about."""
        super().refuse(error)
        edits = {
            "inspector": self.inspector_edit,
            "body": self.body_edit,
            "decision": self.decision_edit,
        }
        if isinstance(error, FieldsWrong):
            edits[error.errors[0].field].setFocus()

    def _ask_for(self, edit: QLineEdit, words: str) -> None:
        self.notice.say(Tone.AMBER, words)
        edit.setFocus()

    def _line(self, words: str, name: str) -> QLineEdit:
        label = self.say(words, "field")
        edit = QLineEdit(self)
        edit.setObjectName(name)
        label.setBuddy(edit)
        self.body.addWidget(edit)
        return edit
