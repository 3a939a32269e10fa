"""The stress: a million register lines with one handover each, in ten years of one book.

A tenth as many lines stand in the other book, so that searching the rarer one meets ten hits of the
other for each of its own. The years before the last are closed; nothing is on paper. An entry holds
up to 1,000 documents.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from bmnn_desktop.domain.document import EntryKind
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.add_document import Place
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.document_columns import columns_of, envelope_columns, recipients_of
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.store import volumes
from bmnn_desktop.store.act import Act
from tests.bench import invented
from tests.services.offices import FakeClock, found

FIRST_YEAR = 2017
YEARS = 10
_BATCH = 1_000
_INCOMING_EVERY = 11


def lined(place: Path, size: int) -> Office:
    """Found a vault of `size` outgoing lines and a tenth as many incoming; return it open."""
    office, _sheet = found(place, FakeClock(), year=FIRST_YEAR)
    office.write(_fill, size).result()
    return office


def _fill(desk: WritingDesk, size: int) -> None:
    connection = desk.writing.connection
    connection.set_authorizer(None)
    for pragma in ("synchronous = OFF", "journal_mode = MEMORY", "cache_size = -1000000"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    chance = random.Random(size)
    left = size + size // (_INCOMING_EVERY - 1)
    for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
        if year != FIRST_YEAR:
            for book in ("outgoing", "incoming"):
                open_volume(desk, book, year=year)
        count = -(-left // (FIRST_YEAR + YEARS - year))
        left -= count
        filled = Year(desk, chance, year)
        filled.fill(count)
        if left:
            filled.close()


class Year:
    """One year's two volumes while they are being filled."""

    def __init__(self, desk: WritingDesk, chance: random.Random, year: int) -> None:
        self._desk = desk
        self._chance = chance
        self._volumes = {
            book: volumes.find(desk.rows, book, year) for book in ("outgoing", "incoming")
        }
        self._last = dict.fromkeys(self._volumes, 0)
        self._first_day = date(year, 1, 2)

    def fill(self, count: int) -> None:
        """Register `count` documents, every eleventh an incoming one."""
        for start in range(1, count + 1, _BATCH):
            with self._desk.journal.write("document.add") as act:
                for number in range(start, min(start + _BATCH, count + 1)):
                    book = "outgoing" if number % _INCOMING_EVERY else "incoming"
                    day = self._first_day + timedelta(days=360 * number // (count + 1))
                    self.put(act, book, number, day)

    def close(self) -> None:
        """Close the year's volumes, as is done in January."""
        with self._desk.journal.write("volume.close") as act:
            for key, volume in self._volumes.items():
                act.update(
                    "volume",
                    volume.id,
                    closed_on=self._desk.today().isoformat(),
                    closed_by=self._desk.session.person,
                    last_no=self._last[key],
                )

    def put(self, act: Act, key: str, number: int, day: date, *, recipients: int = 1) -> None:
        """Register a document and hand it over; the year's `number`-th handover."""
        book = find_book(key)
        self._last[key] += 1
        place = Place(self._volumes[key], self._last[key], EntryKind.ON_TIME, "")
        new = (
            invented.outgoing(self._chance, place.seq_no, day, recipients=recipients)
            if key == "outgoing"
            else invented.incoming(self._chance, place.seq_no, day)
        )
        envelope = None
        if key == "incoming":
            envelope = act.insert("envelope", **envelope_columns(new, day))
        row = act.insert(
            "document",
            volume_id=place.volume.id,
            book=key,
            year=place.volume.year,
            seq_no=place.seq_no,
            registered_on=day.isoformat(),
            entry_kind=place.kind.value,
            paper_reference="",
            envelope_id=envelope,
            arrival_no=place.seq_no if key == "incoming" else None,
            **columns_of(book, new),
            moved_from_id=None,
            annulled_on=None,
            annulled_by=None,
            annul_reason=None,
        )
        rows = [
            act.insert("recipient", document_id=row, position=at, **one.columns, in_use=1)
            for at, one in enumerate(recipients_of(new), 1)
        ]
        act.insert(
            "handover",
            volume_id=place.volume.id,
            year=place.volume.year,
            seq_no=number,
            document_id=row,
            recipient_id=rows[0] if rows else None,
            receiver=new.receiving_unit or new.recipients[0],
            copies=1,
            handed_on=day.isoformat(),
        )
