"""The rule of curtain and lock, second by second."""

from __future__ import annotations

import pytest

from bmnn_desktop.domain.idle_lock import IdleLock, Stage, as_minutes


@pytest.mark.parametrize(
    ("minutes", "stages"),
    [
        (10, {0: "open", 119: "open", 120: "lifts", 179: "lifts", 180: "shut", 599: "shut",
              600: "lock"}),
        (3, {119: "open", 120: "lifts", 179: "lifts", 180: "lock"}),
        (2, {119: "open", 120: "lock"}),
        (1, {59: "open", 60: "lock"}),
        (15, {899: "shut", 900: "lock", 90_000: "lock"}),
    ],
)  # fmt: skip
def test_the_shorter_time_wins(minutes: int, stages: dict[int, str]) -> None:
    rule = IdleLock(minutes)
    assert {idle: rule.stage(idle).value for idle in stages} == stages


def test_a_curtain_drawn_by_hand_counts_from_then_and_never_puts_the_lock_off() -> None:
    rule = IdleLock(1)
    assert rule.stage(30, fallen=30) is Stage.LIFTS
    assert rule.stage(60, fallen=0) is Stage.LOCK
    assert IdleLock(10).stage(61, fallen=61) is Stage.SHUT


@pytest.mark.parametrize("stored", [None, "", "0", "16", "-3", "1.5", "ba", "٣", "9" * 5000])
def test_what_is_no_setting_becomes_the_proposal(stored: str | None) -> None:
    assert as_minutes(stored) == 10


def test_every_setting_of_the_range_is_kept() -> None:
    assert [as_minutes(str(minutes)) for minutes in range(1, 16)] == list(range(1, 16))
