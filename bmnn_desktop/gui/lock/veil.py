"""The curtain and who watches for its time: what a key does before it, behind it, after it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from bmnn_desktop.domain.idle_lock import Stage
from bmnn_desktop.gui.lock.curtain import PASSING, Curtain
from bmnn_desktop.gui.lock.idle import IdleWatch
from bmnn_desktop.gui.lock.lift_dialog import LiftDialog

Prove = Callable[[str], Future[Any]]  # the future fails for a passphrase that is not the person's
_Type = QEvent.Type
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


class Veil(QObject):
    """Hears every event of the program; with the curtain down no input gets through."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pointer: QPoint | None = None
        self._lifting_key: int | None = None  # still held down
        self._asking: LiftDialog | None = None
        self._keys: dict[tuple[Qt.KeyboardModifier, int], Callable[[], object]] = {}
        self.curtain = Curtain(self)
        self.idle = IdleWatch(self)
        self.idle.fell.connect(self.say)
        self.idle.ticked.connect(self.say)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    @property
    def is_leaving(self) -> bool:
        """Tell whether nothing is heard any more."""
        return False

    def say(self) -> None:
        """Let the curtain fall, or lie, with the words of the moment."""
        raise NotImplementedError

    def called_late(self) -> None:
        """Hear a key or a click after the time in which it would have lifted the curtain."""
        raise NotImplementedError

    def lift(self) -> None:
        """Show everything again, and begin anew."""
        self.idle.lift()
        self.curtain.lift()

    def ask_to_lift(self, name: str, prove: Prove) -> None:
        """Ask for the passphrase of whoever works here; the dialog alone stands before the curtain.

        Nothing is closed meanwhile and nothing of it is wiped out of memory: it is for what must
        not be lost.
        """
        if self._asking is None:
            over = QApplication.activeModalWidget() or QApplication.activeWindow()
            self._asking = LiftDialog(over, name, prove)
            self._asking.accepted.connect(self.lift)
            self._asking.finished.connect(self._asked)
            self.curtain.spare(self._asking)
            self._asking.open()
        self._asking.activateWindow()

    def go_deaf(self) -> None:
        """Hear nothing any more."""
        self.idle.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def _asked(self) -> None:
        self._asking = None
        self.curtain.spare(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of input; behind the curtain take it away."""
        kind = event.type()
        if kind not in _HEARD:  # nearly every event: nothing dearer may stand before
            return False
        if kind == _Type.Show:
            if self.curtain.is_down:
                self._cover(watched)
            return False
        if self._asking is not None and self._asking.has_part(watched):
            return False
        if self.curtain.is_down or self.is_leaving:
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
        """Let nothing through; a key or a click lifts the curtain, or comes too late for that."""
        if kind == _Type.ShortcutOverride:
            event.accept()  # the key comes as a key, not as a shortcut
        elif _calls(kind, event) and not self.is_leaving:
            stage = self.idle.look()
            if stage is Stage.LIFTS:
                self._lifting_key = event.key() if isinstance(event, QKeyEvent) else None
                self.lift()
            else:
                self.called_late()
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


def _calls(kind: QEvent.Type, event: QEvent) -> bool:
    """Tell a key or a click from what nobody does: a key lain on, an input method tidying up."""
    if isinstance(event, QKeyEvent):
        return kind in _CALLING and not event.isAutoRepeat()
    if isinstance(event, QInputMethodEvent):
        return bool(event.commitString() or event.preeditString())
    return kind in _CALLING
