"""Hôm nay: the line of truth of both books, and what waits. Numbers only, never a subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.domain.sheet import WaitingRun
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.registers import YEARLY
from bmnn_desktop.services.backup_reminder import last_good_backup
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.duties import Duties, find_duties
from bmnn_desktop.services.event_duties import coming_events, pressing_events
from bmnn_desktop.services.plan_duties import coming_plans, pressing_plans
from bmnn_desktop.services.session import Role, read_roles
from bmnn_desktop.services.year_change import year_of_change
from bmnn_desktop.store import loose_ends, people, print_runs, volumes
from bmnn_desktop.store.stated_days import Statement
from bmnn_desktop.store.times import read_time

MOST_DUTIES = 7
_SHEET = """
    SELECT s.number, (SELECT count(*) FROM sheet_line AS l
                      WHERE l.sheet_id = s.id AND l.in_use = 1)
    FROM sheet AS s WHERE s.volume_id = ? AND s.is_blank = 0 AND s.state = 'open'
    ORDER BY s.number DESC LIMIT 1"""
_SPARE = """
    SELECT count(*) FROM sheet AS s WHERE s.volume_id = ? AND s.is_blank = 1 AND s.state = 'open'
    AND NOT EXISTS (SELECT 1 FROM sheet_line AS l WHERE l.sheet_id = s.id)"""
_LAST_LINE = "SELECT registered_on FROM document ORDER BY id DESC LIMIT 1"
_LAST_CODE = "SELECT printed_at FROM print_run WHERE state = 'good' ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class BookLine:
    """How far a book is; `last_no` None: nothing registered yet in this year.

    `sheet_no` is the sheet that is fed again, `sheet_lines` how many stand on it.
    """

    book: str
    short_title: str
    year: int
    volume_no: int
    is_closed: bool
    last_no: int | None
    unprinted: int
    sheet_no: int | None
    sheet_lines: int


@dataclass(frozen=True, slots=True)
class Today:
    """What the first screen says; the figures are those of the volumes that are not closed."""

    date: date
    is_doubtful: bool  # nobody knows the day: nothing can be registered
    stated: Statement | None  # the day is a person's, not the clock's
    books: tuple[BookLine, ...]
    unprinted: int
    unsigned: int
    spare_sheets: int
    lacks_code: bool  # something was registered today, and no paper carries today's code
    last_backup: datetime | None
    unanswered_print: WaitingRun | None  # the oldest one
    has_confirmer: bool
    year_of_change: int | None  # the year that books are being changed to
    duties: Duties


def look_at_today(desk: Desk, limit: int = MOST_DUTIES) -> Today:
    """Return today's truth, with at most `limit` of the things to do."""
    rows = desk.rows
    every = tuple(one for book in volumes.books(rows) for one in volumes.of_book(rows, book))
    opened = tuple(volume for volume in every if not volume.is_closed)
    unprinted = {volume.id: loose_ends.unprinted(rows, volume) for volume in opened}
    lines = [
        _line(desk, newest, book.short_title, unprinted.get(newest.id, 0))
        for book in YEARLY
        if (newest := next((one for one in every if one.book == book.key), None)) is not None
    ]
    last_backup = last_good_backup(rows)
    has_confirmer = any(
        Role.CONFIRMER in read_roles(one.roles) and (one.opens or one.signs)
        for one in people.everyone(rows)
    )
    spare = sum(int(rows.value(_SPARE, (volume.id,))) for volume in opened)
    return Today(
        date=desk.today(),
        is_doubtful=desk.day.doubt() is not None,
        stated=desk.day.stated,
        books=tuple(lines),
        unprinted=sum(unprinted.values()),
        unsigned=sum(loose_ends.unsigned(rows, volume).lines for volume in opened),
        spare_sheets=spare,
        lacks_code=_lacks_code(desk),
        last_backup=last_backup,
        unanswered_print=next(iter(print_runs.waiting(rows)), None),
        has_confirmer=has_confirmer,
        year_of_change=year_of_change(every, desk.today()),
        duties=find_duties(
            desk,
            opened,
            last_backup=None if last_backup is None else civil_date(last_backup),
            has_lines=any(line.last_no is not None for line in lines),
            has_confirmer=has_confirmer,
            spare_sheets=spare,
            limit=limit,
            pressing=(*pressing_events(desk), *pressing_plans(desk)),
            coming=(*coming_events(desk), *coming_plans(desk)),
        ),
    )


def _line(desk: Desk, volume: Volume, short_title: str, unprinted: int) -> BookLine:
    sheet = desk.rows.one(_SHEET, (volume.id,))
    return BookLine(
        book=volume.book,
        short_title=short_title,
        year=volume.year,
        volume_no=volume.number,
        is_closed=volume.is_closed,
        last_no=volumes.last_number(desk.rows, volume.book, volume.year),
        unprinted=unprinted,
        sheet_no=None if sheet is None else sheet[0],
        sheet_lines=0 if sheet is None else sheet[1],
    )


def _lacks_code(desk: Desk) -> bool:
    registered_on = desk.rows.value(_LAST_LINE)
    if registered_on != desk.today().isoformat():
        return False
    printed_at = desk.rows.value(_LAST_CODE)  # by the clock's own day, as it was stamped
    return printed_at is None or civil_date(read_time(printed_at)) != desk.day.clock_day()
