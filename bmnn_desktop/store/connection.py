"""One way to open the database: the key, the pragmas, the default-deny authorizer."""

from __future__ import annotations

import os
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store import tables

_PAGE_SIZE = 4096
_CACHE_KIB = 65536
_BUSY_MS = 5000
_PRAGMAS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "mmap_size = 0",
    f"cache_size = -{_CACHE_KIB}",
    f"busy_timeout = {_BUSY_MS}",
)
# FTS5 asks for data_version; the others are what verification reads.
_READ_PRAGMAS = frozenset(
    {
        "data_version",
        "integrity_check",
        "cipher_integrity_check",
        "page_count",
        "page_size",
        "table_info",
        "user_version",
    }
)
_ASKED_OF_A_TABLE = frozenset({"integrity_check", "table_info"})
_ALWAYS = frozenset(
    {
        sqlcipher.SQLITE_SELECT,
        sqlcipher.SQLITE_READ,
        sqlcipher.SQLITE_RECURSIVE,
        sqlcipher.SQLITE_TRANSACTION,
        sqlcipher.SQLITE_SAVEPOINT,
    }
)
_ROW_WRITES = frozenset({sqlcipher.SQLITE_INSERT, sqlcipher.SQLITE_UPDATE})


class Guard:
    """The authorizer of one connection.

    `journalling` is true only while the journal writes. SQLite asks when a statement is
    prepared, so this stops code that goes round the journal, not a prepared statement.
    """

    def __init__(self, *, writes: bool) -> None:
        self._writes = writes
        self._journalled = frozenset(table.name for table in tables.JOURNALLED)
        self.journalling = False

    def __call__(
        self,
        action: int,
        first: str | None,
        second: str | None,
        _database: str | None,
        _trigger: str | None,
    ) -> int:
        """Answer SQLite: allowed or not."""
        allowed = self._allows(action, first, second)
        return int(sqlcipher.SQLITE_OK if allowed else sqlcipher.SQLITE_DENY)

    def _allows(self, action: int, first: str | None, second: str | None) -> bool:
        if action in _ALWAYS:
            return True
        if action == sqlcipher.SQLITE_FUNCTION:
            return second != "load_extension"
        if action == sqlcipher.SQLITE_PRAGMA:
            # With a value some of them write: user_version does.
            return first in _READ_PRAGMAS and (second is None or first in _ASKED_OF_A_TABLE)
        return self._writes and first is not None and self._allows_write(action, first)

    def _allows_write(self, action: int, table: str) -> bool:
        if tables.is_local(table):
            return action in _ROW_WRITES or action == sqlcipher.SQLITE_DELETE
        if table in self._journalled:
            return self.journalling and action in _ROW_WRITES
        return self.journalling and table in tables.JOURNAL and action == sqlcipher.SQLITE_INSERT


def open_database(path: Path, key: str, *, create: bool = False) -> sqlcipher.Connection:
    """Open `path` under `key` (64 hex digits; the salt is the file's own), without authorizer.

    Raises sqlcipher's DatabaseError when the file is not a database under this key.
    """
    if create:
        # SQLite would let others read the file; what it finds empty it takes for new.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    connection = sqlcipher.connect(
        f"file:{_quoted(path)}?mode=rw",
        uri=True,
        isolation_level=None,
        cached_statements=256,
    )
    try:
        # SQLCipher writes its errors to stderr unless told not to before the key.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute(f"PRAGMA cipher_page_size = {_PAGE_SIZE}")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if not connection.execute("PRAGMA cipher_version").fetchone():
            msg = "this SQLite does not encrypt"
            raise RuntimeError(msg)
    except BaseException:
        connection.close()
        raise
    connection.row_factory = sqlcipher.Row
    return connection


def guard(connection: sqlcipher.Connection, *, writes: bool) -> Guard:
    """Put a fresh authorizer on `connection`; a reader also gets `query_only`."""
    if not writes:
        connection.execute("PRAGMA query_only = ON")
    authorizer = Guard(writes=writes)
    connection.set_authorizer(authorizer)
    return authorizer


def _quoted(path: Path) -> str:
    return str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
