"""The vault is closed after the minutes that are set, whatever stands on the screen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QMessageBox, QWidget

from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.services.drafts import find_draft
from bmnn_desktop.services.gate import Gate
from bmnn_desktop.services.lock_setting import read_idle_lock, set_idle_lock
from bmnn_desktop.services.office import Office
from tests.gui.conftest import LOGIN, PASSPHRASE
from tests.gui.lock.conftest import Wind, covers
from tests.gui.test_lock import _type_something


def test_it_locks_after_ten_minutes_unless_said_otherwise(
    window: MainWindow, wind: Wind, left: list[str]
) -> None:
    wind(599)
    assert not window.leaving.is_under_way
    wind(1)
    until(lambda: bool(left), "the lock")
    assert left == ["lock"]


def test_the_minutes_are_set_below_the_lock_button_and_hold_at_once(
    window: MainWindow, wind: Wind, left: list[str], gate: Gate
) -> None:
    button = window.guard.minutes_button
    assert button.text() == "Tự khóa sau 10 phút…"
    press(button, Qt.Key.Key_Space)
    dialog = window.findChildren(QDialog)[0]
    box = dialog.findChild(QWidget, "minutes_box")
    assert box is not None
    type_text(box, "1")
    press(box, Qt.Key.Key_Return)
    until(lambda: button.text() == "Tự khóa sau 1 phút…", "the setting")
    wind(60)
    until(lambda: bool(left), "the lock")
    office = gate.unlock(LOGIN, PASSPHRASE)
    assert office.read(read_idle_lock).result().minutes == 1
    office.close()


def test_no_value_outside_the_range_is_stored(office: Office) -> None:
    for minutes in (0, 16):
        with pytest.raises(ValueError, match=str(minutes)):
            office.write(set_idle_lock, minutes).result()
    assert office.read(read_idle_lock).result().minutes == 10


def test_an_idle_lock_asks_nothing_and_keeps_what_was_typed(
    window: MainWindow, wind: Wind, left: list[str], gate: Gate
) -> None:
    _type_something(window)
    wind(600)
    until(lambda: bool(left), "the lock")
    office = gate.unlock(LOGIN, PASSPHRASE)
    draft = office.read(find_draft, "register.outgoing").result()
    office.close()
    assert draft is not None
    assert draft.content["signer"] == "Nguyễn Văn Mẫu"
    assert draft.content["subject"] == "Nội dung giả định"


def test_a_draft_that_cannot_be_kept_does_not_hold_the_lock_up(
    window: MainWindow, wind: Wind, left: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _type_something(window)
    monkeypatch.setattr(page, "keep_draft", lambda _then: None)
    wind(600)
    assert covers(window)
    until(lambda: bool(left), "the lock", 6)


def _modal_dialog(window: QWidget) -> None:
    QDialog(window).exec()


def _modal_box(window: QWidget) -> None:
    QMessageBox(window).exec()


def _file_dialog(window: QWidget) -> None:
    QFileDialog(window).exec()


def _box_of_nobody(_window: QWidget) -> None:
    QMessageBox().exec()


def _menu(window: QWidget) -> None:
    QMenu(window).exec()


@pytest.mark.parametrize("way", ["idle", "key"])
@pytest.mark.parametrize(
    "block",
    [_modal_dialog, _modal_box, _file_dialog, _box_of_nobody, _menu],
    ids=lambda f: f.__name__,
)
def test_nothing_modal_keeps_the_lock_from_happening(
    window: MainWindow,
    wind: Wind,
    left: list[str],
    block: Callable[[QWidget], None],
    way: str,
) -> None:
    """The loop of the dialog runs inside this very call: it must end, the lock inside or after."""
    if way == "key" and block is _menu:
        pytest.skip("a menu is closed by its own key first")

    def go() -> None:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        if way == "idle":
            wind(600)
        else:
            over = QApplication.activeModalWidget()
            assert over is not None
            press(over, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    QTimer.singleShot(100, go)
    block(window)
    until(lambda: bool(left), "the lock", 5)
    assert left == ["lock"]


def test_the_clock_goes_on(tmp_path: Path) -> None:
    del tmp_path
    code = "from bmnn_desktop.gui.lock.idle import now; a = now(); assert now() >= a > 0"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
