"""What the closing sheet of a period counts: lines, sheets, entries, backups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.registers import derived_book
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Rows
from bmnn_desktop.store.times import read_time

# ?1 book, ?2 year, ?3 and ?4 the first and last day of the period
_LINES = """
    SELECT min(seq_no), max(seq_no), count(*), coalesce(sum(entry_kind <> 'on_time'), 0)
    FROM document WHERE book = ?1 AND year = ?2 AND registered_on BETWEEN ?3 AND ?4"""
_DERIVED = """
    SELECT min(seq_no), max(seq_no), count(*), 0 FROM {table}
    WHERE ?1 = '{key}' AND year = ?2 AND {day} BETWEEN ?3 AND ?4"""
_ANNULLED = """
    SELECT seq_no FROM document WHERE book = ?1 AND year = ?2
    AND annulled_on BETWEEN ?3 AND ?4 ORDER BY seq_no"""
_CORRECTIONS = """
    SELECT count(*) FROM correction AS c JOIN volume AS v ON v.id = c.volume_id
    WHERE v.book = ?1 AND v.year = ?2 AND c.made_on BETWEEN ?3 AND ?4"""
_PRINTED = """
    SELECT count(DISTINCT p.sheet_id) FROM print_run AS r
    JOIN volume AS v ON v.id = r.volume_id JOIN printed_sheet AS p ON p.print_run_id = r.id
    WHERE v.book = ?1 AND v.year = ?2 AND r.state IN ('good', 'spoiled')
    AND date(r.printed_at, '+7 hours') BETWEEN ?3 AND ?4"""
_SPOILED = """
    SELECT s.number FROM sheet AS s JOIN volume AS v ON v.id = s.volume_id
    WHERE v.book = ?1 AND v.year = ?2 AND s.state = 'spoiled'
    AND s.state_on BETWEEN ?3 AND ?4 ORDER BY v.number, s.number"""
# ?1 and ?2: the stamps between which the entries were written, the second not counted
_WORKERS = """
    SELECT DISTINCT p.name FROM entry AS e JOIN change AS c ON c.seq = e.seq
    JOIN signer AS s ON s.id = e.signer JOIN person AS p ON p.id = s.person_id
    JOIN {table} AS x ON c.table_name = '{table}' AND x.id = c.row
    WHERE e.time >= ?1 AND e.time < ?2 AND e.kind <> 'propose'
    AND {book} = ?3 AND x.year = ?4 ORDER BY p.id"""
_ENTRIES = """
    SELECT count(*), min(seq), max(seq) FROM entry WHERE time >= ? AND time < ?"""
_SIGNERS = """
    SELECT p.name, count(*) FROM entry AS e LEFT JOIN signer AS s ON s.id = e.signer
    LEFT JOIN person AS p ON p.id = s.person_id
    WHERE e.time >= ? AND e.time < ? GROUP BY p.id ORDER BY p.id IS NULL, p.id"""
_LISTED = """
    SELECT seq FROM entry WHERE action IN ({marks}) AND kind = 'act'
    AND time < ? AND (time >= ? OR seq > ?) ORDER BY seq"""
_BACKUPS = """
    SELECT number, medium, verified_at FROM backup
    WHERE verified_at >= ? AND verified_at < ? ORDER BY number"""


@dataclass(frozen=True, slots=True)
class LineFigures:
    """The lines of a book in a period; `first_no` None: none."""

    first_no: int | None
    last_no: int | None
    lines: int
    late: int  # đăng ký bổ sung, nhập bù
    annulled: tuple[int, ...]
    corrections: int
    sheets_printed: int
    sheets_spoiled: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EntryFigures:
    """The entries of a period, and how many each person signed ("": the recovery sheet)."""

    count: int
    first: int | None
    last: int | None
    signed: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was read back in the period."""

    number: int
    medium: str
    verified_at: datetime


def of_book(rows: Rows, book: str, year: int, first: date, last: date) -> LineFigures:
    """Return what was done in a book of a year."""
    where = (book, year, first.isoformat(), last.isoformat())
    derived = derived_book(book)
    sql = (
        _LINES
        if derived is None
        else _DERIVED.format(table=derived.table, key=book, day=derived.day)
    )
    lines = rows.all(sql, where)[0]
    return LineFigures(
        first_no=lines[0],
        last_no=lines[1],
        lines=lines[2],
        late=lines[3],
        annulled=tuple(row[0] for row in rows.all(_ANNULLED, where)),
        corrections=int(rows.value(_CORRECTIONS, where)),
        sheets_printed=int(rows.value(_PRINTED, where)),
        sheets_spoiled=tuple(row[0] for row in rows.all(_SPOILED, where)),
    )


def workers(rows: Rows, book: str, year: int, begin: str, end: str) -> tuple[str, ...]:
    """Return who wrote lines of a book of a year between two stamps."""
    derived = derived_book(book)
    sql = (
        _WORKERS.format(table="document", book="x.book")
        if derived is None
        else _WORKERS.format(table=derived.table, book=f"'{derived.key}'")
    )
    return tuple(row[0] for row in rows.all(sql, (begin, end, book, year)))


def entries(rows: Rows, begin: str, end: str) -> EntryFigures:
    """Return the entries between two stamps."""
    count, lowest, highest = rows.all(_ENTRIES, (begin, end))[0]
    signed = tuple((row[0] or "", int(row[1])) for row in rows.all(_SIGNERS, (begin, end)))
    return EntryFigures(int(count), lowest, highest, signed)


def listed(rows: Rows, begin: str, end: str, since: int | None) -> tuple[int, ...]:
    """Return the acts that stand on the sheet without waiting for anybody.

    Those between two stamps, and all after entry `since` that bear no later one.
    """
    keys = actions.keys(Grade.LISTED)
    sql = _LISTED.format(marks=",".join("?" * len(keys)))
    return tuple(row[0] for row in rows.all(sql, (*keys, end, begin, since)))


def count_entries(rows: Rows) -> int:
    """Return how many entries there are."""
    return int(rows.value("SELECT max(seq) FROM entry"))


def backups(rows: Rows, begin: str, end: str) -> tuple[Backup, ...]:
    """Return the backups that were read back between two stamps."""
    with as_damage():
        return tuple(
            Backup(row[0], row[1], read_time(row[2])) for row in rows.all(_BACKUPS, (begin, end))
        )


def begun_at(rows: Rows) -> datetime:
    """Return when the vault was founded, by the clock."""
    with as_damage():
        return read_time(rows.value("SELECT time FROM entry WHERE seq = 1"))


def last_registered(rows: Rows) -> date | None:
    """Return the day of the line registered last."""
    found = rows.value("SELECT registered_on FROM document ORDER BY id DESC LIMIT 1")
    return None if found is None else date.fromisoformat(found)
