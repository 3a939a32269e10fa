"""Which entries wait for a second person: proposals without an answer, acts nobody confirmed yet.

Both are found by the indexes on kind and action: of neither kind there are many.
"""

from __future__ import annotations

from datetime import datetime

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.store import canonical
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Rows
from bmnn_desktop.store.times import read_time

_OPEN = """
    SELECT e.seq FROM entry AS e WHERE e.kind <> 'act' AND e.kind = 'propose' AND NOT EXISTS (
      SELECT 1 FROM entry AS a WHERE a.kind <> 'act' AND a.kind IN ('approve', 'reject')
      AND a.seq > e.seq AND json_extract(a.detail, '$.proposal') = lower(hex(e.hash)))
    ORDER BY e.seq"""
_CONFIRMED = "SELECT detail FROM entry WHERE kind <> 'act' AND kind = 'confirm'"
_ACTS = "SELECT seq, hash FROM entry WHERE kind = 'act' AND action IN ({marks}) ORDER BY seq"


def proposals(rows: Rows) -> tuple[int, ...]:
    """Return the proposals that have no effect yet, oldest first."""
    return tuple(row[0] for row in rows.all(_OPEN))


def acts(rows: Rows) -> tuple[int, ...]:
    """Return the acts that took effect and wait for their confirmation, oldest first."""
    confirmed: set[str] = set()
    with as_damage():
        for row in rows.all(_CONFIRMED):
            confirmed.update(canonical.load(row[0])["acts"])
    keys = actions.keys(Grade.AFTERWARDS)
    found = rows.all(_ACTS.format(marks=",".join("?" * len(keys))), keys)
    return tuple(row[0] for row in found if row[1].hex() not in confirmed)


def time_of(rows: Rows, seq: int) -> datetime:
    """Return when an entry was written, by the clock."""
    with as_damage():
        return read_time(rows.value("SELECT time FROM entry WHERE seq = ?", (seq,)))
