"""Reading copying orders: what waits, what was made, and where its receivers sign."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bmnn_desktop.domain.copy_order import CopyForm, CopyMedium, CopyOrder, MadeCopy
from bmnn_desktop.store import canonical, documents
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows
from bmnn_desktop.store.times import read_day

# The line of the transfer log a copy went out with first, and where that stands on paper.
_COPIES = """
    SELECT c.copy_order_id, c.copy_no, c.meant_for, h.year, v.number AS volume_no,
           s.number AS sheet, l.position
    FROM copy AS c
    LEFT JOIN handover AS h ON h.id = (
      SELECT k.handover_id FROM custody AS k
      WHERE k.copy_id = c.id AND k.handover_id IS NOT NULL ORDER BY k.id LIMIT 1)
    LEFT JOIN volume AS v ON v.id = h.volume_id
    LEFT JOIN sheet_line AS l ON l.id = (
      SELECT x.id FROM sheet_line AS x LEFT JOIN print_run AS r ON r.id = x.print_run_id
      WHERE x.handover_id = h.id AND x.in_use = 1 AND (r.id IS NULL OR r.state = 'good')
      ORDER BY x.part DESC LIMIT 1)
    LEFT JOIN sheet AS s ON s.id = l.sheet_id
    WHERE c.copy_order_id IN ({marks}) ORDER BY c.copy_no"""
_WAITING = "made_on IS NULL AND refused_on IS NULL"


def by_id(rows: Rows, order: int) -> CopyOrder | None:
    """Return an order; None when there is none."""
    return next(iter(of_ids(rows, (order,))), None)


def of_ids(rows: Rows, ids: Sequence[int]) -> tuple[CopyOrder, ...]:
    """Return orders by their ids, made ones in the order of the book."""
    marks = ",".join("?" * len(ids))
    where = f"id IN ({marks}) ORDER BY year, seq_no, id"
    return _orders(rows, rows.all(f"SELECT * FROM copy_order WHERE {where}", ids))  # noqa: S608 (marks only)


def waiting(rows: Rows) -> tuple[CopyOrder, ...]:
    """Return the orders that are neither made nor refused, the oldest first."""
    sql = f"SELECT * FROM copy_order WHERE {_WAITING} ORDER BY requested_on, id"  # noqa: S608 (own words)
    return _orders(rows, rows.all(sql))


def of_document(rows: Rows, document: int) -> tuple[CopyOrder, ...]:
    """Return every order about a document, the oldest first."""
    sql = "SELECT * FROM copy_order WHERE document_id = ? ORDER BY id"
    return _orders(rows, rows.all(sql, (document,)))


def made_in(rows: Rows, year: int) -> tuple[CopyOrder, ...]:
    """Return the lines of the copying log of a year."""
    sql = "SELECT * FROM copy_order WHERE year = ? ORDER BY seq_no"
    return _orders(rows, rows.all(sql, (year,)))


def last_copy(rows: Rows, document: int) -> int:
    """Return the highest number of a made copy of a document; 0: none was made."""
    sql = "SELECT coalesce(max(copy_no), 0) FROM copy WHERE document_id = ? AND origin = 'made'"
    return int(rows.value(sql, (document,)))


def _orders(rows: Rows, found: Sequence[Row]) -> tuple[CopyOrder, ...]:
    if not found:
        return ()
    about = documents.by_ids(rows, sorted({row["document_id"] for row in found}))
    ids = [row["id"] for row in found]
    made, told = _copies(rows, ids), _permissions_told(rows, ids)
    with as_damage():
        return tuple(
            CopyOrder(
                id=row["id"],
                document=about[row["document_id"]],
                requested_on=date.fromisoformat(row["requested_on"]),
                requester=row["requester"],
                purpose=row["purpose"],
                form=CopyForm(row["form"]),
                medium=CopyMedium(row["medium"]),
                extract=row["extract"],
                wanted=row["wanted"],
                permitted=row["permitted"],
                permitter=row["permitter"],
                permitter_post=row["permitter_post"],
                delegation=row["delegation"],
                basis=row["basis"],
                permitted_on=read_day(row["permitted_on"]),
                refused_on=read_day(row["refused_on"]),
                refusal=row["refusal"],
                volume_id=row["volume_id"],
                year=row["year"],
                seq_no=row["seq_no"],
                made_on=read_day(row["made_on"]),
                entered_on=read_day(row["entered_on"]),
                made_by=row["made_by"],
                made_at=row["made_at"],
                made=row["made"],
                spare=row["spare"],
                spoiled=row["spoiled"],
                destroyed_on=read_day(row["destroyed_on"]),
                destroyed_by=row["destroyed_by"],
                note=row["note"],
                copies=made.get(row["id"], ()),
                permission_told=told.get(row["id"]) if row["permitted_on"] else None,
            )
            for row in found
        )


def _permissions_told(rows: Rows, orders: Sequence[int]) -> dict[int, date]:
    """Return when each permission was entered; the row itself keeps only when the making was."""
    marks = ",".join("?" * len(orders))
    sql = (
        "SELECT row, payload FROM change WHERE table_name = 'copy_order'"  # noqa: S608 (marks only)
        f" AND row IN ({marks}) ORDER BY seq DESC, n DESC"
    )
    told: dict[int, date] = {}
    with as_damage():
        for row in rows.all(sql, orders):
            image = canonical.load(row["payload"])
            if image["permitted_on"] and image["entered_on"]:
                told[row["row"]] = date.fromisoformat(str(image["entered_on"]))
    return told


def _copies(rows: Rows, orders: Sequence[int]) -> dict[int, tuple[MadeCopy, ...]]:
    marks = ",".join("?" * len(orders))
    found: dict[int, tuple[MadeCopy, ...]] = {}
    for row in rows.all(_COPIES.format(marks=marks), orders):
        copy = MadeCopy(row["copy_no"], row["meant_for"], _signed_at(row))
        found[row["copy_order_id"]] = (*found.get(row["copy_order_id"], ()), copy)
    return found


def _signed_at(row: Row) -> str:
    if row["sheet"] is None:
        return ""
    volume = f" quyển {row['volume_no']:02d}" if row["volume_no"] > 1 else ""
    return f"TKN {row['sheet']}/{row['year']}{volume}, dòng {row['position']}"
