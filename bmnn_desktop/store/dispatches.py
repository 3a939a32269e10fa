"""Reading what carriers took: lists of envelopes, and the lines of the transfer log in each."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.dispatch import Dispatch, Parcel, ParcelOutcome
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows
from bmnn_desktop.store.times import read_day


def last_number(rows: Rows, year: int) -> int:
    """Return the highest number of a list in the year, 0 before the first: derived."""
    return int(rows.value("SELECT coalesce(max(number), 0) FROM dispatch WHERE year = ?", (year,)))


def find(rows: Rows, year: int, number: int) -> Dispatch | None:
    """Return a list of envelopes by its number."""
    row = rows.one("SELECT * FROM dispatch WHERE year = ? AND number = ?", (year, number))
    return None if row is None else _dispatch(rows, row)


def of_year(rows: Rows, year: int, before: int, limit: int) -> tuple[Dispatch, ...]:
    """Return lists of envelopes of a year below a number, the newest first."""
    found = rows.all(
        "SELECT * FROM dispatch WHERE year = ? AND number < ? ORDER BY number DESC LIMIT ?",
        (year, before, limit),
    )
    return tuple(_dispatch(rows, row) for row in found)


def lines_of(rows: Rows, parcel: int) -> tuple[int, ...]:
    """Return the rows of the lines of the transfer log that went in an envelope."""
    found = rows.all("SELECT id FROM handover WHERE parcel_id = ? ORDER BY seq_no", (parcel,))
    return tuple(row[0] for row in found)


def copies_of(rows: Rows, parcel: int) -> tuple[int, ...]:
    """Return the copies that went in an envelope, wherever they are now."""
    found = rows.all(
        "SELECT c.copy_id FROM custody AS c JOIN handover AS h ON h.id = c.handover_id"
        " WHERE h.parcel_id = ? AND c.act = 'send' ORDER BY h.seq_no, c.copy_id",
        (parcel,),
    )
    return tuple(row[0] for row in found)


def _dispatch(rows: Rows, row: Row) -> Dispatch:
    found = rows.all("SELECT * FROM parcel WHERE dispatch_id = ? ORDER BY number", (row["id"],))
    with as_damage():
        return Dispatch(
            id=row["id"],
            year=row["year"],
            number=row["number"],
            sent_on=date.fromisoformat(row["sent_on"]),
            channel=Channel(row["channel"]),
            carrier=row["carrier"],
            protection=row["protection"],
            parcels=tuple(
                Parcel(
                    id=each["id"],
                    number=each["number"],
                    receiver=each["receiver"],
                    addressee=each["addressee"],
                    received_on=read_day(each["received_on"]),
                    received_by=each["received_by"],
                    outcome=ParcelOutcome(each["outcome"]) if each["outcome"] else None,
                )
                for each in found
            ),
        )
