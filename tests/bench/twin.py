"""The unencrypted twin of a vault: the same registers in plain SQLite, without the journal."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.office import Office
from bmnn_desktop.store import schema as schemas
from bmnn_desktop.store.rows import Row
from bmnn_desktop.store.schema import Schema

_TABLES = ("person", "volume", "envelope", "document", "recipient", "search_document")
_BATCH = 20_000


def twin(office: Office, path: Path, *, more: Sequence[str] = ()) -> sqlite3.Connection:
    """Return the twin, filled; `more` are tables beside those of the registers."""
    plain = sqlite3.connect(path, isolation_level=None)
    plain.row_factory = sqlite3.Row
    plain.execute("PRAGMA cache_size = -65536")
    plain.execute("BEGIN")
    schemas.create(plain, Schema(), Schema().version)
    for table in (*_TABLES, *more):
        last = 0
        while found := office.read(_rows, table, last).result():
            marks = ",".join("?" * len(found[0]))
            plain.executemany(f"INSERT INTO {table} VALUES ({marks})", map(tuple, found))
            last = found[-1]["id"]
    plain.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
    plain.execute("COMMIT")
    return plain


def _rows(desk: Desk, table: str, last: int) -> list[Row]:
    sql = f"SELECT * FROM {table} WHERE id > ? ORDER BY id LIMIT ?"
    return desk.rows.all(sql, (last, _BATCH))
