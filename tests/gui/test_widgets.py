"""The small widgets, typed into as a clerk does."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.demo.hands import press, type_text
from bmnn_desktop.gui.register.editors import make_editor
from bmnn_desktop.gui.widgets.date_edit import DateEdit
from bmnn_desktop.gui.widgets.level_choice import LevelChoice
from bmnn_desktop.gui.widgets.long_text_edit import LongTextEdit
from bmnn_desktop.gui.widgets.names_edit import NamesEdit
from bmnn_desktop.gui.widgets.passphrase_edit import PassphraseEdit


@pytest.mark.parametrize("typed", ["5/3", "05032026", "5-3-26", "2026-03-05", "5.3"])
def test_a_date_typed_short_is_written_out_on_leaving(qtbot: QtBot, typed: str) -> None:
    edit = DateEdit(2026)
    qtbot.addWidget(edit)
    edit.show()
    type_text(edit, typed)
    assert edit.text() == typed
    press(edit, Qt.Key.Key_Return)
    assert edit.text() == "05/03/2026"
    assert edit.value() == date(2026, 3, 5)


def test_what_is_no_date_stays_as_typed(qtbot: QtBot) -> None:
    edit = DateEdit(2026)
    qtbot.addWidget(edit)
    edit.show()
    type_text(edit, "31/02")
    press(edit, Qt.Key.Key_Return)
    assert edit.text() == "31/02"
    assert edit.value() is None


def test_enter_adds_a_recipient_and_empty_lines_are_nobody(qtbot: QtBot) -> None:
    edit = NamesEdit()
    qtbot.addWidget(edit)
    edit.show()
    for name in ("Công an xã Mẫu", "  ", "Đảng ủy  xã Mẫu "):
        type_text(edit, name)
        press(edit, Qt.Key.Key_Return)
    assert edit.value() == ("Công an xã Mẫu", "Đảng ủy xã Mẫu")


def test_a_pasted_cell_becomes_recipients(qtbot: QtBot) -> None:
    edit = NamesEdit()
    qtbot.addWidget(edit)
    pasted = QMimeData()
    pasted.setText("Công an xã Mẫu; Đảng ủy xã Mẫu\tHội Mẫu")
    edit.insertFromMimeData(pasted)
    assert edit.value() == ("Công an xã Mẫu", "Đảng ủy xã Mẫu", "Hội Mẫu")


@pytest.mark.parametrize(
    ("key", "level"), [("a", Level.TUYET_MAT), ("B", Level.TOI_MAT), ("c", Level.MAT)]
)
def test_one_key_chooses_a_level(qtbot: QtBot, key: str, level: Level) -> None:
    choice = LevelChoice()
    qtbot.addWidget(choice)
    choice.show()
    assert choice.value() is None
    first = choice.focusProxy()
    assert first is not None
    type_text(first, key)
    assert choice.value() is level
    choice.set_value(None)
    assert choice.value() is None


def test_a_subject_never_reaches_the_clipboard(qtbot: QtBot) -> None:
    edit = LongTextEdit()
    qtbot.addWidget(edit)
    edit.show()
    type_text(edit, "nội dung mật")
    edit.selectAll()
    QGuiApplication.clipboard().setText("trước đó")
    press(edit, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    press(edit, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "trước đó"
    edit.copy()
    assert "mật" not in QGuiApplication.clipboard().text()
    assert edit.toPlainText() == "nội dung mật"


def test_an_input_method_composes_vietnamese_in_every_text_editor(qtbot: QtBot) -> None:
    for kind in (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.NAMES):
        editor = make_editor(Field("x", "X", 1, kind), 2026)
        qtbot.addWidget(editor.widget)
        editor.widget.show()
        QApplication.sendEvent(editor.widget, QInputMethodEvent("Tru", []))  # still composing
        done = QInputMethodEvent()
        done.setCommitString("Trường")
        QApplication.sendEvent(editor.widget, done)
        for letter in " Mẫu":
            QApplication.sendEvent(
                editor.widget,
                QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter),
            )
        expected: object = ("Trường Mẫu",) if kind is FieldKind.NAMES else "Trường Mẫu"
        assert editor.value() == expected


def test_decomposed_letters_are_stored_composed(qtbot: QtBot) -> None:
    editor = make_editor(Field("x", "X", 1, FieldKind.TEXT), 2026)
    qtbot.addWidget(editor.widget)
    assert isinstance(editor.widget, QLineEdit)
    editor.widget.setText(unicodedata.normalize("NFD", "Kế hoạch"))
    assert editor.value() == unicodedata.normalize("NFC", "Kế hoạch")


def test_the_eye_shows_what_was_typed(qtbot: QtBot) -> None:
    edit = PassphraseEdit()
    qtbot.addWidget(edit)
    edit.show()
    type_text(edit.line, "bim bom")
    assert edit.line.displayText() != "bim bom"
    edit.eye.click()
    assert edit.line.displayText() == "bim bom"
    assert not edit.line.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


@pytest.mark.parametrize("is_shown", [False, True])
def test_a_passphrase_never_reaches_the_clipboard(qtbot: QtBot, is_shown: bool) -> None:
    edit = PassphraseEdit()
    qtbot.addWidget(edit)
    edit.show()
    type_text(edit.line, "bim bom")
    edit.eye.setChecked(is_shown)
    QGuiApplication.clipboard().setText("trước đó")
    press(edit.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(edit.line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "trước đó"
    assert edit.text == "bim bom"
