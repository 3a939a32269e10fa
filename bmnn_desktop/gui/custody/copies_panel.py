"""The copies of a document on its card: where each is, and what can be done with those chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.domain.custody import Origin
from bmnn_desktop.domain.holding import Holding
from bmnn_desktop.gui.custody.copy_entries import CopyEntry
from bmnn_desktop.gui.custody.words import place_words
from bmnn_desktop.gui.widgets.column_model import ColumnModel
from bmnn_desktop.gui.widgets.column_view import ColumnView

if TYPE_CHECKING:
    from bmnn_desktop.services.show_document import DocumentCard

_TALLEST = 236
_WHERE = 1


class CopiesView(ColumnView):
    """Enter or a double click opens the copy one stands on; several can be chosen."""

    opened = Signal()

    def __init__(self, model: ColumnModel[Holding], parent: QWidget) -> None:
        super().__init__(model, _WHERE, parent)
        self.setObjectName("copies_view")
        self.setAccessibleName("Các bản")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.horizontalHeader().hide()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the wrapped lines, up to a bound."""
        super().resizeEvent(event)
        self.resizeRowsToContents()
        room = self.verticalHeader().length() + 2 * self.frameWidth() + 2
        self.setFixedHeight(min(_TALLEST, room))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; refuse to copy a cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class CopiesPanel(QWidget):
    """Only shows and offers; `opened` carries the copy that is to be looked at."""

    opened = Signal(object)  # Holding

    def __init__(self, card: DocumentCard, entries: Sequence[CopyEntry]) -> None:
        super().__init__()
        self._entries = entries
        meant = _meant(card)
        self.model = ColumnModel[Holding](
            self,
            (
                ("Bản", lambda one: one.copy.number),
                ("Ở đâu", lambda one: _words(one, meant.get(one.copy.id, ""))),
            ),
        )
        self.model.show_rows(card.custody)
        self.view = CopiesView(self.model, self)
        self.view.opened.connect(self._open)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.story_button = QPushButton("Đã qua những đâu   Enter", self)
        self.story_button.setObjectName("story_button")
        self.story_button.setProperty("role", "compact")
        self.story_button.clicked.connect(self._open)
        self.acts_button = QPushButton("Việc với bản đã chọn", self)
        self.acts_button.setObjectName("copy_acts_button")
        self.acts_button.setProperty("role", "compact")
        self.acts_button.setVisible(bool(entries))
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.acts_button.setMenu(self.menu)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.story_button)
        row.addWidget(self.acts_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.view)
        column.addLayout(row)
        self.view.selectRow(0)

    @property
    def chosen(self) -> tuple[Holding, ...]:
        """Return the copies that are chosen."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self.model.rows[row] for row in rows)

    def _open(self) -> None:
        one = self.model.at(self.view.currentIndex().row())
        if one is not None:
            self.opened.emit(one)

    def _show_menu(self, at: QPoint) -> None:
        if self._entries:
            self.menu.popup(self.view.viewport().mapToGlobal(at))

    def _fill_menu(self) -> None:
        self.menu.clear()
        some = self.chosen
        for entry in self._entries:
            action = self.menu.addAction(entry.words)
            action.setObjectName(entry.name)
            action.setEnabled(bool(some) and all(map(entry.can, some)))
            action.triggered.connect(lambda _=False, act=entry.act: act(some))


def _meant(card: DocumentCard) -> Mapping[int, str]:
    """Return by copy for whom the register has it, and how it is to go there."""
    channels = card.document.channels
    own = {copy.copy_no: place for place, copy in enumerate(card.copies)}
    meant = {}
    for one in card.custody:
        place = own.get(one.copy.copy_no) if one.copy.origin is not Origin.MADE else None
        words = one.copy.meant_for
        if place is not None:
            copy = card.copies[place]
            words = f"{copy.holder} (bản lưu)" if copy.is_file_copy else copy.holder
            channel = channels[place] if place < len(channels) else None
            if channel is not None:
                words += f" · {channel.label.lower()}"
        meant[one.copy.id] = words
    return meant


def _words(one: Holding, meant: str) -> str:
    parts = [place_words(one)]
    if one.copy.origin is Origin.STOCK:
        seen = one.copy.seen_on
        parts.append("Chưa đối chiếu" if seen is None else f"Đối chiếu ngày {seen:%d/%m/%Y}")
    if meant and meant not in (one.copy.holder, one.copy.place):
        parts.append(f"Theo sổ: {meant}")
    return "\n".join(parts)
