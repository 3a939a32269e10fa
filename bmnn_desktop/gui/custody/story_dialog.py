"""One copy: where it is, the chain that led there, receipts outstanding, the document's balance."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmnn_desktop.domain.custody import CustodyLine
from bmnn_desktop.domain.holding import CopyStory
from bmnn_desktop.gui.custody.words import (
    balance_words,
    copy_of,
    day_words,
    handed_words,
    place_words,
)
from bmnn_desktop.gui.widgets.column_model import ColumnModel, Columns
from bmnn_desktop.gui.widgets.column_view import ColumnView

if TYPE_CHECKING:
    from bmnn_desktop.domain.balance import Balance

_SIZE = (980, 520)
_REMARK = 6


class StoryDialog(QDialog):
    """Only shows."""

    def __init__(
        self, parent: QWidget, story: CopyStory, balance: Balance, lock: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Bản này đang ở đâu, vì sao")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(_SIZE[0], parent.width()), min(_SIZE[1], parent.height()))
        # A modal dialog keeps the window's own keys from being heard.
        QShortcut(QKeySequence("Ctrl+L"), self, lock)
        self.model = ColumnModel[CustodyLine](self, _columns(story))
        self.model.show_rows(story.chain)
        self.view = ColumnView(self.model, _REMARK, self)
        self.view.setAlternatingRowColors(True)
        self.view.setWordWrap(True)
        self.view.selectRow(len(story.chain) - 1)
        self.close_button = QPushButton("Đóng   Esc", self)
        self.close_button.setObjectName("close_button")
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(8)
        column.addWidget(self._say(copy_of(story.now), "subtitle"))
        column.addWidget(self._say(place_words(story.now), "truth"))
        for words in _outstanding(story):
            column.addWidget(self._say(words, "warning"))
        if not story.chain:
            column.addWidget(self._say("Chưa chuyển đi đâu từ khi vào sổ.", "quiet"))
        column.addWidget(self.view, 1)
        column.addWidget(self._say(f"Cả tài liệu: {balance_words(balance)}", "quiet"))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self.view.setFocus()

    @property
    def words(self) -> str:
        """Return all that is said above and below the chain."""
        return "\n".join(label.text() for label in self.findChildren(QLabel))

    def _say(self, words: str, role: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label


def _columns(story: CopyStory) -> Columns[CustodyLine]:
    def line(step: CustodyLine) -> str:
        of_step = [each for each in story.lines if each.number == step.handover_no]
        # The number begins anew each year: the line had been dealt when the step was taken.
        dealt = [each for each in of_step if each.on <= step.on]
        return handed_words(dealt[-1]) if dealt else ""

    return (
        ("Ngày", lambda step: day_words(step.on)),
        ("Việc", lambda step: step.step.label),
        ("Sau đó ở đâu", _where),
        ("Sổ chuyển giao", line),
        ("Hạn trả", lambda step: day_words(step.due_on)),
        ("Đã đếm", _counted),
        ("Ghi chú", lambda step: step.remark),
    )


def _where(step: CustodyLine) -> str:
    place = step.holder or step.place
    return f"{step.standing.label}: {place}" if place else step.standing.label


def _counted(step: CustodyLine) -> str:
    counts = ((step.pages, "trang"), (step.annexes, "phụ lục"))
    return ", ".join(f"{count} {unit}" for count, unit in counts if count is not None)


def _outstanding(story: CopyStory) -> tuple[str, ...]:
    return tuple(
        f"Chờ ký nhận: {handed_words(line)}, giao {line.receiver} ngày {day_words(line.on)}."
        for line in story.outstanding
    )
