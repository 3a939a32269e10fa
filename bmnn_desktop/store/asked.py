"""What a second person is asked to sign: whole entries, so that who shows them can hash them.

Nothing here is believed: the hash that an answer must name is computed from what is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bmnn_desktop.errors import ProposalClosed, VaultDamaged
from bmnn_desktop.store import canonical, journal_reading, rights
from bmnn_desktop.store.entry import (
    SIGNATURE_DOMAIN,
    Change,
    Entry,
    Kind,
    read_changes,
    row_digest,
)
from bmnn_desktop.store.keys import PublicKey
from bmnn_desktop.store.row_names import Names, names_from_json, names_of
from bmnn_desktop.store.rows import Rows

ANSWERS = (Kind.APPROVE, Kind.REJECT, Kind.CONFIRM)
_UNSIGNED = tuple(name for name in Entry.__slots__ if name not in ("hash", "signature"))
_BYTES = frozenset(
    {"reason_salt", "reason_digest", "previous", "salt", "payload_digest", "text_digest"}
    | {"replaces"}
)
CONFIRM = "confirm"  # the action of an entry that confirms


@dataclass(frozen=True, slots=True)
class Told:
    """One entry as it is shown, with the rows that it replaces and what makes a sentence of it.

    The hash covers `entry`, `changes` and, of a proposal, `replaced`. It does not cover `name`,
    `stood` and `names`: who shows the entry elsewhere takes the program's word for what the ids
    in it are called, and for what an act that was done found in its rows.
    """

    entry: Entry
    changes: tuple[Change, ...]
    replaced: tuple[canonical.Columns | None, ...]  # one for each change; proposals only
    name: str  # of who made it; "" for the recovery sheet
    stood: tuple[canonical.Columns | None, ...]  # one for each change, as the journal has it
    names: Names


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal to be answered, or acts to be confirmed."""

    store: bytes
    kind: Kind
    told: tuple[Told, ...]
    reason: str | None = None  # of a rejection

    @property
    def action(self) -> str:
        """Return the action of the entry that answers."""
        return CONFIRM if self.kind is Kind.CONFIRM else self.told[0].entry.action

    @property
    def detail(self) -> dict[str, object]:
        """Return the detail of the entry that answers: the hashes of what is shown."""
        hashes = [told.entry.computed_hash(self.store, told.changes).hex() for told in self.told]
        return {"acts": hashes} if self.kind is Kind.CONFIRM else {"proposal": hashes[0]}

    def is_answered_by(
        self, content: Mapping[str, Any], salt: bytes | None, *, signer: int, generation: int
    ) -> bool:
        """Tell whether `content` is the entry that answers this, and nothing else."""
        begins = self.kind is Kind.APPROVE and self.action in rights.BEGINS_A_GENERATION
        digest = None
        if self.reason is not None:
            if salt is None:
                return False
            digest = canonical.text_digest(self.reason, salt).hex()
        expected = {
            "store": self.store.hex(),
            "generation": generation + int(begins),
            "signer": signer,
            "kind": self.kind.value,
            "action": self.action,
            "detail": self.detail,
            "reason": digest,
            "changes": [],
        }
        free = {"seq": int, "time": str, "previous": str}
        return (
            content.keys() == expected.keys() | free.keys()
            and all(type(content[name]) is kind for name, kind in free.items())
            and all(content[name] == value for name, value in expected.items())
            and content["seq"] > max(told.entry.seq for told in self.told)
        )

    def to_json(self) -> dict[str, object]:
        """Return what `from_json` reads."""
        return {
            "store": self.store.hex(),
            "kind": self.kind.value,
            "reason": self.reason,
            "told": [_told_to_json(told) for told in self.told],
        }


class EntrySigner(Protocol):
    """Whoever signs an entry: a key at hand, or a person who is asked elsewhere."""

    @property
    def row(self) -> int:
        """Return the row of table `signer`; it may be another key of the person once asked."""
        ...

    def look_at(self, asked: Asked) -> None:
        """See what will have to be signed, before a transaction opens; raise the refusal."""
        ...

    def sign_entry(self, entry: Entry, content: Mapping[str, object]) -> bytes:
        """Return the signature of the hashed entry whose hash covers `content`."""
        ...


def read(rows: Rows, store: bytes, kind: Kind, seqs: Sequence[int], reason: str | None) -> Asked:
    """Read what is asked out of the journal.

    Raises ProposalClosed for an entry that is not there, VaultDamaged for one that its maker did
    not sign as it stands: nobody is asked to answer for that.
    """
    asked = Asked(store, kind, tuple(tell(rows, seq) for seq in seqs), reason)
    if not all(_is_as_signed(rows, store, told) for told in asked.told):
        raise VaultDamaged
    return asked


def tell(rows: Rows, seq: int) -> Told:
    """Return one entry with all that belongs to it; raise ProposalClosed."""
    found = rows.one("SELECT * FROM entry WHERE seq = ?", (seq,))
    if found is None:
        raise ProposalClosed
    entry = Entry(*found)
    changes = tuple(read_changes(rows, seq))
    name = rows.value(
        "SELECT p.name FROM signer AS s JOIN person AS p ON p.id = s.person_id WHERE s.id = ?",
        (entry.signer,),
    )
    stood = journal_reading.before(rows, seq, ((one.table, one.row) for one in changes))
    return Told(
        entry,
        changes,
        replaced=tuple(_replaced(rows, change) for change in changes),
        name=name or "",
        stood=tuple(stood.get((one.table, one.row)) for one in changes),
        names=names_of(rows, (change.columns() for change in changes)),
    )


def from_json(body: Mapping[str, Any]) -> Asked:
    """Read what is asked; raise ValueError, KeyError, TypeError for what does not fit itself."""
    kind = Kind(body["kind"])
    asked = Asked(
        bytes.fromhex(body["store"]),
        kind,
        tuple(_told_from_json(one, may_be_stale=kind is Kind.REJECT) for one in body["told"]),
        None if body["reason"] is None else str(body["reason"]),
    )
    wanted = "act" if asked.kind is Kind.CONFIRM else "propose"
    if (
        asked.kind not in ANSWERS
        or not asked.told
        or any(told.entry.kind != wanted for told in asked.told)
        or (asked.kind is not Kind.CONFIRM and len(asked.told) != 1)
        or (asked.kind is Kind.REJECT) != bool(asked.reason)
    ):
        raise ValueError("nothing that a second person signs")
    return asked


def _is_as_signed(rows: Rows, store: bytes, told: Told) -> bool:
    entry = told.entry
    if entry.action in rights.BRINGS_ITS_KEY:
        brought = (one for one in told.changes if (one.table, one.row) == ("signer", entry.signer))
        public = next((one.columns()["public_key"] for one in brought), None)
    else:
        public = rows.value("SELECT public_key FROM signer WHERE id = ?", (entry.signer,))
    return (
        isinstance(public, str)
        and entry.reason_is_whole()
        and all(change.is_whole() for change in told.changes)
        and entry.computed_hash(store, told.changes) == entry.hash
        and PublicKey(public).verifies(entry.signature, SIGNATURE_DOMAIN + entry.hash)
    )


def _replaced(rows: Rows, change: Change) -> canonical.Columns | None:
    """Return the row that a proposal saw, None when it is another now or there was none."""
    if change.replaces is None:
        return None
    found = rows.one(f"SELECT * FROM {change.table} WHERE id = ?", (change.row,))  # noqa: S608
    columns = dict(found) if found else None
    return columns if columns and row_digest(columns) == change.replaces else None


def _told_to_json(told: Told) -> dict[str, object]:
    return {
        "entry": {name: _plain(getattr(told.entry, name)) for name in _UNSIGNED},
        "changes": [
            {name: _plain(getattr(change, name)) for name in Change.__slots__}
            for change in told.changes
        ],
        "replaced": list(told.replaced),
        "name": told.name,
        "stood": list(told.stood),
        "names": told.names.to_json(),
    }


def _told_from_json(body: Mapping[str, Any], *, may_be_stale: bool) -> Told:
    """Read one entry; of a proposal that is rejected a row may be gone that it saw."""
    entry = Entry(**_read(body["entry"]), hash=b"", signature=b"")
    changes = tuple(Change(**_read(one)) for one in body["changes"])
    replaced, stood = (
        tuple(None if row is None else dict(row) for row in body[name])
        for name in ("replaced", "stood")
    )
    for change, old, _before in zip(changes, replaced, stood, strict=True):
        if not change.is_whole() or change.columns()["id"] != change.row:
            raise ValueError("a change that is not what its digest says")
        is_gone = old is None and may_be_stale
        if not is_gone and (row_digest(old) if old is not None else None) != change.replaces:
            raise ValueError("a row that the proposal did not see")
    if not entry.reason_is_whole():
        raise ValueError("another reason")
    names = names_from_json(body["names"])
    return Told(entry, changes, replaced, str(body["name"]), stood, names)


def _plain(value: object) -> object:
    return value.hex() if isinstance(value, bytes) else value


def _read(body: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: bytes.fromhex(value) if name in _BYTES and value is not None else value
        for name, value in body.items()
    }
