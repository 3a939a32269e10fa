"""A change of all keys, disturbed at a few calls; the campaign takes every one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bmnn_desktop import paths
from tests.faults import switch_power, switching, traced
from tests.faults.recording import JOURNAL, Create, Sync, Unlink, Write
from tests.faults.switching import CONTROL, ONE_THREAD, Ground, Point, points

SEED = 20261122

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not traced.is_there(), reason="strace cannot trace here"),
]


def test_a_kill_leaves_one_generation_with_the_same_passphrase(quiet_room: Path) -> None:
    report = switching.run(quiet_room, 8, random.Random(SEED))
    assert report.bad == []
    assert report.faults.total() == 8
    assert set(report.opened) == {1, 2}


def test_a_kill_of_the_next_opening_changes_nothing_of_that(quiet_room: Path) -> None:
    report = switching.reopen(quiet_room, 1, random.Random(SEED))
    assert report.bad == []
    assert report.faults.total() == len(switching.HALFWAY) * 2


def test_a_failing_disk_leaves_one_generation(quiet_room: Path) -> None:
    report = switching.refuse(quiet_room, 8, random.Random(SEED))
    assert report.bad == []
    assert report.faults.total() == 8


def test_a_power_cut_leaves_one_generation(quiet_room: Path) -> None:
    report = switch_power.run(quiet_room, 60, random.Random(SEED))
    assert report.bad == []
    assert set(report.opened) == {1, 2}


def test_a_switch_that_renames_too_early_is_reported(quiet_room: Path) -> None:
    report = switch_power.run(quiet_room, 40, random.Random(SEED), CONTROL)
    assert report.opened[0] > 0
    assert report.bad


def test_the_calls_that_decide_are_among_those_counted(quiet_room: Path) -> None:
    ground = Ground.lay(quiet_room)
    found = points(ground.sample, ground.command, quiet_room, ONE_THREAD)
    assert set(switching.HALFWAY) <= set(found)
    assert {Point(name, "fsync", 2) for name in paths.HEADERS} <= set(found)
    assert Point(paths.REGISTER, "fsync", 1) in found


def test_what_the_opening_writes_is_recorded_with_its_rollback_journal(quiet_room: Path) -> None:
    acts = switch_power._record(Ground.lay(quiet_room), quiet_room, ONE_THREAD)
    written = next(
        n for n, act in enumerate(acts) if isinstance(act, Write) and act.file == paths.REGISTER
    )
    assert acts.index(Create(JOURNAL)) < acts.index(Sync(JOURNAL)) < written
    assert Unlink(JOURNAL) in acts
