"""What was typed before, by field: suggested while typing. Local, learnt with each act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store.entry import Change
from bmnn_desktop.store.rows import Rows

# Table → column → the field under which its values are remembered.
_FIELDS = {
    "document": {
        name: name
        for name in (
            *("doc_type", "signer", "holding_unit", "issuer", "receiving_unit"),
            *("drafter", "basis"),
        )
    },
    "recipient": {"name": "recipients"},
    "envelope": {"addressee": "addressee"},
    "handover": {"receiver": "receiver"},
    "direction": {"leader": "leader", "assignee": "assignee"},
}
_MOST = 2_000  # values of one field
# What is used often stays as it is: a save must not dirty a page for it each time.
_LEARN = """
    INSERT INTO remembered (field, value, uses) VALUES (?, ?, 1)
    ON CONFLICT (field, value) DO UPDATE SET uses = uses + 1 WHERE uses < 5"""


def learn(connection: sqlcipher.Connection, changes: Sequence[Change]) -> None:
    """Remember the values of an act's changes."""
    connection.executemany(_LEARN, sorted(set(_typed(changes))))


def rebuild(connection: sqlcipher.Connection) -> None:
    """Remember everything anew in a vault whose tables were rebuilt from the journal."""
    for table, columns in _FIELDS.items():
        for column, field in columns.items():
            connection.execute(
                "INSERT INTO remembered (field, value, uses) SELECT ?, "  # noqa: S608 (own names)
                f"{column}, min(5, count(*)) FROM {table} WHERE {column} <> '' GROUP BY {column}",
                (field,),
            )


def values(rows: Rows, fields: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return what is remembered of each field, most used first."""
    sql = "SELECT value FROM remembered WHERE field = ? ORDER BY uses DESC, value LIMIT ?"
    return {field: tuple(row[0] for row in rows.all(sql, (field, _MOST))) for field in fields}


def _typed(changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    for change in changes:
        fields = _FIELDS.get(change.table)
        if fields is None:
            continue
        columns = change.columns()
        for column, field in fields.items():
            value = columns[column]
            if isinstance(value, str) and value:
                yield field, value
