"""The page of hand-overs on a real vault."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bmnn_desktop.domain.clock import Clock
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.services.add_document import Registered, add_document
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.sign_lines import sign_lines
from bmnn_desktop.wiring import Wiring
from tests.gui.conftest import CHEAP
from tests.gui.custody.counter import Counter
from tests.services.moving import copy_id
from tests.services.offices import FakeClock

TODAY = date(2026, 3, 5)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def wiring(clock: Clock) -> Wiring:
    return Wiring(kdf=CHEAP, clock=clock)


@pytest.fixture
def letters(office: Office, document: Callable[..., NewDocument]) -> tuple[Registered, ...]:
    """Register three letters, số 12 to 14 sổ đi, each of three copies."""
    return tuple(
        office.write(
            add_document,
            "outgoing",
            document(number, recipients=("Công an xã Mẫu", "Đảng ủy xã Mẫu"), pages=4),
        ).result()
        for number in range(1, 4)
    )


@pytest.fixture
def held(office: Office, letters: tuple[Registered, ...]) -> str:
    """Let somebody hold bản số 03 of each letter, signed for; return his name."""
    name = "Nguyễn Văn Thí Dụ"
    ids = [copy_id(office, line, 3) for line in letters]
    due = TODAY + timedelta(days=2)
    given = office.write(give_copies, ids, receiver=name, due_on=due).result()
    office.write(sign_lines, year=given.year, numbers=given.lines).result()
    return name


@pytest.fixture
def counter(window: MainWindow) -> Counter:
    return Counter(window)
