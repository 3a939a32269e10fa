"""From the door to the desk: which window is shown, and what happens on leaving."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from bmnn_desktop.domain.clock import Clock
    from bmnn_desktop.services.gate import Gate
    from bmnn_desktop.services.office import Office

_SIZE = (1366, 768)


class Entrance(QObject):
    """`relaunch` replaces this process by one that stands before the locked door again."""

    def __init__(self, gate: Gate, clock: Clock, relaunch: Callable[[], None]) -> None:
        super().__init__()
        self._gate = gate
        self._clock = clock
        self._relaunch = relaunch
        self.window: QWidget | None = None

    def open(self) -> QWidget:
        """Show the unlock window, or the founding wizard where there is no vault yet."""
        if self._gate.exists():
            from bmnn_desktop.gui.unlock_window import UnlockWindow  # noqa: PLC0415

            door: UnlockWindow = UnlockWindow(self._gate)
            door.opened.connect(self._enter)
            return self._show(door)
        from bmnn_desktop.gui.founding.wizard import FoundingWizard  # noqa: PLC0415

        wizard = FoundingWizard(self._gate, self._clock)
        wizard.opened.connect(self._enter)
        return self._show(wizard)

    def _enter(self, office: Office) -> None:
        # The window is read from disk only now: the door must open quickly.
        from bmnn_desktop.gui.main_window import MainWindow  # noqa: PLC0415

        self._show(MainWindow(office, lock=self._leave, quit_program=QApplication.quit))

    def _leave(self) -> None:
        # From the event loop, not from inside a slot of the window that is being left.
        QTimer.singleShot(0, self._relaunch)

    def _show(self, window: QWidget) -> QWidget:
        before, self.window = self.window, window
        window.resize(*_SIZE)
        window.show()
        window.activateWindow()
        if before is not None:
            before.close()
            before.deleteLater()
        return window
