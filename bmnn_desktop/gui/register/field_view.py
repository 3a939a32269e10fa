"""One field in a form: its label, its editor, and what is said beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.gui.register.editors import make_editor
from bmnn_desktop.gui.widgets.date_edit import DateEdit
from bmnn_desktop.gui.widgets.polish import set_look

_TALL = (FieldKind.LONG_TEXT, FieldKind.NAMES)


class FieldView:
    """What is wrong goes before what is explained; neither shows while the field is not asked.

    `has_neighbour`: two fields share the place below, so that what is said there names its field.
    """

    def __init__(self, field: Field, year: int, *, has_neighbour: bool = False) -> None:
        self.field = field
        self.editor = make_editor(field, year)
        self.widget = self.editor.widget
        self.empty = self.editor.value()
        self.is_asked = True
        self.label = QLabel(field.label)
        self.label.setBuddy(self.widget)
        self.label.setContentsMargins(0, 6 if self.is_tall else 0, 0, 0)
        self.note = _plain("quiet")
        self.note.hide()
        self.heading = _plain("section") if field.section else None
        if self.heading is not None:
            self.heading.setText(field.section)
            self.heading.setIndent(0)
        self._has_neighbour = has_neighbour
        self._wrong = ""
        self._explained = ""
        self.widget.setObjectName(f"{field.name}_editor")
        self.widget.setAccessibleName(field.label)
        if field.kind is not FieldKind.COUNT and not isinstance(self.widget, DateEdit):
            self.say_inside(field.hint)

    @property
    def is_tall(self) -> bool:
        """Tell whether the editor has several lines."""
        return self.field.kind in _TALL

    @property
    def wrong(self) -> str:
        """Return what is wrong with the field."""
        return self._wrong

    def value(self) -> object:
        """Return what is typed; nothing while it is not asked."""
        return self.editor.value() if self.is_asked else self.empty

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is typed."""
        return self.value() in (None, "", ())

    def ask(self, is_asked: bool) -> None:
        """Show the field, or hide it with all that is said of it."""
        self.is_asked = is_asked
        self.widget.setVisible(is_asked)
        self.label.setVisible(is_asked)
        self._say()

    def refuse(self, why: str) -> None:
        """Say what is wrong; nothing takes it back."""
        self._wrong = why
        set_look(self.widget, "wrong", "true" if why else "false")
        self._say()

    def explain(self, words: str) -> None:
        """Say something quiet; nothing takes it back."""
        self._explained = words
        self._say()

    def say_inside(self, words: str) -> None:
        """Say something in the empty field itself, where text is typed."""
        if isinstance(self.widget, QLineEdit | QPlainTextEdit):
            self.widget.setPlaceholderText(words)

    def _say(self) -> None:
        words = self._wrong or self._explained
        if self._wrong and self._has_neighbour:
            words = f"{self.field.label}: {words}"
        set_look(self.note, "role", "error" if self._wrong else "quiet")
        self.note.setText(words[:1].upper() + words[1:])
        self.note.setVisible(self.is_asked and bool(words))


def _plain(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
