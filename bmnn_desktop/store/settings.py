"""Settings of this vault on this computer: view settings, printer offsets. Local."""

from __future__ import annotations

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store.rows import Rows


def put(connection: sqlcipher.Connection, name: str, value: str) -> None:
    """Give a setting its value."""
    connection.execute(
        "INSERT INTO setting (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def find(rows: Rows, name: str) -> str | None:
    """Return the value of a setting, None when it was never set."""
    value: str | None = rows.value("SELECT value FROM setting WHERE name = ?", (name,))
    return value
