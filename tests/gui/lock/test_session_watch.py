"""The computer's lock and sleep, on a private bus with a service of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bmnn_desktop.gui.demo.hands import until, wait
from bmnn_desktop.gui.lock.session_watch import SessionWatch, session_bus, system_bus
from bmnn_desktop.gui.main_window import MainWindow
from tests.gui.lock.conftest import Desktop, covers, needs_daemon


@pytest.fixture
def listening(desktop: Desktop, window: MainWindow) -> MainWindow:
    """Return a window that has asked the system to wait for it before it sleeps."""
    until(lambda: window.guard.session is not None, "the buses")
    assert desktop.hear() == "inhibit sleep BMNN Desktop Khóa kho sổ delay"
    session = window.guard.session
    assert isinstance(session, SessionWatch)
    until(lambda: session.delays_sleep, "the answer")
    return window


@needs_daemon
@pytest.mark.parametrize("word", ["saver-on", "lock", "sleep"])
def test_the_vault_is_locked_with_the_computer(
    desktop: Desktop, listening: MainWindow, left: list[str], word: str
) -> None:
    desktop.send(word)
    until(lambda: bool(left), "the lock")
    assert left == ["lock"]
    assert covers(listening) or not listening.isVisible()


@needs_daemon
@pytest.mark.parametrize("word", ["saver-off", "unlock", "junk"])
def test_nothing_else_does_anything(
    desktop: Desktop, listening: MainWindow, left: list[str], word: str
) -> None:
    listening.guard.draw()
    desktop.send(word)
    wait(300)
    assert not left
    assert not listening.leaving.is_under_way
    assert covers(listening)  # and nothing on a bus lifts the curtain


@needs_daemon
def test_the_service_going_away_is_not_noticed(
    desktop: Desktop, listening: MainWindow, left: list[str]
) -> None:
    desktop.stop()
    wait(200)
    assert not left
    assert not listening.leaving.is_under_way


@pytest.mark.parametrize(
    "address",
    [
        "",
        "none:",
        "unix:path=/nowhere/at/all",
        "tcp:host=127.0.0.1,port=4711",
        "unixexec:path=/bin/false",
        "autolaunch:",
    ],
)
def test_without_a_bus_there_is_silence(
    window: MainWindow, address: str, capfd: pytest.CaptureFixture[str]
) -> None:
    environ = {f"DBUS_{bus}_BUS_ADDRESS": address for bus in ("SESSION", "SYSTEM") if address}
    if not address:
        environ["DBUS_SYSTEM_BUS_ADDRESS"] = "none:"
    watch = SessionWatch(window, environ)
    assert not watch.delays_sleep
    watch.stop()
    assert capfd.readouterr() == ("", "")


def test_only_plain_unix_sockets_are_spoken_to(tmp_path: Path) -> None:
    for address in ("tcp:host=x", "unixexec:path=/bin/true", "unix:path=/x;tcp:host=x", ";"):
        assert session_bus({"DBUS_SESSION_BUS_ADDRESS": address}) == ""
        assert system_bus({"DBUS_SYSTEM_BUS_ADDRESS": address}) == ""
    both = "unix:path=/x,guid=1;unix:abstract=y"
    assert session_bus({"DBUS_SESSION_BUS_ADDRESS": both}) == both
    assert session_bus({"XDG_RUNTIME_DIR": str(tmp_path)}) == ""
    assert session_bus({}) == ""
