"""A message in its place on the page: a sign, a sentence, a tone."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from bmnn_desktop.gui.widgets.polish import set_look


class Tone(Enum):
    """How serious a message is; the sign says so without colour."""

    INFO = "info"
    GOOD = "good"
    AMBER = "amber"
    BAD = "bad"


_SIGNS = {Tone.INFO: "i", Tone.GOOD: "✓", Tone.AMBER: "!", Tone.BAD: "✕"}


class Notice(QFrame):
    """Hidden until something is to be said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._sign = QLabel(self)
        self._sentence = QLabel(self)
        self._sentence.setObjectName("sentence_label")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self.hide()

    @property
    def sentence(self) -> str:
        """Return what is being said; nothing when hidden."""
        return self._sentence.text()

    def say(self, tone: Tone, sentence: str) -> None:
        """Show `sentence`."""
        self._sign.setText(_SIGNS[tone])
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        set_look(self, "tone", tone.value)
        self.show()

    def hush(self) -> None:
        """Say nothing any more."""
        self._sentence.clear()
        self.hide()
