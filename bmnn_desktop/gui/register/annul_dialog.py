"""Gạch bỏ số: the number stays in its place and is never dealt again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog


class AnnulDialog(ReasonDialog):
    """Names the line by its number alone."""

    def __init__(self, parent: QWidget, document: Document, lock: Callable[[], None]) -> None:
        super().__init__(parent, "Gạch bỏ số", "Gạch bỏ số này", lock)
        number = " · ".join(
            part
            for part in (f"số thứ tự {show_number(document.seq_no)}", document.doc_number)
            if part
        )
        self.say(f"Gạch bỏ {number}?", "subtitle")
        self.say(
            "Số được giữ, không cấp lại. Dòng in ra có gạch ngang kèm lý do, ngày và họ tên người "
            "gạch bỏ. Việc này không hoàn lại được."
        )
