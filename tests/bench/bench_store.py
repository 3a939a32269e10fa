"""The vault: search as you type, save one entry, jump in the table, verify.

python -m tests.bench --only store --size 100000

Search and jumps are compared with the same statements on a plain SQLite twin of the registers;
saving with a bare SQLCipher commit of one small row under the same pragmas, alternating; verifying
with SQLite's and SQLCipher's own checks of the same file.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import connection, documents
from bmnn_desktop.store.documents import Query
from bmnn_desktop.store.rows import Rows
from tests.bench.big_vault import YEARS, document, entered, filled, twin
from tests.bench.row import Row

_PAGE = 100  # lines
_JUMPS = 100
_SAVES = 200
_RUNS = 5
_ENTRIES = 2_000  # entered one by one, as on a working day
_TYPED = {
    "one letter": tuple("abcdghklmnpqtvxy") + tuple("1289"),
    "two letters": (
        *("an", "bi", "ca", "ch", "da", "di", "du", "gi", "ha", "ho", "kh", "la", "ma", "nh"),
        *("ph", "qu", "so", "th", "tr", "xa"),
    ),
    "three letters": (
        *("ban", "bie", "cua", "dan", "dak", "die", "duo", "ngh", "quo", "tai", "tha", "tin"),
        *("tru", "tuy", "vie", "xan", "xuy"),
    ),
    "two words": (
        *("duong bien", "an ninh", "dak lak", "cuu ho", "ke hoach", "t n", "xa mau", "luong thuc"),
        *("mua bao", "nghe an", "yen bai", "mat ma", "cong an", "hoa toc", "dan quan", "d x"),
    ),
}  # fmt: skip


def rows(size: int) -> Iterator[Row]:
    """Yield the measurements on a vault of `size` documents."""
    place = Path(__file__).resolve().parent.parent.parent / "build"  # a real disk, not a tmpfs
    place.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place) as room:
        office = filled(Path(room) / "vault", size)
        plain = twin(office, Path(room) / "twin.db")
        try:
            yield from _searches(office, Rows(plain), size)
            yield _jumps(office, Rows(plain), size)
            yield _save(office, Path(room), size)
            yield _verify(office, size, "changes")
        finally:
            plain.close()
            office.close()
        daily = entered(Path(room) / "daily", _ENTRIES)
        try:
            yield _verify(daily, _ENTRIES, "entries")
        finally:
            daily.close()


def _searches(office: Office, plain: Rows, size: int) -> Iterator[Row]:
    for name, typed in _TYPED.items():
        ours, theirs = _alternately(
            [
                (
                    lambda text=text: office.read(list_documents, "outgoing", search=text).result(),  # type: ignore[misc]
                    lambda text=text: documents.page(
                        plain, Query("outgoing", None, text), _PAGE + 1
                    ),  # type: ignore[misc]
                )
                for text in typed * _RUNS
            ]
        )
        yield _compared(f"search, {name}, p95 (ms)", size, _p95(ours), _p95(theirs), _PLAIN)


def _jumps(office: Office, plain: Rows, size: int) -> Row:
    chance = random.Random(7)
    per_year = max(2, size // YEARS)
    places = [
        (chance.randrange(2017, 2017 + YEARS), chance.randrange(2, per_year + 1))
        for _ in range(_JUMPS)
    ]
    ours, theirs = _alternately(
        [
            (
                lambda at=at: office.read(list_documents, "outgoing", before=at).result(),  # type: ignore[misc]
                lambda at=at: documents.page(plain, Query("outgoing", None, "", at), _PAGE + 1),  # type: ignore[misc]
            )
            for at in places
        ]
    )
    return _compared("jump to a page, p95 (ms)", size, _p95(ours), _p95(theirs), _PLAIN)


def _save(office: Office, room: Path, size: int) -> Row:
    bare = connection.open_database(room / "bare.db", "5e" * 32, create=True)
    bare.execute("CREATE TABLE small (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    chance = random.Random(11)

    def save() -> None:
        office.write(add_document, "outgoing", document(chance, 1, recipients=3)).result()

    def commit() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO small (text) VALUES ('một dòng nhỏ')")
        bare.execute("COMMIT")

    ours, theirs = _alternately([(save, commit)] * _SAVES)
    bare.close()
    name = "save an entry, 3 recipients, median (ms)"
    return _compared(name, size, median(ours), median(theirs), "bare SQLCipher commit")


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
    ours, theirs = _alternately([(verified, lambda: office.write(checks).result())] * 2)
    name = f"verify, s per 1,000 {unit} (of {count:,})"
    anchor = "the file's own two integrity checks"
    return _compared(name, size, median(ours) / count, median(theirs) / count, anchor)


def _alternately(
    pairs: Sequence[tuple[Callable[[], object], Callable[[], object]]],
) -> tuple[list[float], list[float]]:
    """Time each pair in turn; return the milliseconds of both, the first pairs left out."""
    ours: list[float] = []
    theirs: list[float] = []
    for mine, other in pairs:
        for job, times in ((mine, ours), (other, theirs)):
            start = time.perf_counter()
            job()
            times.append((time.perf_counter() - start) * 1000)
    warm = len(pairs) // 20
    return ours[warm:], theirs[warm:]


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _compared(name: str, size: int, ours: float, anchor: float, anchor_name: str) -> Row:
    """Return a row whose goal reads "at most n ×"."""
    return Row(
        name=name,
        n=size,
        ours=round(ours, 4),
        anchor=round(anchor, 4),
        anchor_name=anchor_name,
        ratio=round(ours / anchor, 2),
    )


_PLAIN = f"the same query, SQLite {sqlite3.sqlite_version} unencrypted"
