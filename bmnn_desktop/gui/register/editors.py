"""One editor for each kind of field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from bmnn_desktop.domain.book import FieldKind
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.widgets.date_edit import DateEdit
from bmnn_desktop.gui.widgets.level_choice import LevelChoice
from bmnn_desktop.gui.widgets.long_text_edit import LongTextEdit
from bmnn_desktop.gui.widgets.names_edit import NamesEdit

_MOST = 99999
_COUNT_WIDTH = 90
_DATE_WIDTH = 130


@dataclass(frozen=True)
class Editor:
    """A widget and how its value is taken and given."""

    widget: QWidget
    value: Callable[[], object]
    set_value: Callable[[Any], None]
    changed: SignalInstance


def make_editor(kind: FieldKind, year: int) -> Editor:
    """Return a new editor for `kind`; `year` is meant where a date has none."""
    return _MAKERS[kind](year)


def _text(_year: int) -> Editor:
    line = QLineEdit()
    return Editor(
        line, lambda: tidy(line.text()), lambda text: line.setText(text or ""), line.textChanged
    )


def _long_text(_year: int) -> Editor:
    box = LongTextEdit()
    return Editor(
        box,
        lambda: tidy(box.toPlainText()),
        lambda text: box.setPlainText(text or ""),
        box.textChanged,
    )


def _date(year: int) -> Editor:
    line = DateEdit(year)
    line.setFixedWidth(_DATE_WIDTH)
    return Editor(line, line.value, line.set_value, line.textChanged)


def _level(_year: int) -> Editor:
    choice = LevelChoice()
    return Editor(choice, choice.value, choice.set_value, choice.chosen)


def _names(_year: int) -> Editor:
    box = NamesEdit()
    return Editor(box, box.value, lambda names: box.set_value(names or ()), box.textChanged)


def _count(_year: int) -> Editor:
    line = QLineEdit()
    line.setFixedWidth(_COUNT_WIDTH)
    line.setValidator(QIntValidator(0, _MOST, line))

    def value() -> int | None:
        return int(line.text()) if line.text().strip() else None

    return Editor(
        line,
        value,
        lambda number: line.setText("" if number is None else str(number)),
        line.textChanged,
    )


_MAKERS: dict[FieldKind, Callable[[int], Editor]] = {
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _long_text,
    FieldKind.DATE: _date,
    FieldKind.LEVEL: _level,
    FieldKind.NAMES: _names,
    FieldKind.COUNT: _count,
}
