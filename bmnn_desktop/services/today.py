"""Hôm nay: the one line of truth. Numbers only, never a subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bmnn_desktop.domain.clock import read_stamp
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.session import Role, read_roles
from bmnn_desktop.store import people, volumes

_UNPRINTED = """
    SELECT count(*) FROM document AS d WHERE d.volume_id = ? AND NOT EXISTS
        (SELECT 1 FROM sheet_line AS l LEFT JOIN print_run AS r ON r.id = l.print_run_id
         WHERE l.document_id = d.id AND l.in_use = 1 AND (r.id IS NULL OR r.state = 'good'))"""


@dataclass(frozen=True, slots=True)
class BookLine:
    """How far a book is; `last_no` None: nothing registered yet."""

    book: str
    short_title: str
    year: int
    volume_no: int
    last_no: int | None
    unprinted: int


@dataclass(frozen=True, slots=True)
class PrintRun:
    """A print that still waits for "in tốt" or "tờ hỏng"."""

    id: int
    book: str
    year: int
    printed_at: datetime


@dataclass(frozen=True, slots=True)
class Today:
    """What the first screen says."""

    date: date
    books: tuple[BookLine, ...]
    last_backup: datetime | None
    unanswered_print: PrintRun | None
    has_confirmer: bool


def look_at_today(desk: Desk) -> Today:
    """Return today's truth."""
    books: list[BookLine] = []
    for register in REGISTERS:
        books += [
            BookLine(
                book=register.key,
                short_title=register.short_title,
                year=volume.year,
                volume_no=volume.number,
                last_no=volumes.last_number(desk.rows, register.key, volume.year),
                unprinted=int(desk.rows.value(_UNPRINTED, (volume.id,))),
            )
            for volume in volumes.of_book(desk.rows, register.key)[:1]
        ]
    backup = desk.rows.value("SELECT max(verified_at) FROM backup")
    asked = desk.rows.one(
        "SELECT r.id, v.book, v.year, r.printed_at FROM print_run AS r"
        " JOIN volume AS v ON v.id = r.volume_id WHERE r.state = 'asked' ORDER BY r.id LIMIT 1"
    )
    return Today(
        date=desk.today(),
        books=tuple(books),
        last_backup=None if backup is None else read_stamp(backup),
        unanswered_print=PrintRun(asked[0], asked[1], asked[2], read_stamp(asked[3]))
        if asked
        else None,
        has_confirmer=any(
            Role.CONFIRMER in read_roles(person.roles) for person in people.everyone(desk.rows)
        ),
    )
