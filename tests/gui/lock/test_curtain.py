"""The curtain covers every window, lifts for a minute, and lets no key through."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QMessageBox, QWidget

from bmnn_desktop.gui.demo.hands import press, type_text, until, wait
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.actions import Action
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from tests.gui.lock.conftest import Wind, covers, shown_windows

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow, add: Callable[..., int]) -> RegisterPage:
    """Return the register with the card of a line on view."""
    add()
    page = window.register_page("outgoing")
    window.go("outgoing")
    until(lambda: page.model.rowCount() == 1 and not page.jobs.is_busy, "the line")
    page.open_line(0)
    until(page.card.isVisible, "the card")
    return page


def picture(of: QWidget) -> QImage:
    return of.grab().toImage()


def send_move(to: QWidget, x: float) -> None:
    none = Qt.MouseButton.NoButton
    at = QPointF(x, 5)
    event = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(to, event)


def test_it_falls_after_two_minutes_and_no_sooner(window: MainWindow, wind: Wind) -> None:
    wind(119)
    assert not covers(window)
    wind(1)
    assert covers(window)


def test_its_own_timer_lets_it_fall(window: MainWindow, wind: Wind) -> None:
    wind(0)
    idle = window.guard.idle
    at = idle.clock()
    idle.clock = lambda: at + 121
    until(lambda: bool(covers(window)), "the curtain", 3)


def test_nothing_of_the_registers_shows_through(
    window: MainWindow, page: RegisterPage, wind: Wind
) -> None:
    page.card.buttons[Action.ANNUL].click()
    (dialog,) = window.findChildren(ReasonDialog)
    preview = window.open_preview("outgoing", 2026)
    until(lambda: preview.is_ready, "the preview")
    before = {one: picture(one) for one in (window, dialog, preview)}
    wind(120)
    for one in shown_windows():
        (cover,) = covers(one)
        assert cover.geometry() == one.rect()
        assert one.windowTitle() == "BMNN Desktop"
        assert picture(one) == picture(cover)
        assert picture(one) != before[one]  # type: ignore[index]


def test_what_appears_behind_it_is_covered_at_once(window: MainWindow, wind: Wind) -> None:
    wind(120)
    box = QMessageBox(window)
    box.setWindowTitle("Sổ đi số 12")
    box.setText("Diễn tập giả định")
    box.open()
    assert covers(box)
    assert box.windowTitle() == "BMNN Desktop"
    window.go("incoming")
    assert window.windowTitle() == "BMNN Desktop"
    press(window, Qt.Key.Key_Space)
    assert box.windowTitle() == "Sổ đi số 12"
    assert window.windowTitle().startswith("Sổ")
    box.close()


def test_it_follows_the_size_of_its_window(window: MainWindow, wind: Wind) -> None:
    wind(120)
    window.resize(1200, 700)
    wait(20)
    assert covers(window)[0].geometry() == window.rect()


def test_a_menu_and_a_list_are_closed_by_it(window: MainWindow, wind: Wind) -> None:
    menu = QMenu(window)
    menu.addAction("Đảng ủy xã Mẫu")
    menu.popup(window.mapToGlobal(window.rect().center()))
    wind(120)
    assert not menu.isVisible()
    menu.popup(window.mapToGlobal(window.rect().center()))
    until(lambda: not menu.isVisible(), "the menu to close")


def test_no_file_dialog_escapes_it(window: MainWindow, wind: Wind) -> None:
    dialog = QFileDialog(window, "Chọn tệp")
    dialog.open()
    assert dialog.isVisible()
    # Drawn by Qt, on desktops that have dialogs of their own as well.
    assert QApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    wind(120)
    assert covers(dialog)
    dialog.close()


@pytest.mark.parametrize("seconds", [120, 179])
def test_a_key_lifts_it_for_a_minute_and_does_nothing_else(
    window: MainWindow, page: RegisterPage, wind: Wind, left: list[str], seconds: float
) -> None:
    page.start_new()
    until(page.entry.isVisible, "the form")
    number = page.entry.form.editor("doc_number")
    type_text(number, "12")
    before = page.entry.form.values()
    title = window.windowTitle()
    wind(seconds)
    press(number, Qt.Key.Key_S, CTRL)
    assert not covers(window)
    assert window.windowTitle() == title
    assert page.entry.form.values() == before
    assert page.entry.isVisible()
    assert not page.jobs.is_busy  # nothing was saved
    press(number, Qt.Key.Key_End)
    type_text(number, "7")
    assert page.entry.form.values()["doc_number"] != before["doc_number"]
    assert not left


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_F5])
def test_a_key_of_the_window_lifts_it_too_and_goes_nowhere(
    window: MainWindow, wind: Wind, key: Qt.Key
) -> None:
    wind(120)
    press(window, key)
    assert not covers(window)
    assert window.ui.pages.currentWidget() is window.page("today")
    press(window, key)
    assert window.ui.pages.currentWidget() is not window.page("today")


def test_a_key_that_is_held_types_nothing_until_it_is_let_go(
    window: MainWindow, page: RegisterPage, wind: Wind
) -> None:
    edit = page.lines.find_edit
    edit.setFocus()
    wind(120)

    def send(kind: QEvent.Type, *, again: bool) -> None:
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(edit, QKeyEvent(kind, Qt.Key.Key_A, none, "a", again))

    send(QEvent.Type.KeyPress, again=True)
    assert covers(window)  # a book that lies on the keyboard is nobody
    send(QEvent.Type.KeyPress, again=False)
    assert not covers(window)
    send(QEvent.Type.KeyPress, again=True)
    assert edit.text() == ""
    send(QEvent.Type.KeyRelease, again=False)
    send(QEvent.Type.KeyPress, again=False)
    assert edit.text() == "a"


def test_a_click_lifts_it_and_presses_nothing(window: MainWindow, wind: Wind) -> None:
    wind(120)
    QTest.mouseClick(window.ui.lock_button, Qt.MouseButton.LeftButton)
    assert not covers(window)
    assert not window.leaving.is_under_way


def test_a_word_of_an_input_method_lifts_it_and_is_not_typed(
    window: MainWindow, page: RegisterPage, wind: Wind
) -> None:
    edit = page.lines.find_edit
    edit.setFocus()
    wind(120)
    QApplication.sendEvent(edit, QInputMethodEvent())
    assert covers(window)
    event = QInputMethodEvent()
    event.setCommitString("đ")
    QApplication.sendEvent(edit, event)
    assert not covers(window)
    assert edit.text() == ""


def test_a_pushed_table_does_not_lift_it(window: MainWindow, wind: Wind) -> None:
    wind(120)
    for x in (1, 20, 300):
        send_move(window, x)
    assert covers(window)


def test_a_moving_mouse_keeps_it_away_a_resting_one_does_not(
    window: MainWindow, wind: Wind
) -> None:
    send_move(window, 5)
    wind(119)
    send_move(window, 6)
    wind(119)
    assert not covers(window)
    send_move(window, 6)
    wind(1)
    assert covers(window)


def test_after_the_minute_a_key_leads_to_the_locked_door(
    window: MainWindow, wind: Wind, left: list[str]
) -> None:
    wind(180)
    assert not window.leaving.is_under_way
    press(window, Qt.Key.Key_Space)
    assert covers(window)
    until(lambda: bool(left), "the lock")
    assert left == ["lock"]


def test_a_sleep_that_nobody_told_of_has_used_the_minute_up(
    window: MainWindow, wind: Wind, left: list[str]
) -> None:
    wind(0)
    idle = window.guard.idle
    at = idle.clock()
    idle.clock = lambda: at + 300
    press(window, Qt.Key.Key_Space)  # before any tick
    until(lambda: bool(left), "the lock")
    assert left == ["lock"]


def test_it_counts_down_calmly(window: MainWindow, wind: Wind) -> None:
    wind(120)
    (cover,) = covers(window)
    assert "Còn 60 giây" in cover.sentence.text()
    wind(18.5)
    assert "Còn 42 giây" in cover.sentence.text()
    wind(50)
    assert "nhập mật khẩu" in cover.sentence.text()
    assert "sau 7 phút" in cover.sentence.text()


def test_a_key_draws_it_by_hand(window: MainWindow, wind: Wind, left: list[str]) -> None:
    shift = CTRL | Qt.KeyboardModifier.ShiftModifier
    press(window, Qt.Key.Key_L, shift)
    until(lambda: bool(covers(window)), "the curtain")
    wind(59)
    press(window, Qt.Key.Key_Space)
    assert not covers(window)
    press(window, Qt.Key.Key_L, shift)
    until(lambda: bool(covers(window)), "the curtain")
    wind(60)
    press(window, Qt.Key.Key_Space)
    until(lambda: bool(left), "the lock")


def test_what_is_being_composed_stays_in_its_field(
    window: MainWindow, page: RegisterPage, wind: Wind
) -> None:
    edit: QLineEdit = page.lines.find_edit
    type_text(edit, "dien")
    wind(120)
    press(edit, Qt.Key.Key_Space)
    assert edit.text() == "dien"
    assert window.isActiveWindow()
