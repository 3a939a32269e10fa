"""Before a correction is saved: what stands in the book, what will stand there, and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.document import Document, NewDocument
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.register.columns import show_value
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog

Change = tuple[str, str, str]


def changes_of(book: Book, old: Document, new: NewDocument) -> tuple[Change, ...]:
    """Return (label, old, new) of every field that differs."""
    before = old.typed()
    shown = (
        (
            field.label,
            show_value(getattr(before, field.name)),
            show_value(_new(book, new, field.name)),
        )
        for field in book.fields
    )
    return tuple(change for change in shown if change[1] != change[2])


class CorrectDialog(ReasonDialog):
    """Old and new side by side."""

    def __init__(
        self,
        parent: QWidget,
        document: Document,
        changes: tuple[Change, ...],
        lock: Callable[[], None],
    ) -> None:
        super().__init__(parent, "Sửa trước khi in", "Ghi thay đổi", lock)
        self.body.addWidget(
            _label(f"Sửa số thứ tự {show_number(document.seq_no)} · chưa in", "subtitle")
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for column, title in enumerate(("", "Đang ghi", "Sửa thành")):
            grid.addWidget(_label(title, "field"), 0, column)
            grid.setColumnStretch(column, 2 if column else 1)
        for row, change in enumerate(changes, 1):
            for column, text in enumerate(change):
                words = text.replace("; ", "\n") or "để trống"
                label = _label(words, "" if column else "quiet")
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)


def _new(book: Book, new: NewDocument, name: str) -> object:
    if name == "copies_issued":
        return new.copies if book.key == "outgoing" else new.received
    return getattr(new, name)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
