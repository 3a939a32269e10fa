"""Things to do, one a line: what it is on the left, how it stands on the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bmnn_desktop.gui.appearance import colours
from bmnn_desktop.services.duties import Duty, DutyKind
from bmnn_desktop.services.today_words import duty_words, more_words

STATE_ROLE = Qt.ItemDataRole.UserRole  # how it stands
DUTY_ROLE = Qt.ItemDataRole.UserRole + 1  # the Duty itself; None: "còn 5 việc"
LATE_ROLE = Qt.ItemDataRole.UserRole + 2
_HAVE_A_DAY = (DutyKind.DIRECTION, DutyKind.OVERDUE)
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_MARGIN = 14
_GAP = 18
_AIR = 16  # above and below the words of a line, together


class DutyModel(QAbstractListModel):
    """What stands in a list; `more` of them are not shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._today = date.min
        self._duties: Sequence[Duty] = ()
        self._more = 0

    def show_duties(self, duties: Sequence[Duty], more: int, today: date) -> None:
        """Show these."""
        self.beginResetModel()
        self._duties, self._more, self._today = duties, more, today
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._duties) + (self._more > 0)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return one side of a line."""
        if not index.isValid():
            return None
        if index.row() == len(self._duties):
            return more_words(self._more) if role == Qt.ItemDataRole.DisplayRole else None
        duty = self._duties[index.row()]
        what, state = duty_words(duty, self._today)
        is_overdue = duty.day is not None and duty.day < self._today
        sides: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: what,
            Qt.ItemDataRole.AccessibleTextRole: f"{what}, {state}" if state else what,
            STATE_ROLE: state,
            DUTY_ROLE: duty,
            LATE_ROLE: duty.is_red or (duty.kind in _HAVE_A_DAY and is_overdue),
        }
        return sides.get(role)


class DutyList(QListView):
    """As tall as its lines; a click or Enter opens one."""

    duty_wanted = Signal(object)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = DutyModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_DutyDelegate(self))
        self.setProperty("role", "duties")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)

    def show_duties(self, duties: Sequence[Duty], more: int, today: date) -> None:
        """Show these and say how many more there are."""
        self._model.show_duties(duties, more, today)
        rows = self._model.rowCount()
        self.setFixedHeight(rows * self.sizeHintForRow(0) + 2 * self.frameWidth() if rows else 0)
        self.setVisible(rows > 0)

    def texts(self) -> list[str]:
        """Return what the list says, line by line."""
        every = (self._model.index(row) for row in range(self._model.rowCount()))
        return [
            " – ".join(part for part in (one.data(), one.data(STATE_ROLE)) if part) for one in every
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or Space."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and not event.modifiers():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a line at once: what is chosen must be seen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave no line chosen where the keys are not."""
        super().focusOutEvent(event)
        self.setCurrentIndex(QModelIndex())

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        duty = index.data(DUTY_ROLE)
        if duty is None:
            self.more_wanted.emit()
        else:
            self.duty_wanted.emit(duty)


class _DutyDelegate(QStyledItemDelegate):
    """Paints the two sides of a line."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a line."""
        tones = colours(QApplication.palette())
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if is_chosen or is_hovered:
            painter.fillRect(option.rect, QColor(tones["chosen" if is_chosen else "hover"]))
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        metrics = option.fontMetrics
        state = index.data(STATE_ROLE) or ""
        if state:
            is_late = index.data(LATE_ROLE)
            font = painter.font()
            font.setBold(is_late)
            painter.setFont(font)
            painter.setPen(QColor(tones["bad" if is_late else "quiet"]))
            width = painter.fontMetrics().horizontalAdvance(state)
            right = QRect(room.right() - width, room.top(), width + 1, room.height())
            painter.drawText(right, int(_MIDDLE), state)
            room.setRight(right.left() - _GAP)
            font.setBold(False)
            painter.setFont(font)
        is_more = index.data(DUTY_ROLE) is None
        text = option.palette.color(QPalette.ColorRole.Text)
        painter.setPen(QColor(tones["accent"]) if is_more else text)
        words = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(_MIDDLE), words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the height of a line."""
        return QSize(0, option.fontMetrics.lineSpacing() + _AIR)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
