"""The computer's own lock and sleep, as Windows tells them. Never run on Windows yet.

The messages, structures and numbers are Microsoft's documented ones and are tested on any system;
the two calls into wtsapi32.dll, and Qt's way of passing the messages on, are not.

Any program of the session can post such a message to a window: the worst that a forged one does
is to ask for the passphrase once too often.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QObject,
    Signal,
)

WINDOW_MESSAGE = b"windows_generic_MSG"  # Qt's name for what reaches one of our windows
WM_POWERBROADCAST = 0x0218
WM_WTSSESSION_CHANGE = 0x02B1
NOTIFY_FOR_THIS_SESSION = 0
_LOCKING = frozenset(
    (
        (WM_WTSSESSION_CHANGE, 0x2),  # WTS_CONSOLE_DISCONNECT: another user was switched to
        (WM_WTSSESSION_CHANGE, 0x4),  # WTS_REMOTE_DISCONNECT
        (WM_WTSSESSION_CHANGE, 0x6),  # WTS_SESSION_LOGOFF
        (WM_WTSSESSION_CHANGE, 0x7),  # WTS_SESSION_LOCK
        (WM_POWERBROADCAST, 0x4),  # PBT_APMSUSPEND
        (WM_POWERBROADCAST, 0x7),  # PBT_APMRESUMESUSPEND: if the suspend came too late
        (WM_POWERBROADCAST, 0x12),  # PBT_APMRESUMEAUTOMATIC
    )
)


class Message(ctypes.Structure):
    """MSG of winuser.h, in types of the same width everywhere: wintypes.DWORD is not."""

    _fields_ = (
        ("hwnd", ctypes.c_void_p),
        ("message", ctypes.c_uint32),
        ("wParam", ctypes.c_size_t),
        ("lParam", ctypes.c_ssize_t),
        ("time", ctypes.c_uint32),
        ("x", ctypes.c_int32),
        ("y", ctypes.c_int32),
    )


class SessionCalls(Protocol):
    """The two calls of wtsapi32.dll."""

    def WTSRegisterSessionNotification(self, window: int, of_whom: int, /) -> int:
        """Ask for WM_WTSSESSION_CHANGE."""

    def WTSUnRegisterSessionNotification(self, window: int, /) -> int:
        """Ask no longer."""


class WindowsSessionWatch(QObject):
    """Emits `lock_wanted` when the session is locked or left, or the machine goes to sleep.

    Windows cannot be asked to wait: from the word to the sleep there are two seconds. What is left
    open then is locked when the machine wakes.
    """

    lock_wanted = Signal()

    def __init__(self, parent: QObject, window: int, calls: SessionCalls | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._calls = calls or _session_calls()
        # Held here: Qt keeps a bare pointer.
        self._filter = _MessageFilter(self.lock_wanted.emit)
        self._is_told = bool(
            self._calls.WTSRegisterSessionNotification(window, NOTIFY_FOR_THIS_SESSION)
        )
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)

    def stop(self) -> None:
        """Hear nothing any more."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self._filter)
        if self._is_told:
            self._is_told = False
            self._calls.WTSUnRegisterSessionNotification(self._window)


class _MessageFilter(QAbstractNativeEventFilter):
    """Reads each message of the program's windows and keeps none from them."""

    def __init__(self, lock: Callable[[], None]) -> None:
        super().__init__()
        self._lock = lock

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if kind == WINDOW_MESSAGE:
            told = Message.from_address(int(message))
            if (told.message, told.wParam) in _LOCKING:
                self._lock()
        return False, 0


def _session_calls() -> SessionCalls:
    """Load the library of the terminal services; raise OSError where there is none."""
    if sys.platform == "win32":
        library: Any = ctypes.WinDLL("wtsapi32")
        # A handle has 64 bits; without types it would be passed as 32.
        library.WTSRegisterSessionNotification.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
        library.WTSUnRegisterSessionNotification.argtypes = (ctypes.c_void_p,)
        calls: SessionCalls = library
        return calls
    raise OSError(sys.platform)
