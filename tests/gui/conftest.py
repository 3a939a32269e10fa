"""A real vault with a cheap key, and the window on it."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bmnn_desktop import app
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.gate import Founded, Founding, Gate
from bmnn_desktop.services.office import Office
from bmnn_desktop.store.keys import Kdf
from bmnn_desktop.wiring import Wiring

CHEAP = Kdf(1024, 1, 1)
PASSPHRASE = "bim bom bum bap hop nhe"
LOGIN = "vanthu"


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    """Return the application as it is on a desk."""
    # Behind a test whose setup fails, pytest-qt leaves its handler: Qt's last message would kill.
    atexit.register(qInstallMessageHandler, None)
    app.dress(qapp)
    return qapp


@pytest.fixture(autouse=True)
def no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the lock of the computer that runs the tests away from their windows."""
    for bus in ("SESSION", "SYSTEM"):
        monkeypatch.setenv(f"DBUS_{bus}_BUS_ADDRESS", "none:")


@pytest.fixture
def wiring() -> Wiring:
    return Wiring(kdf=CHEAP)


@pytest.fixture
def gate(wiring: Wiring, tmp_path: Path) -> Gate:
    """Return a door with nothing behind it yet."""
    return wiring.gate(tmp_path / "vault")


@pytest.fixture
def founded(gate: Gate) -> Iterator[Founded]:
    founded = gate.found(
        Founding(
            training=True,
            org="Ủy ban nhân dân xã Mẫu",
            parent_org="",
            place="Xã Mẫu",
            symbol="UBND",
            login=LOGIN,
            name="Lê Thị Tập Huấn",
            passphrase=PASSPHRASE,
            year=2026,
            first_no=12,
        )
    )
    yield founded
    founded.office.close()


@pytest.fixture
def office(founded: Founded) -> Office:
    return founded.office


@pytest.fixture
def left() -> list[str]:
    """Return what was called once the vault was closed."""
    return []


@pytest.fixture
def window(
    qtbot: QtBot,
    office: Office,
    left: list[str],
) -> Iterator[MainWindow]:
    window = MainWindow(
        office, lock=lambda: left.append("lock"), quit_program=lambda: left.append("quit")
    )
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window  # not given to qtbot, which would delete it before the vault is closed
    if not window.leaving.is_under_way:
        window.leaving.close_vault(lambda: left.append("end of test"))
    until(lambda: bool(left), "the window to close")
    window.deleteLater()


@pytest.fixture
def document() -> Callable[..., NewDocument]:
    """Make a document; keyword arguments say what matters."""

    def make(number: int = 1, **facts: object) -> NewDocument:
        values: dict[str, object] = {
            "doc_number": f"{number:02d}/KH-UBND",
            "doc_date": date(2026, 3, 5),
            "doc_type": "Kế hoạch",
            "subject": f"Diễn tập giả định số {number}",
            "level": Level.MAT,
            "signer": "Nguyễn Văn Mẫu",
            "recipients": ("Công an xã Mẫu", "Đảng ủy xã Mẫu"),
            "holding_unit": "Văn phòng",
        }
        return NewDocument(**(values | facts))  # type: ignore[arg-type]

    return make


@pytest.fixture
def add(office: Office, document: Callable[..., NewDocument]) -> Callable[..., int]:
    """Register a document; return its id."""

    def register(number: int = 1, **facts: object) -> int:
        return (
            office.write(add_document, "outgoing", document(number, **facts)).result().document_id
        )

    return register
