"""Reading what Chuyển năm took down by hand, and what was printed of certificates."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Rows


def done(rows: Rows, year: int) -> dict[str, date]:
    """Return the steps of a year that a person marked as done, and when."""
    found = rows.all(
        "SELECT step, done_on FROM year_step WHERE year = ? AND done_on IS NOT NULL", (year,)
    )
    with as_damage():
        return {row[0]: date.fromisoformat(row[1]) for row in found}


def row_of(rows: Rows, year: int, step: str) -> int | None:
    """Return the row of a step, None while nobody has marked it."""
    row = rows.value("SELECT id FROM year_step WHERE year = ? AND step = ?", (year, step))
    return None if row is None else int(row)


def is_printed(rows: Rows, volume: int, kind: str) -> bool:
    """Tell whether a paper of this kind came out well for the volume."""
    found = rows.one(
        "SELECT 1 FROM print_run WHERE volume_id = ? AND kind = ? AND state = 'good' LIMIT 1",
        (volume, kind),
    )
    return found is not None


def last_backup(rows: Rows) -> str | None:
    """Return when the last backup was read back and found whole."""
    time: str | None = rows.value("SELECT verified_at FROM backup ORDER BY number DESC LIMIT 1")
    return time
