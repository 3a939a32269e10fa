"""Reading the form packs that the unit has installed."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.store.rows import Row, Rows

_COLUMNS = "SELECT id, name, content, sha256 FROM form"


@dataclass(frozen=True, slots=True)
class StoredForm:
    """A pack as it is kept: the text of its file and the digest it was installed with."""

    id: int
    name: str
    content: str
    sha256: str


def everyone(rows: Rows) -> tuple[StoredForm, ...]:
    """Return every pack in the order they were installed."""
    return tuple(_stored(row) for row in rows.all(f"{_COLUMNS} ORDER BY id"))


def named(rows: Rows, name: str) -> StoredForm | None:
    """Return the pack of this name."""
    found = rows.one(f"{_COLUMNS} WHERE name = ?", (name,))
    return None if found is None else _stored(found)


def _stored(row: Row) -> StoredForm:
    return StoredForm(*row)
