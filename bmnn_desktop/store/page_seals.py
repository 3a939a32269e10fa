"""The seal of every page, checked so that whoever waits for it may stop waiting.

SQLCipher looks at all of them within one call, which asks nobody and cannot be interrupted. So the
call is made on a thread and a connection of its own; one that is no longer wanted is left behind
and ends after some seconds.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store import connection as connections
from bmnn_desktop.store.failures import code_of

_ASKED_EVERY = 0.1  # seconds
_PATIENCE = 0.3  # seconds for a check that is no longer wanted
_UNREADABLE = (sqlcipher.SQLITE_NOTADB, sqlcipher.SQLITE_CORRUPT)


def are_whole(path: Path, key: str, ask: Callable[[], None]) -> bool:
    """Tell whether every page is sealed under `key`; `ask` is called meanwhile and may raise."""
    found: Future[bool] = Future()
    thread = threading.Thread(
        target=_check, args=(path, key, found), name="page seals", daemon=True
    )
    thread.start()
    try:
        while thread.is_alive():
            thread.join(_ASKED_EVERY)
            ask()
    except BaseException:
        thread.join(_PATIENCE)
        raise
    return found.result()


def _check(path: Path, key: str, found: Future[bool]) -> None:
    try:
        connection = connections.open_database(path, key)
        try:
            connections.guard(connection, writes=False)
            bad = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        finally:
            connection.close()
    except BaseException as error:  # noqa: BLE001  (crosses to the thread that waits)
        if isinstance(error, sqlcipher.Error) and code_of(error) in _UNREADABLE:
            found.set_result(False)
        else:
            found.set_exception(error)
    else:
        found.set_result(not bad)
