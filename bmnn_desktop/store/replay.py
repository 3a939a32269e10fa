"""Replay: rebuild the tables from the journal alone, checking every entry on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store import canonical, rights, tables
from bmnn_desktop.store.act import put_row
from bmnn_desktop.store.canonical import Columns
from bmnn_desktop.store.entry import (
    Change,
    Entry,
    Kind,
    columns_of,
    row_digest,
)
from bmnn_desktop.store.keys import PublicKey
from bmnn_desktop.store.rows import Rows
from bmnn_desktop.store.schema import Schema, create_journal, run_script
from bmnn_desktop.store.signatures import Signatures

_KINDS = frozenset(kind.value for kind in Kind)
_TABLES = frozenset(table.name for table in tables.JOURNALLED)
_STATEMENTS = 1000  # more than all there are
_WRONG_SIGNATURE = "chữ ký không đúng"
_WITHOUT_CHANGES = (Kind.MIGRATION, Kind.APPROVE, Kind.REJECT, Kind.CONFIRM)
# What an act of one person brought that two have to sign.
_ALONE = {
    "signer": "khóa ký được thêm mà không có người xác nhận",
    "person": "người dùng kho sổ được thêm, đổi mà không có người xác nhận",
    "backup_recipient": "khóa mở bản sao lưu được thêm, đổi mà không có người xác nhận",
    "volume": "quyển sổ đã khóa được mở lại, hoặc đổi biểu mẫu, mà không có người xác nhận",
    "form": "biểu mẫu được cài, đổi mà không có người xác nhận",
}
# What reading hostile JSON and applying it can raise.
_MALFORMED = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    sqlcipher.Error,
)


class BrokenError(Exception):
    """The first thing found wrong: the entry's number and what it is, in Vietnamese."""

    def __init__(self, seq: int, what: str) -> None:
        super().__init__(f"{seq}: {what}")
        self.seq = seq
        self.what = what


@dataclass(frozen=True, slots=True)
class NewRow:
    """A change whose columns are read: reading them costs, so it is done once."""

    table: str
    row: int
    columns: Columns
    replaces: bytes | None


class Replay:
    """The journal's state after the entries stepped so far, on a scratch database."""

    def __init__(self, store: bytes, schema: Schema, signatures: Signatures | None = None) -> None:
        # The migrations fill a small cache with statements of their own: every other one would then
        # be prepared anew each time.
        self.scratch = sqlcipher.connect(
            ":memory:", isolation_level=None, cached_statements=_STATEMENTS
        )
        self.scratch.row_factory = sqlcipher.Row
        self.scratch.execute("PRAGMA foreign_keys = OFF")
        self.scratch.execute("BEGIN")
        create_journal(self.scratch)  # left empty: migrations may give it an index
        self._signatures = signatures or Signatures()
        self.store = store
        self.schema = schema
        self.seq = 0
        self.head = bytes(32)
        self.first = b""
        self.generation = 1
        self.version = 0
        self.training = False
        self._keys: dict[int, PublicKey] = {}
        self._persons: dict[int, int | None] = {}  # None: the recovery sheet's key
        self._retired: set[int] = set()
        self._open: dict[str, tuple[Entry, Sequence[NewRow]]] = {}
        self._signers: dict[str, int] = {}  # who signed the entry with this hash
        self._migrate(1, 0)

    def close(self) -> None:
        """Drop the scratch database."""
        self.scratch.close()

    def settle(self) -> None:
        """Wait for the signatures of the entries stepped; raise BrokenError for the first wrong."""
        wrong = self._signatures.settle()
        if wrong is not None:
            self.seq = wrong - 1
            raise BrokenError(wrong, _WRONG_SIGNATURE)

    def finish(self) -> None:
        """Check what only the end can tell: foreign keys, a restore left half done."""
        for proposal, _changes in self._open.values():
            if proposal.action in rights.BRINGS_ITS_KEY:
                raise BrokenError(proposal.seq, "khôi phục chưa được phiếu khóa xác nhận")
        self.scratch.execute("COMMIT")
        found = self.scratch.execute("PRAGMA foreign_key_check").fetchone()
        if found:
            raise BrokenError(self.seq, f"dòng của bảng {found[0]} trỏ tới dòng không có")

    def is_active(self, signer: int, public_key: str) -> bool:
        """Tell whether this key may sign now, under this row."""
        found = self.scratch.execute(
            "SELECT 1 FROM signer WHERE id = ? AND public_key = ? AND retired = 0",
            (signer, public_key),
        ).fetchone()
        return found is not None

    def step(self, entry: Entry, changes: Sequence[Change]) -> None:
        """Check one entry and apply it; raise BrokenError, after which an earlier entry may be it.

        Which one is first `settle` tells.
        """
        try:
            rows = self._check(entry, changes)
            self._apply(entry, rows)
        except _MALFORMED as error:
            raise BrokenError(entry.seq, "nội dung mục không áp dụng được") from error
        self.seq, self.head = entry.seq, entry.hash
        self.first = self.first or entry.hash

    def _check(self, entry: Entry, changes: Sequence[Change]) -> list[NewRow]:
        """Check the entry as it stands; return the rows it brings."""

        def need(holds: bool, what: str) -> None:
            if not holds:
                raise BrokenError(entry.seq, what)

        need(entry.seq == self.seq + 1, "số mục không liền nhau")
        need(entry.previous == self.head, "không nối với mục trước")
        need(entry.kind in _KINDS, "loại mục lạ")
        need((entry.kind == Kind.GENESIS.value) == (entry.seq == 1), "mục mở đầu sai chỗ")
        need(entry.reason_is_whole(), "lý do bị sửa")
        need(all(change.is_whole() for change in changes), "nội dung thay đổi bị sửa")
        rows = []
        for change, columns in zip(changes, columns_of(changes), strict=True):
            if change.table not in _TABLES or not all(map(str.isidentifier, columns)):
                raise ValueError("a name that is none of ours")
            need(change.row == columns["id"], "thay đổi ghi sai dòng")
            rows.append(NewRow(change.table, change.row, columns, change.replaces))
        need(entry.computed_hash(self.store, changes) == entry.hash, "mục bị sửa")
        key = self._key_for(entry, rows)
        need(key is not None, "người ký không có quyền ký")
        need(
            key is not None and self._signatures.holds(entry.seq, key, entry.signature, entry.hash),
            _WRONG_SIGNATURE,
        )
        begins = entry.action in rights.BEGINS_A_GENERATION and entry.kind == Kind.APPROVE.value
        need(entry.generation == self.generation + int(begins), "thế hệ khóa không đúng")
        return rows

    def _key_for(self, entry: Entry, changes: Sequence[NewRow]) -> PublicKey | None:
        """Return the signer's key; genesis and a restore's proposal bring their own."""
        brings = entry.kind == Kind.GENESIS.value or (
            entry.kind == Kind.PROPOSE.value and entry.action in rights.BRINGS_ITS_KEY
        )
        if brings:
            for change in changes:
                if change.table == "signer" and change.row == entry.signer:
                    return PublicKey(str(change.columns["public_key"]))
            return None
        return None if entry.signer in self._retired else self._keys.get(entry.signer)

    def _apply(self, entry: Entry, changes: Sequence[NewRow]) -> None:
        kind = Kind(entry.kind)
        detail = canonical.load(entry.detail)
        if changes and kind in _WITHOUT_CHANGES:
            raise BrokenError(entry.seq, "mục loại này không được mang theo thay đổi")
        self._signers[entry.hash.hex()] = entry.signer
        if kind is Kind.GENESIS:
            self.training = bool(detail.get("training"))
            if detail != genesis_detail(self.schema, training=self.training):
                raise BrokenError(entry.seq, "dạng sổ ban đầu không đúng")
            self._apply_changes(changes)
        elif kind is Kind.ACT:
            self._check_act(entry, changes)
            self._apply_changes(changes)
        elif kind is Kind.MIGRATION:
            self._migrate(int(detail["to"]), entry.seq, detail)
        elif kind is Kind.PROPOSE:
            self._open[entry.hash.hex()] = (entry, changes)
        elif kind in (Kind.APPROVE, Kind.REJECT):
            self._answer(entry, str(detail["proposal"]), approved=kind is Kind.APPROVE)
        else:
            self._confirm(entry, detail["acts"])

    def _check_act(self, entry: Entry, changes: Sequence[NewRow]) -> None:
        """Check that one person alone may do this."""
        if self._is_graded() and rights.needs_two(entry.action):
            raise BrokenError(entry.seq, "việc này chỉ có hiệu lực khi người thứ hai xác nhận")
        for change in changes:
            if change.table in rights.GUARDED and self._takes_two(entry.action, change):
                raise BrokenError(entry.seq, _ALONE[change.table])

    def _takes_two(self, action: str, change: NewRow) -> bool:
        if not self._is_graded() and change.table != "signer":
            return False
        sql = f"SELECT * FROM {change.table} WHERE id = ?"  # noqa: S608
        current = self.scratch.execute(sql, (change.row,)).fetchone()
        old = None if current is None else dict(current)
        return rights.takes_two(action, change.table, old, change.columns)

    def _check_right(self, entry: Entry, proposer: int | None = None) -> None:
        if self._is_graded() and not rights.may_confirm(
            Rows(self.scratch), entry.signer, entry.action, proposer
        ):
            raise BrokenError(entry.seq, "người ký không có vai trò người xác nhận")

    def _is_graded(self) -> bool:
        return self.version >= rights.SINCE

    def _confirm(self, entry: Entry, acts: object) -> None:
        self._check_right(entry)
        if not isinstance(acts, list) or not acts or not self._signers.keys() >= set(acts):
            raise BrokenError(entry.seq, "xác nhận một việc không có")
        if any(self._is_same_person(self._signers[act], entry.signer) for act in acts):
            raise BrokenError(entry.seq, "người làm tự xác nhận việc của mình")

    def _answer(self, entry: Entry, proposal: str, *, approved: bool) -> None:
        found = self._open.pop(proposal, None)
        if found is None:
            raise BrokenError(entry.seq, "xác nhận một đề nghị không có hoặc đã trả lời")
        proposed, changes = found
        if proposed.action != entry.action or self._is_same_person(proposed.signer, entry.signer):
            raise BrokenError(entry.seq, "người đề nghị tự xác nhận")
        brings_key = proposed.action in rights.BRINGS_ITS_KEY
        if brings_key and self._persons[entry.signer] is not None:
            raise BrokenError(entry.seq, "khôi phục không do phiếu khóa xác nhận")
        self._check_right(entry, proposed.signer)
        self.generation = entry.generation
        if approved:
            for change in changes:
                current = self.scratch.execute(
                    f"SELECT * FROM {change.table} WHERE id = ?",  # noqa: S608
                    (change.row,),
                ).fetchone()
                if (row_digest(dict(current)) if current else None) != change.replaces:
                    raise BrokenError(entry.seq, "xác nhận một đề nghị đã lỗi thời")
            self._apply_changes(changes)

    def _is_same_person(self, one: int, other: int) -> bool:
        person = self._persons.get(one)
        return one == other or (person is not None and person == self._persons.get(other))

    def _apply_changes(self, changes: Sequence[NewRow]) -> None:
        for change in changes:
            put_row(self.scratch, change.table, change.columns)
            if change.table == "signer":
                columns = change.columns
                self._keys[change.row] = PublicKey(str(columns["public_key"]))
                person = columns["person_id"]
                self._persons[change.row] = None if person is None else int(person)
                (self._retired.add if columns["retired"] else self._retired.discard)(change.row)

    def _migrate(self, version: int, seq: int, detail: dict[str, object] | None = None) -> None:
        if version != self.version + 1 or version > self.schema.version:
            raise BrokenError(seq, "bước nâng cấp sai thứ tự")
        migration = self.schema.migrations[version - 1]
        if detail is not None and detail != migration_detail(migration.version, migration.sha256):
            raise BrokenError(seq, "bước nâng cấp khác với tệp của chương trình")
        run_script(self.scratch, migration.script)
        self.version = version


def genesis_detail(schema: Schema, *, training: bool) -> dict[str, object]:
    """Return what the first entry says of the vault."""
    return {"schema": 1, "sha256": schema.migrations[0].sha256, "training": training}


def migration_detail(version: int, sha256: str) -> dict[str, object]:
    """Return what the journal says of the step to `version`."""
    return {"from": version - 1, "to": version, "sha256": sha256}
