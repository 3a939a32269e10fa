"""An open training vault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bmnn_desktop.services.office import Office
from tests.services.offices import FakeClock, found
from tests.services.paper import Desktop
from tests.services.second_people import TwoPeople, two_people
from tests.services.town import HEAD, Town


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[Office]:
    opened, _sheet = found(tmp_path / "vault", clock)
    yield opened
    opened.close()


@pytest.fixture
def desktop(office: Office, tmp_path: Path) -> Desktop:
    """Return a desk with a printer that prints into files."""
    return Desktop(office, tmp_path)


@pytest.fixture
def people(tmp_path: Path, clock: FakeClock) -> Iterator[TwoPeople]:
    """Return a vault of a keeper and a confirming person, opened by the keeper."""
    both = two_people(tmp_path, clock)
    yield both
    both.office.close()


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    made = Town(tmp_path / "vault")
    yield made
    made.office.close()


@pytest.fixture
def two(town: Town) -> Town:
    """Give a vault of two people."""
    town.admit(HEAD, town.paper)
    return town
