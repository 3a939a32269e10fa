"""Catches what nobody caught and turns it into a code: a type and a line, never a value."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

_PACKAGE = __name__.partition(".")[0]


def code_of(error: BaseException) -> str:
    """Return the type of `error` and our innermost line it passed through."""
    place = "?"
    step = error.__traceback__
    while step is not None:
        module = str(step.tb_frame.f_globals.get("__name__", ""))
        if module.partition(".")[0] == _PACKAGE or place == "?":
            place = f"{module.removeprefix(_PACKAGE + '.')}:{step.tb_lineno}"
        step = step.tb_next
    return f"{type(error).__name__} {place}"


class CrashReporter(QObject):
    """Catches what nobody caught, on any thread, and opens the crash window."""

    crashed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._window: QWidget | None = None
        self.crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the two hooks of the interpreter."""
        sys.excepthook = self._caught
        threading.excepthook = lambda caught: self._report(caught.exc_value)

    def _caught(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
        else:
            self._report(error)

    def _report(self, error: BaseException | None) -> None:
        if error is None or isinstance(error, SystemExit):
            return
        code = code_of(error)
        sys.stderr.write(f"Lỗi chương trình: {code}\n")
        self.crashed.emit(code)

    def _show(self, code: str) -> None:
        from bmnn_desktop.gui.crash_window import CrashWindow  # noqa: PLC0415  (rarely wanted)

        # Held here: without a window over which to stand, nothing else would keep it.
        window = CrashWindow(code, QApplication.activeWindow())
        self._window = window
        window.open()
