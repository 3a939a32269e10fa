"""What Windows says of session and sleep, by its documented numbers, on any system."""

from __future__ import annotations

import ctypes
import sys

import pytest
from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from bmnn_desktop.gui.lock import session_watch_windows as windows
from bmnn_desktop.gui.lock.session_watch_windows import Message, WindowsSessionWatch
from bmnn_desktop.gui.main_window import MainWindow

HANDLE = 0x1_0000_0042


class Calls:
    """Writes down what is asked of wtsapi32.dll."""

    def __init__(self, answer: int = 1) -> None:
        self.made: list[tuple[str, int | tuple[int, int]]] = []
        self._answer = answer

    def WTSRegisterSessionNotification(self, window: int, of_whom: int, /) -> int:
        self.made.append(("register", (window, of_whom)))
        return self._answer

    def WTSUnRegisterSessionNotification(self, window: int, /) -> int:
        self.made.append(("unregister", window))
        return 1


@pytest.fixture
def filters(monkeypatch: pytest.MonkeyPatch) -> list[QAbstractNativeEventFilter]:
    """Return the filters the application has: what they are given is no message of this system."""
    held: list[QAbstractNativeEventFilter] = []
    monkeypatch.setattr(
        QCoreApplication, "installNativeEventFilter", lambda _app, one: held.append(one)
    )
    monkeypatch.setattr(
        QCoreApplication, "removeNativeEventFilter", lambda _app, one: held.remove(one)
    )
    return held


def say(
    filters: list[QAbstractNativeEventFilter],
    message: int,
    what: int,
    kind: bytes = b"windows_generic_MSG",
) -> None:
    """Pass a message on, as Qt does; it must reach the window as well."""
    told = Message(hwnd=HANDLE, message=message, wParam=what, lParam=1)
    for one in filters:
        assert one.nativeEventFilter(QByteArray(kind), ctypes.addressof(told)) == (False, 0)


def test_the_numbers_are_those_of_microsofts_documents() -> None:
    assert windows.WM_POWERBROADCAST == 536
    assert windows.WM_WTSSESSION_CHANGE == 689
    assert windows.NOTIFY_FOR_THIS_SESSION == 0


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the layout of 64 bits")
def test_a_message_lies_in_memory_as_windows_lays_it() -> None:
    offsets = {name: getattr(Message, name).offset for name, _kind in Message._fields_}
    assert offsets == {
        "hwnd": 0, "message": 8, "wParam": 16, "lParam": 24, "time": 32, "x": 36, "y": 40,
    }  # fmt: skip
    assert ctypes.sizeof(Message) == 48
    raw = (42).to_bytes(8, "little") + (689).to_bytes(8, "little") + (7).to_bytes(8, "little")
    told = Message.from_buffer_copy(raw.ljust(48, b"\0"))
    assert (told.hwnd, told.message, told.wParam) == (42, 689, 7)


@pytest.mark.parametrize(
    ("message", "what"),
    [
        (0x2B1, 2), (0x2B1, 4), (0x2B1, 6), (0x2B1, 7), (0x218, 4), (0x218, 7), (0x218, 18),
    ],
)  # fmt: skip
def test_the_vault_is_locked_with_the_computer(
    window: MainWindow,
    filters: list[QAbstractNativeEventFilter],
    message: int,
    what: int,
) -> None:
    watch = WindowsSessionWatch(window, HANDLE, Calls())
    wanted: list[bool] = []
    watch.lock_wanted.connect(lambda: wanted.append(True))
    say(filters, message, what)
    assert wanted == [True]
    watch.stop()


@pytest.mark.parametrize(
    ("message", "what", "kind"),
    [
        (0x2B1, 1, b"windows_generic_MSG"),  # connected to the console
        (0x2B1, 5, b"windows_generic_MSG"),  # logged on
        (0x2B1, 8, b"windows_generic_MSG"),  # unlocked
        (0x218, 10, b"windows_generic_MSG"),  # the battery
        (0x218, 0x8013, b"windows_generic_MSG"),  # a power setting
        (0x100, 7, b"windows_generic_MSG"),  # a key
        (0x2B1, 7, b"windows_dispatcher_MSG"),  # comes once more by its own name
        (0x2B1, 7, b"xcb_generic_event_t"),
    ],
)
def test_nothing_else_does_anything(
    window: MainWindow,
    filters: list[QAbstractNativeEventFilter],
    message: int,
    what: int,
    kind: bytes,
) -> None:
    watch = WindowsSessionWatch(window, HANDLE, Calls())
    wanted: list[bool] = []
    watch.lock_wanted.connect(lambda: wanted.append(True))
    say(filters, message, what, kind)
    assert wanted == []
    watch.stop()


def test_the_session_is_asked_for_the_window_and_left_once(
    window: MainWindow, filters: list[QAbstractNativeEventFilter]
) -> None:
    calls = Calls()
    watch = WindowsSessionWatch(window, HANDLE, calls)
    assert calls.made == [("register", (HANDLE, 0))]
    watch.stop()
    assert calls.made[1:] == [("unregister", HANDLE)]
    assert filters == []


def test_a_session_that_refuses_to_tell_leaves_the_sleep(
    window: MainWindow, filters: list[QAbstractNativeEventFilter]
) -> None:
    calls = Calls(answer=0)
    watch = WindowsSessionWatch(window, HANDLE, calls)
    wanted: list[bool] = []
    watch.lock_wanted.connect(lambda: wanted.append(True))
    say(filters, 0x218, 4)
    watch.stop()
    assert (wanted, calls.made[1:]) == ([True], [])


def test_qt_takes_the_filter_and_lets_it_go(window: MainWindow) -> None:
    watch = WindowsSessionWatch(window, HANDLE, Calls())
    window.repaint()  # messages of this system pass through it meanwhile
    watch.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="has the library")
def test_elsewhere_there_is_no_such_library(window: MainWindow) -> None:
    with pytest.raises(OSError, match=sys.platform):
        WindowsSessionWatch(window, HANDLE)
