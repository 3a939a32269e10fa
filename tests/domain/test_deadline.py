"""Until when: each rule by example, and what holds of all of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.domain.deadline import Facts, Rule, deadline
from bmnn_desktop.domain.holiday import Calendar, Holiday
from bmnn_desktop.domain.timing import UNSTATED, Offset, Timing, TimingKind

BEGIN = date(2026, 3, 2)
DAYS = Calendar()
DAY = st.dates(date(2000, 1, 1), date(2150, 12, 31))


def due(timing: Timing, **facts: object) -> date | None:
    return deadline(timing, Facts(BEGIN, **facts), DAYS).due  # type: ignore[arg-type]


def test_before_a_day_ends_the_day_before_and_is_late_from_that_day_on() -> None:
    timing = Timing(TimingKind.BY_DATE, due=date(2027, 2, 28), before=date(2027, 3, 1))
    found = deadline(timing, Facts(BEGIN), DAYS)
    assert (found.due, found.rule) == (date(2027, 2, 28), Rule.PRINTED)
    assert found.days_late(date(2027, 2, 28)) == 0
    assert found.days_late(date(2027, 3, 1)) == 1


@pytest.mark.parametrize(
    ("kind", "recurrence", "turns"),
    [
        (TimingKind.ANNUAL, "12-04", ["2026-12-04", "2027-12-04"]),
        (TimingKind.MONTHLY, "14", ["2026-03-14", "2026-04-14"]),
        (TimingKind.MONTHLY, "last", ["2026-03-31", "2026-04-30"]),
        (TimingKind.MONTHLY, "31", ["2026-03-31", "2026-04-30"]),
        (TimingKind.QUARTERLY, None, ["2026-03-31", "2026-06-30"]),
        (TimingKind.QUARTERLY, "03-20,06-20,09-20,12-20", ["2026-03-20", "2026-06-20"]),
        (TimingKind.HALF_YEARLY, None, ["2026-06-30", "2026-12-31"]),
        (TimingKind.WEEKLY, None, ["2026-03-06", "2026-03-13"]),
        (TimingKind.YEARS, "P2Y", ["2028-03-02", "2030-03-02"]),
    ],
)
def test_a_turn_stays_until_it_is_done_and_then_the_next_one_counts(
    kind: TimingKind, recurrence: str | None, turns: list[str]
) -> None:
    timing = Timing(kind, recurrence=recurrence)
    first, second = map(date.fromisoformat, turns)
    assert due(timing) == first
    assert due(timing, done_until=first) == second


def test_a_yearly_duty_without_a_day_waits_for_ours() -> None:
    timing = Timing(TimingKind.ANNUAL)
    assert due(timing) is None
    assert due(timing, target_on=date(2026, 10, 1)) == date(2026, 10, 1)


def test_years_that_follow_are_a_check_in_that_is_never_late() -> None:
    timing = Timing(TimingKind.OPEN_ENDED, start=date(2026, 1, 1))
    found = deadline(timing, Facts(BEGIN), DAYS)
    assert (found.due, found.is_check_in, found.can_be_late) == (date(2026, 12, 14), True, False)
    assert found.days_late(date(2030, 1, 1)) == 0
    assert due(timing, done_until=date(2026, 12, 14)) == date(2027, 12, 14)
    assert deadline(timing, Facts(BEGIN), DAYS, (11, 30)).due == date(2026, 11, 30)


def test_a_first_day_and_then_continuing_rolls_into_check_ins() -> None:
    timing = Timing(TimingKind.BY_QUARTER, due=date(2026, 9, 30), continues=True)
    assert due(timing) == date(2026, 9, 30)
    rolled = deadline(timing, Facts(BEGIN, done_until=date(2026, 9, 30)), DAYS)
    assert (rolled.due, rolled.is_check_in) == (date(2026, 12, 14), True)


@pytest.mark.parametrize("soft", ["tentative", "approximate"])
def test_tentative_and_requested_are_never_red(soft: str) -> None:
    plain = Timing(TimingKind.BY_DATE, due=date(2026, 4, 1))
    assert deadline(plain, Facts(BEGIN), DAYS).days_late(date(2027, 1, 1)) > 0
    marked = Timing(TimingKind.BY_DATE, due=date(2026, 4, 1), **{soft: True})  # type: ignore[arg-type]
    assert deadline(marked, Facts(BEGIN), DAYS).days_late(date(2027, 1, 1)) == 0
    asked = Facts(BEGIN, is_requested=True, target_on=date(2026, 3, 20))
    assert deadline(plain, asked, DAYS).days_late(date(2027, 1, 1)) == 0


def test_an_event_opens_what_waits_for_it() -> None:
    timing = Timing(TimingKind.BY_DATE, offset=Offset(15, "day", "ngày điều chỉnh"))
    assert due(timing) is None
    assert due(timing, event_on=date(2026, 5, 20)) == date(2026, 6, 4)
    hours = Timing(TimingKind.BY_DATE, offset=Offset(24, "hour", "phát hiện"))
    assert due(hours, event_on=date(2026, 5, 20)) == date(2026, 5, 21)
    months = Timing(TimingKind.BY_DATE, offset=Offset(1, "month", "x"))
    assert due(months, event_on=date(2026, 1, 31)) == date(2026, 2, 28)
    at_once = Timing(TimingKind.IMMEDIATE)
    assert due(at_once) is None
    assert deadline(at_once, Facts(BEGIN, event_on=BEGIN), DAYS).days_late(date(2026, 3, 4)) == 2


def test_working_days_skip_weekends_and_what_was_entered() -> None:
    timing = Timing(TimingKind.BY_DATE, offset=Offset(5, "working_day", "ngày nhận"))
    event = date(2027, 2, 3)  # a Wednesday
    plain = deadline(timing, Facts(BEGIN, event_on=event), DAYS)
    assert (plain.due, plain.is_uncertain) == (date(2027, 2, 10), True)
    tet = [Holiday(date(2027, 2, day), "Tết", is_off=True) for day in (5, 8, 9, 10)]
    worked = Holiday(date(2027, 2, 13), "làm bù", is_off=False)  # a Saturday
    found = deadline(timing, Facts(BEGIN, event_on=event), Calendar((*tet, worked)))
    assert (found.due, found.is_uncertain) == (date(2027, 2, 15), False)


def test_no_time_is_no_day_until_somebody_sets_one() -> None:
    assert due(UNSTATED) is None
    found = deadline(UNSTATED, Facts(BEGIN, target_on=date(2026, 4, 1)), DAYS)
    assert (found.due, found.rule, found.can_be_late) == (date(2026, 4, 1), Rule.TARGET, True)


@given(DAY, st.integers(1, 60))
def test_working_days_are_worked_and_in_order(day: date, count: int) -> None:
    found = DAYS.after(day, count)
    assert DAYS.is_worked(found)
    assert found > day
    between = (day + timedelta(days=at) for at in range(1, (found - day).days + 1))
    assert sum(map(DAYS.is_worked, between)) == count


@given(
    st.sampled_from(
        [
            Timing(TimingKind.WEEKLY),
            Timing(TimingKind.MONTHLY, recurrence="29"),
            Timing(TimingKind.QUARTERLY),
            Timing(TimingKind.HALF_YEARLY),
            Timing(TimingKind.ANNUAL, recurrence="02-29"),
        ]
    ),
    DAY,
)
def test_turns_follow_one_another(timing: Timing, begins: date) -> None:
    turns = [begins - timedelta(days=1)]
    while turns[-1] < begins + timedelta(days=1500):
        due = deadline(timing, Facts(begins, done_until=turns[-1]), DAYS).due
        assert due is not None
        assert due > turns[-1]  # none twice, none missed by going back
        turns.append(due)
    assert deadline(timing, Facts(begins), DAYS).due == turns[1] >= begins


@given(
    st.builds(
        Timing,
        st.sampled_from(TimingKind),
        due=st.none() | DAY,
        start=st.none() | DAY,
        recurrence=st.none(),
        offset=st.none()
        | st.builds(
            Offset,
            st.integers(0, 9999),
            st.sampled_from(("hour", "day", "working_day", "week", "month", "year")),
            st.just("x"),
        ),
        tentative=st.booleans(),
        continues=st.booleans(),
    ),
    st.builds(
        Facts,
        DAY,
        event_on=st.none() | DAY,
        target_on=st.none() | DAY,
        done_until=st.none() | DAY,
        is_requested=st.booleans(),
    ),
    DAY,
)
def test_anything_has_an_answer_and_nothing_soft_is_late(
    timing: Timing, facts: Facts, on: date
) -> None:
    found = deadline(timing, facts, DAYS)
    if facts.is_requested or found.is_check_in or found.due is None:
        assert found.days_late(on) == 0
    elif found.can_be_late:
        assert found.days_late(on) == max(0, (on - found.due).days)
