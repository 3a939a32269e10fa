"""Watches over an open window: curtain and lock, when idle, by hand, with the computer's own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton

from bmnn_desktop.domain.idle_lock import IdleLock, Stage
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.lock.veil import Veil
from bmnn_desktop.gui.lock.words import HELD, button_words, curtain_words
from bmnn_desktop.services.lock_setting import read_idle_lock, set_idle_lock
from bmnn_desktop.services.prove_passphrase import prove_passphrase

if TYPE_CHECKING:
    from bmnn_desktop.gui.lock.session_watch import SessionWatch
    from bmnn_desktop.gui.lock.session_watch_windows import WindowsSessionWatch
    from bmnn_desktop.gui.lock.settings_dialog import LockSettingsDialog
    from bmnn_desktop.gui.main_window import MainWindow

_CTRL = Qt.KeyboardModifier.ControlModifier


class Guard(Veil):
    """Locks, unless a dialog is open whose content exists nowhere else.

    That is the new recovery sheet, from the act that makes it until it was copied: the old one is
    dead already, and where one person works alone a lost sheet is a dead end. So the vault stays
    open behind the curtain, keys in memory, until the passphrase was given; the sheet is written
    nowhere. Nobody reads or does anything without the passphrase meanwhile, and once it was copied
    the idle time counts anew.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.session: SessionWatch | WindowsSessionWatch | None = None
        self.idle.ran_out.connect(self.lock_at_once)
        self._keys |= {
            (_CTRL, int(Qt.Key.Key_L)): window.lock,
            (_CTRL | Qt.KeyboardModifier.ShiftModifier, int(Qt.Key.Key_L)): self.draw,
        }
        window.ui.lock_button.setToolTip("Ctrl+Shift+L: chỉ che màn hình")
        self.minutes_button = self._add_button()
        self._take(self.idle.rule)
        window.leaving.begun.connect(self._end)
        window.jobs.new(self._take).watch(window.office.read(read_idle_lock))
        window.leaving.ended.connect(self.go_deaf)
        QTimer.singleShot(0, self, self._listen)  # the buses may wait until the window stands

    @property
    def is_leaving(self) -> bool:
        """Tell whether the vault is being closed."""
        return self._window.leaving.is_under_way

    @property
    def is_held(self) -> bool:
        """Tell whether something is open that must not be lost."""
        dialogs = self._window.findChildren(AskDialog)
        return any(one.must_not_be_lost and one.isVisible() for one in dialogs)

    def draw(self) -> None:
        """Let the curtain fall now."""
        if not self.is_leaving:
            self.idle.touch()
            self.idle.draw()

    def lock_at_once(self) -> None:
        """Cover everything and lock, whoever asks and whatever is on the screen."""
        if self.is_leaving:
            return
        if self.is_held:
            self.idle.shut()
            return
        self.idle.stop()
        self.curtain.fall("Đang khóa kho sổ…")
        self._window.leaving.lock_at_once()

    def called_late(self) -> None:
        """Lock, or ask for the passphrase where locking would lose something."""
        if self.is_held:
            office = self._window.office
            self.ask_to_lift(
                office.session.name, lambda typed: office.write(prove_passphrase, typed)
            )
        else:
            self.lock_at_once()

    def say(self) -> None:
        """Say what a key does now."""
        idle = self.idle
        if self.is_held and idle.stage is not Stage.LIFTS:
            self.curtain.fall(HELD)
        else:
            self.curtain.fall(curtain_words(idle.stage, idle.seconds_to_lift, idle.seconds_to_lock))

    def ask_minutes(self) -> LockSettingsDialog:
        """Ask after how many minutes to lock."""
        from bmnn_desktop.gui.lock.settings_dialog import LockSettingsDialog  # noqa: PLC0415

        window = self._window
        dialog = LockSettingsDialog(window, self.idle.rule.minutes, window.lock)

        def is_set(rule: IdleLock) -> None:
            self._take(rule)
            dialog.accept()

        dialog.confirmed.connect(
            lambda minutes: window.jobs.new(is_set, dialog.refuse).watch(
                window.office.write(set_idle_lock, minutes)
            )
        )
        dialog.open()
        return dialog

    def _take(self, rule: IdleLock) -> None:
        self.idle.rule = rule
        self.minutes_button.setText(button_words(rule.minutes))

    def _listen(self) -> None:
        if not self.is_leaving:
            self.session = self._session_of_this_system()
            self.session.lock_wanted.connect(self.lock_at_once)

    def _session_of_this_system(self) -> SessionWatch | WindowsSessionWatch:
        if sys.platform == "win32":
            from bmnn_desktop.gui.lock import session_watch_windows  # noqa: PLC0415

            return session_watch_windows.WindowsSessionWatch(self, self._window.winId())
        else:  # noqa: RET505  (mypy takes the rest for unreachable there)
            from bmnn_desktop.gui.lock.session_watch import SessionWatch  # noqa: PLC0415

            return SessionWatch(self)

    def _end(self) -> None:
        self.idle.stop()
        if self.session is not None:
            self.session.stop()

    def _add_button(self) -> QPushButton:
        button = QPushButton(self._window)
        button.setObjectName("minutes_button")
        button.setProperty("role", "quiet")
        button.clicked.connect(self.ask_minutes)
        self._window.ui.layout_4.addWidget(button)
        return button
