"""The vault against its anchors: search as you type, jump in the table, save, verify.

Search and jumps are compared with the same statements on a plain SQLite twin of the registers;
saving with a bare SQLCipher commit of one small row under the same pragmas, alternating; verifying
with SQLite's and SQLCipher's own checks of the same file.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.list_documents import list_documents, list_ids, read_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import connection, documents
from bmnn_desktop.store.documents import Query
from bmnn_desktop.store.rows import Rows
from tests.bench import invented
from tests.bench.kept_vault import AFTERWARDS, BUILD, copied, opened, stress_vault, worked_vault
from tests.bench.plan import COMMUNE
from tests.bench.row import Row
from tests.bench.timing import alternately, compared, p95
from tests.bench.twin import twin
from tests.bench.typed import TYPED

SIZE = 10_000  # lines
_PAGE = 100  # lines of the first answer
_SEEN = 50  # lines read where one jumps to
_JUMPS = 100
_SAVES = 200
_RUNS = 5
_PLAIN = f"the same query, SQLite {sqlite3.sqlite_version} unencrypted"


def rows(size: int) -> Iterator[Row]:
    """Yield the measurements on a book of `size` lines."""
    vault = stress_vault(size)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=BUILD) as room:
        office = opened(vault)
        plain = twin(office, Path(room) / "twin.db")
        try:
            yield from _searches(office, Rows(plain), size)
            yield _jumps(office, Rows(plain), size)
            yield _verify(office, size, "changes")
        finally:
            plain.close()
            office.close()
        with copied(vault) as place:
            office = opened(place)
            try:
                yield _save(office, Path(room), size)
            finally:
                office.close()
    office = opened(worked_vault(COMMUNE))
    try:
        yield _verify(office, COMMUNE.documents, "entries")
    finally:
        office.close()


def _searches(office: Office, plain: Rows, size: int) -> Iterator[Row]:
    def theirs(text: str) -> None:
        ids = documents.ids(plain, Query("outgoing", None, text), _PAGE + 1)
        documents.by_ids(plain, ids[:_PAGE])

    for name, typed in TYPED.items():
        ours, plainly = alternately(
            [
                (
                    lambda text=text: office.read(list_documents, "outgoing", search=text).result(),  # type: ignore[misc]
                    lambda text=text: theirs(text),  # type: ignore[misc]
                )
                for text in typed * _RUNS
            ]
        )
        yield compared(f"search, {name}, p95 (ms)", size, p95(ours), p95(plainly), _PLAIN)


def _jumps(office: Office, plain: Rows, size: int) -> Row:
    chance = random.Random(7)
    ids = office.read(list_ids, "outgoing").result()
    places = [chance.randrange(len(ids) - _SEEN) for _ in range(_JUMPS)]
    ours, plainly = alternately(
        [
            (
                lambda seen=seen: office.read(read_documents, seen).result(),  # type: ignore[misc]
                lambda seen=seen: documents.by_ids(plain, seen),  # type: ignore[misc]
            )
            for seen in (ids[at : at + _SEEN] for at in places)
        ]
    )
    name = f"read {_SEEN} lines anywhere, p95 (ms)"
    return compared(name, size, p95(ours), p95(plainly), _PLAIN)


def _save(office: Office, room: Path, size: int) -> Row:
    bare = connection.open_database(room / "bare.db", "5e" * 32, create=True)
    bare.execute("CREATE TABLE small (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    chance = random.Random(11)

    def save() -> None:
        new = invented.outgoing(chance, 1, AFTERWARDS.date(), recipients=3)
        office.write(add_document, "outgoing", new).result()

    def commit() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO small (text) VALUES ('một dòng nhỏ')")
        bare.execute("COMMIT")

    ours, theirs = alternately([(save, commit)] * _SAVES)
    bare.close()
    name = "save an entry, 3 recipients, median (ms)"
    return compared(name, size, median(ours), median(theirs), "bare SQLCipher commit")


def _verify(office: Office, size: int, unit: str) -> Row:
    """Verify everything; the time is shown per 1,000 entries or changes."""

    def checks(desk: WritingDesk) -> None:
        for pragma in ("cipher_integrity_check", "integrity_check"):
            desk.writing.connection.execute(f"PRAGMA {pragma}").fetchall()

    def counted(desk: WritingDesk) -> int:
        table = {"entries": "entry", "changes": "change"}[unit]
        return int(desk.rows.value(f"SELECT count(*) FROM {table}"))

    def verified() -> None:
        if office.write(verify_vault).result().ok is False:
            raise RuntimeError("the vault is not sound")

    count = office.write(counted).result()
    ours, theirs = alternately([(verified, lambda: office.write(checks).result())] * 2)
    name = f"verify, s per 1,000 {unit} (of {count:,})"
    anchor = "the file's own two integrity checks"
    return compared(name, size, median(ours) / count, median(theirs) / count, anchor)
