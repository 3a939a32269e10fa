"""A process of its own for test_lock: founds, unlocks, types the passphrase and presses Ctrl+L."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from bmnn_desktop import app
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.unlock_window import UnlockWindow
from bmnn_desktop.services.gate import Founding
from bmnn_desktop.store.keys import Kdf
from bmnn_desktop.wiring import Wiring
from tests.gui.conftest import LOGIN, PASSPHRASE

_Window = TypeVar("_Window", bound=QWidget)


def drive() -> None:
    """Do what a clerk does between opening and locking."""
    door = _shown(UnlockWindow)
    type_text(door.ui.passphrase_edit.line, PASSPHRASE)
    door.ui.unlock_button.click()
    until(lambda: any(isinstance(one, MainWindow) for one in _windows()), "the window")
    sys.stdout.write("unlocked\n")
    press(_shown(MainWindow), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def _windows() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def _shown(kind: type[_Window]) -> _Window:
    return next(one for one in _windows() if isinstance(one, kind))


if __name__ == "__main__":
    place = Path(sys.argv[1])
    wiring = Wiring(kdf=Kdf(1024, 1, 1))
    founding = Founding(
        training=True, org="Xã Mẫu", parent_org="", place="Xã Mẫu", symbol="UBND",
        login=LOGIN, name="Lê Thị Tập Huấn", passphrase=PASSPHRASE, year=2026,
    )  # fmt: skip
    wiring.gate(place).found(founding).office.close()
    sys.exit(app.open_window(wiring, place, lambda: app.relaunch(place), then=drive))
