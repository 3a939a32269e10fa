"""A database image from outside: examined as hostile, rebuilt from its journal alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop import paths
from bmnn_desktop.domain.clock import Clock, stamp
from bmnn_desktop.errors import UserUnknown
from bmnn_desktop.store import connection as connections
from bmnn_desktop.store import header, keys, remembered, search, tables
from bmnn_desktop.store import schema as schemas
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.attempts import start_counters
from bmnn_desktop.store.entry import Change, Entry, Kind
from bmnn_desktop.store.failures import code_of
from bmnn_desktop.store.header import Header
from bmnn_desktop.store.journal import Signer, apply_change, insert_entry, make_entry
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.replay import BrokenError, Replay
from bmnn_desktop.store.rights import RESTORE
from bmnn_desktop.store.schema import Schema
from bmnn_desktop.store.verify import check_pages, compare, entries

Progress = Callable[[float], None]

# Failures of this computer, not of the image.
_OURS = (
    sqlcipher.SQLITE_FULL,
    sqlcipher.SQLITE_IOERR,
    sqlcipher.SQLITE_NOMEM,
    sqlcipher.SQLITE_READONLY,
)


@dataclass(frozen=True, slots=True)
class Image:
    """A database file with its key and what is claimed of it."""

    path: Path
    key: str
    store: bytes
    version: int


@dataclass(frozen=True, slots=True)
class Present:
    """The person present at a restore; the login None means the vault's only person."""

    login: str | None
    passphrase: str


def examine(
    image: Image,
    schema: Schema,
    progress: Progress,
    keep: Callable[[Entry, Sequence[Change]], None] | None = None,
) -> Replay:
    """Check an image whole and return its replayed state; the caller closes it.

    Nothing is read from a table before the schema's text is known to be ours. `keep` gets each
    entry once it is checked. Raises BrokenError.
    """
    try:
        connection = connections.open_database(image.path, image.key)
    except sqlcipher.DatabaseError as error:
        raise BrokenError(1, "ảnh dữ liệu không mở được") from error
    replay = Replay(image.store, schema)
    try:
        if schemas.actual(connection) != schema.expected(image.version):
            raise BrokenError(1, "cấu trúc bảng lạ")
        check_pages(connection, image.path, image.key, lambda: progress(0.0))
        total = connection.execute("SELECT max(seq) FROM entry").fetchone()[0] or 1
        for entry, changes in entries(connection):
            replay.step(entry, changes)
            if keep is not None:
                keep(entry, changes)
            if entry.seq % 100 == 0:
                progress(entry.seq / total)
        replay.finish()
        if replay.version != image.version:
            raise BrokenError(replay.seq, "phiên bản sổ không khớp")
        compare(connection, replay)
    except sqlcipher.Error as error:
        replay.close()
        if code_of(error) in _OURS:
            raise
        raise BrokenError(replay.seq + 1, "ảnh dữ liệu không đọc được") from error
    except BaseException:
        replay.close()
        raise
    finally:
        connection.close()
    return replay


def rebuild(
    image: Image,
    place: Path,
    present: Present,
    *,
    recovery: bytes,
    admit: Callable[[Replay], None],
    kdf: keys.Kdf,
    schema: Schema,
    clock: Clock,
    progress: Progress,
) -> Header:
    """Write a vault into the empty directory `place` from the image's journal, with new keys.

    The person present gets a new key; every older one is retired; the recovery key approves. The
    journal goes on in a new generation. `admit` may refuse the replayed state. Raises BrokenError,
    UserUnknown and what `admit` raises.
    """
    root, seed = keys.new_secret(), keys.new_secret()
    target = connections.open_database(place / paths.REGISTER, keys.database_key(root), create=True)
    try:
        target.execute("BEGIN IMMEDIATE")
        target.execute("PRAGMA defer_foreign_keys = ON")
        schemas.create(target, schema, image.version)
        replay = examine(
            image, schema, progress, lambda entry, changes: insert_entry(target, entry, changes)
        )
        try:
            admit(replay)
            _copy_tables(replay.scratch, target)
            generation, training = replay.generation, replay.training
        finally:
            replay.close()
        login, signer, recovery_row = _rekey(
            target,
            store=image.store,
            generation=generation,
            present=present,
            seed=seed,
            recovery=recovery,
            clock=clock,
        )
        if image.version == schema.version:  # else the migration does it, at the first unlocking
            search.rebuild(target)
            remembered.rebuild(target)
        target.execute(f"PRAGMA user_version = {image.version}")
        target.execute("COMMIT")
    finally:
        target.close()
    start_counters(place)
    bare = Header(image.store, generation + 1, 1, training, ())
    named = bare.with_passphrase(login, signer, present.passphrase, kdf, root=root, seed=seed)
    full = named.with_recovery(recovery_row, recovery, root)
    header.write(place, full, root)
    return full


def _copy_tables(scratch: sqlcipher.Connection, target: sqlcipher.Connection) -> None:
    for table in tables.journalled_in(scratch):
        rows = scratch.execute(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608
        marks = ",".join("?" * len(rows.description))
        target.executemany(
            f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608
            (tuple(row) for row in rows),
        )


def _rekey(
    target: sqlcipher.Connection,
    *,
    store: bytes,
    generation: int,
    present: Present,
    seed: bytes,
    recovery: bytes,
    clock: Clock,
) -> tuple[str, int, int]:
    """Append the restore: proposed under the new key, approved by the recovery key.

    Returns the login and the signer row of the person present, and the recovery sheet's row.
    """
    person, login = _person(target, present.login)
    recovery_public = SigningKey(keys.recovery_seed(recovery)).public
    found = target.execute(
        "SELECT id FROM signer WHERE public_key = ? AND retired = 0", (recovery_public,)
    ).fetchone()
    if found is None:
        raise BrokenError(1, "phiếu khóa khôi phục không có trong nhật ký")
    approver = Signer(found[0], SigningKey(keys.recovery_seed(recovery)))
    target.execute("SAVEPOINT proposal")
    act = Act(target)
    for (row,) in target.execute(
        "SELECT id FROM signer WHERE person_id IS NOT NULL AND retired = 0"
    ).fetchall():
        act.update("signer", row, retired=1)
    key = SigningKey(seed)
    signer = Signer(act.insert("signer", person_id=person, public_key=key.public, retired=0), key)
    target.execute("ROLLBACK TO proposal")
    target.execute("RELEASE proposal")
    proposal = make_entry(
        target,
        store=store,
        generation=generation,
        time=stamp(clock.now()),
        signer=signer,
        kind=Kind.PROPOSE,
        action=RESTORE,
        reason=None,
        detail={},
        changes=act.changes,
    )
    insert_entry(target, proposal, act.changes)
    for change in act.changes:
        apply_change(target, change)
    approval = make_entry(
        target,
        store=store,
        generation=generation + 1,
        time=stamp(clock.now()),
        signer=approver,
        kind=Kind.APPROVE,
        action=RESTORE,
        reason=None,
        detail={"proposal": proposal.hash.hex()},
        changes=(),
    )
    insert_entry(target, approval, ())
    return login, signer.row, approver.row


def _person(target: sqlcipher.Connection, login: str | None) -> tuple[int, str]:
    found = target.execute("SELECT id, login FROM person ORDER BY id").fetchall()
    for row in found:
        if login == row[1] or (login is None and len(found) == 1):
            return int(row[0]), str(row[1])
    raise UserUnknown(login=login or "")
