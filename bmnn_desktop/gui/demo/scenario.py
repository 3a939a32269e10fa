"""The whole demonstration, and the list of what it leaves."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bmnn_desktop.errors import VaultExists
from bmnn_desktop.gui.backup_page import BackupPage
from bmnn_desktop.gui.demo import (
    custody,
    founding,
    ink,
    inspection,
    journal,
    locking,
    monday,
    month_end,
    registering,
    year_change,
)
from bmnn_desktop.gui.demo.camera import SCREEN, Camera
from bmnn_desktop.gui.demo.clock import LaterClock
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.entrance import Entrance
from bmnn_desktop.gui.founding.wizard import FoundingWizard
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.today_page import TodayPage
from bmnn_desktop.gui.unlock_window import UnlockWindow
from bmnn_desktop.gui.verify_page import VerifyPage

if TYPE_CHECKING:
    from bmnn_desktop.services.gate import Gate
    from bmnn_desktop.services.office import Office

_AMENDED = 13
_ANNULLED = 14
_CTRL = Qt.KeyboardModifier.ControlModifier
VAULT = "vault"
_Page = TypeVar("_Page", bound=QWidget)


def prepare(directory: Path) -> None:
    """Make the folders of the demonstration; raise VaultExists unless `directory` is new."""
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise VaultExists
    for name in ("prints", "medium", "screens"):
        (directory / name).mkdir(parents=True)


def is_there(directory: Path) -> bool:
    """Tell whether a demonstration was left in `directory`."""
    return (directory / VAULT / "keys.a").is_file() and (directory / "passphrase.txt").is_file()


def left_in(directory: Path) -> list[Path]:
    """Return the files that a demonstration left, the vault's own first."""
    return sorted(
        (path for path in directory.rglob("*") if path.is_file()),
        key=lambda path: (VAULT not in path.parts, path),
    )


class Scenario:
    """Needs an entrance that has not been opened yet; `has_locked` tells when it is over."""

    def __init__(self, directory: Path, entrance: Entrance, today: date) -> None:
        self._directory = directory
        self._entrance = entrance
        self._camera = Camera(directory / "screens")
        self._today = today
        self._year = 0  # what the wizard proposes

    def run(self) -> None:
        """Found, register, correct, annul, search, print, back up, verify, be inspected, lock."""
        wizard = self._entrance.open()
        if not isinstance(wizard, FoundingWizard):
            raise VaultExists
        self._year = wizard.ui.year_box.value()
        founding.found(
            wizard,
            self._camera,
            self._directory / "passphrase.txt",
            self._directory / "recovery.txt",
        )
        until(lambda: isinstance(self._entrance.window, MainWindow), "the window")
        window = self._window()
        until(window.isVisible, "Hôm nay")
        self._save_database_key(window)
        registering.register(window, self._camera, self._year)
        registering.correct(window, self._camera)
        registering.annul(window, self._camera)
        registering.search(window, self._camera)
        day = monday.Day(self._today)
        self._monday(window, day)
        code = self._print(window)
        self._ink(window, day)
        self._month_end(window)
        custody.hand_over(window, self._camera)
        self._back_up(window)
        self._verify(window, code)
        self._look_at_today(window)
        locking.show_lock(window, self._camera)
        inspection.inspect(window, self._camera)
        press(window, Qt.Key.Key_L, _CTRL)
        until(lambda: not window.isVisible(), "the window to lock")

    def _window(self) -> MainWindow:
        window = self._entrance.window
        if not isinstance(window, MainWindow):
            raise TypeError(type(window))
        window.resize(*SCREEN)
        return window

    def _save_database_key(self, window: MainWindow) -> None:
        place = self._directory / "dbkey.txt"
        place.touch(mode=0o600)
        place.write_text(f"{window.office.training_database_key()}\n", encoding="utf-8")

    def _monday(self, window: MainWindow, day: monday.Day) -> None:
        monday.keep_list(window)
        monday.receive(window, self._camera, day)
        monday.direct(window, self._camera, day)
        ink.print_papers(window, self._camera)
        monday.send(window, self._camera, day)

    def _ink(self, window: MainWindow, day: monday.Day) -> None:
        ink.sign_elsewhere(window, self._camera, "incoming")
        ink.print_receipts(window, self._camera)
        ink.print_new(window, self._camera, "incoming", "so-den")
        monday.open_envelope(window, self._camera, day, founding.FIRST_INCOMING)
        ink.sign_but_one(window, self._camera, "transfer", "to-ky-nhan")
        ink.print_new(window, self._camera, "incoming", "mo-bi")

    def _month_end(self, window: MainWindow) -> None:
        month_end.amend(window, self._camera, _AMENDED, "Lê Văn Thí Dụ")
        month_end.annul(window, self._camera, _ANNULLED)
        ink.print_new(window, self._camera, "outgoing", "dinh-chinh")
        month_end.spoil(window, self._camera, "incoming")
        month_end.reprint(window, self._camera, "outgoing")
        month_end.spare_sheets(window, self._camera, "incoming")
        month_end.opening_certificate(window, self._camera, "incoming")
        ink.sign(window, self._camera, "outgoing", "so-di")
        journal.look_through(window, self._camera, _AMENDED)
        journal.print_closing_sheet(window, self._camera)

    def _print(self, window: MainWindow) -> str:
        page = window.register_page("outgoing")
        press(page.view, Qt.Key.Key_P, _CTRL)
        preview = next(one for one in window.findChildren(PreviewWindow) if one.isVisible())
        until(lambda: preview.is_ready, "the preview")
        self._camera.take(preview, "xem-truoc-bia")
        press(preview.ui.following_button, Qt.Key.Key_Space)
        until(lambda: preview.is_ready, "the page")
        self._camera.take(preview, "xem-truoc-to-1")
        place = self._directory / "prints" / f"so-dang-ky-di-{self._year}.pdf"
        type_text(preview.ui.out_edit, str(place))
        press(preview.ui.print_button, Qt.Key.Key_Space)
        until(lambda: bool(preview.code) and not preview.jobs.is_busy, "the print")
        self._camera.take(preview, "in-tot-hay-to-hong")
        press(preview.ui.good_button, Qt.Key.Key_Space)
        until(preview.ui.question_frame.isHidden, "the answer")
        code = preview.code
        preview.close()
        return code

    def _back_up(self, window: MainWindow) -> None:
        page = _page(window, "backup", BackupPage)
        type_text(page.ui.medium_edit, str(self._directory / "medium"))
        press(page.ui.start_button, Qt.Key.Key_Space)
        until(lambda: page.ui.result_frame.isVisible() and not page.jobs.is_busy, "the backup")
        self._camera.take(window, "sao-luu")

    def _verify(self, window: MainWindow, code: str) -> None:
        page = _page(window, "verify", VerifyPage)
        press(page.ui.start_button, Qt.Key.Key_Space)
        until(page.ui.verdict_frame.isVisible, "the verdict")
        self._camera.take(window, "kiem-tra-chua-co-ma")
        type_text(page.ui.anchor_edit, code)
        press(page.ui.start_button, Qt.Key.Key_Space)
        until(lambda: page.ui.verdict_frame.isVisible() and not page.jobs.is_busy, "the verdict")
        self._camera.take(window, "kiem-tra-voi-ma")

    def _look_at_today(self, window: MainWindow) -> None:
        page = _page(window, "today", TodayPage)
        until(lambda: not page.jobs.is_busy, "the truth")
        self._camera.take(window, "hom-nay")


def next_year(directory: Path, office: Office, clock: LaterClock, place: Path) -> None:
    """Live through the change of the year on a copy of the vault at `place`; keep its paper."""
    left: list[str] = []
    window = MainWindow(
        office, lock=lambda: left.append("lock"), quit_program=lambda: left.append("quit")
    )
    window.resize(*SCREEN)
    window.show()
    window.activateWindow()
    until(window.isActiveWindow, "the window")
    year = office.day.today().year
    year_change.live_through(window, Camera(directory / "screens"), clock, year)
    press(window, Qt.Key.Key_L, _CTRL)
    until(lambda: bool(left), "the window to lock")
    for path in sorted((place.parent / "prints").glob("*.pdf")):
        shutil.copyfile(path, directory / "prints" / f"nam-sau-{path.name}")


def picture_the_door(directory: Path, gate: Gate) -> None:
    """Take the picture of the locked door, as the next process shows it."""
    door = UnlockWindow(gate)
    door.show()
    Camera(directory / "screens").take(door, "mo-kho-so")
    door.close()


def _page(window: MainWindow, key: str, kind: type[_Page]) -> _Page:
    page = window.go(key)
    if not isinstance(page, kind):
        raise TypeError(type(page))
    return page
