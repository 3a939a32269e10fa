"""Before a correction is saved: what stands in the book, what will stand there, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from bmnn_desktop.domain.book import Book, Field
from bmnn_desktop.domain.document import Document, NewDocument
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.register.columns import show_field
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog

_LABEL_WIDTH = 128


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs, as the screen shows it."""

    field: Field
    old: str
    new: str


def changes_of(book: Book, old: Document, new: NewDocument) -> tuple[Change, ...]:
    """Return every field that differs."""
    before = old.typed()
    shown = (
        Change(
            field,
            show_field(field, getattr(before, field.name)),
            show_field(field, _new(book, old, new, field.name)),
        )
        for field in book.fields
    )
    return tuple(change for change in shown if change.old != change.new)


class CorrectDialog(ReasonDialog):
    """Old and new side by side; says whether the book gets a line of its own for it."""

    def __init__(
        self,
        parent: QWidget,
        document: Document,
        changes: tuple[Change, ...],
        lock: Callable[[], None],
    ) -> None:
        is_on_paper = any(change.field.column is not None for change in changes)
        if not document.printed:
            title, act, state = "Sửa trước khi in", "Ghi thay đổi", "chưa in"
            words = ""
        elif is_on_paper:
            title, act, state = "Đính chính", "Ghi dòng đính chính", "đã in trên tờ sổ"
            words = (
                "Dòng đã in không thay đổi. Sổ có thêm một dòng đính chính, in ở tờ tiếp theo với "
                "nội dung đúng và lý do."
            )
        else:
            title, act, state = "Sửa phần không in", "Ghi thay đổi", "đã in trên tờ sổ"
            words = "Không cột nào của sổ thay đổi nên không cần dòng đính chính."
        super().__init__(parent, title, act, lock)
        self.say(f"{title}: số thứ tự {show_number(document.seq_no)} · {state}", "subtitle")
        if words:
            self.say(words)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setVerticalSpacing(6)
        for column, head in enumerate(("", "Đang ghi", "Ghi đúng là")):
            grid.addWidget(_label(head, "field"), 0, column)
            grid.setColumnStretch(column, 1 if column else 0)
        for row, change in enumerate(changes, 1):
            for column, text in enumerate((change.field.label, change.old, change.new)):
                shown = text.replace("; ", "\n") or "để trống"
                label = _label(shown, "" if column else "quiet")
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)


def _new(book: Book, old: Document, new: NewDocument, name: str) -> object:
    if name == "copies_issued":
        if book.key == "outgoing":
            return new.copies
        return None if new.envelope.hides_content else new.received
    if name == "arrival_no":
        return new.arrival_no or old.seq_no
    return getattr(new, name)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
