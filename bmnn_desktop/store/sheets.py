"""Reading sheets and what stands on them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.sheet import Sheet, SheetLine, SheetState
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

_LINES = """
    SELECT l.*, coalesce(d.seq_no, c.seq_no, h.seq_no, o.seq_no) AS seq_no,
           r.id IS NULL OR r.state = 'good' AS answered,
           coalesce(h.handed_on, date(r.printed_at, '+7 hours'), d.registered_on, s.state_on)
             AS put_on
    FROM sheet_line AS l JOIN sheet AS s ON s.id = l.sheet_id
    LEFT JOIN print_run AS r ON r.id = l.print_run_id
    LEFT JOIN document AS d ON d.id = l.document_id
    LEFT JOIN correction AS k ON k.id = l.correction_id
    LEFT JOIN document AS c ON c.id = k.document_id
    LEFT JOIN handover AS h ON h.id = l.handover_id
    LEFT JOIN copy_order AS o ON o.id = l.copy_order_id"""

_BATCH = 500


def of_volume(rows: Rows, volume: int) -> tuple[Sheet, ...]:
    """Return every sheet of a volume by number."""
    found = rows.all("SELECT * FROM sheet WHERE volume_id = ? ORDER BY number", (volume,))
    return tuple(map(_sheet, found))


def by_number(rows: Rows, volume: int, number: int) -> Sheet | None:
    """Return a sheet of a volume, None when there is none."""
    found = rows.one("SELECT * FROM sheet WHERE volume_id = ? AND number = ?", (volume, number))
    return None if found is None else _sheet(found)


def open_sheet(rows: Rows, volume: int) -> Sheet | None:
    """Return the sheet that is fed again: the last printed one, while it has room."""
    found = rows.one(
        "SELECT * FROM sheet WHERE volume_id = ? AND is_blank = 0 AND state = 'open'"
        " ORDER BY number DESC LIMIT 1",
        (volume,),
    )
    return None if found is None else _sheet(found)


def next_number(rows: Rows, volume: int) -> int:
    """Return the number of the next sheet of paper: derived, never stored."""
    last = rows.value(
        "SELECT max(number) FROM sheet WHERE volume_id = ? AND state <> 'planned'", (volume,)
    )
    return int(last or 0) + 1


def count_on_paper(rows: Rows, volume: int) -> int:
    """Return how many sheets a volume has, spoiled and blank ones counted."""
    sql = "SELECT count(*) FROM sheet WHERE volume_id = ? AND state <> 'planned'"
    return int(rows.value(sql, (volume,)))


def slots_used(rows: Rows, sheet: int) -> int:
    """Return how many places in the foot of the sheet carry a code."""
    found = rows.value(
        "SELECT max(p.slot) FROM printed_sheet AS p JOIN print_run AS r ON r.id = p.print_run_id"
        " WHERE p.sheet_id = ? AND r.kind <> 'reprint' AND r.state <> 'nothing'",
        (sheet,),
    )
    return int(found or 0)


def is_crossed(rows: Rows, sheet: int) -> bool:
    """Tell whether what was left of the sheet is crossed out."""
    found = rows.one(
        "SELECT 1 FROM printed_sheet AS p JOIN print_run AS r ON r.id = p.print_run_id"
        " WHERE p.sheet_id = ? AND r.kind = 'crossing' AND r.state = 'good' LIMIT 1",
        (sheet,),
    )
    return found is not None


def lines_of(rows: Rows, sheet: int) -> tuple[SheetLine, ...]:
    """Return what stands on a sheet, out of use too, from the top down."""
    found = rows.all(f"{_LINES} WHERE l.sheet_id = ? ORDER BY l.position, l.id", (sheet,))
    return tuple(map(_line, found))


def lines_of_run(rows: Rows, run: int) -> tuple[SheetLine, ...]:
    """Return what a print run placed."""
    found = rows.all(f"{_LINES} WHERE l.print_run_id = ? ORDER BY l.id", (run,))
    return tuple(map(_line, found))


def lines_of_source(rows: Rows, source: tuple[str, int]) -> tuple[SheetLine, ...]:
    """Return every place a row was given: document, correction, hand-over, copying order."""
    table, row = source
    found = rows.all(f"{_LINES} WHERE l.{table}_id = ? ORDER BY l.id", (row,))
    return tuple(map(_line, found))


def to_sign(rows: Rows, volume: int | None = None) -> tuple[Sheet, ...]:
    """Return the sheets that may have open places: of one volume or of all."""
    found = rows.all(
        "SELECT * FROM sheet WHERE state IN ('open', 'full') AND volume_id = coalesce(?, volume_id)"
        " ORDER BY volume_id, number",
        (volume,),
    )
    return tuple(map(_sheet, found))


def lines_of_sheets(rows: Rows, sheets: Sequence[int]) -> tuple[SheetLine, ...]:
    """Return what stands on sheets and counts, sheet by sheet from the top down."""
    found: list[Row] = []
    for start in range(0, len(sheets), _BATCH):
        some = sheets[start : start + _BATCH]
        marks = ",".join("?" * len(some))
        where = f"l.sheet_id IN ({marks}) AND l.in_use = 1 ORDER BY l.sheet_id, l.position"
        found += rows.all(f"{_LINES} WHERE {where}", some)
    return tuple(line for line in map(_line, found) if line.is_answered)


def _sheet(row: Row) -> Sheet:
    with as_damage():
        return Sheet(
            id=row["id"],
            volume_id=row["volume_id"],
            number=row["number"],
            is_blank=bool(row["is_blank"]),
            state=SheetState(row["state"]),
            state_on=date.fromisoformat(row["state_on"]),
            spoil_reason=row["spoil_reason"],
        )


def _line(row: Row) -> SheetLine:
    with as_damage():
        return SheetLine(
            id=row["id"],
            sheet_id=row["sheet_id"],
            position=row["position"],
            seq_no=row["seq_no"],
            document_id=row["document_id"],
            correction_id=row["correction_id"],
            handover_id=row["handover_id"],
            copy_order_id=row["copy_order_id"],
            part=row["part"],
            run_id=row["print_run_id"],
            top=row["top"],
            height=row["height"],
            cells=tuple(json.loads(row["cells"])),
            struck=bool(row["struck"]),
            in_use=bool(row["in_use"]),
            is_answered=bool(row["answered"]),
            put_on=date.fromisoformat(row["put_on"]),
        )
