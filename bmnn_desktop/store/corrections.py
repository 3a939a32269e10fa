"""Reading correction lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.correction import Correction, CorrectionKind
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

_LINE = """
    SELECT c.*, p.name, EXISTS (
        SELECT 1 FROM sheet_line AS l LEFT JOIN print_run AS r ON r.id = l.print_run_id
        WHERE l.correction_id = c.id AND l.in_use = 1 AND (r.id IS NULL OR r.state = 'good')
    ) AS printed
    FROM correction AS c JOIN person AS p ON p.id = c.made_by"""


def of_document(rows: Rows, document: int) -> tuple[Correction, ...]:
    """Return the correction lines of a document, oldest first."""
    found = rows.all(f"{_LINE} WHERE c.document_id = ? ORDER BY c.id", (document,))
    return tuple(map(_correction, found))


def of_volume(rows: Rows, volume: int) -> tuple[Correction, ...]:
    """Return the correction lines that stand in a volume, oldest first."""
    found = rows.all(f"{_LINE} WHERE c.volume_id = ? ORDER BY c.id", (volume,))
    return tuple(map(_correction, found))


def by_ids(rows: Rows, ids: Sequence[int]) -> dict[int, Correction]:
    """Return correction lines by their ids."""
    marks = ",".join("?" * len(ids))
    found = rows.all(f"{_LINE} WHERE c.id IN ({marks})", ids)
    return {correction.id: correction for correction in map(_correction, found)}


def _correction(row: Row) -> Correction:
    with as_damage():
        return Correction(
            id=row["id"],
            document_id=row["document_id"],
            kind=CorrectionKind(row["kind"]),
            made_on=date.fromisoformat(row["made_on"]),
            made_by=row["name"],
            fields=tuple(row["columns"].split()),
            words=row["words"],
            printed=bool(row["printed"]),
        )
