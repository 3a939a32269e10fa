"""Mở lại sổ: a reason, and the second signature that lets it take effect."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bmnn_desktop.domain.book import Book, DerivedBook
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.recovery_sheet import read_key
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import RecoverySheetWrong
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.show_error import show_beside
from bmnn_desktop.gui.widgets.notice import Tone


class ReopenDialog(AskDialog):
    """As long as there is no second person, the recovery sheet's key signs."""

    confirmed = Signal(str, object)  # the reason, the key

    def __init__(
        self,
        parent: QWidget,
        book: Book | DerivedBook,
        volume: tuple[int, int],
        lock: Callable[[], None],
    ) -> None:
        super().__init__(parent, "Mở lại sổ", "Mở lại", lock)
        year, number = volume
        name = book.short_title[:1].lower() + book.short_title[1:]
        self.say(f"Mở lại {name} {year}, quyển {show_number(number)}?", "subtitle")
        self.say(
            "Chỉ có hiệu lực khi người thứ hai xác nhận. Khi chưa có người xác nhận, lãnh đạo mở "
            "phong bì phiếu khóa khôi phục và gõ tám nhóm của dòng “Khóa”."
        )
        self.reason_edit = self._line("Lý do", "reason_edit")
        self.reason_edit.setPlaceholderText("Ghi ngắn gọn; lý do được giữ trong nhật ký thao tác")
        self.key_edit = self._line("Khóa trên phiếu (tám nhóm)", "key_edit")
        # Nothing here is a syllable: an input method would only change the letters.
        self.key_edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.reason_edit.setFocus()

    def act(self) -> None:
        """Give reason and key."""
        if not tidy(self.reason_edit.text()):
            self.notice.say(Tone.AMBER, "Cần ghi lý do.")
            self.reason_edit.setFocus()
            return
        try:
            key = read_key(self.key_edit.text())
        except RecoverySheetWrong as error:
            show_beside(self.notice, error)
            self.key_edit.setFocus()
            return
        self.notice.hush()
        self.act_button.setEnabled(False)
        self.confirmed.emit(self.reason_edit.text(), key)

    def _line(self, words: str, name: str) -> QLineEdit:
        label = self.say(words, "field")
        edit = QLineEdit(self)
        edit.setObjectName(name)
        label.setBuddy(edit)
        self.body.addWidget(edit)
        return edit
