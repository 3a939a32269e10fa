"""Pictures of the screens, at the size that matters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

SCREEN = (1366, 768)


class Camera:
    """Numbers its pictures in the order they are taken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken = len(list(folder.glob("*.png")))

    def take(self, window: QWidget, name: str) -> None:
        """Save what `window` shows, dialogs over it included."""
        window.resize(*SCREEN)
        QTest.qWait(30)
        picture = window.grab()
        for dialog in window.findChildren(QWidget):
            if dialog.isWindow() and dialog.isVisible():
                _paste(picture, dialog, window)
        self._taken += 1
        picture.save(str(self._folder / f"{self._taken:02d}-{name}.png"))


def _paste(picture: QPixmap, dialog: QWidget, window: QWidget) -> None:
    painter = QPainter(picture)
    painter.fillRect(window.rect(), QColor(0, 0, 0, 70))
    corner = window.rect().center() - dialog.rect().center()
    painter.drawPixmap(corner, dialog.grab())
    painter.drawRect(corner.x() - 1, corner.y() - 1, dialog.width() + 1, dialog.height() + 1)
    painter.end()
