"""A normal Monday through the keys: every step typed, the book as it must stand in the evening."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from bmnn_desktop import app
from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.demo import monday
from bmnn_desktop.gui.demo.camera import Camera
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.services.give_direction import list_directions
from bmnn_desktop.services.list_documents import list_documents
from tests.services.offices import FakeClock, found

DAY = monday.Day(date(2026, 3, 5))


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    app.dress(qapp)
    office, _sheet = found(tmp_path / "vault", FakeClock(), incoming_first_no=37, first_no=12)
    left: list[str] = []
    window = MainWindow(
        office, lock=lambda: left.append("lock"), quit_program=lambda: left.append("quit")
    )
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    until(window.isActiveWindow, "the window")
    yield window
    window._close_vault(lambda: left.append("end"))
    until(lambda: bool(left), "the end")
    window.deleteLater()


def lines(window: MainWindow, book: str) -> dict[int, Document]:
    rows = window.office.read(list_documents, book).result().rows
    return {row.seq_no: row for row in rows}


def test_the_day_stands_in_both_books(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "screens").mkdir()
    camera = Camera(tmp_path / "screens")
    monday.keep_list(window)
    monday.receive(window, camera, DAY)
    monday.direct(window, camera, DAY)
    monday.send(window, camera, DAY)
    monday.open_envelope(window, camera, DAY, 37)
    incoming = lines(window, "incoming")
    assert list(incoming) == [39, 38, 37]
    opened, secret, short = incoming[37], incoming[38], incoming[39]
    assert (opened.is_sealed, opened.subject) == (False, DAY.inside.subject)
    assert opened.envelope is not None
    assert opened.envelope.opened_by == monday.CHAIRMAN
    assert (secret.level, secret.subject) == (Level.TUYET_MAT, "")
    assert short.comparison is not None
    assert (short.comparison.finding, short.comparison.awaiting) == (Finding.SHORT, True)
    (given,) = window.office.read(list_directions, short.id).result()
    assert (given.assignee, given.due_on) == ("Phòng Thí Dụ", date(2026, 3, 15))
    outgoing = lines(window, "outgoing")
    assert list(outgoing) == [13, 12]
    for line in outgoing.values():
        assert line.recipients == monday.SEVEN
        assert set(line.channels) == {Channel.DIRECT}
        assert line.copies_issued == 8
        assert line.copying_allowed is False
    assert outgoing[12].doc_number == "12/KH-UBND"
    assert outgoing[13].doc_number == "13/TB-UBND"
