"""Thu hồi quyền: a reason, and it is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.services.list_people import Member

_MEANING = (
    "Có hiệu lực ngay: mật khẩu và khóa ký không dùng được nữa, tên đăng nhập không cấp lại. "
    "Tài liệu người ấy đang giữ vẫn phải bàn giao; việc này kê trên tờ chốt sổ."
)
_SELF = " Kho sổ được khóa ngay sau đó."


class RevokeDialog(FormDialog):
    """Names the person twice: it cannot be taken back."""

    confirmed = Signal(str)

    def __init__(self, parent: QWidget, member: Member, lock: Callable[[], None]) -> None:
        head = f"Thu hồi quyền của {member.name} ({member.login})? "
        head += _MEANING + (_SELF if member.is_you else "")
        super().__init__(parent, "Thu hồi quyền", f"Thu hồi quyền của {member.name}", head, lock)
        self.reason_edit = self.line(
            "Lý do", "reason_edit", "Ghi ngắn gọn; lý do được giữ trong nhật ký thao tác"
        )
        self.reason_edit.setFocus()

    def act(self) -> None:
        """Give the reason."""
        if self.is_whole("" if tidy(self.reason_edit.text()) else "Cần ghi lý do."):
            self.confirmed.emit(self.reason_edit.text())
