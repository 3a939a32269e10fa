"""Việc phải làm: what waits for the keeper, most pressing first. Never a subject.

Number, level and issuer at most: a visitor sees the first screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from bmnn_desktop.domain.action import RED_AFTER
from bmnn_desktop.domain.backup_days import BackupDays
from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.sheet import WaitingRun
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.registers import YEARLY
from bmnn_desktop.services.backup_reminder import read_backup_days, to_recheck
from bmnn_desktop.services.closing_period import due_month
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.see_copies import count_unseen
from bmnn_desktop.services.waiting_acts import count_waiting_acts
from bmnn_desktop.services.waiting_receipts import read_receipt_days
from bmnn_desktop.store import loose_ends, print_runs, waiting
from bmnn_desktop.store.times import read_time
from bmnn_desktop.store.waiting import Few

SOON = timedelta(days=30)
_OPEN_AFTER = timedelta(days=1)  # a closed envelope may wait for its addressee overnight
_SIGN_WITHIN = timedelta(days=3)
_YEAR_END = 15  # of December: from here on the change of the year is prepared


class DutyKind(Enum):
    """What sort of thing waits; the value is what the command line prints."""

    OVERDUE = "overdue"  # copies that were to be back
    PRINT = "print"  # not answered
    DIRECTION = "direction"
    REST = "rest"  # received short
    SEALED = "sealed"  # its content is not registered
    RECEIPT = "receipt"  # did not come back for days
    UNSIGNED = "unsigned"
    NEW_YEAR = "new_year"  # the books of this year are not open
    CLOSING = "closing"  # a volume of an older year is still open
    DRAFT = "draft"
    BACKUP = "backup"
    RECHECK = "recheck"  # an old backup was not read for long
    CONFIRMER = "confirmer"  # there is none
    CONFIRM = "confirm"  # acts wait for a second person
    CLOSING_SHEET = "closing_sheet"  # the month's is not printed
    DIRECTIONS_WITHOUT_DAY = "directions_without_day"
    SPARE_SHEETS = "spare_sheets"
    INCIDENT_STEP = "incident_step"  # a report or a notice is due
    INCIDENT = "incident"  # under way
    REMOVAL = "removal"  # out of the place of storage, to be back
    PROVISION = "provision"  # requests that nobody has decided
    TASK = "task"  # of a plan: late, or due
    TASK_CHECK = "task_check"  # a yearly check-in, a tentative day, a body that was only asked
    TASKS = "tasks"  # the rest of many
    UNIT_REPORTS = "unit_reports"  # of units, that did not come
    UNSEEN = "unseen"  # copies from before that nobody has compared with the paper


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that waits; what does not concern it is left out.

    `day` is since when it waits, or until when it is to be done; `count` how many lines, days or
    sheets it is about.
    """

    kind: DutyKind
    day: date | None = None
    book: str = ""
    year: int = 0
    number: int = 0  # of the line, the volume or the print run
    document: int | None = None
    level: Level | None = None
    issuer: str = ""
    who: str = ""
    count: int = 0
    about: str = ""  # of a print run its kind in words, of a draft its form
    is_red: bool = False  # it has waited too long


@dataclass(frozen=True, slots=True)
class Duties:
    """Today's list: the first few of what must be done, and how many there are in all."""

    must: tuple[Duty, ...]
    must_count: int
    soon: tuple[Duty, ...]
    soon_count: int
    to_know: tuple[Duty, ...]


def find_duties(
    desk: Desk,
    opened: tuple[Volume, ...],
    *,
    last_backup: date | None,
    has_lines: bool,
    has_confirmer: bool,
    spare_sheets: int,
    limit: int,
    pressing: Iterable[Duty] = (),
    coming: Iterable[Duty] = (),
) -> Duties:
    """Return what waits; `opened` are the volumes that are not closed.

    `pressing` and `coming` are what other rooms found.
    """
    today = desk.today()
    days = read_backup_days(desk)
    backup = _backup(last_backup, today, days) if has_lines else None
    is_first = (
        backup is not None
        and backup.day is not None
        and (today - backup.day >= timedelta(days=days.first))
    )
    must = _Gathered(limit)
    must.add_all([backup] if backup is not None and is_first else ())
    must.add_all(pressing)
    must.add_few(DutyKind.OVERDUE, waiting.overdue(desk.rows, today, limit))
    must.add_all([_print(one) for one in print_runs.waiting(desk.rows)])
    must.add_few(DutyKind.DIRECTION, waiting.directions(desk.rows, date.min, today, limit))
    must.add_few(DutyKind.REST, waiting.rests(desk.rows, limit))
    overnight = today - _OPEN_AFTER
    must.add_few(DutyKind.SEALED, waiting.sealed(desk.rows, date.min, overnight, limit))
    must.add_all(_receipts(desk, today))
    must.add_all(_unsigned(desk, opened, today - _SIGN_WITHIN + timedelta(days=1)))
    must.add_all(_years(opened, today))
    confirm, is_pressing = _confirm(desk, today)
    must.add_all(confirm if is_pressing else ())
    if (month := due_month(desk.rows, today)) is not None:
        must.add_all([Duty(DutyKind.CLOSING_SHEET, day=month.last)])
    must.add_all(
        Duty(DutyKind.DRAFT, day=civil_date(read_time(since)), about=form)
        for form, since in waiting.drafts(desk.rows, desk.session.person)
    )
    must.add_all([backup] if backup is not None and not is_first else ())

    soon = _Gathered(limit)
    soon.add_all(coming)
    old = to_recheck(desk.rows, today, days.recheck)
    if old is not None:
        soon.add_all([Duty(DutyKind.RECHECK, day=civil_date(old.checked_at), number=old.number)])
    tomorrow, then = today + timedelta(days=1), today + SOON
    soon.add_few(DutyKind.DIRECTION, waiting.directions(desk.rows, tomorrow, then, limit))
    soon.add_few(
        DutyKind.SEALED, waiting.sealed(desk.rows, overnight + timedelta(days=1), today, limit)
    )
    if today.month == 12 and today.day >= _YEAR_END:  # noqa: PLR2004
        soon.add_all([Duty(DutyKind.NEW_YEAR, day=date(today.year + 1, 1, 1), year=today.year + 1)])

    know = _Gathered(limit)
    if not has_confirmer:
        know.add_all([Duty(DutyKind.CONFIRMER)])
    know.add_all(() if is_pressing else confirm)
    if without := waiting.directions_without_day(desk.rows):
        know.add_all([Duty(DutyKind.DIRECTIONS_WITHOUT_DAY, count=without)])
    if not spare_sheets:
        know.add_all([Duty(DutyKind.SPARE_SHEETS)])
    if unseen := count_unseen(desk):
        know.add_all([Duty(DutyKind.UNSEEN, count=unseen)])
    return Duties(tuple(must.first), must.count, tuple(soon.first), soon.count, tuple(know.first))


class _Gathered:
    """The first few of many."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self.first: list[Duty] = []
        self.count = 0

    def add_all(self, duties: Iterable[Duty]) -> None:
        for duty in duties:
            self._add(duty)
            self.count += 1

    def add_few(self, kind: DutyKind, few: Few) -> None:
        for line in few[0]:
            self._add(
                Duty(
                    kind,
                    day=line.day,
                    book=line.book,
                    year=line.year,
                    number=line.seq_no,
                    document=line.document,
                    level=line.level,
                    issuer=line.issuer,
                    who=line.who,
                )
            )
        self.count += few[1]

    def _add(self, duty: Duty) -> None:
        if len(self.first) < self._limit:
            self.first.append(duty)


def _backup(last: date | None, today: date, days: BackupDays) -> Duty | None:
    """Return that a backup is due: louder with time, once a day at most as the list is."""
    if last is None:
        return Duty(DutyKind.BACKUP)
    age = (today - last).days
    if age < days.remind:
        return None
    return Duty(DutyKind.BACKUP, day=last, is_red=age >= days.red)


def _print(run: WaitingRun) -> Duty:
    return Duty(
        DutyKind.PRINT,
        day=civil_date(run.printed_at),
        book=run.book,
        year=run.year,
        number=run.id,
        about=run.kind.label,
    )


def _receipts(desk: Desk, today: date) -> list[Duty]:
    """Return the receipts that are missed as one thing: the oldest, and how many there are."""
    missed = today - timedelta(days=read_receipt_days(desk).days)
    lines, count = waiting.receipts(desk.rows, missed, 1)
    return [
        Duty(
            DutyKind.RECEIPT,
            day=line.day,
            book=line.book,
            year=line.year,
            number=line.seq_no,
            document=line.document,
            who=line.who,
            count=count,
        )
        for line in lines
    ]


def _unsigned(desk: Desk, opened: tuple[Volume, ...], before: date) -> list[Duty]:
    duties = []
    for volume in opened:
        found = loose_ends.unsigned(desk.rows, volume, before)
        if found.lines:
            duties.append(
                Duty(
                    DutyKind.UNSIGNED,
                    day=found.since,
                    book=found.book,
                    year=found.year,
                    number=found.seq_no,
                    document=found.document,
                    count=found.lines,
                )
            )
    return duties


def _confirm(desk: Desk, today: date) -> tuple[list[Duty], bool]:
    """Return that acts wait for a second person, and whether that presses.

    What took effect waits for the closing sheet; a proposal has no effect until then.
    """
    waiting = count_waiting_acts(desk.rows)
    if waiting.since is None:
        return [], False
    is_red = today - waiting.since > RED_AFTER
    duty = Duty(DutyKind.CONFIRM, day=waiting.since, count=waiting.count, is_red=is_red)
    return [duty], is_red or waiting.proposals > 0


def _years(opened: tuple[Volume, ...], today: date) -> list[Duty]:
    """Return the books that this year has none of, and the volumes that an older year left open."""
    duties = []
    first = date(today.year, 1, 1)
    for book in YEARLY:
        years = [volume.year for volume in opened if volume.book == book.key]
        if years and max(years) < today.year:
            duties.append(Duty(DutyKind.NEW_YEAR, day=first, book=book.key, year=today.year))
    duties += [
        Duty(
            DutyKind.CLOSING,
            day=first,
            book=volume.book,
            year=volume.year,
            number=volume.number,
        )
        for volume in opened
        if volume.year < today.year
    ]
    return duties
