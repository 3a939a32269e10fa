"""What is to be confirmed or not, each act in one sentence, and who signs for it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.people.second_panel import SecondOf
from bmnn_desktop.gui.second.second_dialog import SecondDialog
from bmnn_desktop.gui.signing.acts_view import ActsView
from bmnn_desktop.gui.widgets.notice import Tone

if TYPE_CHECKING:
    from bmnn_desktop.services.who_may_sign import MaySign


class Question(Enum):
    """What is asked; the value is the title of the dialog."""

    APPROVE = "Xác nhận đề nghị"
    REJECT = "Không xác nhận đề nghị"
    CONFIRM = "Xác nhận việc đã làm"


_HEADS = {
    Question.APPROVE: "Xác nhận để đề nghị này có hiệu lực?",
    Question.REJECT: "Không xác nhận đề nghị này?",
    Question.CONFIRM: "Xác nhận {count} việc đã làm dưới đây?",
}
_MEANING = {
    Question.APPROVE: "Việc này có hiệu lực ngay khi ký.",
    Question.REJECT: "Đề nghị đóng lại, không có hiệu lực; muốn làm thì đề nghị lại.",
    Question.CONFIRM: "Các việc này đã có hiệu lực; ký một lần cho tất cả.",
}
_YOU = "Ký bằng khóa của người đang đăng nhập; chữ ký ghi vào nhật ký thao tác, không rút lại được."
_OWN = (
    "Có việc do chính người đang đăng nhập làm: không ai tự xác nhận việc mình làm, nên người khác "
    "ký."
)
_NOBODY = (
    "Không có người xác nhận nào ký được cho tất cả: không ai tự xác nhận việc mình làm. Hãy chọn "
    "riêng việc của từng người, hoặc thêm người xác nhận ở “Người dùng kho sổ”."
)
_STALE = (
    "Đề nghị này đã lỗi thời: từ khi đề nghị, dữ liệu đã đổi, nên không xác nhận được. Hãy chọn "
    "“Không xác nhận…” rồi đề nghị lại nếu vẫn cần."
)
_WIDTH = 680
_BESIDE = 60  # margins and the scroll bar
_MOST = 280  # pixels of height for the acts


class AnswerDialog(SecondDialog):
    """Whoever is logged in signs himself where he may; else the one who may is asked."""

    confirmed = Signal(str, object)  # the reason, SecondPerson; None: whoever is logged in

    def __init__(
        self,
        parent: QWidget,
        question: Question,
        may: MaySign,
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        is_rejection = question is Question.REJECT
        act = "Ký không xác nhận" if is_rejection else "Ký xác nhận"
        super().__init__(parent, question.value, act, lock)
        self.say(_HEADS[question].format(count=len(may.acts)), "subtitle")
        self.acts = ActsView(may.acts, self, with_changes=question is not Question.CONFIRM)
        self.setMinimumWidth(_WIDTH)
        self.acts.fit(_WIDTH - _BESIDE, _MOST)
        self.body.addWidget(self.acts)
        self.say(_MEANING[question], "quiet")
        self.reason_edit: QLineEdit | None = self.add_reason() if is_rejection else None
        if may.is_stale and question is Question.APPROVE:
            self._stop(_STALE)
        elif may.you_may:
            self.say(_YOU)
        elif may.others or may.sheet_may:
            if may.is_own:
                self.say(_OWN)
            self.add_panel(may.others, second_of)
        else:
            self._stop(_NOBODY)
        first = self.reason_edit or self.panel or self.act_button
        first.setFocus()

    def act(self) -> None:
        """Give the reason and who signs."""
        reason = "" if self.reason_edit is None else self.reason_edit.text()
        missing = "" if self.panel is None else self.panel.missing()
        if self.reason_edit is not None and not tidy(reason):
            missing = "Cần ghi lý do."
            self.reason_edit.setFocus()
        if missing:
            self.notice.say(Tone.AMBER, missing)
            return
        second = None if self.panel is None else self.panel.second()
        self.go_on()
        self.confirmed.emit(reason, second)

    def _stop(self, words: str) -> None:
        self.notice.say(Tone.AMBER, words)
        self.forbid()
