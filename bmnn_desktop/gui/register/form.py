"""The entry form of a book, built from its fields, the official ones first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QScrollArea, QWidget

from bmnn_desktop.domain.book import Book, Field, FieldKind
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import FieldWrong
from bmnn_desktop.gui.register.asked import fields_of_form, is_asked, rows_of
from bmnn_desktop.gui.register.field_view import FieldView
from bmnn_desktop.gui.widgets.date_edit import DateEdit

_LABEL_WIDTH = 123
_NEIGHBOUR_WIDTH = 112  # of the second label in a row of numbers
_NEIGHBOUR_GAP = 6


class DocumentForm(QScrollArea):
    """Knows fields and values; numbers, saving and panels are its owner's.

    A field that is not asked counts as empty; what was typed there comes back with it. `hinted`
    tells how the field with the focus is filled in.
    """

    changed = Signal(str)
    hinted = Signal(str)

    def __init__(self, book: Book, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._views: dict[str, FieldView] = {}
        self._extra: frozenset[str] = frozenset()
        self._baseline: dict[str, object] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget(self)
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(16, 2, 16, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self.fields = fields_of_form(book)
        for row in rows_of(self.fields):
            self._add(row, year)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.setWidget(body)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self._ask()
        self.accept_as_is()

    # ── values ───────────────────────────────────────────────────────────────────────────────

    def values(self) -> dict[str, object]:
        """Return what is typed, by field; nothing for what is not asked."""
        return {name: view.value() for name, view in self._views.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show `values`; fields not named stay."""
        for name, value in values.items():
            self._views[name].editor.set_value(value)

    def clear(self) -> None:
        """Empty every field and say nothing more beside it."""
        self.set_values(dict.fromkeys(self._views))
        for view in self._views.values():
            view.refuse("")
            view.widget.setEnabled(True)

    def editor(self, name: str) -> QWidget:
        """Return the widget of a field."""
        return self._views[name].widget

    def view(self, name: str) -> FieldView:
        """Return a field with what is said of it."""
        return self._views[name]

    def set_suggestions(self, remembered: Mapping[str, tuple[str, ...]]) -> None:
        """Offer what was typed before, by field."""
        for name, values in remembered.items():
            self._views[name].editor.set_suggestions(values)

    def set_year(self, year: int) -> None:
        """Take `year` for dates typed without one."""
        for view in self._views.values():
            if isinstance(view.widget, DateEdit):
                view.widget.year = year

    def ask_extra(self, names: Collection[str]) -> None:
        """Ask these fields of no book, and no others of them."""
        self._extra = frozenset(names)
        self._ask()

    def accept_as_is(self) -> None:
        """Take what stands here as nothing typed yet."""
        self._baseline = self.values()

    @property
    def has_unsaved_text(self) -> bool:
        """Tell whether something would be lost."""
        return self.values() != self._baseline or bool(self._unreadable())

    def focus_first_empty(self) -> None:
        """Go to the first field that must still be typed, else to the first."""
        shown = [view for view in self._views.values() if view.is_asked]
        empty = (view for view in shown if view.field.required and view.is_empty)
        next(empty, shown[0]).widget.setFocus()

    def new_document(self) -> NewDocument | None:
        """Return the document that is typed, or show what is wrong and return None."""
        values: dict[str, Any] = self.values()
        errors = self._missing() + self._book.check(values) + self._unreadable()
        self.show_errors(errors)
        if errors:
            return None
        typed = {field.name: values[field.name] for field in self._book.fields}
        return NewDocument(**{name: value for name, value in typed.items() if value is not None})

    # ── errors ───────────────────────────────────────────────────────────────────────────────

    def show_errors(self, errors: Iterable[FieldWrong]) -> None:
        """Say what is wrong beside each field and go to the first."""
        wrong = {error.field: error.why for error in errors}
        for name, view in self._views.items():
            view.refuse(wrong.get(name, ""))
        marked = [one for one in self._views.values() if one.wrong and one.widget.isEnabled()]
        if marked:
            marked[0].widget.setFocus()
            self.ensureWidgetVisible(marked[0].note)

    def _missing(self) -> tuple[FieldWrong, ...]:
        """Return what is not typed of the fields of no book."""
        views = (self._views[name] for name in self._extra)
        return tuple(
            FieldWrong(field=view.field.name, label=view.field.label, why="chưa ghi.")
            for view in views
            if view.is_empty
        )

    def _unreadable(self) -> tuple[FieldWrong, ...]:
        """Return what is typed but is no value: it must be neither saved as empty nor lost."""
        told = ((view.field, view.editor.wrong()) for view in self._views.values() if view.is_asked)
        return tuple(
            FieldWrong(field=field.name, label=field.label, why=why) for field, why in told if why
        )

    # ── what is asked ────────────────────────────────────────────────────────────────────────

    def _ask(self) -> None:
        typed = {name: view.editor.value() for name, view in self._views.items()}
        for view in self._views.values():
            asked = is_asked(view.field, typed, self._extra)
            if asked != view.is_asked:
                view.ask(asked)

    def _changed(self, field: Field) -> None:
        if field.kind is FieldKind.CHOICE:
            self._ask()
        if field.kind is FieldKind.LEVEL:
            self._level_chosen()
        self.changed.emit(field.name)

    def _level_chosen(self) -> None:
        """Close the subject of a Tuyệt mật item, with its article beside it."""
        level = self._views["level"].value()
        is_open = not isinstance(level, Level) or level.allows_subject
        subject = self._views["subject"]
        if not is_open:
            subject.editor.set_value("")
        subject.widget.setEnabled(is_open)
        subject.say_inside(subject.field.hint if is_open else "")
        subject.explain("" if is_open else subject.field.hint)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        for view in self._views.values():
            if view.widget is new or view.widget.isAncestorOf(new):
                self.hinted.emit(view.field.hint)
                return

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _add(self, fields: tuple[Field, ...], year: int) -> None:
        views = [FieldView(field, year, has_neighbour=len(fields) > 1) for field in fields]
        first = views[0]
        if first.heading is not None:
            self._grid.addWidget(first.heading, self._grid.rowCount(), 0, 1, 2)
        row = self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop if first.is_tall else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(first.label, row, 0, top)
        if len(views) == 1:
            self._grid.addWidget(first.widget, row, 1)
        else:
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(first.widget)
            for view in views[1:]:
                line.addSpacing(_NEIGHBOUR_GAP)
                if first.field.kind is FieldKind.COUNT:
                    view.label.setFixedWidth(_NEIGHBOUR_WIDTH)
                line.addWidget(view.label)
                line.addWidget(view.widget)
            line.addStretch(1)
            self._grid.addLayout(line, row, 1)
        for below, view in enumerate(views, 1):
            self._grid.addWidget(view.note, row + below, 1)
            self._views[view.field.name] = view
            view.editor.changed.connect(lambda *_, field=view.field: self._changed(field))
