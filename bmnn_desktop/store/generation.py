"""A new generation of keys: the register copied under a new root key, and the switch to it.

Whoever kept a copy of the header and knows a passphrase of that day holds the root key for ever;
only a register that this key does not open shuts him out.

1. `draft` copies the register to `register.next`, journals there that a generation begins, and
   verifies the copy whole, read back from the disk. The vault is as it was; any failure drops it.
2. `switch` writes the header of the next generation, one half after the other. The newest whole
   half counts, so the first one on the disk decides: before it the old generation opens, after it
   the new one. Nothing may be written into the old register from here on.
3. `settle` overwrites the old register and puts the new one in its place. Closing the vault does
   it, and every opening for whom died on the way: what the header's key opens is the register.

A root key is boxed to the seed of its owner, which outlives a change of passphrase. Where a seed
may be known (somebody's passphrase of a day of which a header copy exists), that person needs a
new key first (`person.rekey`); the new generation then shuts out whoever has the old one.

Overwriting and deleting promise nothing where a medium writes elsewhere than it is told: flash with
wear levelling, a file system that copies on write or keeps snapshots, a backup of the disk. There
the old register lies on as ciphertext, and only the encryption of the whole disk helps.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop import paths
from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.domain.clock import Clock
from bmnn_desktop.errors import VaultDamaged
from bmnn_desktop.store import connection as connections
from bmnn_desktop.store import header as headers
from bmnn_desktop.store import keys, rights, snapshot
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.asked import EntrySigner
from bmnn_desktop.store.entry import Kind
from bmnn_desktop.store.failures import as_known, code_of
from bmnn_desktop.store.header import Header
from bmnn_desktop.store.journal import Journal, Signer
from bmnn_desktop.store.schema import Schema
from bmnn_desktop.store.verify import verify

Progress = Callable[[str, float], None]
# Writes what else changes with the keys, and returns how the header follows.
Renewal = Callable[[Act], Callable[[Header, bytes], Header]]

COPYING = "Chép sổ sang khóa mới"
CHECKING = "Kiểm tra bản chép"
DROPPED = "Lần đổi khóa trước bị ngắt trước khi chuyển; đã bỏ bản chép dở, khóa vẫn như cũ."
FINISHED = "Lần đổi khóa trước bị ngắt giữa chừng; đã làm nốt, kho sổ dùng khóa mới."
_CHUNK = 1024 * 1024
_ACTIVE = """
    SELECT s.id FROM signer AS s LEFT JOIN person AS p ON p.id = s.person_id
    WHERE s.retired = 0 AND p.revoked_on IS NULL"""
_LAST = "SELECT generation, action, kind FROM entry ORDER BY seq DESC LIMIT 1"
_NOT_OURS = (sqlcipher.SQLITE_NOTADB, sqlcipher.SQLITE_CORRUPT, sqlcipher.SQLITE_ERROR)


@dataclass(frozen=True, slots=True)
class Successor:
    """The header of the next generation and the key under which `register.next` lies."""

    header: Header
    root: bytes = field(repr=False)


def kept_slots(connection: sqlcipher.Connection, header: Header) -> Header:
    """Return the header without the slots of people who have left."""
    return header.with_only({row[0] for row in connection.execute(_ACTIVE).fetchall()})


def draft(
    connection: sqlcipher.Connection,
    place: Path,
    header: Header,
    *,
    signer: Signer,
    second: EntrySigner,
    reason: str,
    schema: Schema,
    clock: Clock,
    progress: Progress,
    renewal: Renewal | None = None,
) -> Successor:
    """Write `register.next`, in which `signer` proposes and `second` approves the new generation.

    `renewal` stands in the proposal, its slots in the new header alone. Raises VaultDamaged,
    NotConfirmer, SelfApproval, DiskFull and what `progress` raises; then the copy is gone and the
    vault is as it was.
    """
    kept = kept_slots(connection, header)
    if any(slot.is_first_format for slot in kept.slots):
        raise ValueError("a slot that could not be given the new root key")
    root = keys.new_secret()
    following = kept.with_generation(root)
    seq, digest = connection.execute(
        "SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    path, key = place / paths.NEXT, keys.database_key(root)
    remove(place)
    try:
        with as_known():
            with snapshot.copied(connection, path, key, lambda done: progress(COPYING, done)):
                pass
            target = connections.open_database(path, key)
            try:
                follow = _begin(
                    target,
                    header,
                    signer=signer,
                    second=second,
                    reason=reason,
                    clock=clock,
                    renewal=renewal,
                )
                made = Successor(kept_slots(target, follow(following, root)), root)
            finally:
                target.close()
            _sync_and_forget(path)
            headers.sync_directory(place)
            _check(
                path,
                made,
                schema=schema,
                before=Anchor.of(_generation_of(connection, seq), seq, bytes(digest)),
                progress=lambda done: progress(CHECKING, done),
            )
    except BaseException:
        remove(place)
        raise
    return made


def switch(place: Path, made: Successor) -> None:
    """Write the header of the next generation: after it the old one opens nothing any more.

    Both halves of the present header must be whole, so that one of four is at every moment. When
    it fails, only the next opening can tell which generation counts.
    """
    headers.write(place, made.header, made.root)


def settle(place: Path, header: Header, root: bytes) -> str:
    """Finish or drop the change that was left half done; `header` is the one that counts.

    Returns what to tell whoever opens the vault, nothing when nothing was left. No connection to
    the vault may be open. Raises VaultDamaged when the new register is not whole, before the old
    one is touched.
    """
    present, following = place / paths.REGISTER, place / paths.NEXT
    key = keys.database_key(root)
    with as_known():
        if not following.exists():
            _journal_of(following).unlink(missing_ok=True)  # a power cut may keep it alone
            return ""
        if _last_entry(present, key) is not None:
            remove(place)
            return DROPPED
        begun = (header.generation, rights.GENERATION, Kind.APPROVE.value)
        if _last_entry(following, key) != begun:
            return ""  # of no use, and neither is the present one: the opening will say so
        _require_whole(following, key)
        headers.write(place, header, root)  # a half written before a kill may not be on the disk
        _blank(present)
        # What SQLite would roll back belongs to the old register.
        _journal_of(present).unlink(missing_ok=True)
        headers.sync_directory(place)
        following.replace(present)
        headers.sync_directory(place)
    return FINISHED


def remove(place: Path) -> None:
    """Drop a register that did not come to be used; nobody has its key."""
    following = place / paths.NEXT
    _journal_of(following).unlink(missing_ok=True)
    following.unlink(missing_ok=True)


def _begin(
    target: sqlcipher.Connection,
    header: Header,
    *,
    signer: Signer,
    second: EntrySigner,
    reason: str,
    clock: Clock,
    renewal: Renewal | None,
) -> Callable[[Header, bytes], Header]:
    """Journal the proposal in the old generation and the approval that begins the next."""
    guard = connections.guard(target, writes=True)

    def journal(generation: int) -> Journal:
        return Journal(
            target,
            guard,
            store=header.store,
            generation=generation,
            signer=signer,
            clock=clock,
            commit=lambda connection: connection.execute("COMMIT"),
            refresh=lambda _connection, _changes: None,  # nothing of the registers changes
        )

    with journal(header.generation).propose(rights.GENERATION, reason=reason) as act:
        follow = renewal(act) if renewal is not None else _as_it_is
    journal(header.generation + 1).approve(act.seq, second)
    return follow


def _as_it_is(header: Header, _root: bytes) -> Header:
    return header


def _check(
    path: Path,
    made: Successor,
    *,
    schema: Schema,
    before: Anchor,
    progress: Callable[[float], None],
) -> None:
    """Verify the copy whole, and that it goes on where the register stands."""
    key = keys.database_key(made.root)
    target = connections.open_database(path, key)
    try:
        connections.guard(target, writes=True)  # the check of the search index counts as a write
        verdict = verify(
            target,
            path,
            key,
            store=made.header.store,
            schema=schema,
            anchors=[before],
            progress=progress,
        )
    finally:
        target.close()
    head = verdict.head
    if not verdict.ok or head is None or head.generation != made.header.generation:
        raise VaultDamaged


def _generation_of(connection: sqlcipher.Connection, seq: int) -> int:
    found = connection.execute("SELECT generation FROM entry WHERE seq = ?", (seq,)).fetchone()
    return int(found[0])


def _sync_and_forget(path: Path) -> None:
    """Bring the file to the disk, so that it is read from there afterwards."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(descriptor)


def _last_entry(path: Path, key: str) -> tuple[int, str, str] | None:
    """Return generation, action and kind of the last entry; None: no register under this key."""
    if not path.is_file() or not path.stat().st_size:  # SQLite takes an empty file for a new one
        return None
    try:
        database = connections.open_database(path, key)
        try:
            found = database.execute(_LAST).fetchone()
        finally:
            database.close()
    except sqlcipher.DatabaseError as error:
        if code_of(error) in _NOT_OURS:
            return None
        raise
    return None if found is None else (int(found[0]), str(found[1]), str(found[2]))


def _require_whole(path: Path, key: str) -> None:
    database = connections.open_database(path, key)
    try:
        if database.execute("PRAGMA cipher_integrity_check").fetchall():
            raise VaultDamaged
    finally:
        database.close()


def _blank(path: Path) -> None:
    """Overwrite the file as well as its medium lets us."""
    if not path.is_file():
        return
    with path.open("r+b", buffering=0) as file:
        left = path.stat().st_size
        while left:
            left -= file.write(bytes(min(left, _CHUNK)))
        os.fsync(file.fileno())


def _journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")
