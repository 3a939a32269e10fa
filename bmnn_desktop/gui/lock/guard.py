"""Watches over an open window: curtain and lock, when idle, by hand, with the computer's own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from bmnn_desktop.domain.idle_lock import IdleLock, Stage
from bmnn_desktop.gui.lock.curtain import PASSING, Curtain
from bmnn_desktop.gui.lock.idle import IdleWatch
from bmnn_desktop.gui.lock.words import button_words, curtain_words
from bmnn_desktop.services.lock_setting import read_idle_lock, set_idle_lock

if TYPE_CHECKING:
    from bmnn_desktop.gui.lock.session_watch import SessionWatch
    from bmnn_desktop.gui.lock.session_watch_windows import WindowsSessionWatch
    from bmnn_desktop.gui.lock.settings_dialog import LockSettingsDialog
    from bmnn_desktop.gui.main_window import MainWindow

_Type = QEvent.Type
_CTRL = Qt.KeyboardModifier.ControlModifier
_CALLING = frozenset(  # a key or a click: what lifts the curtain
    (_Type.KeyPress, _Type.MouseButtonPress, _Type.MouseButtonDblClick, _Type.TouchBegin,
     _Type.TabletPress, _Type.InputMethod)
)  # fmt: skip
_STAYING = frozenset((_Type.MouseMove, _Type.Wheel, _Type.TouchUpdate, _Type.TabletMove))
_SWALLOWED = frozenset(  # what else reaches nothing behind the curtain
    (_Type.ShortcutOverride, _Type.Shortcut, _Type.KeyRelease, _Type.MouseButtonRelease,
     _Type.ContextMenu, _Type.ToolTip, _Type.Drop, _Type.TouchEnd, _Type.TabletRelease)
)  # fmt: skip
_HEARD = _CALLING | _STAYING | _SWALLOWED | {_Type.Show}


class Guard(QObject):
    """Hears every event of the program; with the curtain down no input gets through."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pointer: QPoint | None = None
        self._lifting_key: int | None = None  # still held down
        self.session: SessionWatch | WindowsSessionWatch | None = None
        self.curtain = Curtain(self)
        self.idle = IdleWatch(self)
        self.idle.fell.connect(self._say)
        self.idle.ticked.connect(self._say)
        self.idle.ran_out.connect(self.lock_at_once)
        self._keys = {
            (_CTRL, int(Qt.Key.Key_L)): window.lock,
            (_CTRL | Qt.KeyboardModifier.ShiftModifier, int(Qt.Key.Key_L)): self.draw,
        }
        window.ui.lock_button.setToolTip("Ctrl+Shift+L: chỉ che màn hình")
        self.minutes_button = self._add_button()
        self._take(self.idle.rule)
        window.leaving.begun.connect(self._end)
        window.jobs.new(self._take).watch(window.office.read(read_idle_lock))
        window.leaving.ended.connect(self._go_deaf)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        QTimer.singleShot(0, self, self._listen)  # the buses may wait until the window stands

    def draw(self) -> None:
        """Let the curtain fall now."""
        if not self._window.leaving.is_under_way:
            self.idle.touch()
            self.idle.draw()

    def lock_at_once(self) -> None:
        """Cover everything and lock, whoever asks and whatever is on the screen."""
        if not self._window.leaving.is_under_way:
            self.idle.stop()
            self.curtain.fall("Đang khóa kho sổ…")
            self._window.leaving.lock_at_once()

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of input; behind the curtain take it away."""
        kind = event.type()
        if kind not in _HEARD:  # nearly every event: nothing dearer may stand before
            return False
        if kind == _Type.Show:
            if self.curtain.is_down:
                self._cover(watched)
            return False
        if self.curtain.is_down or self._window.leaving.is_under_way:
            return self._behind(kind, event)
        return self._before(kind, event)

    # ── before the curtain ───────────────────────────────────────────────────────────────────

    def _before(self, kind: QEvent.Type, event: QEvent) -> bool:
        """Take note of input; let it through, unless the curtain was overdue."""
        if self._is_held(kind, event):
            return True
        if self._is_input(kind, event):
            # Before it counts: a machine that slept may hear a key before it hears its clock.
            if self.idle.look() is not Stage.OPEN:
                return self._behind(kind, event)
            self.idle.touch()
        elif kind == _Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # A box that is not ours has no such keys, and no window of ours hears it behind one.
            act = self._keys.get((event.modifiers(), event.key()))
            if act is not None:
                QTimer.singleShot(0, self, act)
        return False

    def _is_input(self, kind: QEvent.Type, event: QEvent) -> bool:
        if kind == _Type.MouseMove:
            return self._has_moved(event)
        return kind in _STAYING or _calls(kind, event)

    # ── behind the curtain ───────────────────────────────────────────────────────────────────

    def _behind(self, kind: QEvent.Type, event: QEvent) -> bool:
        """Let nothing through; a key or a click lifts the curtain or locks."""
        if kind == _Type.ShortcutOverride:
            event.accept()  # the key comes as a key, not as a shortcut
        elif _calls(kind, event) and not self._window.leaving.is_under_way:
            stage = self.idle.look()
            if stage is Stage.LIFTS:
                self._lifting_key = event.key() if isinstance(event, QKeyEvent) else None
                self.idle.lift()
                self.curtain.lift()
            else:
                self.lock_at_once()
        return True

    def _is_held(self, kind: QEvent.Type, event: QEvent) -> bool:
        """Tell whether this is still the key that lifted the curtain: it does nothing else."""
        if self._lifting_key is None or not isinstance(event, QKeyEvent):
            return False
        if event.key() != self._lifting_key or not (
            event.isAutoRepeat() or kind == _Type.KeyRelease
        ):
            self._lifting_key = None
            return False
        if kind == _Type.ShortcutOverride:
            event.accept()
        elif kind == _Type.KeyRelease and not event.isAutoRepeat():
            self._lifting_key = None
        return True

    def _has_moved(self, event: QEvent) -> bool:
        """Tell a hand on the mouse from a window that appears under the pointer."""
        at = event.globalPosition().toPoint() if isinstance(event, QMouseEvent) else None
        before, self._pointer = self._pointer, at
        return before is not None and at != before

    def _cover(self, shown: QObject) -> None:
        """Cover a window that appears behind the curtain."""
        if not isinstance(shown, QWidget) or not shown.isWindow():
            return
        if shown.windowType() in PASSING:
            QTimer.singleShot(0, shown, shown.close)
        else:
            self.curtain.cover(shown)

    # ── what leads to it ─────────────────────────────────────────────────────────────────────

    def _say(self) -> None:
        idle = self.idle
        self.curtain.fall(curtain_words(idle.stage, idle.seconds_to_lift, idle.seconds_to_lock))

    def _take(self, rule: IdleLock) -> None:
        self.idle.rule = rule
        self.minutes_button.setText(button_words(rule.minutes))

    def _listen(self) -> None:
        if not self._window.leaving.is_under_way:
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

    def _go_deaf(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def _add_button(self) -> QPushButton:
        button = QPushButton(self._window)
        button.setObjectName("minutes_button")
        button.setProperty("role", "quiet")
        button.clicked.connect(self.ask_minutes)
        self._window.ui.layout_4.addWidget(button)
        return button


def _calls(kind: QEvent.Type, event: QEvent) -> bool:
    """Tell a key or a click from what nobody does: a key lain on, an input method tidying up."""
    if isinstance(event, QKeyEvent):
        return kind in _CALLING and not event.isAutoRepeat()
    if isinstance(event, QInputMethodEvent):
        return bool(event.commitString() or event.preeditString())
    return kind in _CALLING
