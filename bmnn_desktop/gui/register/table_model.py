"""The lines of a book, newest first, fetched page by page on the reader's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from bmnn_desktop.errors import Cancelled
from bmnn_desktop.gui.register.columns import columns_of
from bmnn_desktop.services.list_documents import Page, count_documents, list_documents

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bmnn_desktop.domain.book import Book
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office

ENTRY_ROLE = Qt.ItemDataRole.UserRole  # the Document itself
SORT_ROLE = Qt.ItemDataRole.UserRole + 1  # (year, number)
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class RegisterModel(QAbstractTableModel):
    """`show_lines` asks anew; scrolling fetches more; late answers to old questions are dropped."""

    arrived = Signal()
    counted = Signal(int)

    def __init__(self, book: Book, office: Office, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._office = office
        self._jobs = jobs
        self._columns = columns_of(book)
        self._rows: list[Document] = []
        self._more = False
        self._year: int | None = None
        self._search = ""
        self._question = 0
        self._reading: Future[Page] | None = None
        self._struck = QFont()
        self._struck.setStrikeOut(True)

    def show_lines(self, year: int | None, search: str) -> None:
        """Show the lines of `year` that match `search`."""
        self.interrupt()
        self._year, self._search = year, search
        self._read(before=None)
        question = self._question
        self._jobs.new(lambda number: self._count(question, number), self._failed).watch(
            self._office.read(count_documents, self._book.key, year=year, search=search)
        )

    def interrupt(self) -> None:
        """Stop the read under way: another keystroke has come."""
        if self._reading is not None:
            self._office.stop_read(self._reading)
            self._reading = None
        self._question += 1

    def row_of(self, document_id: int) -> int | None:
        """Return the row where a document stands, if it was fetched."""
        return next((row for row, one in enumerate(self._rows) if one.id == document_id), None)

    def document(self, row: int) -> Document | None:
        """Return the document in `row`."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    # ── what Qt asks ─────────────────────────────────────────────────────────────────────────

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many lines have been fetched."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many columns the book has."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (Qt's type)
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        return self._columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return one side of a cell."""
        if not index.isValid():
            return None
        document = self._rows[index.row()]
        column = self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(document)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.alignment
            case _ if role == ENTRY_ROLE:
                return document
            case _ if role == SORT_ROLE:
                return (document.year, document.seq_no)
        return self._annulled(role) if document.is_annulled else None

    def canFetchMore(self, parent: _Index) -> bool:
        """Tell whether older lines are still in the vault."""
        return not parent.isValid() and self._more and self._reading is None

    def fetchMore(self, parent: _Index) -> None:
        """Ask for the page below."""
        if self.canFetchMore(parent) and self._rows:
            last = self._rows[-1]
            self._read(before=(last.year, last.seq_no))

    # ── reading ──────────────────────────────────────────────────────────────────────────────

    def _read(self, before: tuple[int, int] | None) -> None:
        question = self._question
        self._reading = self._office.read(
            list_documents, self._book.key, year=self._year, search=self._search, before=before
        )
        self._jobs.new(
            lambda page: self._take(question, page, is_first=before is None), self._failed
        ).watch(self._reading)

    def _take(self, question: int, page: Page, *, is_first: bool) -> None:
        if question != self._question:
            return
        # Until the rows stand, views may ask for more: they would get the same page again.
        if is_first:
            self.beginResetModel()
            self._rows = list(page.rows)
            self._more, self._reading = page.more, None
            self.endResetModel()
            self.arrived.emit()
        elif page.rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self._rows.extend(page.rows)
            self._more, self._reading = page.more, None
            self.endInsertRows()
        else:
            self._more, self._reading = False, None

    def _count(self, question: int, number: int) -> None:
        if question == self._question:
            self.counted.emit(number)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self._reading = None
            self._jobs.refuse(error)

    def _annulled(self, role: int) -> object:
        if role == Qt.ItemDataRole.FontRole:
            return self._struck
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return "Số đã gạch bỏ"
        return None
