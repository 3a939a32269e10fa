"""The entry form of a book, built from its fields: label, editor, hint, error beside the field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from bmnn_desktop.domain.book import Book, Field, FieldKind
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import FieldWrong
from bmnn_desktop.gui.register.editors import Editor, make_editor
from bmnn_desktop.gui.widgets.date_edit import DateEdit
from bmnn_desktop.gui.widgets.polish import set_look

_LABEL_WIDTH = 118
_HINTED = frozenset(
    {FieldKind.NAMES, FieldKind.COUNT, FieldKind.CHOICE, FieldKind.FLAG}
)  # the others show an example inside


class DocumentForm(QScrollArea):
    """Knows fields and values; numbers, saving and panels are its owner's."""

    changed = Signal(str)

    def __init__(self, book: Book, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._editors: dict[str, Editor] = {}
        self._notes: dict[str, QLabel] = {}
        self._baseline: dict[str, object] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget(self)
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(16, 6, 16, 8)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        for field in book.fields:
            self._add(field, year)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.setWidget(body)
        for field in book.fields:
            if field.kind is FieldKind.LEVEL:
                self._editors[field.name].changed.connect(self._level_chosen)
        self.accept_as_is()

    # ── values ───────────────────────────────────────────────────────────────────────────────

    def values(self) -> dict[str, object]:
        """Return what is typed, by field."""
        return {name: editor.value() for name, editor in self._editors.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show `values`; fields not named stay."""
        for name, value in values.items():
            self._editors[name].set_value(value)

    def clear(self) -> None:
        """Empty every field."""
        self.set_values(dict.fromkeys(self._editors))
        self.show_errors(())

    def editor(self, name: str) -> QWidget:
        """Return the widget of a field."""
        return self._editors[name].widget

    def set_year(self, year: int) -> None:
        """Take `year` for dates typed without one."""
        for editor in self._editors.values():
            if isinstance(editor.widget, DateEdit):
                editor.widget.year = year

    def accept_as_is(self) -> None:
        """Take what stands here as nothing typed yet."""
        self._baseline = self.values()

    @property
    def has_unsaved_text(self) -> bool:
        """Tell whether something would be lost."""
        return self.values() != self._baseline or bool(self._unreadable())

    def new_document(self) -> NewDocument | None:
        """Return the document that is typed, or show what is wrong and return None."""
        values: dict[str, Any] = self.values()
        errors = self._book.check(values) + self._unreadable()
        self.show_errors(errors)
        return None if errors else NewDocument(**values)

    # ── errors ───────────────────────────────────────────────────────────────────────────────

    def show_errors(self, errors: Iterable[FieldWrong]) -> None:
        """Say what is wrong beside each field and go to the first."""
        wrong = {error.field: error.why for error in errors}
        for field in self._book.fields:
            self._note(field, wrong.get(field.name))
        for field in self._book.fields:
            if field.name in wrong and self.editor(field.name).isEnabled():
                self.editor(field.name).setFocus()
                self.ensureWidgetVisible(self._notes[field.name])
                break

    def _note(self, field: Field, why: str | None) -> None:
        note = self._notes[field.name]
        set_look(self.editor(field.name), "wrong", "true" if why else "false")
        if why:
            set_look(note, "role", "error")
            note.setText(why[:1].upper() + why[1:])
            note.show()
            return
        set_look(note, "role", "quiet")
        hint = field.hint if field.kind in _HINTED or not self._takes_text(field) else ""
        note.setText(hint)
        note.setVisible(bool(hint))

    def _unreadable(self) -> tuple[FieldWrong, ...]:
        """Return what is typed but is no value: it must be neither saved as empty nor lost."""
        told = ((field, self._editors[field.name].wrong()) for field in self._book.fields)
        return tuple(
            FieldWrong(field=field.name, label=field.label, why=why) for field, why in told if why
        )

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _add(self, field: Field, year: int) -> None:
        editor = make_editor(field, year)
        widget = editor.widget
        widget.setObjectName(f"{field.name}_editor")
        widget.setAccessibleName(field.label)
        if field.kind not in _HINTED:
            _say_inside(widget, field.hint)
        label = QLabel(field.label, self)
        label.setBuddy(widget)
        note = QLabel(self)
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setWordWrap(True)
        row = self._grid.rowCount()
        top = field.kind in (FieldKind.LONG_TEXT, FieldKind.NAMES)
        alignment = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
        label.setContentsMargins(0, 6 if top else 0, 0, 0)
        self._grid.addWidget(label, row, 0, alignment)
        self._grid.addWidget(widget, row, 1)
        self._grid.addWidget(note, row + 1, 1)
        self._editors[field.name] = editor
        self._notes[field.name] = note
        self._note(field, None)
        editor.changed.connect(lambda *_: self.changed.emit(field.name))

    def _level_chosen(self) -> None:
        level = self.values().get("level")
        for field in self._book.fields:
            if field.kind is FieldKind.LONG_TEXT:
                is_open = not isinstance(level, Level) or level.allows_subject
                editor = self._editors[field.name]
                if not is_open:
                    editor.set_value("")
                editor.widget.setEnabled(is_open)
                _say_inside(editor.widget, field.hint if is_open else "")
                self._note(field, None)

    def _takes_text(self, field: Field) -> bool:
        """Tell whether the field is open: a closed one shows its article."""
        return self._editors[field.name].widget.isEnabled()


def _say_inside(widget: QWidget, hint: str) -> None:
    if isinstance(widget, QLineEdit | QPlainTextEdit) and not isinstance(widget, DateEdit):
        widget.setPlaceholderText(hint)
