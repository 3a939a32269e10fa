"""Reading: SQL in, rows out; each statement is read to its end so that no lock stays behind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

Row = Any  # sqlcipher's Row: by position and by column name


class Rows:
    """The reading side of one connection, used by its thread only."""

    def __init__(self, connection: sqlcipher.Connection) -> None:
        self._connection = connection

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return every row."""
        return list(self._connection.execute(sql, parameters).fetchall())

    def one(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """Return the only row, None when there is none."""
        rows = self.all(sql, parameters)
        return rows[0] if rows else None

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:  # noqa: ANN401
        """Return the first column of the only row, None when there is none."""
        row = self.one(sql, parameters)
        return None if row is None else row[0]
