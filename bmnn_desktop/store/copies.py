"""Reading copies: where each is now, and the chain that led there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.custody import CopyPlace, CustodyLine, Origin, Standing, Step
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows
from bmnn_desktop.store.times import read_day

_ORDER = "CASE origin WHEN 'made' THEN 1 ELSE 0 END, copy_no"
_BATCH = 500


def by_ids(rows: Rows, ids: Sequence[int]) -> dict[int, CopyPlace]:
    """Return copies in use by their ids."""
    found: dict[int, CopyPlace] = {}
    for start in range(0, len(ids), _BATCH):
        some = ids[start : start + _BATCH]
        marks = ",".join("?" * len(some))
        sql = f"SELECT * FROM copy WHERE in_use = 1 AND id IN ({marks})"  # noqa: S608 (marks only)
        found |= {row["id"]: place_of(row) for row in rows.all(sql, some)}
    return found


def of_document(rows: Rows, document: int) -> tuple[CopyPlace, ...]:
    """Return the copies of a document, those made of it last."""
    sql = f"SELECT * FROM copy WHERE document_id = ? AND in_use = 1 ORDER BY {_ORDER}"  # noqa: S608
    return tuple(map(place_of, rows.all(sql, (document,))))


def of_handover(rows: Rows, handover: int) -> tuple[CopyPlace, ...]:
    """Return the copies that are still out with a line of the transfer log."""
    sql = f"SELECT * FROM copy WHERE handover_id = ? AND in_use = 1 ORDER BY {_ORDER}"  # noqa: S608
    return tuple(map(place_of, rows.all(sql, (handover,))))


def for_recipient(rows: Rows, document: int, recipient: int | None) -> tuple[CopyPlace, ...]:
    """Return the copies that a receiver named in the register gets.

    Of an incoming document (`recipient` None) all that came; never the file copy of an own one.
    """
    sql = (
        "SELECT * FROM copy WHERE document_id = ? AND in_use = 1 AND iif(? IS NULL,"  # noqa: S608
        f" origin = 'received', recipient_id = ?) ORDER BY {_ORDER}"
    )
    return tuple(map(place_of, rows.all(sql, (document, recipient, recipient))))


def find(rows: Rows, document: int, origin: Origin, copy_no: int) -> CopyPlace | None:
    """Return a copy by its number."""
    found = rows.one(
        "SELECT * FROM copy WHERE document_id = ? AND origin = ? AND copy_no = ? AND in_use = 1",
        (document, origin.value, copy_no),
    )
    return None if found is None else place_of(found)


def recipient_named(rows: Rows, ids: Sequence[int], name: str) -> int | None:
    """Return the receiver in the register whom these copies are for, if that is his name."""
    marks = ",".join("?" * len(ids))
    found: int | None = rows.value(
        "SELECT r.id FROM copy AS c JOIN recipient AS r ON r.id = c.recipient_id"  # noqa: S608
        f" WHERE c.id IN ({marks}) AND r.in_use = 1 AND r.name = ? LIMIT 1",
        (*ids, name),
    )
    return found


def chain(rows: Rows, copy: int) -> tuple[CustodyLine, ...]:
    """Return every step of a copy, oldest first."""
    found = rows.all(
        "SELECT c.*, h.seq_no AS handover_no FROM custody AS c"
        " LEFT JOIN handover AS h ON h.id = c.handover_id WHERE c.copy_id = ? ORDER BY c.id",
        (copy,),
    )
    with as_damage():
        return tuple(
            CustodyLine(
                step=Step(row["act"]),
                on=date.fromisoformat(row["on_day"]),
                standing=Standing(row["standing"]),
                holder=row["holder"],
                place=row["place"],
                due_on=read_day(row["due_on"]),
                handover_no=row["handover_no"],
                pages=row["pages"],
                annexes=row["annexes"],
                remark=row["remark"],
            )
            for row in found
        )


def place_of(row: Row) -> CopyPlace:
    """Return a row of the table of copies."""
    with as_damage():
        return CopyPlace(
            id=row["id"],
            document_id=row["document_id"],
            origin=Origin(row["origin"]),
            copy_no=row["copy_no"],
            standing=Standing(row["standing"]),
            holder=row["holder"],
            place=row["place"],
            since=read_day(row["since"]),
            due_on=read_day(row["due_on"]),
            handover_id=row["handover_id"],
            meant_for=row["meant_for"],
            seen_on=read_day(row["seen_on"]),
            pages=row["pages"],
            annexes=row["annexes"],
        )
