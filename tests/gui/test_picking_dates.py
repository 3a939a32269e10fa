"""A date is typed, picked from a month in Vietnamese, or is today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLineEdit,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bmnn_desktop.domain.book import Book, Field, FieldKind
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.register.form import DocumentForm
from bmnn_desktop.gui.widgets.calendar_popup import CalendarPopup
from bmnn_desktop.gui.widgets.date_edit import DateEdit

ALT = Qt.KeyboardModifier.AltModifier


class Evening:
    """Late on the fourth in London, the fifth in Việt Nam."""

    def now(self) -> datetime:
        return datetime(2026, 3, 4, 22, 0, tzinfo=UTC)


@pytest.fixture
def edit(qtbot: QtBot) -> Iterator[DateEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    edit = DateEdit(2026, clock=Evening())
    column.addWidget(edit)
    column.addWidget(QLineEdit())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield edit
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def _opened(edit: DateEdit) -> CalendarPopup:
    edit.setFocus()
    press(edit, Qt.Key.Key_Down, ALT)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    return popup


def _days(popup: CalendarPopup) -> QWidget:
    (view,) = popup.calendar.findChildren(QTableView)
    return view


def _key(popup: CalendarPopup, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(_days(popup), key)


def test_alt_down_opens_today_and_enter_takes_the_day_walked_to(edit: DateEdit) -> None:
    popup = _opened(edit)
    assert popup.calendar.selectedDate().toPython() == date(2026, 3, 5)
    _key(popup, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert edit.text() == "13/03/2026"
    assert edit.value() == date(2026, 3, 13)
    until(edit.hasFocus, "the focus back")


def test_the_month_of_a_typed_date_is_shown(edit: DateEdit) -> None:
    type_text(edit, "31/12/2025")
    popup = _opened(edit)
    assert (popup.calendar.yearShown(), popup.calendar.monthShown()) == (2025, 12)
    _key(popup, Qt.Key.Key_PageDown, Qt.Key.Key_Return)
    assert edit.text() == "31/01/2026"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F4])
def test_escape_closes_the_calendar_and_f4_does_not_open_it(edit: DateEdit, key: Qt.Key) -> None:
    type_text(edit, "5/3")
    if key is Qt.Key.Key_F4:
        press(edit, key)
        assert QApplication.activePopupWidget() is None
        return
    popup = _opened(edit)
    _key(popup, Qt.Key.Key_Down, key)
    assert not popup.isVisible()
    assert edit.text() == "05/03/2026"


def test_a_click_on_the_little_calendar_opens_and_a_click_on_a_day_takes_it(
    edit: DateEdit,
) -> None:
    button = edit.findChild(QToolButton)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    (view,) = popup.calendar.findChildren(QTableView)
    places = [view.model().index(row, column) for row in range(7) for column in range(7)]
    (tenth,) = [place for place in places if place.data() == 10]
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(tenth).center()
    )
    assert edit.text() == "10/03/2026"
    assert not popup.isVisible()


def test_the_calendar_is_vietnamese_and_its_week_begins_on_monday(edit: DateEdit) -> None:
    popup = _opened(edit)
    (view,) = popup.calendar.findChildren(QTableView)
    heads = [view.model().index(0, column).data() for column in range(7)]
    assert heads == ["Thứ 2", "Thứ 3", "Thứ 4", "Thứ 5", "Thứ 6", "Thứ 7", "CN"]
    month = popup.calendar.findChild(QToolButton, "qt_calendar_monthbutton")
    assert month is not None
    assert month.text() == "Tháng 3"
    months = [action.text() for action in month.menu().actions()]
    assert months == [f"Tháng {number}" for number in range(1, 13)]
    width = view.columnWidth(0)
    fonts = view.fontMetrics()
    assert all(fonts.horizontalAdvance(head) < width for head in heads)


def test_the_calendar_shows_only_years_that_can_be_typed(edit: DateEdit) -> None:
    calendar = _opened(edit).calendar
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.minimumDate().year() == 1945
    assert calendar.maximumDate().year() == 2199


def test_a_full_stop_is_today_in_viet_nam(edit: DateEdit) -> None:
    type_text(edit, ".")
    assert edit.text() == "05/03/2026"
    press(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(edit, "1.4")
    press(edit, Qt.Key.Key_Return)
    assert edit.text() == "01/04/2026"
    press(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(edit, ".")
    assert edit.value() == date(2026, 3, 5)
    assert "dấu chấm" in edit.toolTip()


def test_no_input_method_holds_the_digits_back(edit: DateEdit) -> None:
    assert not edit.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_calendar_stays_on_the_screen(edit: DateEdit) -> None:
    screen = edit.screen().availableGeometry()
    edit.window().move(screen.bottomRight() - QPoint(120, 60))
    popup = _opened(edit)
    assert screen.contains(popup.geometry())
    assert popup.geometry().bottom() < edit.mapToGlobal(QPoint(0, 0)).y()


def test_a_text_that_is_no_date_is_neither_saved_as_empty_nor_left_unasked(qtbot: QtBot) -> None:
    day = Field("day", "Ngày đến", 1, FieldKind.DATE, required=False)
    book = Book("x", "X", "X", "x", (day,), lambda _values: (), lambda _document: {}, "day")
    form = DocumentForm(book, 2026)
    qtbot.addWidget(form)
    form.show()
    unsaved = [form.has_unsaved_text]
    type_text(form.editor("day"), "31/02")
    unsaved.append(form.has_unsaved_text)
    assert unsaved == [False, True]
    assert form.new_document() is None
    assert form.editor("day").property("wrong") == "true"
    assert form.view("day").note.text() == "Không phải ngày có thật."
    edit = form.editor("day")
    assert isinstance(edit, DateEdit)
    assert edit.text() == "31/02"
