"""Khóa sổ: what a volume still lacks is listed; then it is said in words, and closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bmnn_desktop.domain.book import Book, DerivedBook
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.text import inside, tidy
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.services.close_volume import LooseEnds

_FULL = "Mọi dòng đã in và đã ký nhận, không có số bỏ trống."
_MEANING = (
    "Sau khi khóa, không đăng ký thêm vào quyển này; sai sót ghi bằng dòng đính chính ở quyển đang "
    "mở. Mở lại phải có người thứ hai."
)


class CloseDialog(AskDialog):
    """Names the volume, never a line of it."""

    confirmed = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        book: Book | DerivedBook,
        volume: tuple[int, int],
        lacks: LooseEnds,
        lock: Callable[[], None],
    ) -> None:
        year, number = volume
        name = f"{book.short_title} {year}, quyển {show_number(number)}"
        super().__init__(parent, "Khóa sổ", "Khóa sổ", lock)
        self._is_short = bool(lacks.words)
        self.say(f"Khóa {inside(name)}?", "subtitle")
        self.say(_MEANING)
        self.discrepancy_edit = QLineEdit(self)
        self.discrepancy_edit.setObjectName("discrepancy_edit")
        if lacks.waits_for_answer:
            self.notice.say(
                Tone.AMBER,
                "Còn lần in chưa trả lời: hãy trả lời “In tốt” hoặc “Tờ hỏng” rồi khóa sổ.",
            )
            self.forbid()
        if self._is_short:
            self.say(f"Còn {lacks.words}.", "warning")
            label = self.say("Khóa sổ có sai lệch – ghi rõ vì sao", "field")
            label.setBuddy(self.discrepancy_edit)
            self.discrepancy_edit.setPlaceholderText(
                "Ví dụ: 2 nơi nhận chưa gửi lại phiếu, đã nhắc ngày 28/12"
            )
            self.body.addWidget(self.discrepancy_edit)
            self.discrepancy_edit.setFocus()
        else:
            self.discrepancy_edit.hide()
            self.say(_FULL, "quiet")

    def act(self) -> None:
        """Give the words."""
        said = tidy(self.discrepancy_edit.text())
        if self._is_short and not said:
            self.notice.say(Tone.AMBER, "Cần ghi rõ sai lệch; chưa khóa sổ.")
            self.discrepancy_edit.setFocus()
            return
        self.notice.hush()
        self.act_button.setEnabled(False)
        self.confirmed.emit(said)
