"""The curtain: an opaque cover over every window, a neutral title on each, one calm sentence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QToolTip, QVBoxLayout, QWidget

from bmnn_desktop.gui.icon import icon

_NEUTRAL = "BMNN Desktop"
_ICON = QSize(40, 40)
PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class Cover(QWidget):
    """Hides all of one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("cover")
        self.setAutoFillBackground(True)
        self.title = window.windowTitle()
        self._sign = QLabel(self)
        self._head = QLabel("Màn hình đang được che", self)
        self._head.setProperty("role", "title")
        self.sentence = QLabel(self)
        self.sentence.setProperty("role", "truth")
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setSpacing(10)
        column.addStretch(1)
        for label in (self._sign, self._head, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        self._sign.setPixmap(icon("lock", colour).pixmap(_ICON))
        window.installEventFilter(self)
        self.cover()

    def cover(self) -> None:
        """Lie over everything the window shows, under a neutral title."""
        window = self.window()
        self.setGeometry(window.rect())
        if window.windowTitle() != _NEUTRAL:
            window.setWindowTitle(_NEUTRAL)
        self.show()
        self.raise_()

    def say(self, sentence: str) -> None:
        """Say what lifts the curtain."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)

    def lift(self) -> None:
        """Give the window back, with the title it has meanwhile."""
        window = self.window()
        window.removeEventFilter(self)
        self.hide()
        self.setParent(None)
        self.deleteLater()
        window.setWindowTitle(self.title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; keep a title it is given for later."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self.cover()
        elif event.type() == QEvent.Type.WindowTitleChange and isinstance(watched, QWidget):
            title = watched.windowTitle()
            if title != _NEUTRAL:
                self.title = title
                watched.setWindowTitle(_NEUTRAL)
        return False


class Curtain(QObject):
    """All covers together."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sentence = ""
        self._spared: QWidget | None = None
        self.is_down = False

    def spare(self, window: QWidget | None) -> None:
        """Let one window stand before the curtain: it asks for the passphrase."""
        self._spared = window

    def fall(self, sentence: str) -> None:
        """Cover every window of the program; what hangs over them for a moment is closed."""
        self.is_down = True
        self._sentence = sentence
        QGuiApplication.inputMethod().commit()  # what is being composed belongs to the field
        QToolTip.hideText()
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self.cover(window)

    def cover(self, window: QWidget) -> None:
        """Cover one window, perhaps a new one."""
        if window.windowType() in PASSING:
            window.close()
            return
        if window is self._spared:
            return
        cover = _cover_of(window) or Cover(window)
        cover.say(self._sentence)
        cover.cover()

    def say(self, sentence: str) -> None:
        """Say something else; whatever came to the top meanwhile is covered again."""
        self.fall(sentence)

    def lift(self) -> None:
        """Show everything again."""
        self.is_down = False
        QGuiApplication.inputMethod().reset()
        for window in QApplication.topLevelWidgets():
            cover = _cover_of(window)
            if cover is not None:
                cover.lift()


def true_title(window: QWidget) -> str:
    """Return the title of a window, as it is without the curtain."""
    cover = _cover_of(window)
    return window.windowTitle() if cover is None else cover.title


def _cover_of(window: QWidget) -> Cover | None:
    return next((child for child in window.children() if isinstance(child, Cover)), None)
