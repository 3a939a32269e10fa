"""The real window without a screen, and a pulse that tells how long it was deaf."""

from __future__ import annotations

import atexit
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Self

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from bmnn_desktop.app import dress
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.services.office import Office

_BEAT = 5  # milliseconds
_PATIENCE = 120.0  # seconds


def application() -> QApplication:
    """Return the application of this process, made when first wanted."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    qInstallMessageHandler(lambda *_: None)  # a platform without a screen has complaints
    atexit.register(qInstallMessageHandler, None)  # and the last after Python's own end
    app = QApplication(["bench"])
    dress(app)
    return app


@contextmanager
def window_on(office: Office) -> Iterator[MainWindow]:
    """Show the window of an open vault; the vault is closed with it."""
    application()
    left: list[bool] = []
    window = MainWindow(office, lock=lambda: left.append(True), quit_program=lambda: None)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    until(window.isActiveWindow)
    try:
        yield window
    finally:
        for page in (window.register_page("outgoing"), window.register_page("incoming")):
            page.entry.form.accept_as_is()
        window.lock()
        until(lambda: bool(left))
        window.deleteLater()


def until(is_so: Callable[[], bool]) -> None:
    """Handle events as they come until `is_so`; nothing is polled that would take time itself."""
    end = time.monotonic() + _PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


class Pulse(QObject):
    """Beats every 5 ms while the event loop is free; `longest` is its longest silence in ms."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self.longest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> Self:
        self._last = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now
