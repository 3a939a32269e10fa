"""Who holds what: the screen of a document's copies, a person's holdings, what is overdue.

Each is compared with the same queries on a plain SQLite twin of the registers.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from bmnn_desktop.services.copy_story import copy_chain, document_custody
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.holdings import holdings_of, list_holders, overdue_copies
from bmnn_desktop.services.office import Office
from bmnn_desktop.store import copies, holdings
from bmnn_desktop.store.rows import Rows
from tests.bench.kept_vault import AFTERWARDS, BUILD, custody_vault, opened
from tests.bench.plan import OFFICE
from tests.bench.row import Row
from tests.bench.timing import alternately, compared, p95
from tests.bench.twin import twin

SIZE = OFFICE.documents
_PLACES = 100
_PAGE = 500  # copies of the first answer
_TABLES = (
    *("sheet", "handover", "dispatch", "parcel", "copy_order", "copy", "receipt", "removal"),
    *("incident", "provision", "custody"),
)
_PLAIN = f"the same queries, SQLite {sqlite3.sqlite_version} unencrypted"
Work = Callable[[], object]


def rows(size: int) -> Iterator[Row]:
    """Yield the measurements in an office's vault of `size` documents."""
    office = opened(custody_vault(OFFICE.of(size)))
    with tempfile.TemporaryDirectory(prefix="bench-", dir=BUILD) as room:
        plain = twin(office, Path(room) / "twin.db", more=_TABLES)
        try:
            theirs = Rows(plain)
            yield _row("custody screen, p95 (ms)", size, _screens(office, theirs))
            yield _row("a person's holdings, p95 (ms)", size, _holdings(office, theirs))
            yield _row("overdue list, p95 (ms)", size, _overdue(office, theirs))
        finally:
            plain.close()
            office.close()


def _row(name: str, size: int, pairs: Sequence[tuple[Work, Work]]) -> Row:
    ours, plainly = alternately(pairs)
    return compared(name, size, p95(ours), p95(plainly), _PLAIN)


def _screens(office: Office, plain: Rows) -> list[tuple[Work, Work]]:
    """Return looks at a document's copies and at the whole chain of the first of them."""
    chance = random.Random(3)

    def ids(desk: Desk) -> list[tuple[int, int]]:
        sql = "SELECT document_id, min(id) FROM copy GROUP BY document_id"
        return [tuple(row) for row in desk.rows.all(sql)]

    def ours(document: int, copy: int) -> None:
        office.read(document_custody, document).result()
        office.read(copy_chain, copy).result()

    def theirs(document: int, copy: int) -> None:
        holdings.of_document(plain, document)
        holdings.of_copies(plain, (copy,))
        copies.chain(plain, copy)
        holdings.lines_of_copy(plain, copy)

    seen = chance.choices(office.read(ids).result(), k=_PLACES)
    return [
        (lambda one=one: ours(*one), lambda one=one: theirs(*one))  # type: ignore[misc]
        for one in seen
    ]


def _holdings(office: Office, plain: Rows) -> list[tuple[Work, Work]]:
    names = [one.name for one in office.read(list_holders).result().rows]
    chosen = random.Random(4).choices(names, k=_PLACES)
    return [
        (
            lambda name=name: office.read(holdings_of, name).result(),  # type: ignore[misc]
            lambda name=name: holdings.of_holder(plain, name, 0, _PAGE + 1),  # type: ignore[misc]
        )
        for name in chosen
    ]


def _overdue(office: Office, plain: Rows) -> list[tuple[Work, Work]]:
    today = AFTERWARDS.date()
    return [
        (
            lambda: office.read(overdue_copies).result(),
            lambda: holdings.overdue(plain, today, (date.min, 0), _PAGE + 1),
        )
    ] * _PLACES
