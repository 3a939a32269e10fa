"""Sticks that are pulled, full, or lie at one call or another; the campaign takes 300."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest

from bmnn_desktop.backup import write
from bmnn_desktop.backup.medium import Medium
from tests.faults import flaky_media

SEED = 20261124

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not flaky_media.is_there(), reason="no FUSE file system can be had here"),
]


def test_saved_is_never_said_of_a_bad_copy(tmp_path: Path) -> None:
    report = flaky_media.run(tmp_path / "room", 40, random.Random(SEED))
    assert report.bad == []
    assert report.tried.total() == 40
    assert report.refused.total() > 20


def _hash_only(medium: Medium, part: str, _check: object, _size: int, _progress: object) -> str:
    with medium.open_read(part) as file:
        return hashlib.sha256(file.read()).hexdigest()


def test_a_program_that_only_hashes_what_it_reads_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write, "_read_back", _hash_only)
    report = flaky_media.run(tmp_path / "room", 24, random.Random(SEED))
    assert any("called saved" in line for line in report.bad)
