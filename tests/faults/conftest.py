"""Rooms for faults: in memory where there is such a place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.judging import Ground
from tests.faults.vaults import small_room


@pytest.fixture
def quiet_room() -> Iterator[Path]:
    """Give an empty directory."""
    made = Path(tempfile.mkdtemp(prefix="bmnn-", dir=small_room()))
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def ground() -> Iterator[Ground]:
    """Give the vault that is attacked again and again."""
    made = Path(tempfile.mkdtemp(prefix="bmnn-", dir=small_room()))
    yield Ground.lay(made)
    shutil.rmtree(made)
