"""A window on a day of its own: 16/11/2026, half past eight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.services.add_document import Registered, add_document
from bmnn_desktop.services.office import Office
from bmnn_desktop.wiring import Wiring
from tests.gui.conftest import CHEAP
from tests.gui.register.clerk import Clerk
from tests.services.offices import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 11, 16, 1, 30, tzinfo=UTC))


@pytest.fixture
def wiring(clock: FakeClock) -> Wiring:
    return Wiring(clock=clock, kdf=CHEAP)


@pytest.fixture
def incoming(window: MainWindow) -> Clerk:
    return Clerk(window, "incoming")


@pytest.fixture
def outgoing(window: MainWindow) -> Clerk:
    return Clerk(window, "outgoing")


@pytest.fixture
def receive(office: Office) -> Callable[..., Registered]:
    """Register an incoming letter; keyword arguments say what matters."""

    def register(number: int = 1, **facts: object) -> Registered:
        values: dict[str, object] = {
            "arrival_date": date(2026, 11, 16),
            "issuer": "UBND tỉnh Giả Định",
            "doc_number": f"{number:02d}/CV-UBND",
            "doc_date": date(2026, 11, 12),
            "doc_type": "Công văn",
            "subject": f"V/v giả định số {number}",
            "level": Level.MAT,
            "receiving_unit": "Phòng Kinh tế",
            "finding": Finding.COMPLETE,
        }
        new = NewDocument(**(values | facts))  # type: ignore[arg-type]
        return office.write(add_document, "incoming", new).result()

    return register
