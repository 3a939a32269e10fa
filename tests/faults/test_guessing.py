"""Guessing at the keyboard: a few guessers and kills; the campaign takes many."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults import guess_kills, guessing, traced

SEED = 20261124


def test_no_guesser_gains_anything(quiet_room: Path) -> None:
    assert guessing.run(quiet_room, 25, random.Random(SEED)) == []


def test_a_counter_that_forgives_a_missing_file_is_noticed(quiet_room: Path) -> None:
    assert guessing.run(quiet_room, 10, random.Random(SEED), is_expected=False)


def test_an_honest_guesser_waits_ever_longer() -> None:
    assert [guessing.allowed(seconds) for seconds in (0, 14, 15, 45, 105, 2000)] == [
        *(5, 5, 6, 7, 8),
        12,
    ]


@pytest.mark.slow
@pytest.mark.skipif(not traced.is_there(), reason="strace cannot trace here")
def test_a_kill_is_no_free_attempt(quiet_room: Path) -> None:
    report = guess_kills.run(quiet_room, 16, random.Random(SEED))
    assert (report.free, report.bad) == ([], [])
    assert report.killed == 16
    assert 0 < report.derived < 16
