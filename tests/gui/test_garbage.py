"""No widget dies on another thread than the GUI's, whoever makes the garbage."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.garbage import collect_if_due


class Knot(QWidget):
    """A window that only the collector can free."""

    def __init__(self) -> None:
        super().__init__()
        self.myself = self


def litter() -> None:
    """Make enough garbage that Python would collect three times over."""
    for _ in range(200_000):
        knot: list[object] = []
        knot.append(knot)


def test_a_window_in_a_cycle_dies_on_the_gui_thread(qtbot: QtBot) -> None:
    assert not gc.isenabled()
    died_on: list[str] = []
    window = Knot()
    qtbot.add_widget(window)
    window.show()
    weakref.finalize(window, lambda: died_on.append(threading.current_thread().name))
    del window
    worker = threading.Thread(target=litter, name="vault writer")
    worker.start()
    until(lambda: not worker.is_alive(), "the garbage")
    until(lambda: bool(died_on), "the collector")
    assert died_on == ["MainThread"]


def test_what_is_due_is_collected_and_nothing_before() -> None:
    gc.collect()
    freed: list[bool] = []

    class Told(list[object]):
        """A list that tells when it goes."""

    told = Told()
    told.append(told)
    weakref.finalize(told, lambda: freed.append(True))
    del told
    collect_if_due()
    assert not freed
    litter()
    collect_if_due()
    assert freed
