"""The journal: the only code that writes journalled tables.

`Journal.write` applies an act's changes and appends its entry in one transaction, signed by the
user. JOURNAL.md describes the bytes.
"""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.domain.clock import Clock, stamp
from bmnn_desktop.errors import (
    KeyRevoked,
    NeedsSecondPerson,
    NotConfirmer,
    ProposalClosed,
    ProposalStale,
    SelfApproval,
)
from bmnn_desktop.store import canonical, rights, tables
from bmnn_desktop.store.connection import Guard
from bmnn_desktop.store.entry import (
    SIGNATURE_DOMAIN,
    Change,
    Entry,
    Kind,
    change_of,
    row_digest,
)
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.rows import Rows

_SALT = 16
_TEXT = {table.name: table.text for table in tables.JOURNALLED}


@dataclass(frozen=True, slots=True)
class Signer:
    """A key and the row of table `signer` that carries its public half."""

    row: int
    key: SigningKey


class Act:
    """The changes of one entry while it is being written."""

    def __init__(self, connection: sqlcipher.Connection, action: str = "") -> None:
        self._connection = connection
        self.action = action  # an act may turn out to be of a graver kind while it is written
        self.rows = Rows(connection)
        self.changes: list[Change] = []
        self._last: dict[str, int] = {}  # the id given last in each table
        self.detail: dict[str, object] = {}
        self.signer: Signer | None = None  # a new key that signs the proposal which brings it
        self.ready: Callable[[], None] | None = None  # when two have signed, before the commit
        self.entry: Entry | None = None  # once written

    @property
    def seq(self) -> int:
        """Return the entry's number; only after the act is written."""
        return self.written.seq

    @property
    def written(self) -> Entry:
        """Return the entry; only after the act is written."""
        if self.entry is None:
            msg = "the act is not written yet"
            raise RuntimeError(msg)
        return self.entry

    def insert(self, table: str, **columns: canonical.Value) -> int:
        """Add a row and return its id; the id is the next one of the table."""
        last = self._last.get(table)
        if last is None:
            last = int(self.rows.value(f"SELECT coalesce(max(id), 0) FROM {table}"))  # noqa: S608
        self.put(table, {"id": last + 1, **columns}, replaces=None)
        self._last[table] = last + 1
        return last + 1

    def update(self, table: str, row: int, **columns: canonical.Value) -> None:
        """Give some columns of a row new values; the change is the whole new row."""
        old = self.read(table, row)
        self.put(table, {**old, **columns}, replaces=row_digest(old))

    def read(self, table: str, row: int) -> canonical.Columns:
        """Return a row of a journalled table as it stands; an unknown one is a bug."""
        found = self.rows.one(f"SELECT * FROM {table} WHERE id = ?", (row,))  # noqa: S608
        if found is None:
            raise KeyError((table, row))
        return dict(found)

    def put(self, table: str, columns: canonical.Columns, *, replaces: bytes | None) -> None:
        """Write a whole row and note the change."""
        change = change_of(table, columns, _TEXT[table], salt=os.urandom(_SALT), replaces=replaces)
        _put_row(self._connection, table, columns)
        self._last.pop(table, None)
        self.changes.append(change)


class Journal:
    """The writing side of the vault, used by the writer's thread only."""

    def __init__(
        self,
        connection: sqlcipher.Connection,
        guard: Guard,
        *,
        store: bytes,
        generation: int,
        signer: Signer,
        clock: Clock,
        commit: Callable[[sqlcipher.Connection], None],
        refresh: Callable[[sqlcipher.Connection, Sequence[Change]], None],
    ) -> None:
        self._connection = connection
        self._guard = guard
        self._store = store
        self._generation = generation
        self._signer = signer
        self._clock = clock
        self._commit = commit
        self._refresh = refresh
        self.rows = Rows(connection)

    @contextlib.contextmanager
    def write(self, action: str, *, reason: str | None = None) -> Iterator[Act]:
        """Open a transaction; what the act changes is journalled and committed at the end.

        An exception inside leaves everything as it was. A commit that fails is rolled back.
        Raises NeedsSecondPerson for an act that has no effect before a second person has signed.
        """
        with self._transaction(action) as act:
            yield act
            if rights.needs_two(act.action):
                raise NeedsSecondPerson
            changes = [_unconditional(change) for change in act.changes]
            act.entry = self._append(
                Kind.ACT,
                act.action,
                self._signer,
                reason=reason,
                detail=act.detail,
                changes=changes,
            )
            self._refresh(self._connection, changes)

    @contextlib.contextmanager
    def propose(self, action: str, *, reason: str | None = None) -> Iterator[Act]:
        """Journal changes that take effect only when a second person approves them."""
        with self._transaction(action) as act, self._proposal(act, reason):
            yield act

    @contextlib.contextmanager
    def settle(self, action: str, second: Signer) -> Iterator[Act]:
        """Propose and approve in one transaction: both people are here.

        Raises SelfApproval, NotConfirmer; then nothing is journalled.
        """
        with self._transaction(action) as act:
            with self._proposal(act, None):
                yield act
            self._approve(act.seq, second)
            if act.ready:
                act.ready()

    def approve(self, seq: int, second: Signer) -> Entry:
        """Apply a proposal; raise ProposalClosed, SelfApproval, NotConfirmer, ProposalStale."""
        with self._transaction() as act:
            act.entry = self._approve(seq, second)
        return act.written

    def reject(self, seq: int, second: Signer, *, reason: str) -> Entry:
        """Close the proposal `seq` without effect."""
        with self._transaction() as act:
            proposal, _changes = self._open_proposal(seq, second)
            act.entry = self._answer(Kind.REJECT, proposal, reason, second)
        return act.written

    def confirm(self, seqs: Sequence[int], second: Signer) -> Entry:
        """Confirm acts that took effect at once; names their hashes.

        Raises ProposalClosed for an act that is not there, SelfApproval for an own one,
        NotConfirmer.
        """
        with self._transaction() as act:
            found = [
                self.rows.one("SELECT hash, signer FROM entry WHERE seq = ?", (seq,))
                for seq in seqs
            ]
            if not found or None in found:
                raise ProposalClosed
            if any(self._is_same_person(row["signer"], second.row) for row in found if row):
                raise SelfApproval
            self._require_confirmer(second, "confirm")
            detail: dict[str, object] = {"acts": [row["hash"].hex() for row in found if row]}
            act.entry = self._append(Kind.CONFIRM, "confirm", second, detail=detail)
        return act.written

    @contextlib.contextmanager
    def _proposal(self, act: Act, reason: str | None) -> Iterator[None]:
        self._connection.execute("SAVEPOINT proposal")
        yield
        # Applied once to let the database object, then taken back: a proposal applies nothing.
        self._connection.execute("ROLLBACK TO proposal")
        self._connection.execute("RELEASE proposal")
        signer, detail = act.signer or self._signer, act.detail
        act.entry = self._append(
            Kind.PROPOSE, act.action, signer, reason=reason, detail=detail, changes=act.changes
        )

    def _approve(self, seq: int, second: Signer) -> Entry:
        proposal, changes = self._open_proposal(seq, second)
        for change in changes:
            current = self.rows.one(
                f"SELECT * FROM {change.table} WHERE id = ?",  # noqa: S608
                (change.row,),
            )
            if (row_digest(dict(current)) if current else None) != change.replaces:
                raise ProposalStale
            apply_change(self._connection, change)
        entry = self._answer(Kind.APPROVE, proposal, None, second)
        self._refresh(self._connection, changes)
        return entry

    def _open_proposal(self, seq: int, second: Signer) -> tuple[Entry, list[Change]]:
        found = self.rows.one("SELECT * FROM entry WHERE seq = ? AND kind = 'propose'", (seq,))
        if found is None:
            raise ProposalClosed
        proposal = Entry(*found)
        answered = self.rows.value(
            "SELECT count(*) FROM entry WHERE seq > ? AND kind IN ('approve', 'reject')"
            " AND json_extract(detail, '$.proposal') = ?",
            (seq, proposal.hash.hex()),
        )
        if answered:
            raise ProposalClosed
        if self._is_same_person(proposal.signer, second.row):
            raise SelfApproval
        self._require_confirmer(second, proposal.action, proposal.signer)
        return proposal, read_changes(self.rows, seq)

    def _require_confirmer(self, second: Signer, action: str, by: int | None = None) -> None:
        if not rights.may_confirm(self._connection, second.row, action, by):
            raise NotConfirmer

    def _is_same_person(self, one: int, other: int) -> bool:
        """Tell whether two keys are of one person; the recovery sheet is nobody."""
        found = self.rows.value(
            "SELECT a.person_id = b.person_id FROM signer AS a, signer AS b"
            " WHERE a.id = ? AND b.id = ?",
            (one, other),
        )
        return one == other or bool(found)

    def _answer(self, kind: Kind, proposal: Entry, reason: str | None, second: Signer) -> Entry:
        detail: dict[str, object] = {"proposal": proposal.hash.hex()}
        return self._append(kind, proposal.action, second, reason=reason, detail=detail)

    @contextlib.contextmanager
    def _transaction(self, action: str = "") -> Iterator[Act]:
        self._connection.execute("BEGIN IMMEDIATE")
        self._guard.journalling = True
        try:
            if self.rows.value("SELECT retired FROM signer WHERE id = ?", (self._signer.row,)):
                raise KeyRevoked  # while the vault stood open
            yield Act(self._connection, action)
            self._commit(self._connection)
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        finally:
            self._guard.journalling = False

    def _append(
        self,
        kind: Kind,
        action: str,
        signer: Signer,
        *,
        reason: str | None = None,
        detail: dict[str, object],
        changes: Sequence[Change] = (),
    ) -> Entry:
        entry = make_entry(
            self._connection,
            store=self._store,
            generation=self._generation,
            time=stamp(self._clock.now()),
            signer=signer,
            kind=kind,
            action=action,
            reason=reason,
            detail=detail,
            changes=changes,
        )
        insert_entry(self._connection, entry, changes)
        return entry


def make_entry(
    connection: sqlcipher.Connection,
    *,
    store: bytes,
    generation: int,
    time: str,
    signer: Signer,
    kind: Kind,
    action: str,
    reason: str | None,
    detail: dict[str, object],
    changes: Sequence[Change],
) -> Entry:
    """Return the signed entry that follows the head of the journal."""
    head = connection.execute("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
    seq, previous = (head[0] + 1, bytes(head[1])) if head else (1, bytes(32))
    salt = os.urandom(_SALT) if reason is not None else None
    unsigned = Entry(
        seq=seq,
        generation=generation,
        time=time,
        signer=signer.row,
        kind=kind.value,
        action=action,
        detail=canonical.dump(detail),
        reason=reason,
        reason_salt=salt,
        reason_digest=canonical.text_digest(reason, salt) if reason is not None and salt else None,
        previous=previous,
        hash=b"",
        signature=b"",
    )
    digest = unsigned.computed_hash(store, changes)
    return Entry(
        **{name: getattr(unsigned, name) for name in Entry.__slots__[:-2]},
        hash=digest,
        signature=signer.key.sign(SIGNATURE_DOMAIN + digest),
    )


def insert_entry(connection: sqlcipher.Connection, entry: Entry, changes: Sequence[Change]) -> None:
    """Append the entry and its changes."""
    connection.execute(
        f"INSERT INTO entry VALUES ({','.join('?' * len(Entry.__slots__))})",  # noqa: S608
        [getattr(entry, name) for name in Entry.__slots__],
    )
    connection.executemany(
        "INSERT INTO change VALUES (?,?,?,?,?,?,?,?,?,?)",
        [
            (
                *(entry.seq, n, change.table, change.row, change.payload, change.text),
                *(change.salt, change.payload_digest, change.text_digest, change.replaces),
            )
            for n, change in enumerate(changes, 1)
        ],
    )


def apply_change(connection: sqlcipher.Connection, change: Change) -> None:
    """Make the row look like the change, on the vault or on a scratch database."""
    _put_row(connection, change.table, change.columns())


def _put_row(connection: sqlcipher.Connection, table: str, columns: canonical.Columns) -> None:
    connection.execute(_upsert(table, tuple(columns)), list(columns.values()))


@functools.lru_cache(maxsize=64)
def _upsert(table: str, names: tuple[str, ...]) -> str:
    others = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    return (
        f"INSERT INTO {table} ({', '.join(names)})"  # noqa: S608
        f" VALUES ({','.join('?' * len(names))}) ON CONFLICT (id) DO UPDATE SET {others}"
    )


def read_changes(rows: Rows, seq: int) -> list[Change]:
    """Return the changes of the entry `seq`."""
    found = rows.all(
        "SELECT table_name, row, payload, text, salt, payload_digest, text_digest, replaces"
        " FROM change WHERE seq = ? ORDER BY n",
        (seq,),
    )
    return [Change(*row) for row in found]


def _unconditional(change: Change) -> Change:
    """Return the change as an act writes it: only proposals name what they replace."""
    if change.replaces is None:
        return change
    return Change(**{name: getattr(change, name) for name in Change.__slots__[:-1]}, replaces=None)
