"""The changes of one act, written row by row."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store import canonical, tables
from bmnn_desktop.store.asked import EntrySigner
from bmnn_desktop.store.entry import Change, Entry, change_of, row_digest
from bmnn_desktop.store.rows import Rows

_SALT = 16
_TEXT = {table.name: table.text for table in tables.JOURNALLED}


class Act:
    """The changes of one entry while it is being written."""

    def __init__(self, connection: sqlcipher.Connection, action: str = "") -> None:
        self._connection = connection
        self.action = action  # an act may turn out to be of a graver kind while it is written
        self.rows = Rows(connection)
        self.changes: list[Change] = []
        self._last: dict[str, int] = {}  # the id given last in each table
        self.detail: dict[str, object] = {}
        self.signer: EntrySigner | None = None  # a new key that signs the proposal which brings it
        self.ready: Callable[[], None] | None = None  # when two have signed, before the commit
        self.entry: Entry | None = None  # once written

    @property
    def seq(self) -> int:
        """Return the entry's number; only after the act is written."""
        return self.written.seq

    @property
    def written(self) -> Entry:
        """Return the entry; only after the act is written."""
        if self.entry is None:
            msg = "the act is not written yet"
            raise RuntimeError(msg)
        return self.entry

    def insert(self, table: str, **columns: canonical.Value) -> int:
        """Add a row and return its id; the id is the next one of the table."""
        last = self._last.get(table)
        if last is None:
            last = int(self.rows.value(f"SELECT coalesce(max(id), 0) FROM {table}"))  # noqa: S608
        self.put(table, {"id": last + 1, **columns}, replaces=None)
        self._last[table] = last + 1
        return last + 1

    def update(self, table: str, row: int, **columns: canonical.Value) -> None:
        """Give some columns of a row new values; the change is the whole new row."""
        old = self.read(table, row)
        self.put(table, {**old, **columns}, replaces=row_digest(old))

    def read(self, table: str, row: int) -> canonical.Columns:
        """Return a row of a journalled table as it stands; an unknown one is a bug."""
        found = self.rows.one(f"SELECT * FROM {table} WHERE id = ?", (row,))  # noqa: S608
        if found is None:
            raise KeyError((table, row))
        return dict(found)

    def put(self, table: str, columns: canonical.Columns, *, replaces: bytes | None) -> None:
        """Write a whole row and note the change."""
        change = change_of(table, columns, _TEXT[table], salt=os.urandom(_SALT), replaces=replaces)
        put_row(self._connection, table, columns)
        self._last.pop(table, None)
        self.changes.append(change)


def put_row(connection: sqlcipher.Connection, table: str, columns: canonical.Columns) -> None:
    """Make a row look like `columns`, which are all it has."""
    connection.execute(_upsert(table, tuple(columns)), list(columns.values()))


@functools.lru_cache(maxsize=64)
def _upsert(table: str, names: tuple[str, ...]) -> str:
    others = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    return (
        f"INSERT INTO {table} ({', '.join(names)})"  # noqa: S608
        f" VALUES ({','.join('?' * len(names))}) ON CONFLICT (id) DO UPDATE SET {others}"
    )
