"""The journal: the only code that writes journalled tables.

`Journal.write` applies an act's changes and appends its entry in one transaction, signed by the
user. JOURNAL.md describes the bytes.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
from bmnn_desktop.store import asked as asking
from bmnn_desktop.store import canonical, rights
from bmnn_desktop.store.act import Act, put_row
from bmnn_desktop.store.asked import Asked, EntrySigner
from bmnn_desktop.store.connection import Guard
from bmnn_desktop.store.entry import (
    SIGNATURE_DOMAIN,
    Change,
    Entry,
    Kind,
    row_digest,
)
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.rows import Rows

_SALT = 16


@dataclass(frozen=True, slots=True)
class Signer:
    """A key and the row of table `signer` that carries its public half."""

    row: int
    key: SigningKey

    def look_at(self, asked: Asked) -> None:
        """Have a key at hand: who holds it knows what he does."""

    def sign_entry(self, entry: Entry, content: Mapping[str, object]) -> bytes:  # noqa: ARG002
        """Return the signature of the entry by its hash."""
        return self.key.sign(SIGNATURE_DOMAIN + entry.hash)


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
        self._is_together = False
        self.rows = Rows(connection)

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Open one transaction for several entries: all of them are written, or none.

        Whoever is asked elsewhere is asked before: nobody waits for a person in a transaction.
        """
        with self._transaction():
            self._is_together = True
            try:
                yield
            finally:
                self._is_together = False

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
            changes = [replace(change, replaces=None) for change in act.changes]
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
    def settle(
        self, action: str, second: EntrySigner, *, reason: str | None = None
    ) -> Iterator[Act]:
        """Propose and approve in one transaction: both people are here.

        Raises SelfApproval, NotConfirmer, and why it is not signed; then nothing is journalled.
        """
        with self._transaction(action) as act:
            with self._proposal(act, reason):
                yield act
            asked = self.ask(Kind.APPROVE, (act.seq,), second)
            second.look_at(asked)
            self._approve(act.seq, asked.told[0].changes, second)
            if act.ready:
                act.ready()

    def approve(self, seq: int, second: EntrySigner) -> Entry:
        """Apply the proposal `seq` under the second signer's signature.

        Raises ProposalClosed, SelfApproval, NotConfirmer, ProposalStale, and why it is not signed.
        """
        asked = self.ask(Kind.APPROVE, (seq,), second)
        second.look_at(asked)
        with self._transaction() as act:
            act.entry = self._approve(seq, asked.told[0].changes, second)
        return act.written

    def reject(self, seq: int, second: EntrySigner, *, reason: str) -> Entry:
        """Close the proposal `seq` without effect."""
        second.look_at(self.ask(Kind.REJECT, (seq,), second, reason))
        with self._transaction() as act:
            proposal = self._open_proposal(seq, second)
            act.entry = self._answer(Kind.REJECT, proposal, reason, second)
        return act.written

    def confirm(self, seqs: Sequence[int], second: EntrySigner) -> Entry:
        """Confirm acts that took effect at once; names their hashes.

        Raises ProposalClosed for an act that is not there, SelfApproval for an own one,
        NotConfirmer, and why it is not signed.
        """
        second.look_at(self.ask(Kind.CONFIRM, seqs, second))
        with self._transaction() as act:
            detail: dict[str, object] = {"acts": self._find_acts(seqs, second)}
            act.entry = self._append(Kind.CONFIRM, "confirm", second, detail=detail)
        return act.written

    def ask(
        self, kind: Kind, seqs: Sequence[int], second: EntrySigner, reason: str | None = None
    ) -> Asked:
        """Return what `second` is shown; raise what stands against his signing it."""
        if kind is Kind.CONFIRM:
            self._find_acts(seqs, second)
        else:
            self._open_proposal(seqs[0], second)
        asked = asking.read(self.rows, self._store, kind, seqs, reason)
        if kind is Kind.APPROVE and any(self._is_stale(each) for each in asked.told[0].changes):
            raise ProposalStale
        return asked

    def check_own(self) -> None:
        """Raise KeyRevoked when the session's right was taken away while the vault stood open.

        Every entry asks; what leaves the vault before its entry is written asks beforehand.
        """
        if self.rows.value("SELECT retired FROM signer WHERE id = ?", (self._signer.row,)):
            raise KeyRevoked

    def check_second(self, action: str, second: EntrySigner) -> None:
        """Raise SelfApproval, NotConfirmer where `second` may not answer what is proposed here.

        The answer asks as well; a service asks beforehand where its proposal would stay behind.
        """
        self._check_answer(action, self._signer.row, second)

    def _find_acts(self, seqs: Sequence[int], second: EntrySigner) -> list[str]:
        found = [
            self.rows.one("SELECT hash, signer FROM entry WHERE seq = ?", (seq,)) for seq in seqs
        ]
        if not found or None in found:
            raise ProposalClosed
        if any(self._is_same_person(row["signer"], second.row) for row in found if row):
            raise SelfApproval
        self._require_confirmer(second, "confirm")
        return [row["hash"].hex() for row in found if row]

    def _is_stale(self, change: Change) -> bool:
        sql = f"SELECT * FROM {change.table} WHERE id = ?"  # noqa: S608
        current = self.rows.one(sql, (change.row,))
        return (row_digest(dict(current)) if current else None) != change.replaces

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

    def _approve(self, seq: int, shown: Sequence[Change], second: EntrySigner) -> Entry:
        """Apply what was shown; whatever else stands in the journal now is stale."""
        proposal = self._open_proposal(seq, second)
        for change in shown:
            if self._is_stale(change):
                raise ProposalStale
            apply_change(self._connection, change)
        entry = self._answer(Kind.APPROVE, proposal, None, second)
        self._refresh(self._connection, shown)
        return entry

    def _open_proposal(self, seq: int, second: EntrySigner) -> Entry:
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
        self._check_answer(proposal.action, proposal.signer, second)
        return proposal

    def _check_answer(self, action: str, by: int, second: EntrySigner) -> None:
        if self._is_same_person(by, second.row):
            raise SelfApproval
        self._require_confirmer(second, action, by)

    def _require_confirmer(self, second: EntrySigner, action: str, by: int | None = None) -> None:
        if not rights.may_confirm(self.rows, second.row, action, by):
            raise NotConfirmer

    def _is_same_person(self, one: int, other: int) -> bool:
        """Tell whether two keys are of one person; the recovery sheet is nobody."""
        found = self.rows.value(
            "SELECT a.person_id = b.person_id FROM signer AS a, signer AS b"
            " WHERE a.id = ? AND b.id = ?",
            (one, other),
        )
        return one == other or bool(found)

    def _answer(
        self, kind: Kind, proposal: Entry, reason: str | None, second: EntrySigner
    ) -> Entry:
        detail: dict[str, object] = {"proposal": proposal.hash.hex()}
        return self._append(kind, proposal.action, second, reason=reason, detail=detail)

    @contextlib.contextmanager
    def _transaction(self, action: str = "") -> Iterator[Act]:
        if self._is_together:
            self.check_own()
            yield Act(self._connection, action)
            return
        self._connection.execute("BEGIN IMMEDIATE")
        self._guard.journalling = True
        try:
            self.check_own()
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
        signer: EntrySigner,
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
    signer: EntrySigner,
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
    content = unsigned.content(store, changes)
    hashed = replace(unsigned, hash=canonical.entry_hash(content))
    return replace(hashed, signature=signer.sign_entry(hashed, content))


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
    put_row(connection, change.table, change.columns())
