"""Pictures of the screens, at the size that matters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.demo.hands import wait

SCREEN = (1366, 768)


class Camera:
    """Numbers its pictures in the order they are taken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken = len(list(folder.glob("*.png")))

    def take(self, window: QWidget, name: str) -> None:
        """Save what `window` shows, dialogs over it included."""
        window.resize(*SCREEN)
        wait(30)
        picture = window.grab()
        for over in window.findChildren(QWidget):
            if over.isWindow() and over.isVisible():
                _paste(picture, over, window)
        self._taken += 1
        picture.save(str(self._folder / f"{self._taken:02d}-{name}.png"))


def _paste(picture: QPixmap, over: QWidget, window: QWidget) -> None:
    """Draw a list where it hangs, a dialog in the middle of the window it darkens."""
    painter = QPainter(picture)
    if over.windowType() == Qt.WindowType.Popup:
        corner = window.mapFromGlobal(over.mapToGlobal(QPoint(0, 0)))
    else:
        painter.fillRect(window.rect(), QColor(0, 0, 0, 70))
        corner = window.rect().center() - over.rect().center()
    painter.drawPixmap(corner, over.grab())
    painter.drawRect(corner.x() - 1, corner.y() - 1, over.width() + 1, over.height() + 1)
    painter.end()
