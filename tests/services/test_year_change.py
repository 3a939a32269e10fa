"""Chuyển năm: eight steps, none of which blocks registering; the story of 2 January."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bmnn_desktop.domain.document import EntryKind
from bmnn_desktop.errors import VolumeClosed
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.create_backup import create_backup
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.services.propose_document import Proposal, propose_document
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.year_change import Step, YearChange, look_at_year_change, mark_step
from tests.services.offices import FakeClock, add
from tests.services.received import MAIL, put_on_paper, receive, sign


def at(clock: FakeClock, day: date) -> None:
    clock.moment = datetime(day.year, day.month, day.day, 1, tzinfo=UTC)


def look(office: Office, year: int | None = None) -> YearChange:
    return office.read(look_at_year_change, year).result()


def done(office: Office) -> set[Step]:
    return {tick.step for tick in look(office).ticks if tick.is_done}


def lacks(office: Office, step: Step) -> tuple[str, ...]:
    return next(tick.lacks for tick in look(office).ticks if tick.step is step)


def propose(office: Office, book: str = "incoming", year: int | None = None) -> Proposal:
    return office.read(propose_document, book, year).result()


def certificate(office: Office, kind: str, *volumes: int) -> None:
    def draw(desk: WritingDesk) -> None:
        with desk.journal.write("test.certificate") as act:
            for volume in volumes:
                act.insert(
                    "print_run",
                    volume_id=volume,
                    document_id=None,
                    kind=kind,
                    printed_at="2027-01-04T01:00:00.000Z",
                    reprint_no=0,
                    state="good",
                )

    office.write(draw).result()


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 6, 1), None),
        (date(2026, 12, 14), None),
        (date(2026, 12, 15), 2027),
        (date(2027, 1, 2), 2027),
        (date(2027, 6, 1), 2027),  # not opened yet
    ],
)
def test_the_change_shows_itself_when_it_is_time(
    office: Office, clock: FakeClock, day: date, year: int | None
) -> None:
    at(clock, day)
    assert office.read(look_at_today).result().year_of_change == year
    assert look(office).year == (year or 2026)


def test_it_stays_until_the_old_year_is_closed_and_spring_is_over(
    office: Office, clock: FakeClock
) -> None:
    at(clock, date(2027, 3, 1))
    for book in ("incoming", "outgoing"):
        office.write(open_volume, book, year=2027).result()
        assert office.read(look_at_today).result().year_of_change == 2027
        office.write(close_volume, book, year=2026, number=1).result()
    assert office.read(look_at_today).result().year_of_change == 2027
    at(clock, date(2027, 4, 1))
    assert office.read(look_at_today).result().year_of_change is None


def test_the_second_of_january_at_half_past_seven(
    office: Office, clock: FakeClock, tmp_path: Path
) -> None:
    """An envelope arrives before 2026 is closed; everything else can wait."""
    at(clock, date(2026, 12, 30))
    old = receive(office, arrival_date=date(2026, 12, 30)).document_id
    add(office, doc_number="60/KH-UBND", doc_date=date(2026, 12, 31))

    at(clock, date(2027, 1, 2))
    asked = propose(office)
    assert (asked.year, asked.seq_no, asked.is_late, asked.year_to_open) == (2026, 2, True, 2027)

    # The keeper says which year is meant; the clock alone never opens one.
    late = receive(office, arrival_date=date(2026, 12, 31), doc_number="18/CV-CA")
    assert (late.year, late.seq_no, late.kind) == (2026, 2, EntryKind.LATE)
    assert propose(office).year_to_open == 2027

    office.write(open_volume, "incoming", year=2027).result()
    asked = propose(office)
    assert (asked.year, asked.seq_no, asked.kind, asked.year_to_open) == (
        2027,
        1,
        EntryKind.ON_TIME,
        None,
    )
    first = receive(office, arrival_date=date(2027, 1, 2))
    assert (first.year, first.seq_no, first.arrival_no) == (2027, 1, 1)
    assert propose(office, "outgoing").year_to_open == 2027  # each book is asked for itself

    # Late entries stay possible until the old volume closes.
    asked = propose(office, year=2026)
    assert (asked.seq_no, asked.kind, asked.year_to_open) == (3, EntryKind.LATE, None)
    assert receive(office, year=2026, arrival_no=None).seq_no == 3

    assert done(office) == {Step.SIGN}
    assert lacks(office, Step.OPEN) == ("Sổ đi 2027 chưa mở",)
    assert lacks(office, Step.PRINT) == (
        "Sổ đến 2026, quyển 01 còn 3 dòng chưa in",
        "Sổ đi 2026, quyển 01 còn 1 dòng chưa in",
    )

    office.write(open_volume, "outgoing", year=2027).result()
    sheet = put_on_paper(office, old, 2 + 1, 5)  # the incoming lines of 2026
    outgoing = put_on_paper(office, 2)
    assert lacks(office, Step.SIGN) == (
        "Sổ đến 2026, quyển 01 còn 3 dòng chưa ký nhận",
        "Sổ đi 2026, quyển 01 còn 1 dòng chưa ký nhận",
    )
    for document in (old, 3, 5):
        sign(office, document, sheet)
    office.write(mark_step, 2027, Step.SIGN).result()  # "ghi rõ"
    assert {Step.OPEN, Step.PRINT, Step.SIGN} <= done(office)
    sign(office, 2, outgoing)

    for book in ("incoming", "outgoing"):
        office.write(close_volume, book, year=2026, number=1).result()
    with pytest.raises(VolumeClosed):
        receive(office, year=2026)
    assert propose(office, year=2026).is_closed

    certificate(office, "closing", 1, 2)
    certificate(office, "opening", 3, 4)
    office.write(mark_step, 2027, Step.CROSS).result()
    assert done(office) == set(Step) - {Step.BACKUP}
    medium = tmp_path / "medium"
    medium.mkdir()
    office.write(create_backup, medium).result()
    assert done(office) == set(Step)
    assert receive(office, MAIL).seq_no == 2


def test_a_mark_can_be_taken_back_and_stands_in_the_journal(
    office: Office, clock: FakeClock
) -> None:
    at(clock, date(2027, 1, 4))
    office.write(mark_step, 2027, Step.CROSS).result()
    (tick,) = [tick for tick in look(office).ticks if tick.step is Step.CROSS]
    assert (tick.is_done, tick.marked_on) == (True, date(2027, 1, 4))
    office.write(mark_step, 2027, Step.CROSS, is_done=False).result()
    assert Step.CROSS not in done(office)
    office.write(mark_step, 2027, Step.CROSS).result()
    assert Step.CROSS in done(office)


@pytest.mark.parametrize("step", [Step.OPEN, Step.PRINT, Step.CLOSE, Step.BACKUP])
def test_what_the_vault_knows_is_not_marked_by_hand(office: Office, step: Step) -> None:
    with pytest.raises(ValueError, match=step.name):
        office.write(mark_step, 2027, step).result()


def test_a_backup_before_the_closing_does_not_count(
    office: Office, clock: FakeClock, tmp_path: Path
) -> None:
    medium = tmp_path / "medium"
    medium.mkdir()
    at(clock, date(2026, 12, 31))
    office.write(create_backup, medium).result()
    at(clock, date(2027, 1, 4))
    assert lacks(office, Step.BACKUP) == ("Làm sau khi khóa hết các quyển",)
    for book in ("incoming", "outgoing"):
        office.write(close_volume, book, year=2026, number=1).result()
    assert lacks(office, Step.BACKUP) == ("Chưa có bản sao lưu nào được kiểm tra sau khi khóa sổ",)


def test_a_closed_year_without_a_new_one_still_says_so(office: Office, clock: FakeClock) -> None:
    office.write(close_volume, "incoming", year=2026, number=1).result()
    at(clock, date(2027, 1, 2))
    assert propose(office).is_closed
    with pytest.raises(VolumeClosed):
        receive(office)
