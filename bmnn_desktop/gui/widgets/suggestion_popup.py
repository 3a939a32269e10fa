"""The list below a text field that offers remembered values, without ever typing for the clerk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from bmnn_desktop.gui.widgets.suggestions import Suggestions

_MOST = 8
_LEAST_WIDTH = 280
_GAP = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVING = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide)
_TAKEN = (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape)


class SuggestionPopup(QListView):
    """A child of the field's window, never focused: the field keeps keys and composition.

    Nothing is chosen until Down or Up; Enter and Tab mean what they always mean until then.
    `typed` returns what is matched, `written` all there is in the field, `take` puts a value in.
    """

    def __init__(
        self,
        field: QWidget,
        *,
        typed: Callable[[], str],
        written: Callable[[], str],
        take: Callable[[str], None],
        enter_goes_on: bool = False,
    ) -> None:
        super().__init__(field)
        self._field = field
        self._typed = typed
        self._written = written
        self._take = take
        self._enter_goes_on = enter_goes_on  # taking is followed by what Enter does in the field
        self._at = QRect()  # where the field was when this was laid out
        self._watched: list[QWidget] = []
        self._suggestions = Suggestions()
        self._lines = QStringListModel(self)
        self.preedit = ""  # what an input method is composing in the field
        self.setModel(self._lines)
        self.setProperty("role", "suggestions")
        self.setAccessibleName("Gợi ý")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()
        self.clicked.connect(self._clicked)
        field.installEventFilter(self)
        field.destroyed.connect(self.deleteLater)

    @property
    def chosen(self) -> str | None:
        """Return the value chosen with the arrows."""
        index = self.currentIndex()
        return self._lines.data(index) if self.isVisible() and index.isValid() else None

    def shown(self) -> list[str]:
        """Return what is offered; nothing while hidden."""
        return self._lines.stringList() if self.isVisible() else []

    def set_values(self, values: tuple[str, ...]) -> None:
        """Offer `values` from now on, most used first."""
        self._suggestions.set_values(values)

    def opened_by(self, event: QKeyEvent) -> bool:
        """Show the suggestions if `event` is Down and there are some."""
        if event.key() != Qt.Key.Key_Down or not _is_bare(event) or self.preedit:
            return False
        self.suggest()
        return self.isVisible()

    @contextmanager
    def typing(self, preedit: str | None = None) -> Iterator[None]:
        """Suggest anew if the field's text is another after this; `preedit` is being composed."""
        before = self._written()
        yield
        if preedit is not None:
            self.preedit = preedit
        if self._written() == before:
            return
        if self._typed().strip():
            self.suggest()
        else:
            self.leave()

    def suggest(self) -> None:
        """Show what matches, nothing chosen; nothing typed: the most used."""
        found = self._suggestions.matching(self._typed(), _MOST)
        if not found:
            self.leave()
            return
        self._lines.setStringList(found)
        self._choose(-1)
        self._place(len(found))
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Hide; the field stays as it is."""
        self.hide()
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrows, Enter, Tab and Esc of the field, and only while shown."""
        if event.type() in _MOVING and self._at != self._place_of_field():
            self.leave()
        if watched is not self._field:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.leave()
            self.preedit = ""
        if not isinstance(event, QKeyEvent) or not self._means_this(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:  # else Esc would leave the form
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._press(Qt.Key(event.key()))

    def _means_this(self, event: QKeyEvent) -> bool:
        is_ours = event.key() in _TAKEN and _is_bare(event)
        if event.key() in (*_ENTER, Qt.Key.Key_Tab) and self.chosen is None:
            is_ours = False
        return is_ours and self.isVisible() and not self.preedit

    def _press(self, key: Qt.Key) -> bool:
        chosen = self.chosen
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            row = self.currentIndex().row() if chosen is not None else -1
            self._step(row, 1 if key == Qt.Key.Key_Down else -1)
            return True
        self.leave()
        if key == Qt.Key.Key_Escape or chosen is None:
            return True
        self._take(chosen)
        return key in _ENTER and not self._enter_goes_on

    def _step(self, row: int, by: int) -> None:
        """Go round: past either end lies what was typed, with nothing chosen."""
        places = self._lines.rowCount() + 1
        self._choose((row + 1 + by) % places - 1)

    def _choose(self, row: int) -> None:
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            self.setCurrentIndex(self._lines.index(row))

    def _clicked(self, index: QModelIndex) -> None:
        value = self._lines.data(index)
        self.leave()
        self._take(value)

    def _place_of_field(self) -> QRect:
        if not self._field.isVisible():
            return QRect()
        window = self._field.window()
        return QRect(self._field.mapTo(window, QPoint(0, 0)), self._field.size())

    def _place(self, lines: int) -> None:
        """Lie below the field, above it where there is more room; go when the field moves."""
        window = self._field.window()
        if self.parent() is not window:
            self.setParent(window)
        self.ensurePolished()
        height = lines * self.sizeHintForRow(0) + 2 * self.frameWidth()
        at = self._at = self._place_of_field()
        below, above = window.height() - at.bottom() - 1, at.top()
        room = below if height + _GAP <= below or below >= above else above
        height = min(height, room - _GAP)
        width = min(max(at.width(), _LEAST_WIDTH), window.width())
        left = max(0, min(at.left(), window.width() - width))
        top = at.bottom() + 1 + _GAP if room == below else at.top() - _GAP - height
        self.setGeometry(left, top, width, height)
        if not self._watched:
            ancestor = self._field.parentWidget()
            while ancestor is not None:
                ancestor.installEventFilter(self)
                self._watched.append(ancestor)
                ancestor = None if ancestor.isWindow() else ancestor.parentWidget()


def _is_bare(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
