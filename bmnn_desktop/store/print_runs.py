"""Reading print runs and what each put on which sheet."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.sheet import RunKind, WaitingRun
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Rows
from bmnn_desktop.store.times import read_time

_WAITING = """
    SELECT r.id, r.kind, r.volume_id, r.printed_at, d.seq_no,
           coalesce(v.book, d.book) AS book, coalesce(v.year, d.year) AS year,
           coalesce(v.number, w.number) AS volume_no,
           (SELECT group_concat(p.number, ' ') FROM printed_sheet AS p WHERE p.print_run_id = r.id
            AND p.sheet_id IS NOT NULL) AS sheets
    FROM print_run AS r LEFT JOIN volume AS v ON v.id = r.volume_id
    LEFT JOIN document AS d ON d.id = r.document_id LEFT JOIN volume AS w ON w.id = d.volume_id
    WHERE r.state = 'asked'"""


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A page that a run printed; `sheet_id` None: a page of its own."""

    id: int
    sheet_id: int | None
    number: int


def waiting(rows: Rows, volume: int | None = None) -> tuple[WaitingRun, ...]:
    """Return the runs that wait for an answer, oldest first; of one volume or of all."""
    found = rows.all(
        f"{_WAITING} AND r.volume_id IS coalesce(?, r.volume_id) ORDER BY r.id", (volume,)
    )
    with as_damage():
        return tuple(
            WaitingRun(
                id=row["id"],
                kind=RunKind(row["kind"]),
                book=row["book"] or "",
                year=row["year"] or 0,
                volume_no=row["volume_no"] or 0,
                seq_no=row["seq_no"],
                printed_at=read_time(row["printed_at"]),
                sheets=tuple(sorted({int(number) for number in (row["sheets"] or "").split()})),
            )
            for row in found
        )


def kind_if_waiting(rows: Rows, run: int) -> RunKind | None:
    """Return what a run is for, None when there is none that waits."""
    sql = "SELECT kind FROM print_run WHERE id = ? AND state = 'asked'"
    found = rows.value(sql, (run,))
    return None if found is None else RunKind(found)


def last_closing_sheet(rows: Rows) -> tuple[int, str] | None:
    """Return entry and detail of the last closing sheet that came out well."""
    found = rows.one(
        "SELECT e.seq, e.detail FROM print_run AS r JOIN change AS c"
        " ON c.table_name = 'print_run' AND c.row = r.id JOIN entry AS e ON e.seq = c.seq"
        " WHERE r.kind = 'closing_sheet' AND r.state = 'good'"
        " AND e.action = 'paper.print' ORDER BY r.id DESC LIMIT 1"
    )
    return None if found is None else (int(found[0]), str(found[1]))


def sheets_of(rows: Rows, run: int) -> tuple[PrintedSheet, ...]:
    """Return the pages of a run in the order they came out."""
    found = rows.all(
        "SELECT id, sheet_id, number FROM printed_sheet WHERE print_run_id = ? ORDER BY id", (run,)
    )
    return tuple(PrintedSheet(*row) for row in found)


def last_reprint(rows: Rows, volume: int, sheet: int | None = None) -> int:
    """Return how often sheets of the volume, or one of them, were drawn again so far."""
    found = rows.value(
        "SELECT max(r.reprint_no) FROM print_run AS r WHERE r.volume_id = ?1 AND r.state = 'good'"
        " AND iif(?2 IS NULL, r.kind = 'book', EXISTS (SELECT 1 FROM printed_sheet AS p"
        " WHERE p.print_run_id = r.id AND p.sheet_id = ?2))",
        (volume, sheet),
    )
    return int(found or 0)
