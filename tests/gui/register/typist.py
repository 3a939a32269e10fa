"""A process of its own for test_drafts: types into an incoming form until somebody kills it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bmnn_desktop import app
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.services.drafts import find_draft
from bmnn_desktop.wiring import Wiring
from tests.gui.conftest import CHEAP, LOGIN, PASSPHRASE
from tests.gui.register.clerk import Clerk


def main(place: Path) -> None:
    """Unlock, type, say when the form is kept, and stay."""
    application = QApplication([])
    app.dress(application)
    office = Wiring(kdf=CHEAP).gate(place).unlock(LOGIN, PASSPHRASE)
    window = MainWindow(office, lock=application.quit, quit_program=application.quit)
    window.show()
    clerk = Clerk(window, "incoming")
    clerk.start()
    clerk.type("UBND tỉnh Giả Định", "", "15/CV-UBND")
    until(lambda: office.read(find_draft, "register.incoming").result() is not None, "the draft")
    sys.stdout.write("kept\n")
    sys.stdout.flush()
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
