"""One printed page as a picture: fitted to the window or at a fixed zoom, sharp on any screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

_SETTLE_PIXELS = 8


class PageView(QWidget):
    """Shows the picture it is given; `resized` says that another size is wanted."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QLabel()
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea(self)
        self._area.setWidget(self._page)
        self._area.setWidgetResizable(True)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._known = QSize()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)

    def space(self) -> QSize:
        """Return the room there is for a page, in screen units."""
        return self._area.maximumViewportSize() - QSize(24, 24)

    def show_picture(self, picture: QImage) -> None:
        """Show a page drawn for this screen's pixels."""
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._page.setPixmap(QPixmap.fromImage(picture))
        self._page.setMinimumSize(picture.deviceIndependentSize().toSize())

    def show_words(self, words: str) -> None:
        """Show `words` in place of a page."""
        self._page.setMinimumSize(0, 0)
        self._page.setText(words)

    def has_picture(self) -> bool:
        """Tell whether a page is on view."""
        return not self._page.pixmap().isNull()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a new picture when the room changed noticeably."""
        super().resizeEvent(event)
        change = event.size() - self._known
        if abs(change.width()) > _SETTLE_PIXELS or abs(change.height()) > _SETTLE_PIXELS:
            self._known = event.size()
            self.resized.emit()
