"""A row of buttons from the left, the rest of the line empty."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

_SPACING = 10


def button_row(*widgets: QWidget) -> QHBoxLayout:
    """Return the row."""
    row = QHBoxLayout()
    row.setSpacing(_SPACING)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
