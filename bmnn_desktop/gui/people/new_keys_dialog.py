"""Đổi toàn bộ khóa: why, who signs beside, how far it is, and a way back until the switch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.gui.people.second_panel import SecondOf, SecondPanel
from bmnn_desktop.gui.widgets.progress_line import ProgressLine
from bmnn_desktop.services.list_people import Member

if TYPE_CHECKING:
    from bmnn_desktop.gui.job import Job
    from bmnn_desktop.services.second_person import SecondPerson

_HEAD = (
    "Làm khi người có khóa đã nghỉ, khi nghi lộ khóa, hoặc mỗi năm một lần. Ai còn giữ bản cũ của "
    "tệp khóa thì không mở được sổ nữa. Mật khẩu và USB ký dùng như cũ; mật khẩu nào người khác đã "
    "biết thì cấp lại trước. Xong việc, kho sổ tự khóa."
)
_WORKS = "Đang đổi khóa… không tắt máy. Người thứ hai ký khi bản chép đã xong."


class NewKeysDialog(FormDialog):
    """While it works, leaving asks it to stop; it does so until the switch begins."""

    confirmed = Signal(str, object)  # the reason, SecondPerson

    def __init__(
        self,
        parent: QWidget,
        members: Sequence[Member],
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(parent, "Đổi toàn bộ khóa", "Đổi toàn bộ khóa", _HEAD, self._lock)
        self._lock_window = lock
        self.reason_edit = self.line(
            "Lý do", "reason_edit", "Ghi ngắn gọn; lý do được giữ trong nhật ký thao tác"
        )
        self.second_panel = SecondPanel(self, members, second_of)
        self.form.addRow("Người thứ hai", self.second_panel)
        self.progress_line = ProgressLine(self)
        self.body.addWidget(self.progress_line)
        self.reason_edit.setFocus()

    def act(self) -> None:
        """Give the reason and who signs beside."""
        if self.is_whole(
            "" if tidy(self.reason_edit.text()) else "Cần ghi lý do.",
            self.second_panel.missing(),
        ):
            self.confirmed.emit(tidy(self.reason_edit.text()), self.second_panel.second())

    def follow(self, job: Job, second: SecondPerson | None, *, brings_sheet: bool) -> None:
        """Show how far the work is; nothing is typed meanwhile."""
        super().follow(job, second, brings_sheet=brings_sheet)
        self._let_type(is_allowed=False)
        self.progress_line.follow(job, _WORKS, can_stop=False)

    def _lock(self) -> None:
        self.stop()
        self._lock_window()

    def _settled(self) -> None:
        super()._settled()
        self._let_type(is_allowed=True)

    def _let_type(self, *, is_allowed: bool) -> None:
        self.reason_edit.setEnabled(is_allowed)
        self.second_panel.setEnabled(is_allowed)
