"""Reading the transfer log, and who is still to be handed a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.handover import Handover
from bmnn_desktop.store import documents
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

# To be handed over on a sheet of the transfer log: of volumes that sign there, whoever has neither
# a line of it nor signed anywhere. A closed envelope goes to the person it names.
# What was in an envelope that only its addressee could open may be for another: handed over anew.
_WAITING = """
    SELECT d.id AS document_id, r.id AS recipient_id,
           iif(d.book = 'incoming', d.receiving_unit, r.name) AS receiver,
           iif(d.book = 'incoming', max(coalesce(d.copies_issued, 1), 1),
               (SELECT max(count(*), 1) FROM copy AS c
                WHERE c.recipient_id = r.id AND c.in_use = 1)) AS copies
    FROM document AS d JOIN volume AS v ON v.id = d.volume_id
    LEFT JOIN recipient AS r ON r.document_id = d.id AND r.in_use = 1 AND d.book = 'outgoing'
    LEFT JOIN envelope AS e ON e.id = d.envelope_id AND e.addressee_only = 1
    WHERE v.signing = 'receipt_sheet' AND d.annulled_on IS NULL AND d.registered_on <= ?
      AND iif(d.book = 'incoming', d.receiving_unit, coalesce(r.name, '')) <> ''
      AND NOT EXISTS (SELECT 1 FROM handover AS h
                      WHERE h.document_id = d.id AND h.recipient_id IS r.id
                        AND (e.id IS NULL OR h.receiver = d.receiving_unit))
      AND NOT EXISTS (SELECT 1 FROM receipt AS s
                      WHERE s.document_id = d.id AND s.recipient_id IS r.id AND s.in_use = 1
                        AND (e.id IS NULL OR d.receiving_unit = e.addressee))
    ORDER BY d.registered_on, d.id, r.position"""
_ON_PAPER = """
    SELECT h.recipient_id, h.receiver, h.year, v.number AS volume_no, s.number AS sheet,
           max(l.position)
    FROM handover AS h JOIN sheet_line AS l ON l.handover_id = h.id AND l.in_use = 1
    JOIN sheet AS s ON s.id = l.sheet_id JOIN volume AS v ON v.id = h.volume_id
    LEFT JOIN print_run AS r ON r.id = l.print_run_id
    WHERE h.document_id = ? AND (r.id IS NULL OR r.state = 'good') GROUP BY h.id"""


@dataclass(frozen=True, slots=True)
class Receiver:
    """One who is still to be handed a document."""

    document_id: int
    recipient_id: int | None
    receiver: str
    copies: int


@dataclass(frozen=True, slots=True)
class SignedAt:
    """Where on paper a receiver signs or has signed."""

    year: int
    volume_no: int
    sheet: int
    position: int


def waiting(rows: Rows, day: date) -> tuple[Receiver, ...]:
    """Return who is to be handed what was registered up to `day`."""
    return tuple(Receiver(*row) for row in rows.all(_WAITING, (day.isoformat(),)))


def of_ids(rows: Rows, ids: Sequence[int]) -> tuple[Handover, ...]:
    """Return lines of the transfer log by their ids, in the order of the book."""
    marks = ",".join("?" * len(ids))
    found = rows.all(f"SELECT * FROM handover WHERE id IN ({marks}) ORDER BY year, seq_no", ids)  # noqa: S608 (marks only)
    return tuple(_handover(rows, row) for row in found)


def last_number(rows: Rows, year: int) -> int | None:
    """Return the highest number of the transfer log in the year: derived, never stored."""
    found = rows.value("SELECT max(seq_no) FROM handover WHERE year = ?", (year,))
    return None if found is None else int(found)


def on_paper(rows: Rows, document: int) -> dict[tuple[int | None, str], SignedAt]:
    """Return where receivers sign in the transfer log, by recipient and the name handed to."""
    found = rows.all(_ON_PAPER, (document,))
    return {(row[0], row[1]): SignedAt(row[2], row[3], row[4], row[5]) for row in found}


def _handover(rows: Rows, row: Row) -> Handover:
    document = documents.by_id(rows, row["document_id"])
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
        )
