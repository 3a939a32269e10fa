"""The window on a training vault of a commune, its clock wound by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from bmnn_desktop import app
from bmnn_desktop.gui.demo.camera import Camera
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.main_window import MainWindow
from tests.services.offices import FakeClock, found

MORNING = datetime(2026, 11, 16, 0, 30, tzinfo=UTC)  # half past seven in Việt Nam, a Monday


@dataclass
class Room:
    """A desk in the commune's office."""

    window: MainWindow
    clock: FakeClock
    camera: Camera
    home: Path


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    app.dress(qapp)
    clock = FakeClock(MORNING)
    office, _sheet = found(tmp_path / "vault", clock, incoming_first_no=37, first_no=12)
    (tmp_path / "screens").mkdir()
    left: list[str] = []
    window = MainWindow(
        office, lock=lambda: left.append("lock"), quit_program=lambda: left.append("quit")
    )
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    until(window.isActiveWindow, "the window")
    yield Room(window, clock, Camera(tmp_path / "screens"), tmp_path)
    window.leaving.close_vault(lambda: left.append("end"))
    until(lambda: bool(left), "the end")
    window.deleteLater()
