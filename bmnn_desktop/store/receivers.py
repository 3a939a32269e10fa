"""Reading who is to sign for which document, and who has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.handovers import OF_ORIGINALS
from bmnn_desktop.store.rows import Row, Rows

_BATCH = 500
_RECEIVERS = """
    SELECT d.id, d.annulled_on IS NOT NULL, r.id, r.position,
           iif(d.book = 'incoming', d.receiving_unit, r.name)
    FROM document AS d
    LEFT JOIN recipient AS r ON r.document_id = d.id AND r.in_use = 1 AND d.book = 'outgoing'
    WHERE d.id IN ({}) AND iif(d.book = 'incoming', d.receiving_unit, coalesce(r.name, '')) <> ''
    ORDER BY d.id, r.position"""
# A signature in the transfer log by whom the register's line names is the one signature of both;
# not one for copies made of the document.
_SIGNED = f"""
    SELECT r.document_id, r.recipient_id, r.handover_id, r.signed_on,
           h.id IS NULL OR r.recipient_id IS NOT NULL
             OR (h.receiver = d.receiving_unit AND {OF_ORIGINALS.format(line="h")})
    FROM receipt AS r JOIN document AS d ON d.id = r.document_id
    LEFT JOIN handover AS h ON h.id = r.handover_id
    WHERE r.in_use = 1 AND r.document_id IN ({{}}) ORDER BY r.id"""  # noqa: S608 (own text)
_HANDED = """
    SELECT h.id, h.document_id, h.recipient_id, h.receiver,
           d.annulled_on IS NOT NULL OR h.ending = 'refused'
    FROM handover AS h JOIN document AS d ON d.id = h.document_id WHERE h.id IN ({})"""


@dataclass(frozen=True, slots=True)
class Receiver:
    """One who signs for a document; `position` 0: the receiving unit of an incoming one."""

    document_id: int
    recipient_id: int | None
    position: int
    name: str
    is_annulled: bool  # nobody signs for it any more


class Signed(NamedTuple):
    """What a signature is for; `handover` None: the register's own line."""

    document: int
    recipient: int | None
    handover: int | None


def of_documents(rows: Rows, documents: Sequence[int]) -> dict[int, tuple[Receiver, ...]]:
    """Return the receivers of documents."""
    found: dict[int, tuple[Receiver, ...]] = {}
    for row in _in_batches(rows, _RECEIVERS, documents):
        receiver = Receiver(row[0], row[2], row[3] or 0, row[4], bool(row[1]))
        found[row[0]] = (*found.get(row[0], ()), receiver)
    return found


def signed(rows: Rows, documents: Sequence[int]) -> dict[Signed, date]:
    """Return when receivers signed."""
    found: dict[Signed, date] = {}
    with as_damage():
        for row in _in_batches(rows, _SIGNED, documents):
            signed_on = date.fromisoformat(row[3])
            found[Signed(row[0], row[1], row[2])] = signed_on
            if row[4]:
                found.setdefault(Signed(row[0], row[1], None), signed_on)
    return found


def of_handovers(rows: Rows, handovers: Sequence[int]) -> dict[int, Receiver]:
    """Return who signs in lines of the transfer log."""
    return {
        row[0]: Receiver(row[1], row[2], 0, row[3], bool(row[4]))
        for row in _in_batches(rows, _HANDED, handovers)
    }


def documents_of(rows: Rows, corrections: Sequence[int]) -> dict[int, int]:
    """Return the documents that correction lines are about."""
    sql = "SELECT id, document_id FROM correction WHERE id IN ({})"
    return {row[0]: row[1] for row in _in_batches(rows, sql, corrections)}


def _in_batches(rows: Rows, sql: str, ids: Sequence[int]) -> list[Row]:
    found: list[Row] = []
    for start in range(0, len(ids), _BATCH):
        some = ids[start : start + _BATCH]
        found += rows.all(sql.format(",".join("?" * len(some))), some)
    return found
