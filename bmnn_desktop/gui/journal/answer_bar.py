"""The buttons below a list of what waits: confirm, or do not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from bmnn_desktop.gui.journal.answer_dialog import Question


class AnswerBar(QWidget):
    """`asked` tells what is to be answered how; somebody who only looks has no buttons."""

    asked = Signal(object, object)  # Question, the numbers of entries

    def __init__(self, parent: QWidget, *, is_read_only: bool) -> None:
        super().__init__(parent)
        self._is_read_only = is_read_only
        self._proposal: int | None = None
        self._acts: tuple[int, ...] = ()
        self.approve_button = self._button("Xác nhận…", "approve_button", Question.APPROVE)
        self.reject_button = self._button("Không xác nhận…", "reject_button", Question.REJECT)
        self.confirm_button = self._button(
            "Xác nhận các việc đã chọn…", "confirm_button", Question.CONFIRM
        )
        self.chosen_label = QLabel(self)
        self.chosen_label.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for widget in (
            self.approve_button,
            self.reject_button,
            self.confirm_button,
            self.chosen_label,
        ):
            row.addWidget(widget)
        row.addStretch(1)

    def show_for(self, *, proposals: bool, acts: bool) -> None:
        """Show the buttons of a list."""
        self.setVisible((proposals or acts) and not self._is_read_only)
        for button in (self.approve_button, self.reject_button):
            button.setVisible(proposals)
        for widget in (self.confirm_button, self.chosen_label):
            widget.setVisible(acts)

    def show_choice(self, proposal: int | None, acts: tuple[int, ...], count: int) -> None:
        """Show what can be answered: the proposal that is looked at, the acts that are checked."""
        self._proposal, self._acts = proposal, acts
        for button in (self.approve_button, self.reject_button):
            button.setEnabled(proposal is not None)
        self.confirm_button.setEnabled(bool(acts))
        self.chosen_label.setText(f"Đã chọn {len(acts)} trên {count} việc." if count else "")

    def _button(self, words: str, name: str, question: Question) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.clicked.connect(lambda: self._ask(question))
        return button

    def _ask(self, question: Question) -> None:
        if question is Question.CONFIRM:
            self.asked.emit(question, self._acts)
        elif self._proposal is not None:
            self.asked.emit(question, (self._proposal,))
