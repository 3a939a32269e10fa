"""Reading the journal for people: what happened to a document, old and new."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import datetime

from bmnn_desktop.store import canonical
from bmnn_desktop.store.rows import Rows
from bmnn_desktop.store.times import read_time

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
    """Return the deeds done to a document and to its recipients, oldest first.

    Every act that touches recipients also writes the document's own row. Recipients are one
    change, named `recipients`: the names in use, one a line.
    """
    found = rows.all(
        "SELECT e.seq, e.time, p.name, e.action, e.reason, c.payload, c.text FROM change AS c"
        " JOIN entry AS e ON e.seq = c.seq LEFT JOIN signer AS s ON s.id = e.signer"
        " LEFT JOIN person AS p ON p.id = s.person_id"
        " WHERE c.table_name = 'document' AND c.row = ? ORDER BY c.seq",
        (document,),
    )
    images = [{**canonical.load(row[5]), **canonical.load(row[6] or "{}")} for row in found]
    names = _recipients(rows, document)
    deeds = []
    named = ""
    for row, image in zip(found, images, strict=True):
        image["recipients"] = named = names.get(row[0], named)
    for row, (old, new) in zip(found, itertools.pairwise([{}, *images]), strict=True):
        changed = tuple(
            (name, old.get(name), value) for name, value in new.items() if old.get(name) != value
        )
        deeds.append(Deed(row[0], read_time(row[1]), row[2] or "", row[3], row[4], changed))
    return tuple(deeds)


def _recipients(rows: Rows, document: int) -> dict[int, str]:
    """Return the names in use after each entry that touched recipients."""
    found = rows.all(
        "SELECT seq, row, payload FROM change WHERE table_name = 'recipient' AND row IN"
        " (SELECT id FROM recipient WHERE document_id = ?) ORDER BY seq, n",
        (document,),
    )
    now: dict[int, canonical.Columns] = {}
    after: dict[int, str] = {}
    for seq, row, payload in found:
        now[row] = canonical.load(payload)
        used = sorted((r["position"], r["name"]) for r in now.values() if r["in_use"])
        after[seq] = "\n".join(str(name) for _position, name in used)
    return after
