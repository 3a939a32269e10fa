"""Login manager and screen savers as python-dbusmock plays them: what others say these services do.

It is Debian's package for Debian's Python, so it runs apart, on the private bus of a test.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtDBus import QDBusConnection, QDBusMessage

from bmnn_desktop.gui.demo.hands import until

LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
_PYTHON = Path("/usr/bin/python3")
_PACKAGE = Path("/usr/lib/python3/dist-packages/dbusmock")
MOCK = "org.freedesktop.DBus.Mock"


def is_installed() -> bool:
    """Tell whether python3-dbusmock is on this computer."""
    return _PYTHON.exists() and _PACKAGE.is_dir()


class Mocked:
    """Services on the bus at `address`, and a connection that asks them to speak."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._name = f"asks-{id(self)}"
        self._connection = QDBusConnection.connectToBus(address, self._name)
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self, name: str, *words: str) -> None:
        """Start a service and wait until it owns `name`."""
        command = [str(_PYTHON), "-I", "-m", "dbusmock", *words]
        environment = os.environ | {
            f"DBUS_{which}_BUS_ADDRESS": self._address for which in ("SESSION", "SYSTEM")
        }
        self._processes.append(subprocess.Popen(command, env=environment))
        bus = self._connection.interface()
        until(lambda: bool(bus.isServiceRegistered(name).value()), name)

    def call(
        self, name: str, path: str, method: str, *arguments: object, interface: str = ""
    ) -> list[object]:
        """Call a method and return its answer, which must be none of refusal."""
        message = QDBusMessage.createMethodCall(name, path, interface or name, method)
        message.setArguments(list(arguments))
        answer = self._connection.call(message)
        assert answer.type() == QDBusMessage.MessageType.ReplyMessage, answer.errorMessage()
        return list(answer.arguments())

    def emit(self, name: str, path: str, interface: str, signal: str, value: bool) -> None:
        """Have a service emit a signal that says yes or no."""
        self.call(
            name, path, "EmitSignal", interface, signal, "b", [value], interface=MOCK
        )  # fmt: skip

    def inhibitors(self) -> list[Sequence[str]]:
        """Return who asked for what to be put off: what, who, why, how."""
        told = subprocess.run(
            [
                "dbus-send", f"--bus={self._address}", "--print-reply", f"--dest={LOGIN}",
                LOGIN_PATH, f"{LOGIN}.Manager.ListInhibitors",
            ],
            check=True, capture_output=True, encoding="utf-8",
        ).stdout  # fmt: skip
        words = re.findall(r'string "(.*)"', told)
        return [words[first : first + 4] for first in range(0, len(words), 4)]

    def end_services(self) -> None:
        """End the services at once."""
        for process in self._processes:
            process.kill()
            assert process.wait() == -signal.SIGKILL, "it ended by itself"
        self._processes.clear()

    def stop(self) -> None:
        """End the services and leave the bus."""
        self.end_services()
        QDBusConnection.disconnectFromBus(self._name)
