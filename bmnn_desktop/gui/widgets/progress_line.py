"""What long work is doing, how far it is, and a button to stop it."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from bmnn_desktop.domain.time_left import left_words, time_left
from bmnn_desktop.gui.job import Job

_STEPS = 1000


class ProgressLine(QWidget):
    """Hidden until it follows a job."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._step_words, self._since, self._from = "", 0.0, 0.0  # the step shown, its beginning
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._stop = QPushButton("Thôi", self)
        self._stop.setObjectName("stop_button")
        self._stop.clicked.connect(self._cancel)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._words)
        left.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(self._stop)
        self.hide()

    def follow(self, job: Job, words: str, *, can_stop: bool = True) -> None:
        """Show the progress of `job` until it settles."""
        self._job = job
        self._step_words, self._since, self._from = words, time.monotonic(), 0.0
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self._stop.setVisible(can_stop)
        self._stop.setEnabled(True)
        job.progressed.connect(self._step)
        job.settled.connect(self.hide)
        self.show()

    def _step(self, words: str, share: float) -> None:
        if words and words != self._step_words:
            self._step_words, self._since, self._from = words, time.monotonic(), max(0.0, share)
        if not self._stop.isEnabled():
            return  # it is being stopped: the words stay
        if share < 0:  # no end is known
            self._words.setText(self._step_words)
            return
        done = (share - self._from) / (1.0 - self._from) if self._from < 1.0 else 1.0
        left = left_words(time_left(time.monotonic() - self._since, done))
        self._words.setText(f"{self._step_words}, {left}" if left else self._step_words)
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(round(share * _STEPS))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._stop.setEnabled(False)
        self._words.setText("Đang dừng…")
