"""What was found: book, number, day, level, who sent it or to whom it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.widgets.column_model import ColumnModel, Columns
from bmnn_desktop.registers import book as find_book

DOCUMENT_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_AIR = 14


def _book(document: Document) -> str:
    return f"{find_book(document.book).short_title} {document.year}"


def _number(document: Document) -> str:
    number = show_number(document.seq_no)
    other = document.arrival_no
    if other is None or other == document.seq_no:
        return number
    return f"{number} (đến {show_number(other)})"


def _day(document: Document) -> str:
    day = document.arrival_date or document.doc_date
    return "" if day is None else short_date(day)


def _between(document: Document) -> str:
    if document.book == "incoming":
        return document.issuer
    return "; ".join(document.recipients)


def _title(document: Document) -> str:
    return ": ".join(part for part in (document.doc_type, document.subject) if part)


_COLUMNS: Columns[Document] = (
    ("Sổ", _book),
    ("Số", _number),
    ("Ngày", _day),
    ("Độ mật", lambda document: document.level_label),
    ("Số, ký hiệu", lambda document: document.doc_number),
    ("Nơi gửi / nơi nhận", _between),
)
_SUBJECT: tuple[str, Callable[[Document], str]] = ("Tên loại, trích yếu", _title)


class FoundModel(ColumnModel[Document]):
    """The lines found, with their subjects only where `show_subjects` says so."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, _COLUMNS)
        self._struck = QFont()
        self._struck.setStrikeOut(True)

    def show_subjects(self, shown: bool) -> None:
        """Show the subjects, or never."""
        self.show_columns((*_COLUMNS, _SUBJECT) if shown else _COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return one side of a cell."""
        document = self.at(index.row())
        if document is not None and document.is_annulled:
            if role == Qt.ItemDataRole.FontRole:
                return self._struck
            if role == Qt.ItemDataRole.AccessibleDescriptionRole:
                return "Số đã gạch bỏ"
        return document if role == DOCUMENT_ROLE else super().data(index, role)


class FoundView(QTableView):
    """The keys stay in the find box; a click or its Enter opens a line."""

    opened = Signal(object)  # Document

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FoundModel(self)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + _AIR)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.clicked.connect(self._open)

    def show_subjects(self, shown: bool) -> None:
        """Show the subjects, or never."""
        self._model.show_subjects(shown)

    def show_lines(self, rows: Sequence[Document]) -> None:
        """Show these, the first one chosen."""
        self._model.show_rows(rows)
        header = self.horizontalHeader()
        for section in range(self._model.columnCount()):
            is_wide = section >= len(_COLUMNS) - 1
            modes = QHeaderView.ResizeMode
            header.setSectionResizeMode(
                section, modes.Stretch if is_wide else modes.ResizeToContents
            )
        if rows:
            self.selectRow(0)

    def documents(self) -> list[Document]:
        """Return the lines that are shown."""
        every = (self._model.index(row, 0) for row in range(self._model.rowCount()))
        return [index.data(DOCUMENT_ROLE) for index in every]

    def step(self, by: int) -> None:
        """Choose another line."""
        row = self.currentIndex().row() + by
        self.selectRow(max(0, min(row, self._model.rowCount() - 1)))

    def open_chosen(self) -> None:
        """Open the line that is chosen."""
        self._open(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Refuse to copy a cell."""
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(DOCUMENT_ROLE))
