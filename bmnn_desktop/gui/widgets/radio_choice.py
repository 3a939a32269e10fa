"""One of a few values by one key; nothing is chosen until the clerk does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from bmnn_desktop.domain.text import fold

CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


@dataclass(frozen=True)
class Option:
    """One value that can be chosen; `key` is the letter or digit that chooses it."""

    value: object
    label: str
    key: str


def options_of(choices: Sequence[tuple[object, str]]) -> tuple[Option, ...]:
    """Return (value, label) pairs as options: the first letter or digit of the label is the key."""
    return tuple(Option(value, label, _key(label)) for value, label in choices)


def option_meant(options: Sequence[Option], chosen: object, typed: str) -> Option | None:
    """Return the option that `typed` means; of several with one key the one after `chosen`."""
    meant = [option for option in options if _key(typed) == option.key.casefold() != ""]
    if not meant:
        return None
    places = [place for place, option in enumerate(meant) if option.value == chosen]
    return meant[(places[0] + 1) % len(meant)] if places else meant[0]


def letter_of(event: QKeyEvent) -> str:
    """Return the letter that `event` types; nothing of a shortcut."""
    keys = Qt.KeyboardModifier
    held = keys.ControlModifier | keys.AltModifier | keys.MetaModifier
    return "" if event.modifiers() & held else event.text()


def _key(text: str) -> str:
    return fold(text.strip())[:1]


class RadioChoice(QWidget):
    """Backspace or Delete takes the choice back."""

    chosen = Signal()

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "choices")
        self._options = options
        self._group = QButtonGroup(self)
        self._buttons: list[QRadioButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(14)
        for option in options:
            button = QRadioButton(option.label, self)
            button.installEventFilter(self)
            self._group.addButton(button)
            self._buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonToggled.connect(self._toggled)
        self.setFocusProxy(self._buttons[0])

    def chosen_value(self) -> object:
        """Return the chosen value, or None."""
        for option, button in zip(self._options, self._buttons, strict=True):
            if button.isChecked():
                return option.value
        return None

    def set_value(self, value: object) -> None:
        """Choose `value`; one that is not offered chooses nothing."""
        for option, button in zip(self._options, self._buttons, strict=True):
            if option.value == value:
                button.setChecked(True)
                return
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(False)
        self._group.setExclusive(True)
        self.chosen.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the options."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in CLEARING:
            self.set_value(None)
            return True
        option = option_meant(self._options, self.chosen_value(), letter_of(event))
        if option is None:
            return super().eventFilter(watched, event)
        button = self._buttons[self._options.index(option)]
        button.setChecked(True)
        button.setFocus()
        return True

    def _toggled(self, _button: object, is_on: bool) -> None:
        if is_on:
            self.chosen.emit()
