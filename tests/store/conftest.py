"""A vault for each test: built once, copied for each, in memory where there is such a place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bmnn_desktop.store.vault import Vault
from tests.faults.vaults import Sample, build, small_room


@pytest.fixture(scope="session")
def built() -> Iterator[Sample]:
    """Build the vault that the others are copied from; nobody writes into it."""
    room = Path(tempfile.mkdtemp(prefix="bmnn-", dir=small_room()))
    yield build(room / "built", 8)
    shutil.rmtree(room)


@pytest.fixture
def room() -> Iterator[Path]:
    """Give an empty directory."""
    made = Path(tempfile.mkdtemp(prefix="bmnn-", dir=small_room()))
    yield made
    shutil.rmtree(made)


@pytest.fixture
def sample(built: Sample, room: Path) -> Sample:
    """Give a closed vault of eight documents and two people."""
    return built.copy(room / "vault")


@pytest.fixture
def vault(sample: Sample) -> Iterator[Vault]:
    """Give the same vault, open."""
    opened = sample.open()
    yield opened
    opened.close()
