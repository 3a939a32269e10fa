"""One entry of the journal with its changes: what is hashed, how it is checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from bmnn_desktop.store import canonical
from bmnn_desktop.store.rows import Rows

SIGNATURE_DOMAIN = b"bmnn entry signature 1\0"


class Kind(Enum):
    """What an entry does; JOURNAL.md says how each is replayed."""

    GENESIS = "genesis"  # the first entry; its own changes bring the key that signs it
    MIGRATION = "migration"
    ACT = "act"
    PROPOSE = "propose"  # applies nothing
    APPROVE = "approve"  # second signer; applies the changes of the proposal it names
    REJECT = "reject"
    CONFIRM = "confirm"  # second signer, afterwards; names the acts


@dataclass(frozen=True, slots=True)
class Change:
    """The new image of one row, in two canonical JSON objects."""

    table: str
    row: int
    payload: str
    text: str | None
    salt: bytes | None
    payload_digest: bytes
    text_digest: bytes | None
    replaces: bytes | None = None  # proposals only: digest of the row they replace

    def listed(self, n: int) -> list[object]:
        """Return the change as the entry's hash covers it."""
        return [
            n,
            self.table,
            self.row,
            self.payload_digest.hex(),
            self.text_digest.hex() if self.text_digest else None,
            self.replaces.hex() if self.replaces else None,
        ]

    def is_whole(self) -> bool:
        """Tell whether payload and text are the ones whose digests were signed.

        A scrubbed text is NULL together with its salt; its digest stays.
        """
        if canonical.payload_digest(self.payload) != self.payload_digest:
            return False
        if self.text is None or self.salt is None:
            return self.text is None and self.salt is None
        return canonical.text_digest(self.text, self.salt) == self.text_digest

    def columns(self) -> canonical.Columns:
        """Return every column; a scrubbed text has none."""
        return {**canonical.load(self.payload), **canonical.load(self.text or "{}")}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it is stored."""

    seq: int
    generation: int
    time: str
    signer: int
    kind: str
    action: str
    detail: str
    reason: str | None
    reason_salt: bytes | None
    reason_digest: bytes | None
    previous: bytes
    hash: bytes
    signature: bytes

    def content(self, store: bytes, changes: Sequence[Change]) -> dict[str, object]:
        """Return what the hash covers."""
        return {
            "store": store.hex(),
            "generation": self.generation,
            "seq": self.seq,
            "time": self.time,
            "signer": self.signer,
            "kind": self.kind,
            "action": self.action,
            "detail": canonical.load(self.detail),
            "reason": self.reason_digest.hex() if self.reason_digest else None,
            "previous": self.previous.hex(),
            "changes": [change.listed(n) for n, change in enumerate(changes, 1)],
        }

    def computed_hash(self, store: bytes, changes: Sequence[Change]) -> bytes:
        """Return the hash this entry must have."""
        return canonical.entry_hash(self.content(store, changes))

    def reason_is_whole(self) -> bool:
        """Tell whether the reason is the one whose digest was signed (or was scrubbed)."""
        if self.reason is None or self.reason_salt is None:
            return self.reason is None and self.reason_salt is None
        return canonical.text_digest(self.reason, self.reason_salt) == self.reason_digest


def columns_of(changes: Sequence[Change]) -> Iterator[canonical.Columns]:
    """Yield the columns of each change; one that cannot be read raises in its turn."""
    texts = [change.payload for change in changes]
    texts += [change.text for change in changes if change.text]
    try:
        read = canonical.load_all(texts)
    except (ValueError, RecursionError):
        for change in changes:
            yield change.columns()
        return
    free = iter(read[len(changes) :])
    for change, columns in zip(changes, read, strict=False):
        yield {**columns, **next(free)} if change.text else columns


def change_of(
    table: str,
    columns: canonical.Columns,
    text: frozenset[str],
    *,
    salt: bytes,
    replaces: bytes | None,
) -> Change:
    """Return the change that makes a row of `table` look like `columns`."""
    payload = canonical.dump({name: v for name, v in columns.items() if name not in text})
    free = {name: value for name, value in columns.items() if name in text}
    written = canonical.dump(free) if free else None
    row = columns["id"]
    if not isinstance(row, int):
        msg = f"a row of {table} without id"
        raise TypeError(msg)
    return Change(
        table=table,
        row=row,
        payload=payload,
        text=written,
        salt=salt if written is not None else None,
        payload_digest=canonical.payload_digest(payload),
        text_digest=canonical.text_digest(written, salt) if written is not None else None,
        replaces=replaces,
    )


def row_digest(columns: canonical.Columns) -> bytes:
    """Return the digest of a row as it stands, for proposals that replace it."""
    return canonical.payload_digest(canonical.dump(columns))


def read_changes(rows: Rows, seq: int) -> list[Change]:
    """Return the changes of the entry `seq`."""
    found = rows.all(
        "SELECT table_name, row, payload, text, salt, payload_digest, text_digest, replaces"
        " FROM change WHERE seq = ? ORDER BY n",
        (seq,),
    )
    return [Change(*row) for row in found]
