"""A few dozen power cuts; the campaign takes thousands."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults import power, traced
from tests.faults.power import File

SEED = 20261122

traceable = pytest.mark.skipif(not traced.is_there(), reason="strace cannot trace here")


@traceable
def test_a_power_cut_loses_nothing_that_was_acknowledged(quiet_room: Path) -> None:
    report = power.run(quiet_room, 60, random.Random(SEED))
    assert report.bad == []
    assert report.lost == []
    assert report.with_journal > 10


@traceable
def test_without_syncs_some_power_cuts_lose(quiet_room: Path) -> None:
    report = power.run(quiet_room, 40, random.Random(SEED), "tests.faults.unsynced_writer")
    assert report.lost or report.bad


def test_the_disk_keeps_what_was_synced_and_may_drop_the_rest() -> None:
    file = File()
    file.write(0, b"a" * 1024)
    file.sync()
    file.write(0, b"b" * 1024)
    seen = {file.after_cut(random.Random(seed)) for seed in range(60)}
    assert {bytes([a]) * 512 + bytes([b]) * 512 for a in b"ab" for b in b"ab"} == seen
    file.sync()
    assert file.after_cut(random.Random(0)) == b"b" * 1024
