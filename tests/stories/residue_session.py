"""A day at the window for test_residue: python -m tests.stories.residue_session GIVEN HOME.

GIVEN is a JSON file of sentinels. Founds a vault (of training, for only such a one prints into a
file), unlocks, registers, finds, strikes, prints,
backs up, crashes twice, types a draft, says "ready" and locks once HOME/go exists.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import traceback
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from bmnn_desktop import app, no_network
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.backup_page import BackupPage
from bmnn_desktop.gui.crash_window import CrashWindow
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.demo.typist import CTRL, fill_form
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.gui.unlock_window import UnlockWindow
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.gate import Founding
from bmnn_desktop.store.keys import Kdf
from bmnn_desktop.wiring import Wiring

LOGIN = "vanthu"
BOOK = "outgoing"
YEAR = 2026
_TYPED = 2  # documents entered by hand; the last one given stays a draft
_Widget = TypeVar("_Widget", bound=QWidget)


class Day:
    """What is done between opening and locking."""

    def __init__(self, given: dict[str, Any], home: Path) -> None:
        self.given = given
        self.home = home

    def documents(self) -> Iterator[NewDocument]:
        """Return the documents given."""
        for one in self.given["documents"]:
            yield NewDocument(
                doc_number=one["number"],
                doc_date=date(YEAR, 3, 5),
                doc_type="Kế hoạch",
                subject=one["subject"],
                level=Level.MAT,
                signer=one["signer"],
                recipients=(one["recipient"],),
                holding_unit="Văn phòng",
                note=one["note"],
            )

    def live(self) -> None:
        """Live through it; a day that goes wrong ends at once."""
        try:
            self._live()
        except Exception:  # noqa: BLE001  (no window is to stay open)
            traceback.print_exc()
            os._exit(3)

    def _live(self) -> None:
        door = _shown(UnlockWindow)
        door.ui.login_box.setCurrentText(LOGIN)
        type_text(door.ui.passphrase_edit.line, self.given["passphrase"])
        door.ui.unlock_button.click()
        until(lambda: bool(_all(MainWindow)), "the window")
        window = _shown(MainWindow)
        page = self.register(window)
        self.print(window, page)
        self.back_up(window)
        self.crash()
        window.activateWindow()
        self.begin(window)
        fill_form(page, list(self.documents())[-1])
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        until((self.home / "go").exists, "the word to lock", 120)
        press(window, Qt.Key.Key_L, CTRL)

    def register(self, window: MainWindow) -> RegisterPage:
        """Type two documents, let the others come, look for one and strike one."""
        every = list(self.documents())[:-1]
        for new in every[_TYPED:]:
            window.office.write(add_document, BOOK, new).result()
        reason = self.given["reason"]
        window.office.write(annul_document, BOOK, year=YEAR, seq_no=1, reason=reason).result()
        page = self.begin(window)
        for number, new in enumerate(every[:_TYPED], len(every) - _TYPED + 1):
            until(lambda: page.entering.is_active and not page.jobs.is_busy, "the form")
            fill_form(page, new)
            press(page.entry.form.editor("note"), Qt.Key.Key_Return, CTRL)
            until(lambda number=number: page.model.rowCount() == number, "the line")  # type: ignore[misc]
        until(lambda: page.entering.is_active and not page.jobs.is_busy, "the form")
        press(page.entry.form.editor("note"), Qt.Key.Key_Escape)
        type_text(page.lines.find_edit, self.given["documents"][0]["subject"])
        until(lambda: page.model.rowCount() == 1 and not page.jobs.is_busy, "the line found")
        page.lines.find_edit.clear()
        until(lambda: page.model.rowCount() == len(every) and not page.jobs.is_busy, "all lines")
        return page

    def begin(self, window: MainWindow) -> RegisterPage:
        """Open the form of a new line."""
        window.start_registering()
        page = window.register_page(BOOK)
        until(lambda: page.entering.is_active and not page.jobs.is_busy, "the form")
        return page

    def print(self, window: MainWindow, page: RegisterPage) -> None:
        """Print the book into the file that was asked for."""
        press(page.view, Qt.Key.Key_P, CTRL)
        preview = next(one for one in window.findChildren(PreviewWindow) if one.isVisible())
        until(lambda: preview.is_ready, "the preview")
        preview.ui.out_edit.clear()
        type_text(preview.ui.out_edit, str(self.home / "printed" / "so.pdf"))
        press(preview.ui.out_edit, Qt.Key.Key_Return)
        until(lambda: bool(preview.code) and not preview.jobs.is_busy, "the print")
        press(preview.ui.good_button, Qt.Key.Key_Space)
        until(preview.ui.question_frame.isHidden, "the answer")
        preview.close()

    def back_up(self, window: MainWindow) -> None:
        """Back up into an empty folder."""
        page = window.go("backup")
        if not isinstance(page, BackupPage):
            raise TypeError(type(page))
        type_text(page.ui.medium_edit, str(self.home / "medium"))
        press(page.ui.medium_edit, Qt.Key.Key_Return)
        until(lambda: page.ui.result_frame.isVisible() and not page.jobs.is_busy, "the backup")

    def crash(self) -> None:
        """Meet a bug in a slot and one on a thread; what they carry is in message and locals."""
        QTimer.singleShot(0, self.bug)
        self.close_crash_window()
        thread = threading.Thread(target=self.bug)
        thread.start()
        thread.join()
        self.close_crash_window()

    def bug(self) -> None:
        """Raise with a secret in the message and in the locals."""
        subject, passphrase = self.given["documents"][0]["subject"], self.given["passphrase"]
        try:
            raise KeyError(passphrase)
        except KeyError as error:
            raise ValueError(f"{subject} {passphrase}") from error

    def close_crash_window(self) -> None:
        """Look at the code and close it."""
        until(lambda: bool(_all(CrashWindow)), "the crash window")
        (window,) = _all(CrashWindow)
        sys.stdout.write(f"shown: {window.ui.code_edit.text()}\n")
        window.close()
        until(lambda: not _all(CrashWindow), "the crash window to close")


def _all(kind: type[_Widget]) -> list[_Widget]:
    return [one for one in QApplication.allWidgets() if isinstance(one, kind) and one.isVisible()]


def _shown(kind: type[_Widget]) -> _Widget:
    return _all(kind)[0]


def main() -> int:
    """Found the vault and open its window."""
    no_network.enter()
    given, home = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2])
    place = home / "vault"
    wiring = Wiring(kdf=Kdf(1024, 1, 1))
    founding = Founding(
        training=True, org=given["org"], parent_org="", place="Xã Mẫu", symbol="UBND",
        login=LOGIN, name=given["name"], passphrase=given["passphrase"], year=YEAR,
    )  # fmt: skip
    wiring.gate(place).found(founding).office.close()
    day = Day(given, home)
    return app.open_window(wiring, place, lambda: app.relaunch(place), then=day.live)


if __name__ == "__main__":
    sys.exit(main())
