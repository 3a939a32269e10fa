"""A clock that says 2010, or 2040: nothing is dated until a person has said which day it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bmnn_desktop.errors import DayUnknown, DayUnlikely
from bmnn_desktop.services.clock import look_at_clock, state_day
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.services.show_document import show_document
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.today_words import stated_words
from bmnn_desktop.services.working_day import ClockDoubt
from tests.services.offices import PASSPHRASE, FakeClock, add, cheap_wiring, entries, found

Unlock = Callable[[datetime], Office]


@pytest.fixture
def unlock(tmp_path: Path) -> Unlock:
    """Found a vault on 16/11/2026 with one line; unlock it when the clock says something."""
    clock = FakeClock(datetime(2026, 11, 16, 2, tzinfo=UTC))
    office, _sheet = found(tmp_path / "vault", clock)
    add(office)
    office.close()
    opened: list[Office] = []

    def open_at(moment: datetime) -> Office:
        for before in opened:
            before.close()
        opened[:] = [
            cheap_wiring(FakeClock(moment)).gate(tmp_path / "vault").unlock("giu-so", PASSPHRASE)
        ]
        return opened[0]

    return open_at


def doubt(office: Office) -> ClockDoubt | None:
    return office.read(look_at_clock).result()


def registered_on(office: Office) -> date:
    done = add(office)
    return office.read(show_document, done.document_id).result().document.registered_on


def state(office: Office, day: date, *, sure: bool = False) -> None:
    office.write(state_day, day, sure=sure).result()


def dead_battery(minutes: int = 10) -> datetime:
    return datetime(2010, 1, 1, 0, minutes, tzinfo=UTC)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 16, 1, tzinfo=UTC),  # an hour back on the same day is nothing
        datetime(2026, 11, 17, 1, tzinfo=UTC),
        datetime(2027, 12, 20, 1, tzinfo=UTC),  # 399 days
    ],
)
def test_a_likely_day_is_believed(unlock: Unlock, moment: datetime) -> None:
    office = unlock(moment)
    assert doubt(office) is None
    add(office)
    office.close()


@pytest.mark.parametrize(
    "moment",
    [
        dead_battery(),
        datetime(2026, 11, 15, 1, tzinfo=UTC),
        datetime(2027, 12, 22, 1, tzinfo=UTC),  # 401 days
        datetime(2040, 5, 5, 1, tzinfo=UTC),
    ],
)
def test_an_unlikely_day_is_doubted_and_nothing_is_registered(
    unlock: Unlock, moment: datetime
) -> None:
    office = unlock(moment)
    found_doubt = doubt(office)
    assert found_doubt is not None
    assert found_doubt.last_on == date(2026, 11, 16)
    before = entries(office)
    with pytest.raises(DayUnknown) as refused:
        add(office)
    assert "lần ghi sổ gần nhất (16/11/2026)" in str(refused.value)
    with pytest.raises(DayUnknown):
        office.write(open_volume, "outgoing", year=2027).result()
    assert entries(office) == before
    assert office.read(look_at_today).result().is_doubtful  # looking is always possible
    office.close()


def test_the_session_works_on_with_the_day_that_was_stated(unlock: Unlock) -> None:
    office = unlock(dead_battery())
    state(office, date(2026, 11, 17))
    assert doubt(office) is None
    assert registered_on(office) == date(2026, 11, 17)
    today = office.read(look_at_today).result()
    assert today.date == date(2026, 11, 17)
    assert stated_words(today) == (
        "Máy báo ngày 01/01/2010; đang ghi sổ theo ngày 17/11/2026 do người giữ sổ ghi."
    )

    def kept(desk: object) -> list[tuple[str, str]]:
        rows = desk.rows  # type: ignore[attr-defined]
        return [
            tuple(rows.one("SELECT clock_on, stated_on, person_id FROM stated_day")),
            tuple(rows.one("SELECT action, substr(time, 1, 4) FROM entry ORDER BY seq DESC")),
        ]

    assert office.read(kept).result() == [
        ("2010-01-01", "2026-11-17", 1),
        ("document.add", "2010"),  # the journal's times stay the clock's
    ]
    office.close()


def test_the_stated_day_goes_on_past_midnight(tmp_path: Path) -> None:
    clock = FakeClock(datetime(2026, 11, 16, 2, tzinfo=UTC))
    office, _sheet = found(tmp_path / "vault", clock)
    clock.moment = datetime(2010, 1, 1, 16, 50, tzinfo=UTC)  # ten to midnight in Việt Nam
    state(office, date(2026, 11, 16))
    assert registered_on(office) == date(2026, 11, 16)
    clock.moment += timedelta(minutes=20)
    assert registered_on(office) == date(2026, 11, 17)
    office.close()


def test_the_next_unlocking_on_the_same_clock_need_not_ask(unlock: Unlock) -> None:
    state(unlock(dead_battery()), date(2026, 11, 17))
    office = unlock(dead_battery(40))
    assert doubt(office) is None
    assert registered_on(office) == date(2026, 11, 17)
    office.close()


def test_a_clock_that_started_anew_is_doubted_again(unlock: Unlock) -> None:
    """The battery is dead: each morning begins on the same 1 January 2010."""
    office = unlock(dead_battery())
    state(office, date(2026, 11, 17))
    add(office)
    office = unlock(dead_battery(1))
    assert doubt(office) == ClockDoubt(date(2010, 1, 1), date(2026, 11, 17))
    state(office, date(2026, 11, 18))
    assert registered_on(office) == date(2026, 11, 18)
    office.close()


def test_a_clock_that_was_mended_is_believed(unlock: Unlock) -> None:
    state(unlock(dead_battery()), date(2026, 11, 17))
    office = unlock(datetime(2026, 11, 18, 1, tzinfo=UTC))
    assert doubt(office) is None
    assert registered_on(office) == date(2026, 11, 18)
    office.close()


def test_a_clock_mended_while_the_vault_is_open_is_not_shifted(tmp_path: Path) -> None:
    clock = FakeClock(datetime(2026, 11, 16, 2, tzinfo=UTC))
    office, _sheet = found(tmp_path / "vault", clock)
    clock.moment = dead_battery()
    state(office, date(2026, 11, 16))
    clock.moment = datetime(2026, 11, 16, 5, tzinfo=UTC)
    assert registered_on(office) == date(2026, 11, 16)
    office.close()


def test_a_clock_far_ahead_and_then_mended_leaves_no_doubt_behind(unlock: Unlock) -> None:
    office = unlock(datetime(2040, 5, 5, 1, tzinfo=UTC))
    state(office, date(2026, 11, 17))
    assert registered_on(office) == date(2026, 11, 17)
    office = unlock(datetime(2026, 11, 18, 1, tzinfo=UTC))
    assert doubt(office) is None
    assert registered_on(office) == date(2026, 11, 18)
    office.close()


def test_a_program_left_alone_for_years_asks_and_may_be_told_the_same_day(unlock: Unlock) -> None:
    office = unlock(datetime(2029, 3, 1, 1, tzinfo=UTC))
    assert doubt(office) is not None
    with pytest.raises(DayUnlikely):
        state(office, date(2029, 3, 1))
    state(office, date(2029, 3, 1), sure=True)
    assert registered_on(office) == date(2029, 3, 1)
    assert stated_words(office.read(look_at_today).result()) == ""
    office = unlock(datetime(2029, 3, 9, 1, tzinfo=UTC))
    assert doubt(office) is None
    office.close()


def test_a_mistyped_day_must_be_confirmed_and_can_be_stated_again(unlock: Unlock) -> None:
    office = unlock(dead_battery())
    before = entries(office)
    for day in (date(2026, 11, 15), date(2062, 11, 17)):
        with pytest.raises(DayUnlikely):
            state(office, day)
    assert entries(office) == before
    state(office, date(2062, 11, 17), sure=True)
    assert registered_on(office) == date(2062, 11, 17)
    state(office, date(2026, 11, 17), sure=True)
    assert registered_on(office) == date(2026, 11, 17)
    office = unlock(datetime(2026, 11, 18, 1, tzinfo=UTC))
    assert doubt(office) is None
    office.close()


def test_a_vault_founded_under_a_dead_clock_is_doubted_by_the_year_of_its_books(
    tmp_path: Path,
) -> None:
    office, _sheet = found(tmp_path / "vault", FakeClock(dead_battery()), year=2026)
    assert doubt(office) == ClockDoubt(date(2010, 1, 1), date(2025, 1, 1))
    with pytest.raises(DayUnknown):
        add(office)
    state(office, date(2026, 3, 5), sure=True)
    assert registered_on(office) == date(2026, 3, 5)
    office.close()
