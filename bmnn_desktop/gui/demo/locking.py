"""The demonstration's last part: the minutes of the idle lock, and the curtain."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bmnn_desktop.gui.demo.camera import Camera
from bmnn_desktop.gui.demo.hands import press, until
from bmnn_desktop.gui.main_window import MainWindow

_BY_HAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def show_lock(window: MainWindow, camera: Camera) -> None:
    """Look at the setting and leave it, draw the curtain and lift it with a key."""
    dialog = window.guard.ask_minutes()
    camera.take(window, "tu-khoa")
    press(dialog, Qt.Key.Key_Escape)
    press(window, Qt.Key.Key_L, _BY_HAND)
    until(lambda: window.guard.curtain.is_down, "the curtain")
    camera.take(window, "man-che")
    press(window, Qt.Key.Key_Space)
    until(lambda: not window.guard.curtain.is_down, "the window")
