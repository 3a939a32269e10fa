"""Hands on the real keyboard path: key events, and patience until the window has answered."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_PATIENCE = 30.0  # seconds


def until(is_so: Callable[[], bool], what: str, seconds: float = _PATIENCE) -> None:
    """Let the window work until `is_so`; raise TimeoutError naming `what` was waited for."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(what)
        wait(5)


def wait(milliseconds: int) -> None:
    """Let the window work for a while.

    QTest.qWait would keep the interpreter's lock all the time, and no other thread would work.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def type_text(widget: QWidget, text: str) -> None:
    """Type `text` with an event per letter, as an input method's finished letters come."""
    widget.setFocus()
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            )


def press(
    widget: QWidget,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key in `widget`; shortcuts of its window hear it."""
    window = widget.window()
    is_popup = window.windowType() == Qt.WindowType.Popup  # takes the keys without being active
    if QApplication.activeWindow() is not window and not is_popup:  # what a window manager does
        window.activateWindow()
        until(lambda: QApplication.activeWindow() is window, "the window to be active")
    QTest.keyClick(widget, key, modifiers)
