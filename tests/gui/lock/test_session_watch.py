"""The computer's lock and sleep, on a private bus with a service of our own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bmnn_desktop.gui.demo.hands import until, wait
from bmnn_desktop.gui.lock.session_watch import SessionWatch, session_bus, system_bus
from bmnn_desktop.gui.main_window import MainWindow
from tests.gui.lock.conftest import covers
from tests.house.tree import ROOT

needs_daemon = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="dbus-daemon is missing"
)
_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={place}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""

Send = Callable[[str], None]


class Desktop:
    """A service on the bus, and what it heard."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.gui.lock.bus_service", address],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self.hear() == "ready"

    def hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def send(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()

    def stop(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    config, place = tmp_path / "bus.conf", tmp_path / "bus"
    config.write_text(_CONFIG.format(place=place), encoding="utf-8")
    daemon = subprocess.Popen(["dbus-daemon", "--nofork", f"--config-file={config}"])
    try:
        until(place.is_socket, "the bus")
        address = f"unix:path={place}"
        for bus in ("SESSION", "SYSTEM"):
            monkeypatch.setenv(f"DBUS_{bus}_BUS_ADDRESS", address)
        service = Desktop(address)
        yield service
        service.stop()
    finally:
        daemon.kill()
        daemon.wait()


@pytest.fixture
def listening(desktop: Desktop, window: MainWindow) -> MainWindow:
    """Return a window that has asked the system to wait for it before it sleeps."""
    until(lambda: window.guard.session is not None, "the buses")
    assert desktop.hear() == "inhibit sleep BMNN Desktop Khóa kho sổ delay"
    session = window.guard.session
    assert session is not None
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
