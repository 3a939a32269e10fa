"""One of a few, one of many, yes or no: by one key, and nothing by default."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.gui.demo.hands import press, type_text
from bmnn_desktop.gui.register.editors import Editor, make_editor
from bmnn_desktop.gui.widgets.list_choice import ListChoice
from bmnn_desktop.gui.widgets.radio_choice import RadioChoice
from bmnn_desktop.gui.widgets.suggestion_popup import SuggestionPopup

FEW = (("yes", "Được phép"), ("no", "Không được phép"))
MANY = (
    ("whole", "Nguyên vẹn"),
    ("torn", "Rách"),
    ("opened", "Đã bị bóc"),
    ("wet", "Ướt"),
    ("no_seal", "Mất niêm phong"),
    ("none", "Không có bì"),
    ("other", "Khác"),
    ("two", "2 lớp bì"),
)

Make = Callable[[Field], Editor]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    windows = []

    def shown(field: Field) -> Editor:
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)  # Python alone holds it
        editor = make_editor(field, 2026)
        column = QVBoxLayout(window)
        column.addWidget(editor.widget)
        column.addWidget(QLineEdit())
        window.show()
        editor.widget.setFocus()
        return editor

    return shown


def _choice(choices: tuple[tuple[str, str], ...]) -> Field:
    return Field("x", "X", 1, FieldKind.CHOICE, choices=choices)


def _focused(editor: Editor) -> QWidget:
    return editor.widget.focusProxy() or editor.widget


@pytest.mark.parametrize("choices", [FEW, MANY])
def test_nothing_is_chosen_by_default_and_delete_takes_a_choice_back(
    make: Make, choices: tuple[tuple[str, str], ...]
) -> None:
    editor = make(_choice(choices))
    told: list[object] = []
    editor.changed.connect(lambda *_: told.append(editor.value()))
    assert editor.value() is None
    type_text(_focused(editor), "k")
    assert editor.value() in {"no", "none"}
    press(_focused(editor), Qt.Key.Key_Delete)
    assert editor.value() is None
    editor.set_value(choices[1][0])
    assert editor.value() == choices[1][0]
    press(_focused(editor), Qt.Key.Key_Backspace)
    editor.set_value("no such value")
    assert editor.value() is None
    assert told[0] in {"no", "none"}
    assert choices[1][0] in told
    assert told[-1] is None


@pytest.mark.parametrize(
    ("typed", "value"), [("d", "yes"), ("đ", "yes"), ("D", "yes"), ("k", "no"), ("x", None)]
)
def test_a_few_choices_are_buttons_with_a_key_each(
    make: Make, typed: str, value: str | None
) -> None:
    editor = make(_choice(FEW))
    assert isinstance(editor.widget, RadioChoice)
    type_text(_focused(editor), typed)
    assert editor.value() == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [("d", "opened"), ("Đ", "opened"), ("u", "wet"), ("2", "two"), ("k", "none"), ("kk", "other"),
     ("kkk", "none"), ("z", None)],
)  # fmt: skip
def test_many_choices_are_a_list_chosen_by_letters(
    make: Make, typed: str, value: str | None
) -> None:
    editor = make(_choice(MANY))
    assert isinstance(editor.widget, ListChoice)
    type_text(editor.widget, typed)
    assert editor.value() == value


def test_alt_down_opens_the_list_and_letters_walk_in_it(make: Make) -> None:
    editor = make(_choice(MANY))
    choice = editor.widget
    assert isinstance(choice, ListChoice)
    press(choice, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert choice.view().isVisible()
    type_text(choice.view(), "d")
    assert editor.value() is None  # not before Enter
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    assert not choice.view().isVisible()
    assert editor.value() == "opened"


def test_f4_belongs_to_the_window_and_a_wheel_to_the_form(make: Make) -> None:
    editor = make(_choice(MANY))
    choice = editor.widget
    assert isinstance(choice, ListChoice)
    heard: list[str] = []
    press(choice, Qt.Key.Key_F4)
    assert not choice.view().isVisible()
    QShortcut(Qt.Key.Key_F4, choice.window(), lambda: heard.append("F4"))
    press(choice, Qt.Key.Key_F4)
    assert heard == ["F4"]
    editor.set_value("torn")
    at = QPointF(choice.rect().center())
    turn = QWheelEvent(
        at, at, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(choice, turn)
    assert editor.value() == "torn"


def test_space_says_yes_or_no(make: Make) -> None:
    editor = make(Field("x", "X", 1, FieldKind.FLAG))
    assert isinstance(editor.widget, QCheckBox)
    assert editor.value() is False
    press(editor.widget, Qt.Key.Key_Space)
    assert editor.value() is True
    press(editor.widget, Qt.Key.Key_Space)
    assert editor.value() is False
    editor.set_value(True)
    assert editor.value() is True
    editor.set_value(None)
    assert editor.value() is False


def test_a_sign_alone_is_no_number_and_no_crash(make: Make) -> None:
    editor = make(Field("x", "X", 1, FieldKind.COUNT))
    assert isinstance(editor.widget, QLineEdit)
    type_text(editor.widget, "+")
    assert editor.value() is None
    assert bool(editor.wrong()) == bool(editor.widget.text())
    editor.set_value(12)
    assert (editor.value(), editor.wrong()) == (12, "")


@pytest.mark.parametrize("kind", list(FieldKind))
def test_every_kind_has_an_editor_that_takes_suggestions_or_ignores_them(
    make: Make, kind: FieldKind
) -> None:
    editor = make(Field("x", "X", 1, kind, choices=FEW, remembered=True))
    editor.set_suggestions(("Công an xã Mẫu",))
    type_text(_focused(editor), "c")
    popups = editor.widget.window().findChildren(SuggestionPopup)
    shown = [popup.shown() for popup in popups]
    assert shown == ([["Công an xã Mẫu"]] if kind in (FieldKind.TEXT, FieldKind.NAMES) else [])
    assert editor.wrong() == ("không phải ngày có thật." if kind is FieldKind.DATE else "")
