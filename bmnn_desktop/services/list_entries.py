"""Nhật ký thao tác: entries newest first, by pages, of those that match."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bmnn_desktop.domain.clock import VIETNAM, stamp
from bmnn_desktop.errors import DocumentMissing
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.tell_entries import Told, tell_entries
from bmnn_desktop.store import documents, journal_reading, people
from bmnn_desktop.store.journal_reading import Question


@dataclass(frozen=True, slots=True)
class EntryQuery:
    """Which entries are wanted; `number` is that of a line of `book` and `year`.

    `first` and `last` are days by the clock of this computer, both counted.
    """

    person: int | None = None
    action: str | None = None
    book: str = ""
    year: int | None = None
    number: int | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry of the list; `name` is who signed it."""

    seq: int
    time: datetime
    name: str
    kind: str
    action: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Signatory:
    """A person who may have signed entries."""

    id: int
    login: str
    name: str


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The first entries; `more`: others match."""

    rows: tuple[EntryLine, ...]
    more: bool


def list_entries(
    desk: Desk, query: EntryQuery, *, before: int | None = None, limit: int = 100
) -> EntryPage:
    """Return the newest entries that match; raise BookUnknown, DocumentMissing."""
    found = list_entry_numbers(desk, query, before=before, limit=limit + 1)
    return EntryPage(read_entries(desk, found[:limit]), len(found) > limit)


def list_entry_numbers(
    desk: Desk, query: EntryQuery, *, before: int | None = None, limit: int = -1
) -> array[int]:
    """Return the numbers of matching entries, newest first, -1: of all.

    `before`: of those below this entry only. Raises BookUnknown, DocumentMissing.
    """
    return journal_reading.seqs(desk.rows, _question(desk, query), before=before, limit=limit)


def read_entries(desk: Desk, seqs: Sequence[int]) -> tuple[EntryLine, ...]:
    """Return these entries in the order they are asked for."""
    return tuple(map(line_of, tell_entries(desk.rows, seqs)))


def list_signatories(desk: Desk) -> tuple[Signatory, ...]:
    """Return who may have signed entries."""
    found = people.everyone(desk.rows)
    return tuple(Signatory(one.id, one.login, one.name) for one in found)


def line_of(told: Told) -> EntryLine:
    """Return an entry as the list shows it."""
    return EntryLine(
        told.seq, told.time, told.name, told.kind, told.action, told.words, told.reason
    )


def day_begins(day: date) -> str:
    """Return the stamp of the moment a day begins in Việt Nam."""
    return stamp(datetime.combine(day, time(), VIETNAM).astimezone(UTC))


def _question(desk: Desk, query: EntryQuery) -> Question:
    document = None
    if query.book and query.number is not None:
        year = query.year or desk.today().year
        found = documents.by_number(desk.rows, find_book(query.book).key, year, query.number)
        if found is None:
            raise DocumentMissing(seq_no=query.number, year=year)
        document = found.id
    return Question(
        person=query.person,
        action=query.action,
        document=document,
        begin=None if query.first is None else day_begins(query.first),
        end=None if query.last is None else day_begins(query.last + timedelta(days=1)),
    )
