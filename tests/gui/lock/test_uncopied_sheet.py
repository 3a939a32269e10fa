"""A new recovery sheet that nobody has copied yet outlives idleness, behind the curtain."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from bmnn_desktop.domain.text import fold
from bmnn_desktop.gui.demo.hands import press, type_text, until, wait
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.people.page import PeoplePage
from bmnn_desktop.gui.people.renew_dialog import RenewDialog
from bmnn_desktop.gui.people.sheet_dialog import SheetDialog
from bmnn_desktop.services.gate import Founded
from tests.gui.conftest import PASSPHRASE
from tests.gui.lock.conftest import Wind, covers, lift_dialog

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sheet(window: MainWindow, founded: Founded) -> SheetDialog:
    """Renew the recovery sheet and return the dialog that shows the new one."""
    page = window.go("people")
    assert isinstance(page, PeoplePage)
    until(lambda: not page.jobs.is_busy, "the people")
    page.renew_button.click()
    until(lambda: bool(window.findChildren(RenewDialog)), "the question")
    (renew,) = window.findChildren(RenewDialog)
    type_text(renew.second_panel.key_edit, fold(" ".join(founded.recovery.groups)))
    renew.act_button.click()
    until(lambda: bool(window.findChildren(SheetDialog)), "the sheet")
    (dialog,) = window.findChildren(SheetDialog)
    until(dialog.isVisible, "the sheet")
    return dialog


def copy(sheet: SheetDialog) -> None:
    sheet.act_button.click()
    type_text(sheet.group_edit, fold(sheet._sheet.groups[sheet.asked_group]))
    sheet.act_button.click()


def lifts_by_passphrase(window: MainWindow, sheet: SheetDialog) -> None:
    """Nothing but the passphrase shows the sheet again."""
    assert sheet.isVisible()
    assert covers(sheet)
    assert covers(window)
    press(sheet, Key.Key_Space)
    dialog = lift_dialog()
    assert not covers(dialog)
    assert covers(sheet), "a key alone lifts nothing"
    QTest.mouseClick(sheet.act_button, Qt.MouseButton.LeftButton)
    assert sheet.is_shown, "nothing is pressed behind the curtain"
    type_text(dialog.passphrase_edit.line, "khong phai cau nay")
    press(dialog.passphrase_edit.line, Key.Key_Return)
    until(lambda: "K201" in dialog.notice.sentence, "the refusal")
    assert covers(sheet)
    assert dialog.passphrase_edit.text == ""
    dialog.leave_button.click()
    until(lambda: not dialog.isVisible(), "the way back behind the curtain")
    assert covers(sheet)
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton)
    dialog = lift_dialog()
    type_text(dialog.passphrase_edit.line, PASSPHRASE)
    press(dialog.passphrase_edit.line, Key.Key_Return)
    until(lambda: not covers(sheet), "the sheet")
    shown = [label.text() for label in sheet.groups_panel.findChildren(QLabel)]
    assert set(sheet._sheet.groups) <= set(shown)
    assert not covers(window)


def test_idleness_covers_it_and_locks_only_once_it_was_copied(
    window: MainWindow, sheet: SheetDialog, wind: Wind, left: list[str]
) -> None:
    wind(601)
    wait(50)
    wind(4000)
    lifts_by_passphrase(window, sheet)
    assert left == []
    copy(sheet)
    until(lambda: not window.findChildren(SheetDialog), "the sheet to go")
    wind(601)
    until(lambda: left == ["lock"], "the lock")


def test_after_the_curtains_minute_it_asks_instead_of_locking(
    window: MainWindow, sheet: SheetDialog, wind: Wind, left: list[str]
) -> None:
    wind(121)
    wind(61)
    (cover,) = covers(sheet)
    assert "nhập mật khẩu" in cover.sentence.text()
    assert "Khôi phục" not in cover.sentence.text()
    assert "tự khóa sau" not in cover.sentence.text()
    lifts_by_passphrase(window, sheet)
    assert left == []


def test_within_the_minute_a_key_lifts_it_as_ever(
    window: MainWindow, sheet: SheetDialog, wind: Wind
) -> None:
    wind(121)
    assert covers(sheet)
    press(sheet, Key.Key_Space)
    assert not covers(sheet)
    assert not covers(window)
    assert sheet.is_shown


def test_the_computers_own_lock_covers_it_at_once(
    window: MainWindow, sheet: SheetDialog, wind: Wind, left: list[str]
) -> None:
    wind(0)
    window.guard.lock_at_once()
    lifts_by_passphrase(window, sheet)
    assert left == []


def test_no_key_locks_it_away(
    window: MainWindow, sheet: SheetDialog, wind: Wind, left: list[str]
) -> None:
    wind(0)
    press(sheet, Key.Key_L, CTRL)
    wait(100)
    assert (left, sheet.isVisible()) == ([], True)
    assert "chỉ hiện một lần" in sheet.notice.sentence
    copy(sheet)
    until(lambda: not window.findChildren(SheetDialog), "the sheet to go")
    press(window, Key.Key_L, CTRL)
    until(lambda: left == ["lock"], "the lock")
