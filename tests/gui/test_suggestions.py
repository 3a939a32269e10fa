"""Remembered values are offered while typing and never type by themselves."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bmnn_desktop.gui.demo.hands import press, type_text
from bmnn_desktop.gui.widgets.names_edit import NamesEdit
from bmnn_desktop.gui.widgets.suggesting_edit import SuggestingEdit
from bmnn_desktop.gui.widgets.suggestions import Suggestions

NAMES = (
    "Công an xã Mẫu",
    "Đảng ủy xã Mẫu",
    "Công an huyện Ví Dụ",
    "Hội Cựu chiến binh xã Mẫu",
    "Phòng Y tế – Dân số/UBND xã Mẫu",
)
MANY = tuple(f"Cơ quan giả định số {number} của xã Mẫu" for number in range(5000))


class Desk(QDialog):
    """A window with a default button, an Esc key of its own and fields one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.line, self.names, self.last = SuggestingEdit(), NamesEdit(), QLineEdit()
        button = QPushButton("Thôi")
        button.setDefault(True)
        button.clicked.connect(lambda: self.heard.append("default"))
        column = QVBoxLayout(self)
        for widget in (self.line, self.names, self.last, button):
            column.addWidget(widget)
        column.addStretch(1)
        QShortcut(Qt.Key.Key_Escape, self, lambda: self.heard.append("esc"))
        self.line.returnPressed.connect(lambda: self.heard.append("enter"))
        for field in (self.line, self.names):
            field.set_values(NAMES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:  # nobody's in the fields
            self.heard.append("down")
        super().keyPressEvent(event)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk()
    qtbot.addWidget(desk)
    desk.resize(500, 480)
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    yield desk
    assert QApplication.activePopupWidget() is None


# ── what matches ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cong", [0, 2]),
        ("CÔNG", [0, 2]),
        ("du", [2]),
        ("mau dang", [1]),  # each word, in any order
        ("đ", [1, 2, 4]),  # đ and d are one letter: Đảng, Dụ, Dân
        ("ubnd", [4]),  # a word begins after a stroke, too
        ("ong", []),  # not in the middle of a word
        ("cong xyz", []),
        ("Công an xã Mẫu", []),  # typed already
        ("/", []),
        ("", [0, 1, 2, 3, 4]),
        ("  ", [0, 1, 2, 3, 4]),
    ],
)
def test_every_typed_word_begins_a_word_of_the_value(typed: str, found: list[int]) -> None:
    suggestions = Suggestions()
    suggestions.set_values(NAMES)
    assert suggestions.matching(typed, 8) == [NAMES[place] for place in found]


def test_the_most_used_come_first_and_no_more_than_asked_for() -> None:
    suggestions = Suggestions()
    suggestions.set_values(MANY)
    assert suggestions.matching("mau", 8) == list(MANY[:8])
    suggestions.set_values(MANY[5:])
    assert suggestions.matching("mau", 1) == [MANY[5]]


# ── one line ─────────────────────────────────────────────────────────────────────────────────────


def test_typing_offers_below_the_field_and_chooses_nothing(desk: Desk) -> None:
    type_text(desk.line, "cong an")
    popup = desk.line.popup
    assert popup.shown() == [NAMES[0], NAMES[2]]
    assert popup.chosen is None
    assert desk.line.text() == "cong an"
    assert desk.line.hasFocus()
    assert popup.mapTo(desk, QPoint(0, 0)).y() > desk.line.geometry().bottom()
    type_text(desk.line, " h")
    assert popup.shown() == [NAMES[2]]
    type_text(desk.line, "z")
    assert popup.shown() == []
    press(desk.line, Qt.Key.Key_Backspace)
    assert popup.shown() == [NAMES[2]]


def test_the_arrows_go_round_through_what_was_typed(desk: Desk) -> None:
    type_text(desk.line, "cong an")
    seen = []
    for key in [Qt.Key.Key_Down] * 4 + [Qt.Key.Key_Up] * 3:
        press(desk.line, key)
        seen.append(desk.line.popup.chosen)
    first, second = NAMES[0], NAMES[2]
    assert seen == [first, second, None, first, None, second, first]
    assert desk.line.text() == "cong an"


def test_enter_takes_the_chosen_one_and_does_nothing_else(desk: Desk) -> None:
    type_text(desk.line, "cong an")
    press(desk.line, Qt.Key.Key_Down)
    press(desk.line, Qt.Key.Key_Return)
    assert desk.line.text() == NAMES[0]
    assert desk.line.popup.shown() == []
    assert desk.heard == []
    press(desk.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.line.text() == "cong an"


def test_enter_keeps_its_meaning_while_nothing_is_chosen(desk: Desk) -> None:
    type_text(desk.line, "cong an")
    assert desk.line.popup.shown()
    press(desk.line, Qt.Key.Key_Return)
    assert desk.heard == ["enter", "default"]
    assert desk.line.text() == "cong an"


def test_tab_takes_the_chosen_one_and_goes_on(desk: Desk) -> None:
    type_text(desk.line, "dang")
    press(desk.line, Qt.Key.Key_Down)
    press(desk.line, Qt.Key.Key_Tab)
    assert desk.line.text() == NAMES[1]
    assert desk.names.hasFocus()
    assert desk.line.popup.shown() == []


def test_tab_takes_nothing_that_was_not_chosen(desk: Desk) -> None:
    type_text(desk.line, "dang")
    press(desk.line, Qt.Key.Key_Tab)
    assert desk.line.text() == "dang"
    assert desk.names.hasFocus()
    assert desk.line.popup.shown() == []


def test_typing_on_forgets_the_choice(desk: Desk) -> None:
    type_text(desk.line, "cong")
    press(desk.line, Qt.Key.Key_Down)
    chosen = [desk.line.popup.chosen]
    type_text(desk.line, " an")
    chosen.append(desk.line.popup.chosen)
    assert chosen == [NAMES[0], None]
    press(desk.line, Qt.Key.Key_Tab)
    assert desk.line.text() == "cong an"


def test_escape_closes_the_list_alone_and_then_means_what_it_means(desk: Desk) -> None:
    type_text(desk.line, "cong")
    press(desk.line, Qt.Key.Key_Escape)
    assert desk.line.popup.shown() == []
    assert desk.heard == []
    assert desk.line.text() == "cong"
    press(desk.line, Qt.Key.Key_Escape)
    assert desk.heard == ["esc"]


def test_down_in_an_empty_field_offers_the_most_used(desk: Desk) -> None:
    desk.line.setFocus()
    press(desk.line, Qt.Key.Key_Down)
    assert desk.line.popup.shown() == list(NAMES)
    assert desk.line.popup.chosen is None
    type_text(desk.line, "x")
    press(desk.line, Qt.Key.Key_Backspace)
    assert desk.line.popup.shown() == []


def test_a_value_that_is_set_offers_nothing(desk: Desk) -> None:
    desk.line.setFocus()
    desk.line.setText("Công")
    press(desk.line, Qt.Key.Key_Left)
    press(desk.line, Qt.Key.Key_Shift)
    assert desk.line.popup.shown() == []


def test_a_click_takes_the_line_and_leaves_the_focus(desk: Desk) -> None:
    type_text(desk.line, "cong an")
    popup = desk.line.popup
    at = popup.visualRect(popup.model().index(1, 0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.line.text() == NAMES[2]
    assert desk.line.hasFocus()
    assert popup.shown() == []


def test_leaving_the_field_takes_the_list_away(desk: Desk) -> None:
    type_text(desk.line, "cong")
    desk.last.setFocus()
    assert desk.line.popup.shown() == []


def test_a_plain_line_has_no_list_and_down_stays_its_own(desk: Desk) -> None:
    desk.line.set_values(())
    type_text(desk.line, "cong")
    press(desk.line, Qt.Key.Key_Down)
    assert desk.line.popup.shown() == []
    assert desk.heard == ["down"]


def test_composing_offers_but_the_list_keeps_its_hands_off(desk: Desk) -> None:
    desk.line.setFocus()
    for preedit in ("c", "co", "cô", "côn", "công"):
        QApplication.sendEvent(desk.line, QInputMethodEvent(preedit, []))
    assert desk.line.popup.shown() == [NAMES[0], NAMES[2]]
    assert desk.line.text() == ""
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Up):  # passed on by the method
        QTest.keyClick(desk.line, key)
    assert desk.line.popup.shown() == [NAMES[0], NAMES[2]]
    assert desk.line.popup.chosen is None
    done = QInputMethodEvent()
    done.setCommitString("công")
    QApplication.sendEvent(desk.line, done)
    assert desk.line.text() == "công"
    press(desk.line, Qt.Key.Key_Down)
    assert desk.line.popup.chosen == NAMES[0]


# ── one name per line ────────────────────────────────────────────────────────────────────────────


def test_each_line_has_suggestions_of_its_own_and_enter_goes_on(desk: Desk) -> None:
    for typed in ("cong", "dang", "hoi cuu"):
        type_text(desk.names, typed)
        press(desk.names, Qt.Key.Key_Down)
        press(desk.names, Qt.Key.Key_Return)
        assert desk.names.popup.shown() == []
    type_text(desk.names, "Trường Mẫu")
    assert desk.names.popup.shown() == []
    press(desk.names, Qt.Key.Key_Tab)
    assert desk.last.hasFocus()
    assert desk.names.value() == (NAMES[0], NAMES[1], NAMES[3], "Trường Mẫu")
    assert desk.heard == []


def test_enter_without_a_choice_adds_a_line(desk: Desk) -> None:
    type_text(desk.names, "cong")
    press(desk.names, Qt.Key.Key_Return)
    type_text(desk.names, "x")
    assert desk.names.value() == ("cong", "x")


def test_tab_takes_a_name_and_leaves(desk: Desk) -> None:
    type_text(desk.names, "dang")
    press(desk.names, Qt.Key.Key_Down)
    press(desk.names, Qt.Key.Key_Tab)
    assert desk.names.value() == (NAMES[1],)
    assert desk.last.hasFocus()


def test_a_name_in_the_middle_is_replaced_and_the_others_stay(desk: Desk) -> None:
    desk.names.set_value(("cong", "hai", "ba"))
    desk.names.setFocus()
    press(desk.names, Qt.Key.Key_Down)
    assert desk.names.popup.shown() == []  # Down walks through the lines
    press(desk.names, Qt.Key.Key_End)
    for _ in "hai":
        press(desk.names, Qt.Key.Key_Backspace)
    type_text(desk.names, "dang")
    press(desk.names, Qt.Key.Key_Down)
    press(desk.names, Qt.Key.Key_Tab)
    assert desk.names.value() == ("cong", NAMES[1], "ba")


def test_going_to_another_line_takes_the_list_away(desk: Desk) -> None:
    desk.names.set_value(("một",))
    desk.names.setFocus()
    press(desk.names, Qt.Key.Key_End)
    press(desk.names, Qt.Key.Key_Return)
    type_text(desk.names, "cong")
    assert desk.names.popup.shown()
    press(desk.names, Qt.Key.Key_PageUp)
    press(desk.names, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert desk.names.popup.shown() == []


def test_the_last_empty_line_offers_the_most_used(desk: Desk) -> None:
    desk.names.setFocus()
    press(desk.names, Qt.Key.Key_Down)
    assert desk.names.popup.shown() == list(NAMES)


# ── where it lies ────────────────────────────────────────────────────────────────────────────────


def test_the_list_lies_above_where_the_window_ends(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addStretch(1)
    line = SuggestingEdit()
    line.set_values(NAMES)
    column.addWidget(line)
    window.resize(300, 300)
    window.show()
    type_text(line, "mau")
    assert len(line.popup.shown()) == 4
    assert line.popup.geometry().bottom() < line.geometry().top()
    assert line.popup.height() >= 4 * line.popup.sizeHintForRow(0)


def test_the_list_goes_when_its_field_is_scrolled_away(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    body = QWidget()
    column = QVBoxLayout(body)
    line = SuggestingEdit()
    line.set_values(NAMES)
    column.addWidget(line)
    column.addSpacing(900)
    area.setWidget(body)
    area.resize(300, 300)
    area.show()
    type_text(line, "mau")
    assert line.popup.shown()
    area.verticalScrollBar().setValue(40)
    assert line.popup.shown() == []


def test_a_window_that_closes_takes_its_list_along(desk: Desk, qtbot: QtBot) -> None:
    other = Desk()
    other.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    other.show()
    type_text(other.line, "cong")
    popup = other.line.popup
    assert popup.shown()
    with qtbot.waitSignal(popup.destroyed):
        other.close()
        QApplication.sendPostedEvents(other, QEvent.Type.DeferredDelete)
    assert desk.isVisible()


def test_a_keystroke_among_five_thousand_values_takes_less_than_five_milliseconds(
    desk: Desk,
) -> None:
    desk.line.set_values(MANY)
    type_text(desk.line, "co quan gia dinh so 49")  # the list is drawn once
    best = {}
    for letter in "97 cua xa mau z":  # to the last value, then to none
        typed = desk.line.text()
        taken = []
        for _ in range(5):  # the machine may be busy elsewhere
            desk.line.setText(typed)
            begun = time.perf_counter()
            type_text(desk.line, letter)
            desk.line.popup.repaint()
            taken.append(time.perf_counter() - begun)
        best[desk.line.text()] = min(taken)
    assert desk.line.popup.shown() == []
    assert max(best.values()) < 0.005, best
