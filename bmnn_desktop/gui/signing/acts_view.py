"""What is to be signed, readable in one go: a sentence an act, old and new values of a proposal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from bmnn_desktop.domain.clock import VIETNAM

if TYPE_CHECKING:
    from bmnn_desktop.services.act_words import ActInWords

_BETWEEN = 6  # pixels more between two acts


class ActsView(QScrollArea):
    """Grows with what it shows, then scrolls."""

    def __init__(self, acts: Sequence[ActInWords], parent: QWidget, *, with_changes: bool) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        body = QWidget(self)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(4)
        for place, act in enumerate(acts, 1):
            if place > 1:
                self._column.addSpacing(_BETWEEN)
            number = f"{place}. " if len(acts) > 1 else ""
            self._say(f"{number}{act.sentence}", "field")
            when = f"{act.at.astimezone(VIETNAM):%d/%m/%Y, %H:%M}"
            who = f"{act.name} đề nghị" if with_changes else act.name
            self._say(f"{who}, {when}", "quiet")
            if with_changes:
                for label, old, new in act.changes:
                    self._say(f"{label}: {old} → {new}")
        self._column.addStretch(1)
        self.setWidget(body)

    @property
    def words(self) -> str:
        """Return all that is shown."""
        labels = self.findChildren(QLabel)
        return "\n".join(label.text() for label in labels)

    def fit(self, width: int, most: int) -> None:
        """Take the height that the words need at `width`, no more than `most`."""
        self.setFixedHeight(min(most, self._column.totalHeightForWidth(width)))

    def _say(self, words: str, role: str = "") -> None:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        self._column.addWidget(label)
