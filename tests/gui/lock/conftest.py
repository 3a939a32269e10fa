"""A clock for the curtain that the test winds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.lock.curtain import Cover
from bmnn_desktop.gui.main_window import MainWindow

Wind = Callable[[float], None]


@pytest.fixture
def wind(window: MainWindow) -> Wind:
    """Let so many seconds pass in which nobody touches anything."""
    until(lambda: not window.jobs.is_busy, "the setting")
    idle = window.guard.idle
    times = [1000.0]
    idle.clock = lambda: times[0]
    idle.touch()

    def pass_by(seconds: float) -> None:
        times[0] += seconds
        idle.look()

    return pass_by


def covers(of: QWidget) -> list[Cover]:
    """Return the covers that lie over a window."""
    return [one for one in of.children() if isinstance(one, Cover) and one.isVisible()]


def shown_windows() -> list[QWidget]:
    """Return the windows on the screen."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]
