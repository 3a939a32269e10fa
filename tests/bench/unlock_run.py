"""A process of its own that unlocks a vault through the real door and tells how long it took.

python -m tests.bench.unlock_run VAULT prints the milliseconds from the end of the key derivation
until Hôm nay stands on the screen with its figures.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QLabel, QWidget

from bmnn_desktop.app import make_application
from bmnn_desktop.gui.entrance import Entrance
from bmnn_desktop.gui.unlock_window import UnlockWindow
from bmnn_desktop.store import keys
from tests.bench.kept_vault import AFTERWARDS
from tests.services.offices import PASSPHRASE, FakeClock, cheap_wiring


def main(vault: Path) -> None:
    """Unlock and print."""
    app = make_application()
    clock = FakeClock(AFTERWARDS)
    entrance = Entrance(cheap_wiring(clock).gate(vault), clock, app.quit)
    door = entrance.open()
    if not isinstance(door, UnlockWindow):
        raise TypeError
    app.processEvents()
    derived: list[float] = []
    derive = keys.passphrase_key

    def derive_and_note(passphrase: str, salt: bytes, kdf: keys.Kdf) -> bytes:
        key = derive(passphrase, salt, kdf)
        derived.append(time.perf_counter())
        return key

    keys.passphrase_key = derive_and_note
    door.ui.passphrase_edit.set_text(PASSPHRASE)
    door.unlock()
    while not _is_told(entrance.window):
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()  # paints what has arrived
    print((time.perf_counter() - derived[-1]) * 1000, flush=True)
    os._exit(0)  # the vault is only read: nothing is lost


def _is_told(window: QWidget | None) -> bool:
    label = None if window is None else window.findChild(QLabel, "truth_label")
    return isinstance(label, QLabel) and "Sổ đi" in label.text()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
