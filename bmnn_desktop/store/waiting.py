"""What waits for somebody: copies to come back, receipts, directions, rests, envelopes, drafts.

Never a subject. Each question returns the most pressing few and how many there are in all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.level import Level
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

_DIRECTIONS = """
    SELECT d.id, d.book, d.year, d.seq_no, d.level, d.issuer,
           w.due_on AS day, w.assignee AS who, count(*) OVER () AS total
    FROM direction AS w JOIN document AS d ON d.id = w.document_id
    WHERE w.done_on IS NULL AND w.in_use = 1 AND d.annulled_on IS NULL
      AND w.due_on BETWEEN ? AND ?
    ORDER BY w.due_on, w.id LIMIT ?"""
_REST = """
    SELECT d.id, d.book, d.year, d.seq_no, d.level, d.issuer,
           c.compared_on AS day, '' AS who, count(*) OVER () AS total
    FROM comparison AS c JOIN document AS d ON d.id = c.document_id
    WHERE c.awaiting = 1 AND d.annulled_on IS NULL
    ORDER BY c.compared_on, c.id LIMIT ?"""
_SEALED = """
    SELECT d.id, d.book, d.year, d.seq_no, NULL AS level, e.sender AS issuer,
           e.arrived_on AS day, e.addressee AS who, count(*) OVER () AS total
    FROM envelope AS e JOIN document AS d ON d.envelope_id = e.id
    WHERE e.opened_on IS NULL AND d.annulled_on IS NULL AND e.arrived_on BETWEEN ? AND ?
    ORDER BY e.arrived_on, e.id LIMIT ?"""
# One line for what one holder has of one document; the index of what is due is short.
OVERDUE = """
    SELECT d.id, d.book, d.year, d.seq_no, d.level, d.issuer, q.day, q.who,
           count(*) OVER () AS total
    FROM (SELECT document_id, holder AS who, min(due_on) AS day FROM copy
          WHERE due_on < ? AND standing IN ('handed', 'held', 'taken_out', 'sent', 'away')
          GROUP BY document_id, holder) AS q JOIN document AS d ON d.id = q.document_id
    ORDER BY q.day, d.id, q.who LIMIT ?"""
# Since the hand-over, however often the receiver was reminded; counted in the index alone.
RECEIPTS = """
    SELECT d.id, d.book, d.year, d.seq_no, d.level, d.issuer, c.since AS day, c.holder AS who,
           (SELECT count(*) FROM copy WHERE standing IN ('handed', 'sent') AND since <= ?1) AS total
    FROM copy AS c JOIN document AS d ON d.id = c.document_id
    WHERE c.standing IN ('handed', 'sent') AND c.since <= ?1 ORDER BY c.since, c.id LIMIT ?2"""
_OPEN_END = "SELECT count(*) FROM direction WHERE done_on IS NULL AND in_use = 1 AND due_on IS NULL"
_DRAFTS = "SELECT form, saved_at FROM draft WHERE person_id = ? ORDER BY saved_at, form"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line somebody waits at: since or until `day`; `who` deals with it."""

    document: int
    book: str
    year: int
    seq_no: int
    level: Level | None
    issuer: str
    day: date
    who: str


Few = tuple[tuple[Waiting, ...], int]  # the first ones, and how many in all


def directions(rows: Rows, first: date, last: date, limit: int) -> Few:
    """Return the directions not done yet and due between two days, the earliest first."""
    return _few(rows.all(_DIRECTIONS, (first.isoformat(), last.isoformat(), limit)))


def directions_without_day(rows: Rows) -> int:
    """Return how many directions not done yet were given no time."""
    return int(rows.value(_OPEN_END))


def rests(rows: Rows, limit: int) -> Few:
    """Return the documents received short whose rest is to come."""
    return _few(rows.all(_REST, (limit,)))


def sealed(rows: Rows, first: date, last: date, limit: int) -> Few:
    """Return the envelopes that arrived between two days and that nobody has opened."""
    return _few(rows.all(_SEALED, (first.isoformat(), last.isoformat(), limit)))


def overdue(rows: Rows, today: date, limit: int) -> Few:
    """Return the documents of which somebody has copies that were to be back before today."""
    return _few(rows.all(OVERDUE, (today.isoformat(), limit)))


def receipts(rows: Rows, until: date, limit: int) -> Few:
    """Return the copies handed out or sent up to a day that nobody has signed for.

    A reminder is waited for anew.
    """
    return _few(rows.all(RECEIPTS, (until.isoformat(), limit)))


def drafts(rows: Rows, person: int) -> tuple[tuple[str, str], ...]:
    """Return the forms that a person left half typed, and since when."""
    return tuple((row[0], row[1]) for row in rows.all(_DRAFTS, (person,)))


def _few(found: list[Row]) -> Few:
    with as_damage():
        lines = tuple(
            Waiting(
                document=row["id"],
                book=row["book"],
                year=row["year"],
                seq_no=row["seq_no"],
                level=None if row["level"] is None else Level(row["level"]),
                issuer=row["issuer"],
                day=date.fromisoformat(row["day"]),
                who=row["who"],
            )
            for row in found
        )
    return lines, found[0]["total"] if found else 0
