"""The curtain over a recovery sheet where nobody is at a desk yet: the wizard, the locked door."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.idle_lock import MOST_MINUTES, IdleLock, Stage
from bmnn_desktop.gui.lock.veil import Prove, Veil
from bmnn_desktop.gui.lock.words import HELD, curtain_words


class SheetVeil(Veil):
    """Falls as over an open window, and never locks: the sheet exists nowhere else.

    The steps before the sheet are not covered: what was typed there opens nothing yet, and the door
    itself shows nothing but logins.
    """

    def __init__(self, window: QWidget, name: str, prove: Prove) -> None:
        super().__init__(window)
        self._name = name
        self._prove = prove
        self.idle.rule = IdleLock(MOST_MINUTES)
        self.idle.ran_out.connect(self.idle.shut)

    def called_late(self) -> None:
        """Ask for the passphrase."""
        self.ask_to_lift(self._name, self._prove)

    def say(self) -> None:
        """Say what a key does now."""
        idle = self.idle
        is_free = idle.stage is Stage.LIFTS
        self.curtain.fall(curtain_words(idle.stage, idle.seconds_to_lift, 0.0) if is_free else HELD)
