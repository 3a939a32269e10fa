"""A consistent copy of the database under a fresh key: what a backup carries."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop import paths
from bmnn_desktop.store import keys
from bmnn_desktop.store.failures import as_known

_PAGES_A_STEP = 1024


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The copy on disk, its key (64 hex digits, in memory only) and where the journal stood."""

    path: Path
    key: str
    head_seq: int
    head_hash: bytes
    first_hash: bytes
    version: int
    pages: int
    page_size: int


@contextlib.contextmanager
def take(
    connection: sqlcipher.Connection,
    place: Path,
    schema_version: int,
    progress: Callable[[float], None],
) -> Iterator[Snapshot]:
    """Copy the database to `snapshot.tmp` under a fresh key; the file is gone afterwards."""
    path = place / paths.SNAPSHOT
    remove(place)
    key = keys.new_secret().hex()
    try:
        with as_known():
            copy = _copy(connection, path, key, schema_version, progress)
        yield copy
    finally:
        remove(place)


def remove(place: Path) -> None:
    """Drop a copy that a killed program left behind; nobody has its key."""
    (place / paths.SNAPSHOT).unlink(missing_ok=True)
    (place / (paths.SNAPSHOT + "-journal")).unlink(missing_ok=True)


@contextlib.contextmanager
def copied(
    connection: sqlcipher.Connection, path: Path, key: str, progress: Callable[[float], None]
) -> Iterator[sqlcipher.Connection]:
    """Copy the database to the new file `path` under `key`; give the copy, checked but not synced.

    `Connection.backup()` is not seen by the authorizer: this is its one caller.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    target = sqlcipher.connect(str(path), isolation_level=None)
    try:
        target.execute(f"PRAGMA key = \"x'{key}'\"")
        target.execute("PRAGMA journal_mode = OFF").fetchall()
        target.execute("PRAGMA synchronous = OFF")

        def report(_status: int, remaining: int, total: int) -> None:
            progress(1 - remaining / (total or 1))

        connection.backup(target, pages=_PAGES_A_STEP, progress=report)
        if target.execute("PRAGMA cipher_integrity_check").fetchall():
            msg = "the copy differs from what was written"
            raise RuntimeError(msg)
        yield target
    finally:
        target.close()


def _copy(
    connection: sqlcipher.Connection,
    path: Path,
    key: str,
    schema_version: int,
    progress: Callable[[float], None],
) -> Snapshot:
    with copied(connection, path, key, progress) as target:
        head = target.execute("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
        return Snapshot(
            path=path,
            key=key,
            head_seq=head[0],
            head_hash=bytes(head[1]),
            first_hash=bytes(target.execute("SELECT hash FROM entry WHERE seq = 1").fetchone()[0]),
            version=schema_version,
            pages=target.execute("PRAGMA page_count").fetchone()[0],
            page_size=int(target.execute("PRAGMA page_size").fetchone()[0]),
        )
