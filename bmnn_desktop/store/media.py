"""Enrolled media and what lies on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.medium import Medium, Purpose, Withdrawal, same_serial
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows
from bmnn_desktop.store.times import read_day, read_time

_ALL = (
    "SELECT id, purpose, inventory_no, level, custodian, place, serial, model, size, token,"
    " counter, enrolled_on, withdrawn_on, withdrawal FROM medium ORDER BY id"
)
_BACKUPS = (
    "SELECT b.id, b.number, b.file_name, b.sha256, b.size, b.verified_at, b.medium_id,"
    " (SELECT max(c.checked_at) FROM backup_recheck AS c"
    "  WHERE c.backup_id = b.id AND c.outcome = 'sound'),"
    " (SELECT c.outcome FROM backup_recheck AS c WHERE c.backup_id = b.id"
    "  ORDER BY c.id DESC LIMIT 1)"
    " FROM backup AS b ORDER BY b.number"
)


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup the journal knows; `checked_at`: when it was last found whole."""

    id: int
    number: int
    file_name: str
    sha256: str
    size: int
    made_at: datetime
    medium: int | None
    checked_at: datetime
    is_lost: bool  # damaged or gone, when it was read last


def everything(rows: Rows) -> tuple[Medium, ...]:
    """Return all media, in the order they were enrolled."""
    with as_damage():
        return tuple(map(_medium, rows.all(_ALL)))


def in_use(rows: Rows) -> tuple[Medium, ...]:
    """Return those that were not withdrawn."""
    return tuple(one for one in everything(rows) if one.withdrawn_on is None)


def by_serial(rows: Rows, serial: str) -> Medium | None:
    """Return the medium of a serial: the one in use, else the one withdrawn last."""
    found = [one for one in everything(rows) if same_serial(one.serial, serial)]
    return next((one for one in found if one.withdrawn_on is None), found[-1] if found else None)


def by_number(rows: Rows, inventory_no: str) -> Medium | None:
    """Return the medium in use of an inventory number."""
    return next((one for one in in_use(rows) if one.inventory_no == inventory_no), None)


def backups(rows: Rows) -> tuple[KeptBackup, ...]:
    """Return every backup, the oldest first."""
    with as_damage():
        return tuple(map(_backup, rows.all(_BACKUPS)))


def highest_level(rows: Rows) -> Level | None:
    """Return the highest level of what is registered."""
    found = {row[0] for row in rows.all("SELECT DISTINCT level FROM document")}
    return next((level for level in Level if level.value in found), None)


def _medium(row: Row) -> Medium:
    enrolled_on = read_day(row[11])
    return Medium(
        id=row[0],
        purpose=Purpose(row[1]),
        inventory_no=row[2],
        level=Level(row[3]),
        custodian=row[4],
        place=row[5],
        serial=row[6],
        model=row[7],
        size=row[8],
        token=row[9],
        counter=row[10],
        enrolled_on=enrolled_on or date.min,
        withdrawn_on=read_day(row[12]),
        withdrawal=Withdrawal(row[13]) if row[13] else None,
    )


def _backup(row: Row) -> KeptBackup:
    made_at = read_time(row[5])
    return KeptBackup(
        id=row[0],
        number=row[1],
        file_name=row[2],
        sha256=row[3],
        size=row[4],
        made_at=made_at,
        medium=row[6],
        checked_at=made_at if row[7] is None else max(made_at, read_time(row[7])),
        is_lost=row[8] in ("damaged", "gone"),
    )
