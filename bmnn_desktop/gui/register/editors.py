"""One editor for each kind of field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.widgets.date_edit import DateEdit
from bmnn_desktop.gui.widgets.level_choice import LevelChoice
from bmnn_desktop.gui.widgets.list_choice import ListChoice
from bmnn_desktop.gui.widgets.long_text_edit import LongTextEdit
from bmnn_desktop.gui.widgets.names_edit import NamesEdit
from bmnn_desktop.gui.widgets.radio_choice import RadioChoice, options_of
from bmnn_desktop.gui.widgets.suggesting_edit import SuggestingEdit

_MOST = 99999
_COUNT_WIDTH = 64
_DATE_WIDTH = 140
_LEVEL_GAP = 8
_MOST_RADIOS = 4
_WIDEST_RADIOS = 36  # characters of all labels together


@dataclass(frozen=True)
class Editor:
    """A widget and how its value is taken and given.

    `wrong` says why what is typed is no value at all (which `value` cannot tell from nothing).
    """

    widget: QWidget
    value: Callable[[], object]
    set_value: Callable[[Any], None]
    changed: SignalInstance
    set_suggestions: Callable[[tuple[str, ...]], None] = lambda _values: None
    wrong: Callable[[], str] = lambda: ""


def make_editor(field: Field, year: int) -> Editor:
    """Return a new editor for `field`; `year` is meant where a date has none."""
    return _MAKERS[field.kind](field, year)


def _text(_field: Field, _year: int) -> Editor:
    line = SuggestingEdit()
    return Editor(
        line,
        lambda: tidy(line.text()),
        lambda text: line.setText(text or ""),
        line.textChanged,
        line.set_values,
    )


def _long_text(_field: Field, _year: int) -> Editor:
    box = LongTextEdit()
    return Editor(
        box,
        lambda: tidy(box.toPlainText()),
        lambda text: box.setPlainText(text or ""),
        box.textChanged,
    )


def _date(_field: Field, year: int) -> Editor:
    line = DateEdit(year)
    line.setFixedWidth(_DATE_WIDTH)
    line.setPlaceholderText("ngày/tháng")
    return Editor(
        line,
        line.value,
        line.set_value,
        line.textChanged,
        wrong=lambda: "" if line.is_readable() else "không phải ngày có thật.",
    )


def _level(_field: Field, _year: int) -> Editor:
    choice = LevelChoice()
    layout = choice.layout()
    if layout is not None:
        layout.setSpacing(_LEVEL_GAP)
    return Editor(choice, choice.value, choice.set_value, choice.chosen)


def _names(_field: Field, _year: int) -> Editor:
    box = NamesEdit()
    return Editor(
        box,
        box.value,
        lambda names: box.set_value(names or ()),
        box.textChanged,
        box.set_values,
    )


def _count(_field: Field, _year: int) -> Editor:
    line = QLineEdit()
    line.setFixedWidth(_COUNT_WIDTH)
    line.setValidator(QIntValidator(0, _MOST, line))
    line.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # as in a date

    def value() -> int | None:
        return int(line.text()) if line.hasAcceptableInput() else None

    return Editor(
        line,
        value,
        lambda number: line.setText("" if number is None else str(number)),
        line.textChanged,
        wrong=lambda: "" if line.hasAcceptableInput() or not line.text() else "không phải số.",
    )


def _choice(field: Field, _year: int) -> Editor:
    """Return buttons for a few choices, a list for more; the value of none is None."""
    options = options_of(field.choices)
    width = sum(len(option.label) for option in options)
    if len(options) > _MOST_RADIOS or width > _WIDEST_RADIOS:
        listed = ListChoice(options)
        # As wide as the form lets it be, not as its longest line would have it.
        listed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return Editor(listed, listed.chosen_value, listed.set_value, listed.currentIndexChanged)
    row = RadioChoice(options)
    return Editor(row, row.chosen_value, row.set_value, row.chosen)


def _flag(_field: Field, _year: int) -> Editor:
    box = QCheckBox("Có")
    return Editor(box, box.isChecked, lambda is_so: box.setChecked(bool(is_so)), box.toggled)


_MAKERS: dict[FieldKind, Callable[[Field, int], Editor]] = {
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _long_text,
    FieldKind.DATE: _date,
    FieldKind.LEVEL: _level,
    FieldKind.NAMES: _names,
    FieldKind.COUNT: _count,
    FieldKind.CHOICE: _choice,
    FieldKind.FLAG: _flag,
}
