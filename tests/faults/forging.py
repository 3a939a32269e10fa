"""What a forger with the key, an SQL tool and time can do to the journal."""

from __future__ import annotations

import contextlib
import dataclasses
import os
from collections.abc import Iterator
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store import canonical, search
from bmnn_desktop.store.entry import SIGNATURE_DOMAIN, Change, Entry, change_of, read_changes
from bmnn_desktop.store.journal import Signer, apply_change
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.rows import Rows
from bmnn_desktop.store.tables import JOURNALLED

TEXT = {table.name: table.text for table in JOURNALLED}


@contextlib.contextmanager
def unguarded(sql: sqlcipher.Connection) -> Iterator[None]:
    """Take the triggers away and put them back letter for letter."""
    triggers = sql.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _text in triggers:
        sql.execute(f"DROP TRIGGER {name}")
    yield
    for _name, text in triggers:
        sql.execute(text)


def entry(sql: sqlcipher.Connection, seq: int) -> Entry:
    """Read an entry."""
    return Entry(*sql.execute("SELECT * FROM entry WHERE seq = ?", (seq,)).fetchone())


def head(sql: sqlcipher.Connection) -> int:
    """Return the number of the last entry."""
    return int(sql.execute("SELECT max(seq) FROM entry").fetchone()[0])


def put_entry(sql: sqlcipher.Connection, written: Entry) -> None:
    """Write an entry over the one of its number, or as a new one."""
    names = Entry.__slots__
    sql.execute(
        f"INSERT OR REPLACE INTO entry VALUES ({','.join('?' * len(names))})",
        [getattr(written, name) for name in names],
    )


def put_changes(sql: sqlcipher.Connection, seq: int, changes: list[Change]) -> None:
    """Make these the changes of an entry."""
    sql.execute("DELETE FROM change WHERE seq = ?", (seq,))
    for n, change in enumerate(changes, 1):
        values = [getattr(change, name) for name in Change.__slots__]
        sql.execute("INSERT INTO change VALUES (?,?,?,?,?,?,?,?,?,?)", [seq, n, *values])


def remake(
    sql: sqlcipher.Connection,
    store: bytes,
    first: int,
    key: SigningKey | None = None,
    *,
    last: int | None = None,
) -> None:
    """Chain the entries from `first` to `last` anew; sign them with `key` when one is given."""
    rows = Rows(sql)
    for seq in range(first, (last or head(sql)) + 1):
        old = entry(sql, seq)
        previous = entry(sql, seq - 1).hash if seq > 1 else bytes(32)
        linked = dataclasses.replace(old, previous=previous)
        digest = linked.computed_hash(store, read_changes(rows, seq))
        signature = key.sign(SIGNATURE_DOMAIN + digest) if key else old.signature
        put_entry(sql, dataclasses.replace(linked, hash=digest, signature=signature))


def rewrite_row(sql: sqlcipher.Connection, seq: int, n: int, columns: canonical.Columns) -> None:
    """Give the n-th change of an entry other columns, digests, row and search text included."""
    changes = read_changes(Rows(sql), seq)
    old = changes[n - 1]
    changes[n - 1] = change_of(
        old.table,
        {**old.columns(), **columns},
        TEXT[old.table],
        salt=os.urandom(16),
        replaces=old.replaces,
    )
    put_changes(sql, seq, changes)
    apply_change(sql, changes[n - 1])
    search.refresh(sql, [changes[n - 1]])


def append(
    sql: sqlcipher.Connection,
    store: bytes,
    signer: Signer,
    changes: list[Change],
    **fields: Any,  # noqa: ANN401
) -> Entry:
    """Append a well-signed entry that no product would write; apply nothing."""
    last = entry(sql, head(sql))
    bare = dataclasses.replace(
        last,
        seq=last.seq + 1,
        kind="act",
        action="forged",
        detail="{}",
        reason=None,
        reason_salt=None,
        reason_digest=None,
        signer=signer.row,
        previous=last.hash,
    )
    made = dataclasses.replace(bare, **fields)
    digest = made.computed_hash(store, changes)
    signature = signer.key.sign(SIGNATURE_DOMAIN + digest)
    signed = dataclasses.replace(made, hash=digest, signature=signature)
    put_entry(sql, signed)
    put_changes(sql, signed.seq, changes)
    return signed
