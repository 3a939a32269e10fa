"""Founding a vault: one act, by the keeper and perhaps a confirming person beside him."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop import paths
from bmnn_desktop.domain.clock import Clock, stamp
from bmnn_desktop.store import connection, header, keys, rights
from bmnn_desktop.store import schema as schemas
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.attempts import start_counters
from bmnn_desktop.store.entry import Kind
from bmnn_desktop.store.header import Header
from bmnn_desktop.store.journal import Journal, Signer, insert_entry, make_entry
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.opening import migrate, new_place
from bmnn_desktop.store.replay import genesis_detail
from bmnn_desktop.store.schema import Schema


@dataclass(frozen=True, slots=True)
class Founded:
    """What the recovery sheet of a new vault names."""

    store: bytes
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class Keeper:
    """A person who founds a vault."""

    login: str
    name: str
    roles: str
    passphrase: str
    post: str = ""


def found(
    place: Path,
    keeper: Keeper,
    fill: Callable[[Act], None],
    *,
    recovery: bytes,
    training: bool,
    kdf: keys.Kdf,
    schema: Schema,
    clock: Clock,
    beside: Keeper | None = None,
) -> Founded:
    """Found a vault at `place`, which must not exist or be empty; `fill` adds its first rows.

    `beside` is the confirming person, whose key stands in the first entry too. It exists whole or
    not at all.
    """
    with new_place(place) as draft:
        return _found_in(
            draft,
            keeper,
            fill,
            recovery=recovery,
            training=training,
            kdf=kdf,
            schema=schema,
            clock=clock,
            beside=beside,
        )


def _found_in(
    place: Path,
    keeper: Keeper,
    fill: Callable[[Act], None],
    *,
    recovery: bytes,
    training: bool,
    kdf: keys.Kdf,
    schema: Schema,
    clock: Clock,
    beside: Keeper | None,
) -> Founded:
    root, seed, other_seed = keys.new_secret(), keys.new_secret(), keys.new_secret()
    store = secrets.token_bytes(16)
    signer, other = Signer(1, SigningKey(seed)), Signer(3, SigningKey(other_seed))
    recovery_public = SigningKey(keys.recovery_seed(recovery)).public
    database = connection.open_database(
        place / paths.REGISTER, keys.database_key(root), create=True
    )
    try:
        database.execute("BEGIN IMMEDIATE")
        schemas.create(database, schema, 1)
        act = Act(database)
        act.insert("person", login=keeper.login, name=keeper.name, roles=keeper.roles)
        act.insert("signer", person_id=1, public_key=signer.key.public, retired=0)
        act.insert("signer", person_id=None, public_key=recovery_public, retired=0)
        if beside is not None:
            act.insert("person", login=beside.login, name=beside.name, roles=beside.roles)
            act.insert("signer", person_id=2, public_key=other.key.public, retired=0)
        fill(act)
        genesis = make_entry(
            database,
            store=store,
            generation=1,
            time=stamp(clock.now()),
            signer=signer,
            kind=Kind.GENESIS,
            action="vault.found",
            reason=None,
            detail=genesis_detail(schema, training=training),
            changes=act.changes,
        )
        insert_entry(database, genesis, act.changes)
        database.execute("PRAGMA user_version = 1")
        database.execute("COMMIT")
        migrate(database, 1, store=store, generation=1, signer=signer, schema=schema, clock=clock)
        if beside is not None and beside.post and schema.version >= rights.SINCE:
            _record_post(database, store, signer, other, clock=clock, post=beside.post)
    finally:
        database.close()
    start_counters(place)
    bare = Header(store, 1, 1, training, ())
    full = bare.with_passphrase(keeper.login, 1, keeper.passphrase, kdf, root=root, seed=seed)
    if beside is not None:
        full = full.with_passphrase(
            beside.login, other.row, beside.passphrase, kdf, root=root, seed=other_seed
        )
    header.write(place, full.with_recovery(2, recovery, root), root)
    return Founded(store, genesis.hash)


def _record_post(
    database: sqlcipher.Connection,
    store: bytes,
    signer: Signer,
    second: Signer,
    *,
    clock: Clock,
    post: str,
) -> None:
    """Record the confirming person's post, for which the first entry's tables had no column yet."""
    journal = Journal(
        database,
        connection.guard(database, writes=True),
        store=store,
        generation=1,
        signer=signer,
        clock=clock,
        commit=lambda inside: inside.execute("COMMIT"),
        refresh=lambda _inside, _changes: None,
    )
    with journal.settle("person.change", second) as act:
        act.update("person", 2, post=post)
