"""Opening a vault."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop import paths
from bmnn_desktop.domain.clock import Clock, stamp
from bmnn_desktop.errors import (
    KeyRevoked,
    NotAllowed,
    RecoverySheetForeign,
    VaultDamaged,
    VaultExists,
    VaultMissing,
    VaultNewer,
    WrongPassphrase,
)
from bmnn_desktop.store import canonical, connection, generation, header, keys, search, snapshot
from bmnn_desktop.store import schema as schemas
from bmnn_desktop.store.attempts import (
    Attempts,
    Boot,
    adopt_counters,
    this_boot,
)
from bmnn_desktop.store.entry import Entry, Kind
from bmnn_desktop.store.failures import as_damage, as_known
from bmnn_desktop.store.header import Header
from bmnn_desktop.store.journal import Signer, insert_entry, make_entry
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.lock_file import LockFile
from bmnn_desktop.store.replay import migration_detail
from bmnn_desktop.store.schema import Schema
from bmnn_desktop.store.tampering import settle
from bmnn_desktop.store.upgrade import Upgrade
from bmnn_desktop.store.vault import Vault

# What the journal last let happen to a key; a proposal counts from when it was approved.
# `kind <> 'act'` lets the journal's partial index answer.
_JOURNALLED_KEY = """
    SELECT json_extract(c.payload, '$.retired') FROM change AS c JOIN entry AS e ON e.seq = c.seq
    WHERE c.table_name = 'signer' AND c.row = ? AND (e.kind <> 'propose' OR lower(hex(e.hash)) IN (
        SELECT json_extract(detail, '$.proposal') FROM entry
        WHERE kind = 'approve' AND kind <> 'act'))
    ORDER BY c.seq DESC, c.n DESC LIMIT 1"""

BeforeUpgrade = Callable[[Upgrade], str]  # returns what to tell the user

_MENDED = "Một trong hai tệp khóa (keys.a, keys.b) bị hỏng hoặc cũ; đã chép lại từ tệp còn tốt."


def _unprotected(_upgrade: Upgrade) -> str:
    """Migrate without a copy: for the store's own tests; services give a better one."""
    return ""


@contextlib.contextmanager
def new_place(place: Path) -> Iterator[Path]:
    """Give a draft directory that becomes `place` when all went well, and is gone otherwise.

    Raises VaultExists unless `place` does not exist or is empty; PlaceReadOnly, DiskFull.
    """
    with as_known():
        if place.exists() and (not place.is_dir() or any(place.iterdir())):
            raise VaultExists
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
        draft.mkdir(mode=0o700)
        try:
            yield draft
            if place.exists():
                place.rmdir()
            draft.rename(place)
            header.sync_directory(place.parent)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def open_vault(
    place: Path,
    login: str,
    passphrase: str,
    *,
    schema: Schema,
    clock: Clock,
    boot: Callable[[], Boot] = this_boot,
    before_upgrade: BeforeUpgrade = _unprotected,
) -> Vault:
    """Unlock the vault at `place`; `before_upgrade` runs before a newer program migrates it.

    Raises VaultMissing, VaultInUse, PlaceReadOnly, DiskFull, HeaderDamaged, VaultNewer,
    TooManyAttempts, AttemptsTampered, WrongPassphrase, KeyRevoked, VaultDamaged; data and header
    stay as they were.
    """

    def unlock(head: Header) -> tuple[bytes, Signer]:
        root, seed, slot = head.unlock(login, passphrase)
        return root, Signer(slot.signer, SigningKey(seed))

    return _open(
        place, unlock, schema=schema, clock=clock, boot=boot, before_upgrade=before_upgrade
    )


def open_by_recovery(
    place: Path,
    recovery: bytes,
    *,
    schema: Schema,
    clock: Clock,
    boot: Callable[[], Boot] = this_boot,
    before_upgrade: BeforeUpgrade = _unprotected,
) -> Vault:
    """Unlock the vault at `place` with the key of its recovery sheet, which then signs.

    Raises RecoverySheetForeign for a key that is not this vault's or was replaced, and what
    `open_vault` raises; a wrong key counts like a wrong passphrase.
    """

    def unlock(head: Header) -> tuple[bytes, Signer]:
        root, slot = head.unlock_recovery(recovery)
        return root, Signer(slot.signer, SigningKey(keys.recovery_seed(recovery)))

    try:
        return _open(
            place, unlock, schema=schema, clock=clock, boot=boot, before_upgrade=before_upgrade
        )
    except (WrongPassphrase, KeyRevoked):
        raise RecoverySheetForeign from None


def _open(
    place: Path,
    unlock: Callable[[Header], tuple[bytes, Signer]],
    *,
    schema: Schema,
    clock: Clock,
    boot: Callable[[], Boot],
    before_upgrade: BeforeUpgrade,
) -> Vault:
    if not place.is_dir():
        raise VaultMissing
    header.read(place)  # before a lock file is left in a directory that holds no vault
    lock = LockFile(place)
    try:
        halves = header.read(place)
        attempts = Attempts(place, boot, is_expected=halves.header.counted)
        attempts.begin()
        root, signer = unlock(halves.header)
        halves.prove(root)
        found = attempts.succeed()
        damaged = halves.damaged(root)
        if damaged:
            header.write(place, halves.header, root, damaged)
        snapshot.remove(place)
        settled = generation.settle(place, halves.header, root)
        upgraded: list[str] = []

        def protect(upgrade: Upgrade) -> None:
            upgraded.append(before_upgrade(upgrade))

        active = _prepare(
            place, halves.header, root, signer, schema=schema, clock=clock, protect=protect
        )
        counted = _counted(place, halves.header, root)
        head = _follow_journal(place, counted, root, active)
        if signer.row not in active:
            _refuse(halves.header, head, signer)
        if active[signer.row] != signer.key.public:
            raise VaultDamaged  # whoever may box a root key cannot know this key
        vault = Vault(
            place,
            head,
            root,
            signer,
            schema=schema,
            clock=clock,
            lock=lock,
            notices=tuple(filter(None, (_MENDED if damaged else "", settled, *upgraded))),
        )
        sequence = vault.header.sequence
        try:
            signing = Attempts(place, boot, paths.SIGN_ATTEMPTS, is_expected=True)
            told = vault.write(
                lambda seat: settle(seat, attempts, found, sequence, signing)
            ).result()
        except BaseException:
            vault.close()
            raise
        vault.notices += told
        return vault  # noqa: TRY300  (its lock is released above)
    except BaseException:
        lock.release()
        raise


def copy_training(place: Path, into: Path) -> None:
    """Copy a training vault, with a counter of its own; raise NotAllowed for a real one."""
    if not header.read(place).header.training:
        raise NotAllowed
    shutil.copytree(place, into)
    adopt_counters(into)


def _counted(place: Path, head: Header, root: bytes) -> Header:
    """Note in the header of a vault from before that its counter's file is there from now on."""
    if head.counted:
        return head
    Attempts(place, name=paths.SIGN_ATTEMPTS).start()
    noted = replace(head, sequence=head.sequence + 1, format=header.FORMAT)
    header.write(place, noted, root)
    return noted


def _follow_journal(place: Path, head: Header, root: bytes, active: Collection[int]) -> Header:
    """Drop slots of keys that may not sign: a power cut came between journal and header.

    The journal is the truth. A slot is added before its key is journalled, dropped after.
    """
    if all(slot.signer in active for slot in head.slots):
        return head
    kept = head.with_only(active)
    header.write(place, kept, root)
    return kept


def _refuse(before: Header, head: Header, signer: Signer) -> NoReturn:
    """Refuse a key that may not sign; for somebody who has another it is an old passphrase."""
    logins = {slot.login for slot in before.slots if slot.signer == signer.row}
    if any(slot.is_passphrase and slot.login in logins for slot in head.slots):
        raise WrongPassphrase
    raise KeyRevoked


def _prepare(
    place: Path,
    head: Header,
    root: bytes,
    signer: Signer,
    *,
    schema: Schema,
    clock: Clock,
    protect: Callable[[Upgrade], None],
) -> dict[int, str]:
    """Check that the database is the one expected and bring it up to date.

    Returns the keys that may sign, by the number of their row.
    """
    path = place / paths.REGISTER
    if not path.is_file():
        raise VaultDamaged
    with as_known():
        os.close(os.open(path, os.O_RDWR))  # says "read-only" before SQLite says "cannot open"
        try:
            database = connection.open_database(path, keys.database_key(root))
        except sqlcipher.DatabaseError as error:
            if isinstance(error, sqlcipher.OperationalError):
                raise
            # The root key is right, so this is damage, not a wrong passphrase.
            raise VaultDamaged from error
        try:
            version = int(database.execute("PRAGMA user_version").fetchone()[0])
            if version > schema.version and _was_migrated(database, version):
                raise VaultNewer
            if not 1 <= version <= schema.version:
                raise VaultDamaged
            if schemas.actual(database) != schema.expected(version):
                raise VaultDamaged
            _check_genesis(database, head)
            _check_tail(database, head)
            if version < schema.version:
                protect(Upgrade(place, head, signer, version, database))
            migrate(
                database,
                version,
                store=head.store,
                generation=head.generation,
                signer=signer,
                schema=schema,
                clock=clock,
            )
            found = database.execute("SELECT id, public_key FROM signer WHERE retired = 0")
            active = {row[0]: row[1] for row in found.fetchall()}
            _check_retired(database, {slot.signer for slot in head.slots} - active.keys())
            return active
        finally:
            database.close()


def _was_migrated(database: sqlcipher.Connection, version: int) -> bool:
    """Tell whether the journal knows how `version` came about: a number alone proves nothing."""
    found = database.execute(
        "SELECT 1 FROM entry WHERE kind = ? AND json_extract(detail, '$.to') = ?",
        (Kind.MIGRATION.value, version),
    ).fetchone()
    return found is not None


def _check_genesis(database: sqlcipher.Connection, head: Header) -> None:
    """Check the training mark: whoever can unlock can write another one into the header."""
    found = database.execute("SELECT detail FROM entry WHERE seq = 1").fetchone()
    if found is None:
        raise VaultDamaged
    with as_damage():
        if canonical.load(found[0])["training"] != head.training:
            raise VaultDamaged


def _check_tail(database: sqlcipher.Connection, head: Header) -> None:
    """Check the last entry only; the full check is `verify`."""
    found = database.execute("SELECT * FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
    if found is None:
        raise VaultDamaged
    entry = Entry(*found)
    key = database.execute("SELECT public_key FROM signer WHERE id = ?", (entry.signer,)).fetchone()
    if entry.generation != head.generation or key is None:
        raise VaultDamaged


def _check_retired(database: sqlcipher.Connection, missing: Collection[int]) -> None:
    """Check that the journal took these keys away, or never had them, before their slots are gone.

    Whoever can unlock can write into the tables; nobody is locked out by that.
    """
    for row in missing:
        found = database.execute(_JOURNALLED_KEY, (row,)).fetchone()
        if found is not None and not found[0]:
            raise VaultDamaged


def migrate(
    database: sqlcipher.Connection,
    version: int,
    *,
    store: bytes,
    generation: int,
    signer: Signer,
    schema: Schema,
    clock: Clock,
) -> None:
    """Run each missing migration with its journal entry, one transaction a step."""
    # A table that others refer to is made anew under its name; the pragma does nothing inside a
    # transaction, and whether all references hold is checked before each commit.
    database.execute("PRAGMA foreign_keys = OFF")
    for migration in schema.migrations[version:]:
        database.execute("BEGIN IMMEDIATE")
        try:
            schemas.run_script(database, migration.script)
            if database.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise VaultDamaged
            entry = make_entry(
                database,
                store=store,
                generation=generation,
                time=stamp(clock.now()),
                signer=signer,
                kind=Kind.MIGRATION,
                action="vault.migrate",
                reason=None,
                detail=migration_detail(migration.version, migration.sha256),
                changes=(),
            )
            insert_entry(database, entry, ())
            if migration.version == schema.version:
                search.rebuild(database)
            database.execute(f"PRAGMA user_version = {migration.version}")
            database.execute("COMMIT")
        except BaseException:
            if database.in_transaction:  # a commit that failed may have ended it
                database.execute("ROLLBACK")
            raise
