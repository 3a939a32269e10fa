"""Reading the transfer log, and who is still to be handed a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.dispatch import ParcelNo
from bmnn_desktop.domain.handover import Handover
from bmnn_desktop.domain.level import Level
from bmnn_desktop.store import documents
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows
from bmnn_desktop.store.times import read_day

# Whether a line ({line}) was of a document's own copies. One that only made copies went with says
# nothing about those, whoever its receiver; a line older than the chains was always theirs.
OF_ORIGINALS = """coalesce((
    SELECT max(o.origin <> 'made') FROM custody AS k JOIN copy AS o ON o.id = k.copy_id
    WHERE k.handover_id = {line}.id), 1)"""
# To be handed over on a sheet of the transfer log: of volumes that sign there, the copies kept here
# of whoever has neither a line of it nor signed in the register. A closed envelope goes to the
# person it names; what he found in it may be for another, to whom he passes it on.
# What a copying order made goes to whom it was made for, always with a line of the transfer log: to
# another body, if its name stands as such in a register (is_outside NULL until that is looked up).
_WAITING = f"""
    SELECT document_id, recipient_id, receiver, max(is_outside), group_concat(copy_id, ' ') FROM (
      SELECT d.id AS document_id, r.id AS recipient_id, d.registered_on, r.position,
             d.book = 'outgoing' AS is_outside, c.id AS copy_id,
             iif(d.book = 'incoming', d.receiving_unit, r.name) AS receiver
      FROM document AS d JOIN volume AS v ON v.id = d.volume_id
      JOIN copy AS c ON c.document_id = d.id AND c.in_use = 1 AND c.origin IN ('issued', 'received')
      LEFT JOIN recipient AS r ON r.id = c.recipient_id AND r.in_use = 1
      LEFT JOIN envelope AS e ON e.id = d.envelope_id AND e.addressee_only = 1
      WHERE v.signing = 'receipt_sheet' AND d.annulled_on IS NULL AND d.registered_on <= ?1
        AND iif(d.book = 'incoming', d.receiving_unit, coalesce(r.name, '')) <> ''
        AND (c.standing = 'store'
             OR (e.id IS NOT NULL AND c.standing = 'held' AND c.holder <> d.receiving_unit))
        AND NOT EXISTS (SELECT 1 FROM handover AS h
                        WHERE h.document_id = d.id AND h.recipient_id IS r.id
                          AND h.receiver = iif(d.book = 'incoming', d.receiving_unit, r.name)
                          AND {OF_ORIGINALS.format(line="h")})
        AND NOT EXISTS (SELECT 1 FROM receipt AS s
                        WHERE s.document_id = d.id AND s.recipient_id IS r.id
                          AND s.handover_id IS NULL AND s.in_use = 1
                          AND (e.id IS NULL OR d.receiving_unit = e.addressee))
      UNION ALL
      SELECT d.id, NULL, o.made_on, NULL, NULL, c.id, c.meant_for
      FROM copy AS c JOIN copy_order AS o ON o.id = c.copy_order_id
      JOIN document AS d ON d.id = c.document_id
      WHERE c.in_use = 1 AND c.meant_for <> '' AND c.standing = 'store' AND c.since IS NULL
        AND d.annulled_on IS NULL AND o.made_on <= ?1)
    GROUP BY document_id, recipient_id, receiver
    ORDER BY min(registered_on), document_id, min(position), receiver"""  # noqa: S608 (own text)
_ON_PAPER = f"""
    SELECT h.recipient_id, h.receiver, h.year, v.number AS volume_no, s.number AS sheet,
           max(l.position)
    FROM handover AS h JOIN sheet_line AS l ON l.handover_id = h.id AND l.in_use = 1
    JOIN sheet AS s ON s.id = l.sheet_id JOIN volume AS v ON v.id = h.volume_id
    LEFT JOIN print_run AS r ON r.id = l.print_run_id
    WHERE h.document_id = ? AND (r.id IS NULL OR r.state = 'good')
      AND {OF_ORIGINALS.format(line="h")} GROUP BY h.id"""  # noqa: S608 (own text)


_LINE = """
    SELECT h.*, p.number AS parcel_no, x.number AS dispatch_no, x.year AS dispatch_year,
           (SELECT max(r.signed_on) FROM receipt AS r
            WHERE r.handover_id = h.id AND r.in_use = 1 AND r.sheet_id IS NULL) AS signed_apart
    FROM handover AS h LEFT JOIN parcel AS p ON p.id = h.parcel_id
    LEFT JOIN dispatch AS x ON x.id = p.dispatch_id"""


@dataclass(frozen=True, slots=True)
class Receiver:
    """One who is still to be handed a document."""

    document_id: int
    recipient_id: int | None
    receiver: str
    is_outside: bool  # another body
    copies: tuple[int, ...]  # their rows


@dataclass(frozen=True, slots=True)
class SignedAt:
    """Where on paper a receiver signs or has signed."""

    year: int
    volume_no: int
    sheet: int
    position: int


def waiting(rows: Rows, day: date) -> tuple[Receiver, ...]:
    """Return who is to be handed what was registered up to `day`."""
    found = rows.all(_WAITING, (day.isoformat(),))
    bodies = _other_bodies(rows, {row[2] for row in found if row[3] is None})
    return tuple(
        Receiver(
            document_id=row[0],
            recipient_id=row[1],
            receiver=row[2],
            is_outside=bool(row[3]) or (row[3] is None and row[2] in bodies),
            copies=tuple(map(int, row[4].split())),
        )
        for row in found
    )


def _other_bodies(rows: Rows, names: set[str]) -> set[str]:
    """Return which names the registers know as another body: something went there or came thence.

    One look for all names: it reads each register once.
    """
    if not names:
        return set()
    marks = ",".join("?" * len(names))
    sql = (
        f"SELECT name FROM recipient WHERE in_use = 1 AND name IN ({marks}) UNION"  # noqa: S608
        f" SELECT issuer FROM document WHERE book = 'incoming' AND issuer IN ({marks})"
    )
    return {row[0] for row in rows.all(sql, (*names, *names))}


def of_ids(rows: Rows, ids: Sequence[int]) -> tuple[Handover, ...]:
    """Return lines of the transfer log by their ids, in the order of the book."""
    marks = ",".join("?" * len(ids))
    found = rows.all(f"{_LINE} WHERE h.id IN ({marks}) ORDER BY h.year, h.seq_no", ids)
    return tuple(_handover(rows, row) for row in found)


def find(rows: Rows, year: int, seq_no: int) -> Handover | None:
    """Return a line of the transfer log by its number."""
    row = rows.one(f"{_LINE} WHERE h.year = ? AND h.seq_no = ?", (year, seq_no))
    return None if row is None else _handover(rows, row)


def signed_on(rows: Rows, handover: int) -> date | None:
    """Return when a line of the transfer log was signed for."""
    sql = "SELECT max(signed_on) FROM receipt WHERE handover_id = ? AND in_use = 1"
    return read_day(rows.value(sql, (handover,)))


def last_number(rows: Rows, year: int) -> int | None:
    """Return the highest number of the transfer log in the year: derived, never stored."""
    found = rows.value("SELECT max(seq_no) FROM handover WHERE year = ?", (year,))
    return None if found is None else int(found)


def copies_by_level(rows: Rows, year: int) -> dict[Level | None, int]:
    """Return how many copies went out with the lines of a year, by level; None: unopened."""
    found = rows.all(
        "SELECT d.level, sum(h.copies) FROM handover AS h JOIN document AS d ON d.id ="
        " h.document_id WHERE h.year = ? AND d.annulled_on IS NULL GROUP BY d.level",
        (year,),
    )
    with as_damage():
        return {None if level is None else Level(level): count for level, count in found}


def on_paper(rows: Rows, document: int) -> dict[tuple[int | None, str], SignedAt]:
    """Return where receivers sign for a document's own copies, by recipient and name handed to."""
    found = rows.all(_ON_PAPER, (document,))
    return {(row[0], row[1]): SignedAt(row[2], row[3], row[4], row[5]) for row in found}


def _handover(rows: Rows, row: Row) -> Handover:
    document = documents.by_id(rows, row["document_id"])
    parcel = ""
    if row["parcel_no"] is not None:
        parcel = ParcelNo(row["dispatch_year"], row["dispatch_no"], row["parcel_no"]).words
    with as_damage():
        if document is None:
            raise ValueError("a handover of no document")
        return Handover(
            id=row["id"],
            volume_id=row["volume_id"],
            year=row["year"],
            seq_no=row["seq_no"],
            document=document,
            recipient_id=row["recipient_id"],
            receiver=row["receiver"],
            copies=row["copies"],
            handed_on=date.fromisoformat(row["handed_on"]),
            due_on=read_day(row["due_on"]),
            occasion=row["occasion"],
            parcel=parcel,
            ended_on=read_day(row["ended_on"]),
            ending=row["ending"],
            signed_apart=read_day(row["signed_apart"]),
        )
