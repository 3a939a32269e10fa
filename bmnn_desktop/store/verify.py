"""Verification: pages, journal, replay, tables, anchors. Each misses what another sees."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.store import page_seals, search, tables
from bmnn_desktop.store import schema as schemas
from bmnn_desktop.store.entry import Change, Entry
from bmnn_desktop.store.failures import code_of
from bmnn_desktop.store.replay import BrokenError, Replay
from bmnn_desktop.store.schema import Schema
from bmnn_desktop.store.signature_process import SignatureProcess
from bmnn_desktop.store.signatures import Signatures
from bmnn_desktop.store.watch import Watch

_ENTRY = f"SELECT {', '.join(Entry.__slots__)} FROM entry WHERE seq > ? ORDER BY seq LIMIT ?"  # noqa: S608
_CHANGE = (
    "SELECT seq, n, table_name, row, payload, text, salt, payload_digest, text_digest, replaces"
    " FROM change WHERE seq BETWEEN ? AND ? ORDER BY seq, n"
)
_BATCH = 500
_MANY = 5_000  # entries whose signatures take longer than the start of a process

# What stops a verification without saying anything of the vault.
_NO_DAMAGE = (
    sqlcipher.SQLITE_INTERRUPT,
    sqlcipher.SQLITE_NOMEM,
    sqlcipher.SQLITE_BUSY,
    sqlcipher.SQLITE_LOCKED,
    sqlcipher.SQLITE_FULL,
    sqlcipher.SQLITE_READONLY,
)

_UNREADABLE = (UnicodeDecodeError, OverflowError)  # what sqlcipher3 raises for a damaged value


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification found.

    `ok` is None ("unknown") when all is sound but no anchor outside this computer was compared:
    a vault rolled back whole looks sound. `seq` names the first bad entry.
    """

    ok: bool | None
    seq: int | None
    what: str
    entries: int
    head: Anchor | None

    @property
    def verdict(self) -> str:
        """Return "pass", "unknown" or "fail"."""
        return {True: "pass", None: "unknown", False: "fail"}[self.ok]


def verify(
    connection: sqlcipher.Connection,
    path: Path,
    key: str,
    *,
    store: bytes,
    schema: Schema,
    anchors: Sequence[Anchor],
    progress: Callable[[float], None],
) -> Verdict:
    """Verify the vault behind `connection`, whose file at `path` is opened once more by `key`.

    Damage is a verdict, never an exception.
    """
    watch = Watch(progress)
    with (
        closing(Signatures(_process_for(connection), watch.again)) as signatures,
        closing(Replay(store, schema, signatures)) as replay,
    ):
        try:
            with watch.over(connection, replay.scratch):
                watch.tell(0.0)
                check_pages(connection, path, key, watch.again)
                hashes = _replay_all(connection, replay, anchors, watch.tell)
                compare(connection, replay)
                _check_local(connection)
        except BrokenError as broken:
            return Verdict(False, broken.seq, broken.what, replay.seq, None)
        except sqlcipher.Error as error:
            if code_of(error) in _NO_DAMAGE:
                raise
            return Verdict(False, replay.seq + 1, "không đọc được tệp dữ liệu", replay.seq, None)
        except _UNREADABLE:
            return Verdict(False, replay.seq + 1, "dữ liệu không đọc được", replay.seq, None)
        progress(1.0)
        return _judge(replay, anchors, hashes)


def _process_for(connection: sqlcipher.Connection) -> SignatureProcess | None:
    """Start the process that checks signatures, where that gains time and can be done."""
    if (os.cpu_count() or 1) < 2:  # noqa: PLR2004
        return None
    try:
        entries = connection.execute("SELECT max(seq) FROM entry").fetchone()[0] or 0
        return SignatureProcess() if entries >= _MANY else None
    except OSError:
        return None
    except sqlcipher.Error as error:
        if code_of(error) in _NO_DAMAGE:
            raise
        return None  # what is wrong is told by the checks to come


def entries(connection: sqlcipher.Connection) -> Iterator[tuple[Entry, list[Change]]]:
    """Yield every entry with its changes, in order; raise BrokenError for one outside it."""
    for table, what in (("entry", "mục"), ("change", "thay đổi")):
        first = connection.execute(f"SELECT min(seq) FROM {table}").fetchone()[0]  # noqa: S608
        if first is not None and first < 1:
            raise BrokenError(1, f"có {what} đứng trước mục đầu")
    last, size = 0, _BATCH
    while True:
        try:
            batch = _read(connection, last, size)
        except (BrokenError, sqlcipher.Error, *_UNREADABLE) as error:
            if size == 1 or (isinstance(error, sqlcipher.Error) and code_of(error) in _NO_DAMAGE):
                raise
            size = 1  # those before the bad one are told first
            continue
        if not batch:
            return
        yield from batch
        last = batch[-1][0].seq


def _read(
    connection: sqlcipher.Connection, last: int, size: int
) -> list[tuple[Entry, list[Change]]]:
    """Read the next entries with their changes; raise BrokenError for one outside them."""
    batch = [Entry(*row) for row in _tuples(connection, _ENTRY, (last, size)).fetchall()]
    changes: dict[int, list[Change]] = {entry.seq: [] for entry in batch}
    span = (last + 1, batch[-1].seq if batch else last)
    for seq, n, *change in _tuples(connection, _CHANGE, span).fetchall():
        found = changes.get(seq)
        if found is None or n != len(found) + 1:
            raise BrokenError(seq, "thay đổi không thuộc mục nào")
        found.append(Change(*change))
    return [(entry, changes[entry.seq]) for entry in batch]


def check_pages(
    connection: sqlcipher.Connection, path: Path, key: str, ask: Callable[[], None]
) -> None:
    """Check every page's seal, the structure and the length of the file; raise BrokenError."""
    # The cipher check misses pages cut off, the SQLite check misses pages added.
    if not page_seals.are_whole(path, key, ask):
        raise BrokenError(1, "trang dữ liệu bị sửa")
    found = connection.execute("PRAGMA integrity_check").fetchall()
    if [tuple(row) for row in found] != [("ok",)]:
        raise BrokenError(1, "cấu trúc tệp dữ liệu không còn đúng")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    size = int(connection.execute("PRAGMA page_size").fetchone()[0])  # SQLCipher answers in text
    if path.stat().st_size != pages * size:
        raise BrokenError(1, "tệp dữ liệu bị cắt hoặc thêm")


def _replay_all(
    connection: sqlcipher.Connection,
    replay: Replay,
    anchors: Sequence[Anchor],
    progress: Callable[[float], None],
) -> dict[int, tuple[int, bytes]]:
    """Replay every entry; return generation and hash of those that anchors name."""
    total = connection.execute("SELECT count(*) FROM entry").fetchone()[0] or 1
    named = {anchor.seq for anchor in anchors}
    hashes: dict[int, tuple[int, bytes]] = {}
    last = None
    try:
        for entry, changes in entries(connection):
            replay.step(entry, changes)
            if entry.seq in named:
                hashes[entry.seq] = (entry.generation, entry.hash)
            if entry.seq % _BATCH == 0:
                progress(min(0.9, 0.9 * entry.seq / total))
            last = entry
    except sqlcipher.Error as error:
        if code_of(error) not in _NO_DAMAGE:
            replay.settle()
        raise
    except (BrokenError, *_UNREADABLE):
        replay.settle()  # the signature of an entry before this one may be wrong
        raise
    replay.settle()
    if last is None:
        raise BrokenError(1, "nhật ký trống")
    stray = connection.execute("SELECT min(seq) FROM change WHERE seq > ?", (last.seq,)).fetchone()
    if stray[0] is not None:
        raise BrokenError(last.seq, "có thay đổi sau mục cuối")
    replay.finish()
    return hashes


def compare(connection: sqlcipher.Connection, replay: Replay) -> None:
    """Compare every journalled table with what the journal says it holds.

    Raises BrokenError: of tables that differ, the one whose row the earliest entry wrote.
    """
    if schemas.actual(connection) != replay.schema.expected(replay.version):
        raise BrokenError(replay.seq, "cấu trúc bảng bị sửa từ bên ngoài")
    broken = [
        BrokenError(
            _newest(connection, table, row) or replay.seq,
            f"bảng {table} không khớp với nhật ký ở dòng {row}",
        )
        for table in tables.journalled_in(replay.scratch)
        if (row := _first_difference(connection, replay.scratch, table)) is not None
    ]
    if broken:
        raise min(broken, key=lambda error: error.seq)


def _first_difference(
    connection: sqlcipher.Connection, scratch: sqlcipher.Connection, table: str
) -> int | None:
    """Return the id of the first row that is not the same in both."""
    query = f"SELECT id, * FROM {table} ORDER BY id"  # noqa: S608
    ours, theirs = (_tuples(database, query) for database in (connection, scratch))
    while True:
        some, others = ours.fetchmany(_BATCH), theirs.fetchmany(_BATCH)
        if some != others:
            pairs = zip_longest(some, others)
            row, other = next((row, other) for row, other in pairs if row != other)
            return min(int(found[0]) for found in (row, other) if found is not None)
        if not some:
            return None


def _tuples(
    connection: sqlcipher.Connection, query: str, values: Sequence[int] = ()
) -> sqlcipher.Cursor:
    """Ask for plain tuples: of a million rows each name would be paid for."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(query, values)


def _newest(connection: sqlcipher.Connection, table: str, row: int) -> int | None:
    found = connection.execute(
        "SELECT max(seq) FROM change WHERE table_name = ? AND row = ?", (table, row)
    ).fetchone()
    return None if found[0] is None else int(found[0])


def _check_local(connection: sqlcipher.Connection) -> None:
    """Check that the search index holds every document, or a search would hide one."""
    head = connection.execute("SELECT max(seq) FROM entry").fetchone()[0]
    if not search.is_up_to_date(connection):
        raise BrokenError(head, "chỉ mục tìm kiếm không khớp với sổ")
    try:
        connection.execute(
            "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"
        )
    except sqlcipher.DatabaseError as error:
        if code_of(error) != sqlcipher.SQLITE_CORRUPT:
            raise
        raise BrokenError(head, "chỉ mục tìm kiếm bị sửa") from error


def _judge(
    replay: Replay, anchors: Sequence[Anchor], hashes: dict[int, tuple[int, bytes]]
) -> Verdict:
    head = Anchor.of(replay.generation, replay.seq, replay.head)
    for anchor in anchors:
        found = hashes.get(anchor.seq)
        if found is None:
            what = f"kho sổ cũ hơn tờ giấy: giấy in ở mục {anchor.seq}, kho chỉ đến {replay.seq}"
            return Verdict(False, replay.seq + 1, what, replay.seq, head)
        if found[0] != anchor.generation or not anchor.matches(found[1]):
            what = "mã đối chiếu trên giấy không khớp: phần sổ trước tờ này đã bị viết lại"
            return Verdict(False, anchor.seq, what, replay.seq, head)
    if not anchors:
        what = (
            "Sổ nguyên vẹn về kỹ thuật, nhưng chưa đối chiếu với mã trên tờ giấy nào nên "
            "chưa kết luận được."
        )
        return Verdict(None, None, what, replay.seq, head)
    return Verdict(True, None, "Sổ nguyên vẹn và khớp với mã đối chiếu.", replay.seq, head)
