"""What an input method has composed arrives before the key that came after it.

Qt asks IBus about each key and hears the finished word as a signal. By itself Qt handles a key at
once when the answer is quick and later when it is not, in whatever order that gives: the last word
would be missing from what Ctrl+S saves, or stand in the next field after Tab.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QInputMethodEvent

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


def keep_keys_in_order() -> None:
    """Let Qt wait for the answer about each key; to be called before Qt begins."""
    os.environ.setdefault("IBUS_ENABLE_SYNC_MODE", "1")


class CompositionOrder(QObject):
    """Lets waiting signals through before a key, once an input method has composed something."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._composes = False
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Deliver what waits; the key itself goes its way."""
        kind = event.type()
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._composes = self._composes or bool(event.preeditString())
        elif kind in _KEYS and self._composes and event.spontaneous():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
        return False
