"""Độ mật by one key: A, B or C."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from bmnn_desktop.domain.level import Level


class LevelChoice(QWidget):
    """Nothing is chosen until the clerk does: a wrong level must never come by default."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "choices")
        self._group = QButtonGroup(self)
        self._buttons: dict[Level, QRadioButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(14)
        for level in Level:
            button = QRadioButton(f"{level.cover_code}  {level.label}", self)
            button.installEventFilter(self)
            self._group.addButton(button)
            self._buttons[level] = button
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonToggled.connect(self._toggled)
        self.setFocusProxy(next(iter(self._buttons.values())))

    def value(self) -> Level | None:
        """Return the chosen level."""
        return next((level for level, one in self._buttons.items() if one.isChecked()), None)

    def set_value(self, level: Level | None) -> None:
        """Choose `level`, or nothing."""
        if level is not None:
            self._buttons[level].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)
        self.chosen.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the letters of the levels."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            level = Level.parse(event.text()) if event.text() else None
            if level is not None:
                self._buttons[level].setChecked(True)
                self._buttons[level].setFocus()
                return True
        return super().eventFilter(watched, event)

    def _toggled(self, _button: object, is_on: bool) -> None:
        if is_on:
            self.chosen.emit()
