"""The eight groups of the recovery sheet, to be copied by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

_COLUMNS = 2


def show_groups(panel: QWidget, groups: tuple[str, ...]) -> None:
    """Lay the numbered groups out in `panel`, four under each other."""
    grid = QGridLayout(panel)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(10)
    rows = len(groups) // _COLUMNS
    for index, group in enumerate(groups):
        number = QLabel(f"Nhóm {index + 1}")
        number.setProperty("role", "quiet")
        letters = QLabel(group)
        letters.setProperty("role", "group")
        letters.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(number, index % rows, index // rows * 3)
        grid.addWidget(letters, index % rows, index // rows * 3 + 1)
    grid.setColumnMinimumWidth(2, 40)
    grid.setColumnStretch(3 * _COLUMNS, 1)
