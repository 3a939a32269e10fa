"""Độ mật by one key: A, B or C."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.widgets.radio_choice import Option, RadioChoice


class LevelChoice(RadioChoice):
    """Nothing is chosen until the clerk does: a wrong level must never come by default."""

    def __init__(self, parent: QWidget | None = None) -> None:
        options = [
            Option(level, f"{level.cover_code}  {level.label}", level.cover_code) for level in Level
        ]
        super().__init__(options, parent)

    def value(self) -> Level | None:
        """Return the chosen level."""
        level = self.chosen_value()
        return level if isinstance(level, Level) else None
