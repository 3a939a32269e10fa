"""Counting what an inspector asks of a volume: lines, numbers struck, late ones, spoiled sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.registers import derived_book
from bmnn_desktop.store.rows import Rows

_LINES = """
    SELECT count(*), sum(annulled_on IS NOT NULL), sum(entry_kind = 'late')
    FROM document WHERE volume_id = ?"""
_DERIVED = "SELECT count(*), 0, 0 FROM {table} WHERE volume_id = ?"
_SPOILED = "SELECT count(*) FROM sheet WHERE volume_id = ? AND state = 'spoiled'"
# The book and year of each act that waits: its first change that belongs to a book tells.
_UNCONFIRMED = """
    SELECT coalesce(d.book, v.book), coalesce(d.year, v.year), count(*)
    FROM (SELECT e.seq, (SELECT min(c.n) FROM change AS c WHERE c.seq = e.seq
                         AND c.table_name IN ('document', 'sheet')) AS n
          FROM entry AS e
          WHERE e.kind = 'act' AND e.action IN ({actions}) AND lower(hex(e.hash)) NOT IN (
            SELECT j.value FROM entry AS f, json_each(f.detail, '$.acts') AS j
            WHERE f.kind = 'confirm')) AS w
    LEFT JOIN change AS c ON c.seq = w.seq AND c.n = w.n
    LEFT JOIN document AS d ON c.table_name = 'document' AND d.id = c.row
    LEFT JOIN sheet AS s ON c.table_name = 'sheet' AND s.id = c.row
    LEFT JOIN volume AS v ON v.id = s.volume_id
    GROUP BY 1, 2"""


@dataclass(frozen=True, slots=True)
class VolumeCounts:
    """What stands in one volume."""

    lines: int
    annulled: int
    late: int
    spoiled: int


def of_volume(rows: Rows, volume: Volume) -> VolumeCounts:
    """Count one volume."""
    derived = derived_book(volume.book)
    sql = _LINES if derived is None else _DERIVED.format(table=derived.table)
    found = rows.one(sql, (volume.id,))
    lines, annulled, late = found or (0, 0, 0)
    spoiled = int(rows.value(_SPOILED, (volume.id,)))
    return VolumeCounts(int(lines), int(annulled or 0), int(late or 0), spoiled)


def unconfirmed(rows: Rows, actions: Sequence[str]) -> dict[tuple[str, int], int]:
    """Return how many acts of these names nobody has confirmed, by book and year."""
    found = rows.all(_UNCONFIRMED.format(actions=",".join("?" * len(actions))), tuple(actions))
    return {(row[0] or "", row[1] or 0): row[2] for row in found}


def entries(rows: Rows) -> int:
    """Return the number of the journal's last entry."""
    return int(rows.value("SELECT max(seq) FROM entry"))
