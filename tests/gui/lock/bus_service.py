"""What a desktop says on its buses: python -m tests.gui.lock.bus_service ADDRESS.

Owns the names of screen saver and login manager, answers Inhibit, and sends the signals that it
reads on its input, one word a line: saver-on, saver-off, lock, sleep, junk.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVirtualObject,
)

SAVER = "org.gnome.ScreenSaver"
LOGIN = "org.freedesktop.login1"
_SIGNALS: dict[str, tuple[str, str, str, list[object]]] = {
    "saver-on": ("/org/gnome/ScreenSaver", SAVER, "ActiveChanged", [True]),
    "saver-off": ("/org/gnome/ScreenSaver", SAVER, "ActiveChanged", [False]),
    "lock": ("/org/freedesktop/login1/session/_31", f"{LOGIN}.Session", "Lock", []),
    "unlock": ("/org/freedesktop/login1/session/_31", f"{LOGIN}.Session", "Unlock", []),
    "sleep": ("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", [True]),
    "junk": ("/org/gnome/ScreenSaver", SAVER, "ActiveChanged", ["rm -rf /", 7]),
}


class Manager(QDBusVirtualObject):
    """The login manager, as far as anybody asks it."""

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        if message.member() != "Inhibit":
            return False
        told = " ".join(str(word) for word in message.arguments())
        read_end, write_end = os.pipe()
        descriptor = QDBusUnixFileDescriptor(write_end)
        os.close(write_end)
        reply = message.createReply()
        reply.setArguments([descriptor])
        connection.send(reply)
        say(f"inhibit {told}")
        self._watch = QSocketNotifier(read_end, QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._released)
        return True

    @Slot()
    def _released(self) -> None:
        self._watch.setEnabled(False)
        say("released")


class Desk(QObject):
    """Sends what is typed."""

    def __init__(self, connection: QDBusConnection) -> None:
        super().__init__()
        self._connection = connection
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._typed)

    @Slot()
    def _typed(self) -> None:
        word = sys.stdin.readline().strip()
        if not word:
            QCoreApplication.quit()
            return
        path, interface, name, arguments = _SIGNALS[word]
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(arguments)
        self._connection.send(message)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(sys.argv[1], "service")
    manager = Manager()
    bus.registerVirtualObject("/org/freedesktop/login1", manager)
    for wanted in (SAVER, LOGIN):
        if not bus.registerService(wanted):
            sys.exit(f"{wanted}: {bus.lastError().message()}")
    desk = Desk(bus)
    say("ready")
    app.exec()
