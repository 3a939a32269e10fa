"""Reading what waits for a second person, and how second signatures were given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import TOO_QUICK, Grade
from bmnn_desktop.store import rights
from bmnn_desktop.store.asked import Told, tell
from bmnn_desktop.store.entry import row_digest
from bmnn_desktop.store.rows import Rows
from bmnn_desktop.store.times import read_time

# `kind <> 'act'` lets the journal's partial index answer.
_OPEN = """
    SELECT seq FROM entry WHERE kind = 'propose' AND kind <> 'act' AND lower(hex(hash)) NOT IN (
        SELECT json_extract(detail, '$.proposal') FROM entry
        WHERE kind IN ('approve', 'reject') AND kind <> 'act'
    ) ORDER BY seq"""
_SINCE = """
    SELECT coalesce(max(seq), 0) FROM entry
    WHERE kind = 'migration' AND kind <> 'act' AND json_extract(detail, '$.to') = ?"""
_CONFIRMED = """
    SELECT act.value FROM entry AS c, json_each(c.detail, '$.acts') AS act
    WHERE c.kind = 'confirm' AND c.kind <> 'act'"""
_QUICK = """
    SELECT e.seq, e.action, before.time, e.time, first.name, second.name
    FROM entry AS e JOIN entry AS before ON before.seq = e.seq - 1
    JOIN signer AS s ON s.id = e.signer JOIN person AS second ON second.id = s.person_id
    JOIN signer AS b ON b.id = before.signer JOIN person AS first ON first.id = b.person_id
    WHERE e.kind IN ('approve', 'reject', 'confirm') AND e.kind <> 'act'
    AND first.id <> second.id ORDER BY e.seq"""


@dataclass(frozen=True, slots=True)
class Quick:
    """A second signature that followed another person's within seconds."""

    seq: int
    action: str
    first: str
    second: str
    at: datetime
    seconds: float


def proposals(rows: Rows) -> tuple[int, ...]:
    """Return the proposals that nobody has answered, oldest first."""
    return tuple(row[0] for row in rows.all(_OPEN))


def open_proposals(rows: Rows) -> tuple[Told, ...]:
    """Return them as they are shown."""
    return tuple(tell(rows, seq) for seq in proposals(rows))


def is_stale(rows: Rows, told: Told) -> bool:
    """Tell whether a row that a proposal replaces is another by now."""
    for change in told.changes:
        found = rows.one(f"SELECT * FROM {change.table} WHERE id = ?", (change.row,))  # noqa: S608
        if (row_digest(dict(found)) if found else None) != change.replaces:
            return True
    return False


def acts(rows: Rows) -> tuple[int, ...]:
    """Return the acts that took effect and still wait for their confirmation, oldest first.

    Acts from before there were graded confirmations wait for none.
    """
    waiting = actions.keys(Grade.AFTERWARDS)
    since = int(rows.value(_SINCE, (rights.SINCE,)))
    marks = ",".join("?" * len(waiting))
    found = rows.all(
        f"SELECT seq FROM entry WHERE action IN ({marks}) AND kind = 'act' AND seq > ?"  # noqa: S608
        f" AND lower(hex(hash)) NOT IN ({_CONFIRMED}) ORDER BY seq",
        (*waiting, since),
    )
    return tuple(row[0] for row in found)


def unconfirmed(rows: Rows) -> tuple[Told, ...]:
    """Return them as they are shown."""
    return tuple(tell(rows, seq) for seq in acts(rows))


def are_unconfirmed(rows: Rows, seqs: Sequence[int]) -> bool:
    """Tell whether each of these acts still waits."""
    return set(acts(rows)) >= set(seqs)


def time_of(rows: Rows, seq: int) -> datetime:
    """Return when an entry was written, by the clock."""
    return read_time(rows.value("SELECT time FROM entry WHERE seq = ?", (seq,)))


def quick(rows: Rows) -> tuple[Quick, ...]:
    """Return the second signatures that followed another person's too quickly."""
    found = []
    for row in rows.all(_QUICK):
        before, at = read_time(row[2]), read_time(row[3])
        if abs(at - before) < TOO_QUICK:
            found.append(Quick(row[0], row[1], row[4], row[5], at, (at - before).total_seconds()))
    return tuple(found)
