"""A clock that the test winds, and a desktop on a bus of its own."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.lock.curtain import Cover
from bmnn_desktop.gui.lock.lift_dialog import LiftDialog
from bmnn_desktop.gui.main_window import MainWindow
from tests.house.tree import ROOT

needs_daemon = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="dbus-daemon is missing"
)
_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={place}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""

Wind = Callable[[float], None]


@pytest.fixture
def wind(window: MainWindow) -> Wind:
    """Let so many seconds pass in which nobody touches anything."""
    until(lambda: not window.jobs.is_busy, "the setting")
    idle = window.guard.idle
    times = [1000.0]
    idle.clock = lambda: times[0]
    idle.touch()

    def pass_by(seconds: float) -> None:
        times[0] += seconds
        idle.look()

    return pass_by


def covers(of: QWidget) -> list[Cover]:
    """Return the covers that lie over a window."""
    return [one for one in of.children() if isinstance(one, Cover) and one.isVisible()]


def lift_dialog() -> LiftDialog:
    """Return the dialog that asks for the passphrase before the curtain."""

    def shown() -> list[LiftDialog]:
        return [one for one in shown_windows() if isinstance(one, LiftDialog)]

    until(lambda: bool(shown()), "the question for the passphrase")
    (dialog,) = shown()
    return dialog


def shown_windows() -> list[QWidget]:
    """Return the windows on the screen."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


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
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()
        assert self.process.returncode == -signal.SIGKILL, "it ended by itself"


def _listens(place: Path) -> bool:
    """Tell whether somebody listens there: the file is there a moment before."""
    with socket.socket(socket.AF_UNIX) as knocking:
        return knocking.connect_ex(str(place)) == 0


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of a private bus that is the session's and the system's."""
    config, place = tmp_path / "bus.conf", tmp_path / "bus"
    config.write_text(_CONFIG.format(place=place), encoding="utf-8")
    daemon = subprocess.Popen(["dbus-daemon", "--nofork", f"--config-file={config}"])
    try:
        until(lambda: _listens(place), "the bus")
        address = f"unix:path={place}"
        for which in ("SESSION", "SYSTEM"):
            monkeypatch.setenv(f"DBUS_{which}_BUS_ADDRESS", address)
        yield address
    finally:
        daemon.kill()
        daemon.wait()


@pytest.fixture
def desktop(bus: str) -> Iterator[Desktop]:
    """Return a service of our own on the bus."""
    service = Desktop(bus)
    yield service
    service.stop()
