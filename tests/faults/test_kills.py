"""SIGKILL at a few counted calls; the campaign takes hundreds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults import kills, traced

SEED = 20261122

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not traced.is_there(), reason="strace cannot trace here"),
]


def test_a_kill_loses_nothing_that_was_acknowledged(quiet_room: Path) -> None:
    report = kills.run(quiet_room, 8, random.Random(SEED))
    assert report.bad == []
    assert report.lost == []
    assert report.killed.total() == 8
    assert report.acknowledged > 0


def test_a_writer_that_answers_too_early_is_reported_as_losing(quiet_room: Path) -> None:
    report = kills.run(quiet_room, 6, random.Random(SEED), "tests.faults.early_writer")
    assert report.bad == []
    assert report.lost
