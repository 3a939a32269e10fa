"""A print that nobody has answered, and the three answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.sheet import Answer, WaitingRun
from bmnn_desktop.services.today_words import printed_words


def run_words(run: WaitingRun) -> str:
    """Return what was printed and when, in words."""
    when = run.printed_at.astimezone(VIETNAM)
    about = printed_words(run.book, run.year, run.kind.label)
    if run.sheets:
        about += f", tờ số {', '.join(map(str, run.sheets))}"
    elif run.seq_no is not None:
        about += f", số thứ tự {show_number(run.seq_no)}"
    return f"{about}, lúc {when:%H:%M} ngày {short_date(when.date())}: tờ in có tốt không?"


class AnswerBar(QFrame):
    """One question, three answers."""

    answered = Signal(object, object)  # WaitingRun, Answer

    def __init__(self, run: WaitingRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning_card")
        words = QLabel(run_words(run), self)
        words.setObjectName("question_label")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(words, 1)
        for answer, name, label in (
            (Answer.GOOD, "good_button", "In tốt"),
            (Answer.SPOILED, "spoiled_button", "Tờ hỏng…"),
            (Answer.NOTHING, "nothing_button", "Không ra tờ nào"),
        ):
            button = QPushButton(label, self)
            button.setObjectName(name)
            if answer is Answer.GOOD:
                button.setProperty("role", "primary")
                self.setFocusProxy(button)
            button.clicked.connect(lambda _on=False, one=answer: self.answered.emit(run, one))
            row.addWidget(button)
