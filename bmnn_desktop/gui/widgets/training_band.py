"""The coloured band of a training vault, on every page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

TRAINING = "Kho tập huấn – số liệu giả"


class TrainingBand(QLabel):
    """Hidden in a real vault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TRAINING, parent)
        self.setProperty("role", "band")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()
