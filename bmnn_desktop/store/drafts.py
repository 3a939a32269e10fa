"""Drafts: what stood in a form when the vault was closed or the program died. Local."""

from __future__ import annotations

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store.rows import Rows


def put(
    connection: sqlcipher.Connection, form: str, person: int, *, saved_at: str, content: str
) -> None:
    """Keep the content of a form in place of an older draft."""
    connection.execute(
        "INSERT INTO draft (form, person_id, saved_at, content) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (form, person_id) DO UPDATE"
        " SET saved_at = excluded.saved_at, content = excluded.content",
        (form, person, saved_at, content),
    )


def drop(connection: sqlcipher.Connection, form: str, person: int) -> None:
    """Forget a draft."""
    connection.execute("DELETE FROM draft WHERE form = ? AND person_id = ?", (form, person))


def find(rows: Rows, form: str, person: int) -> tuple[str, str] | None:
    """Return when a draft was kept and its content."""
    row = rows.one(
        "SELECT saved_at, content FROM draft WHERE form = ? AND person_id = ?", (form, person)
    )
    return None if row is None else (row[0], row[1])
