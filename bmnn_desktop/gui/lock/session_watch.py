"""The computer's own lock and sleep, heard on D-Bus. What arrives there can lock, nothing else.

Every program of the session may send such a signal: no argument is used but a yes, and the worst
that a forged one does is to ask for the passphrase once too often. Only UNIX sockets are opened.
Without a bus, or when it says something else, nothing happens and nothing is said.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCall,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)
_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_MANAGER = f"{_LOGIN}.Manager"
_SYSTEM_SOCKETS = ("/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket")


def session_bus(environ: Mapping[str, str]) -> str:
    """Return the address of the session bus, nothing where there is none of ours."""
    named = environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    return _unix_only(named) if named else _socket(f"{runtime}/bus" if runtime else "")


def system_bus(environ: Mapping[str, str]) -> str:
    """Return the address of the system bus, nothing where there is none."""
    named = environ.get("DBUS_SYSTEM_BUS_ADDRESS", "")
    if named:
        return _unix_only(named)
    return next(filter(None, map(_socket, _SYSTEM_SOCKETS)), "")


class SessionWatch(QObject):
    """Emits `lock_wanted` when the session is locked or the machine goes to sleep.

    Sleep is put off until the process is replaced or ends, as long as the system allows it: the
    descriptor that asks for it is never closed before.
    """

    lock_wanted = Signal()

    def __init__(self, parent: QObject, environ: Mapping[str, str] = os.environ) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._delay: QDBusUnixFileDescriptor | None = None
        self._asked: QDBusPendingCallWatcher | None = None
        session = self._open("session", session_bus(environ))
        if session is not None:
            for saver in _SAVERS:  # their paths differ from desktop to desktop
                session.connect(
                    saver, "", saver, "ActiveChanged", self, _slot("saver_turned(bool)")
                )
        system = self._open("system", system_bus(environ))
        if system is not None:
            # Of any session: the computer has one person before it.
            system.connect(_LOGIN, "", f"{_LOGIN}.Session", "Lock", self, _slot("session_locked()"))
            system.connect(
                _LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep", self, _slot("sleep_comes(bool)")
            )
            self._ask_for_delay(system)

    @property
    def delays_sleep(self) -> bool:
        """Tell whether the system waits for us before it sleeps."""
        return self._delay is not None and self._delay.isValid()

    @Slot(bool)
    def saver_turned(self, is_on: bool) -> None:
        """Lock with the screen saver; its end opens nothing."""
        if is_on:
            self.lock_wanted.emit()

    @Slot()
    def session_locked(self) -> None:
        """Lock with the session."""
        self.lock_wanted.emit()

    @Slot(bool)
    def sleep_comes(self, is_coming: bool) -> None:
        """Lock before the machine sleeps, and after it has slept if that came too late."""
        del is_coming
        self.lock_wanted.emit()

    def stop(self) -> None:
        """Leave the buses; sleep is still put off until this process is gone."""
        for name in self._names:
            QDBusConnection.disconnectFromBus(name)
        self._names.clear()

    def _open(self, which: str, address: str) -> QDBusConnection | None:
        if not address:
            return None
        name = f"bmnn-{which}-{id(self)}"
        connection = QDBusConnection.connectToBus(address, name)
        self._names.append(name)
        return connection if connection.isConnected() else None

    def _ask_for_delay(self, system: QDBusConnection) -> None:
        call = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, _MANAGER, "Inhibit")
        call.setArguments(["sleep", "BMNN Desktop", "Khóa kho sổ", "delay"])
        call.setAutoStartService(False)
        pending: QDBusPendingCall = system.asyncCall(call)
        self._asked = QDBusPendingCallWatcher(pending, self)
        self._asked.finished.connect(self._answered)

    def _answered(self, watcher: QDBusPendingCallWatcher) -> None:
        answer = watcher.reply()
        held = answer.arguments()
        if answer.type() == QDBusMessage.MessageType.ReplyMessage and held:
            self._delay = held[0] if isinstance(held[0], QDBusUnixFileDescriptor) else None
        watcher.deleteLater()


def _slot(signature: str) -> bytes:
    """Return a slot's name as it is taken: a str, whatever the types of Qt's binding promise."""
    return cast("bytes", SLOT(signature))


def _unix_only(address: str) -> str:
    """Return `address` when every way in it is a plain UNIX socket, else nothing.

    Others would open a network socket or start a program.
    """
    ways = [way for way in address.split(";") if way]
    return address if ways and all(way.startswith("unix:") for way in ways) else ""


def _socket(place: str) -> str:
    return f"unix:path={place}" if place and Path(place).is_socket() else ""
