"""The longest journal to be verified: each document an entry of its own, of four changes.

A document, its two recipients and the handover. The entries are made and signed as the journal does
it, but thousands share one transaction, and the search index is built once at the end: a commit for
each would take longer than all the rest.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from bmnn_desktop.domain.clock import stamp
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.office import Office
from bmnn_desktop.store import search
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.entry import Kind
from bmnn_desktop.store.journal import insert_entry, make_entry
from tests.bench.stress_vault import Year
from tests.services.offices import FakeClock, found

CHANGES = 4  # of an entry
_YEAR = 2026
_DAYS = 360
_AT_ONCE = 5_000  # entries of a transaction


def journalled(place: Path, changes: int) -> Office:
    """Found a vault whose journal has about `changes` changes; return it open."""
    office, _sheet = found(place, FakeClock(), year=_YEAR)
    office.write(_fill, changes // CHANGES).result()
    return office


def _fill(desk: WritingDesk, entries: int) -> None:
    connection = desk.writing.connection
    connection.set_authorizer(None)
    for pragma in ("synchronous = OFF", "journal_mode = MEMORY", "cache_size = -1000000"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    year = Year(desk, random.Random(entries), _YEAR)
    for start in range(1, entries + 1, _AT_ONCE):
        connection.execute("BEGIN IMMEDIATE")
        for number in range(start, min(start + _AT_ONCE, entries + 1)):
            act = Act(connection)
            day = date(_YEAR, 1, 2) + timedelta(days=_DAYS * number // (entries + 1))
            year.put(act, "outgoing", number, day, recipients=2)
            _append(desk, act)
        connection.execute("COMMIT")
    connection.execute("BEGIN IMMEDIATE")
    search.rebuild(connection)
    connection.execute("COMMIT")


def _append(desk: WritingDesk, act: Act) -> None:
    header = desk.vault.header
    entry = make_entry(
        desk.writing.connection,
        store=header.store,
        generation=header.generation,
        time=stamp(desk.clock.now()),
        signer=desk.vault.signer,
        kind=Kind.ACT,
        action="document.add",
        reason=None,
        detail={},
        changes=act.changes,
    )
    insert_entry(desk.writing.connection, entry, act.changes)
