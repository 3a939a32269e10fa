"""Tờ chốt sổ: what a period was, for keeper and head to read and sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.errors import PeriodWrong
from bmnn_desktop.printing.papers.closing_sheet import (
    ActLine,
    BookFigures,
    ClosingSheet,
    JournalFigures,
)
from bmnn_desktop.printing.papers.signature import KEEPER
from bmnn_desktop.registers import PRINTED
from bmnn_desktop.services.closing_period import Period, last_sheet, proposed_period
from bmnn_desktop.services.deed import RECOVERY_SHEET
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.list_entries import day_begins
from bmnn_desktop.services.paper_facts import keeper
from bmnn_desktop.services.preview_book import Preview
from bmnn_desktop.services.print_paper import preview_paper, print_paper
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.services.sign_places import unsigned_places
from bmnn_desktop.services.tell_entries import tell_entries
from bmnn_desktop.services.waiting_acts import WaitingAct, look_at_waiting_acts
from bmnn_desktop.store import closing_figures, volumes


def read_period(desk: Desk) -> Period:
    """Return the period that the next closing sheet is proposed for."""
    return proposed_period(desk.rows, desk.today())


def closing_sheet(
    desk: Desk, *, first: date | None = None, last: date | None = None
) -> ClosingSheet:
    """Return the sheet of a period, by default of the one proposed; raise PeriodWrong."""
    proposed = proposed_period(desk.rows, desk.today())
    period = Period(first or proposed.first, last or proposed.last)
    if not period.first <= period.last <= desk.today():
        raise PeriodWrong
    waiting = look_at_waiting_acts(desk)
    return ClosingSheet(
        first=period.first,
        last=period.last,
        day=desk.today(),
        books=tuple(_books(desk, period)),
        proposals=_waiting(waiting.proposals),
        acts=_waiting(waiting.acts),
        listed=_listed(desk, period),
        backups=tuple(_backups(desk, period)),
        journal=_journal(desk, period),
        keeper=keeper(desk, KEEPER),
        head=None,
    )


def preview_closing_sheet(
    desk: Desk, *, first: date | None = None, last: date | None = None
) -> Preview:
    """Return the pages of the sheet; the caller closes them. Raises PeriodWrong."""
    return preview_paper(desk, closing_sheet(desk, first=first, last=last))


def print_closing_sheet(
    desk: WritingDesk, *, out: Path, first: date | None = None, last: date | None = None
) -> Printed:
    """Print the sheet; its entry tells the period and the acts that stand on it as waiting.

    Raises PeriodWrong and those of `print_paper`.
    """
    paper = closing_sheet(desk, first=first, last=last)
    detail = {
        "paper": paper.kind,
        "first": paper.first.isoformat(),
        "last": paper.last.isoformat(),
        "waiting": [act.entry for act in (*paper.proposals, *paper.acts)],
    }
    return print_paper(desk, paper, RunKind.CLOSING_SHEET, out=out, detail=detail)


def _stamps(period: Period) -> tuple[str, str]:
    return day_begins(period.first), day_begins(period.last + timedelta(days=1))


def _books(desk: Desk, period: Period) -> Iterator[BookFigures]:
    """Yield the books of the years in the period, and of others in which something was done."""
    for book in PRINTED:
        kept = volumes.of_book(desk.rows, book.key)
        for year in sorted({volume.year for volume in kept}):
            found = closing_figures.of_book(desk.rows, book.key, year, period.first, period.last)
            was_touched = any(
                (found.lines, found.annulled, found.corrections, found.sheets_printed)
            )
            if not was_touched and not period.first.year <= year <= period.last.year:
                continue
            unsigned = {
                place.place.sheet_id
                for volume in kept
                if volume.year == year
                for place in unsigned_places(desk, volume.id)
            }
            yield BookFigures(
                title=f"{book.short_title} {year}",
                first_no=found.first_no,
                last_no=found.last_no,
                lines=found.lines,
                late=found.late,
                annulled=found.annulled,
                corrections=found.corrections,
                sheets_printed=found.sheets_printed,
                sheets_spoiled=found.sheets_spoiled,
                sheets_unsigned=len(unsigned),
                workers=closing_figures.workers(desk.rows, book.key, year, *_stamps(period)),
            )


def _waiting(acts: Sequence[WaitingAct]) -> tuple[ActLine, ...]:
    return tuple(ActLine(act.seq, act.sentence, act.name, act.is_red) for act in acts)


def _listed(desk: Desk, period: Period) -> tuple[ActLine, ...]:
    """Return the acts of the period that no sheet told yet.

    What was written under a wrong clock bears a day of no period: it stands on the next sheet.
    """
    last = last_sheet(desk.rows)
    since = 0 if last is None else last.entry if period.last >= last.period.last else None
    found = closing_figures.listed(desk.rows, *_stamps(period), since)
    return tuple(
        ActLine(told.seq, told.sentence, told.name) for told in tell_entries(desk.rows, found)
    )


def _backups(desk: Desk, period: Period) -> Iterator[str]:
    for backup in closing_figures.backups(desk.rows, *_stamps(period)):
        when = backup.verified_at.astimezone(VIETNAM)
        yield (
            f"Bản số {backup.number} ({backup.medium}), kiểm tra xong lúc "
            f"{when:%H:%M} ngày {short_date(when.date())}."
        )


def _journal(desk: Desk, period: Period) -> JournalFigures:
    found = closing_figures.entries(desk.rows, *_stamps(period))
    return JournalFigures(
        total=closing_figures.count_entries(desk.rows),
        count=found.count,
        first=found.first,
        last=found.last,
        signed=tuple((name or RECOVERY_SHEET, count) for name, count in found.signed),
    )
