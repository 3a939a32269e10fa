"""Reading who is to sign for which document, and who has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

_BATCH = 500
_RECEIVERS = """
    SELECT d.id, d.annulled_on IS NOT NULL, r.id, r.position,
           iif(d.book = 'incoming', d.receiving_unit, r.name)
    FROM document AS d
    LEFT JOIN recipient AS r ON r.document_id = d.id AND r.in_use = 1 AND d.book = 'outgoing'
    WHERE d.id IN ({}) AND iif(d.book = 'incoming', d.receiving_unit, coalesce(r.name, '')) <> ''
    ORDER BY d.id, r.position"""
_SIGNED = """
    SELECT document_id, recipient_id, signed_on FROM receipt
    WHERE in_use = 1 AND document_id IN ({})"""


@dataclass(frozen=True, slots=True)
class Receiver:
    """One who signs for a document; `position` 0: the receiving unit of an incoming one."""

    document_id: int
    recipient_id: int | None
    position: int
    name: str
    is_annulled: bool  # nobody signs for it any more


def of_documents(rows: Rows, documents: Sequence[int]) -> dict[int, tuple[Receiver, ...]]:
    """Return the receivers of documents."""
    found: dict[int, tuple[Receiver, ...]] = {}
    for row in _in_batches(rows, _RECEIVERS, documents):
        receiver = Receiver(row[0], row[2], row[3] or 0, row[4], bool(row[1]))
        found[row[0]] = (*found.get(row[0], ()), receiver)
    return found


def signed(rows: Rows, documents: Sequence[int]) -> dict[tuple[int, int | None], date]:
    """Return when receivers signed, by document and recipient."""
    with as_damage():
        return {
            (row[0], row[1]): date.fromisoformat(row[2])
            for row in _in_batches(rows, _SIGNED, documents)
        }


def about(
    rows: Rows, corrections: Sequence[int], handovers: Sequence[int]
) -> dict[tuple[str, int], tuple[int, int | None]]:
    """Return the document, and of a hand-over the recipient, that lines are about."""
    found: dict[tuple[str, int], tuple[int, int | None]] = {}
    for table, ids in (("correction", corrections), ("handover", handovers)):
        recipient = "recipient_id" if table == "handover" else "NULL"
        sql = f"SELECT id, document_id, {recipient} FROM {table} WHERE id IN ({{}})"  # noqa: S608
        for row in _in_batches(rows, sql, ids):
            found[table, row[0]] = (row[1], row[2])
    return found


def _in_batches(rows: Rows, sql: str, ids: Sequence[int]) -> list[Row]:
    found: list[Row] = []
    for start in range(0, len(ids), _BATCH):
        some = ids[start : start + _BATCH]
        found += rows.all(sql.format(",".join("?" * len(some))), some)
    return found
