"""The recovery sheet as it is copied by hand: numbered lines of four groups each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget


def show_sheet(panel: QWidget, lines: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    """Lay out the lines of the sheet in `panel`, each under its number and label."""
    grid = QGridLayout(panel)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(26)
    grid.setVerticalSpacing(9)
    for row, (label, groups) in enumerate(lines):
        name = QLabel(f"Dòng {row + 1}   {label}")
        name.setProperty("role", "quiet")
        grid.addWidget(name, row, 0)
        for column, group in enumerate(groups, 1):
            letters = QLabel(group)
            letters.setProperty("role", "group")
            letters.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(letters, row, column)
    grid.setColumnStretch(1 + max(len(groups) for _label, groups in lines), 1)
