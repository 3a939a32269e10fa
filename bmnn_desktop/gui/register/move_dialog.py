"""Ghi nhầm sổ: before a line is struck in one book and registered anew in the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog


class MoveDialog(ReasonDialog):
    """Names both places; `into` says where the line goes."""

    def __init__(
        self,
        parent: QWidget,
        line: Document,
        from_title: str,
        into: str,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(parent, "Ghi nhầm sổ", "Ghi và gạch bỏ số cũ", lock)
        number = f"số thứ tự {show_number(line.seq_no)} năm {line.year}"
        self.say(f"Chuyển từ {from_title} sang {into}", "subtitle")
        self.say(
            f"Một việc, hai phần: gạch bỏ {number} ở {from_title} (số được giữ, không cấp lại) "
            f"và ghi {into}. Việc này không hoàn lại được."
        )
