"""Reading the journal for people: what happened to a document, old and new."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import datetime

from bmnn_desktop.domain.clock import read_stamp
from bmnn_desktop.store import canonical
from bmnn_desktop.store.rows import Rows

Change = tuple[str, canonical.Value, canonical.Value]


@dataclass(frozen=True, slots=True)
class Deed:
    """One entry that changed a document: which columns, from what to what."""

    seq: int
    time: datetime
    name: str
    action: str
    reason: str | None
    changes: tuple[Change, ...]


def of_document(rows: Rows, document: int) -> tuple[Deed, ...]:
    """Return the deeds done to a document's own row, oldest first."""
    found = rows.all(
        "SELECT e.seq, e.time, p.name, e.action, e.reason, c.payload, c.text FROM change AS c"
        " JOIN entry AS e ON e.seq = c.seq LEFT JOIN signer AS s ON s.id = e.signer"
        " LEFT JOIN person AS p ON p.id = s.person_id"
        " WHERE c.table_name = 'document' AND c.row = ? ORDER BY c.seq",
        (document,),
    )
    images = [{**canonical.load(row[5]), **canonical.load(row[6] or "{}")} for row in found]
    deeds = []
    for row, (old, new) in zip(found, itertools.pairwise([{}, *images]), strict=True):
        changed = tuple(
            (name, old.get(name), value) for name, value in new.items() if old.get(name) != value
        )
        deeds.append(Deed(row[0], read_stamp(row[1]), row[2] or "", row[3], row[4], changed))
    return tuple(deeds)
