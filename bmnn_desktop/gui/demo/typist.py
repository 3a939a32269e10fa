"""Fills in a register form key by key, as a clerk does: each kind of field in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.envelope import Urgency
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.text import fold
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.register.field_view import FieldView
from bmnn_desktop.gui.register.page import RegisterPage

CTRL = Qt.KeyboardModifier.ControlModifier


def fill_form(page: RegisterPage, new: NewDocument, *, but: Sequence[str] = ()) -> None:
    """Type `new` into the form that is open; what is empty or named in `but` is left as it is."""
    for field in page.book.fields:
        value = getattr(new, field.name)
        view = page.entry.form.view(field.name)
        if field.name not in but and value not in (None, "", (), Urgency.NONE) and view.is_asked:
            type_value(view, field, value)


def type_value(view: FieldView, field: Field, value: object) -> None:
    """Type one value in place of what stands there."""
    if view.value() == value:
        return
    widget = view.widget
    if field.kind is FieldKind.CHOICE:
        _choose(view, field, value)
    elif isinstance(value, Level):
        target = widget.focusProxy() or widget
        target.setFocus()
        type_text(target, value.cover_code)
    elif isinstance(value, tuple):
        _clear(widget)
        for name in value:
            type_text(widget, str(name))
            close_suggestions(widget)
            press(widget, Qt.Key.Key_Return)
    else:
        _clear(widget)
        text = short_date(value).replace("/", "") if isinstance(value, date) else str(value)
        type_text(widget, text)
        close_suggestions(widget)


def close_suggestions(widget: QWidget) -> None:
    """Leave a list of suggestions that is open, and nothing else."""
    popup = getattr(widget, "popup", None)
    if popup is not None and popup.isVisible():
        press(widget, Qt.Key.Key_Escape)


def save(page: RegisterPage) -> None:
    """Save the form that is open and wait for the line's card."""
    press(page.entry.form.editor(page.book.fields[0].name), Qt.Key.Key_S, CTRL)
    until(lambda: not page.entering.is_active and not page.jobs.is_busy, "the line")


def _choose(view: FieldView, field: Field, value: object) -> None:
    label = next(label for choice, label in field.choices if choice == value)
    target = view.widget.focusProxy() or view.widget
    target.setFocus()
    for _ in field.choices:  # a letter that several labels begin with goes from one to the next
        if view.value() == value:
            return
        type_text(target, fold(label)[0])
    raise ValueError(field.name)


def _clear(widget: QWidget) -> None:
    widget.setFocus()
    press(widget, Qt.Key.Key_A, CTRL)
    press(widget, Qt.Key.Key_Delete)
