"""Tờ hỏng: which sheets of a print are bad, which never came out, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from bmnn_desktop.gui.register.reason_dialog import ReasonDialog


class SpoiledDialog(ReasonDialog):
    """Every sheet counts as bad until its tick is taken away; what stays unticked is good."""

    def __init__(self, parent: QWidget, numbers: Sequence[int], lock: Callable[[], None]) -> None:
        super().__init__(parent, "Tờ hỏng", "Ghi tờ hỏng", lock)
        title = QLabel("Tờ nào hỏng?", self)
        title.setProperty("role", "subtitle")
        words = QLabel(
            "Tờ hỏng được giữ lại trong sổ với số tờ và lý do; các dòng của tờ đó in sang tờ sau.",
            self,
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.body.addWidget(title)
        self.body.addWidget(words)
        self._boxes: dict[int, QCheckBox] = {}
        for number in numbers:
            box = QCheckBox(f"Tờ số {number}", self)
            box.setObjectName(f"sheet_{number}_box")
            box.setChecked(len(numbers) == 1)
            self.body.addWidget(box)
            self._boxes[number] = box

    @property
    def spoiled(self) -> tuple[int, ...]:
        """Return the numbers that are ticked."""
        return tuple(number for number, box in self._boxes.items() if box.isChecked())
