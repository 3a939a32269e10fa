"""The lines of a book, newest first: all ids are known, documents are read as they are looked at.

A million lines are a list of eight megabytes, so any of them can be jumped to. Ids never change
and rows are never deleted: what is saved meanwhile moves no row before the next `show_lines`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
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

from bmnn_desktop.gui.register.columns import columns_of
from bmnn_desktop.services.list_documents import Page, list_documents, list_ids, read_documents

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bmnn_desktop.domain.book import Book
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office

ENTRY_ROLE = Qt.ItemDataRole.UserRole  # the Document itself
SORT_ROLE = Qt.ItemDataRole.UserRole + 1  # (year, number)
_SAID = frozenset(
    {
        *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole, ENTRY_ROLE, SORT_ROLE),
        *(Qt.ItemDataRole.FontRole, Qt.ItemDataRole.AccessibleDescriptionRole),
    }
)
_PAGE = 50  # lines read at once where one looks
_FIRST = 2 * _PAGE  # lines read with the question
_PIECE = 100_000  # ids read at once
_KEPT = 64  # pages
_IN_VIEW = 2  # pages at most
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class RegisterModel(QAbstractTableModel):
    """`show_lines` asks anew; late answers to old questions are dropped.

    `arrived`: the first lines stand; `counted`: all rows do.
    """

    arrived = Signal()
    counted = Signal(int)

    def __init__(self, book: Book, office: Office, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._office = office
        self._jobs = jobs
        self._columns = columns_of(book)
        self._ids = array("q")
        self._pages: dict[int, tuple[Document, ...]] = {}  # the one read last comes last
        self._wanted: list[int] = []  # pages, the one looked at last comes last
        self._year: int | None = None
        self._search = ""
        self._question = 0
        self._reads: set[Future[Any]] = set()
        self._struck = QFont()
        self._struck.setStrikeOut(True)

    def show_lines(self, year: int | None, search: str) -> None:
        """Show the lines of `year` that match `search`."""
        self.interrupt()
        self._year, self._search = year, search
        self._ask(
            self._office.read(
                list_documents, self._book.key, year=year, search=search, limit=_FIRST
            ),
            self._begin,
        )

    def interrupt(self) -> None:
        """Stop the read under way: another keystroke has come."""
        for reading in self._reads:
            self._office.stop_read(reading)
        self._reads.clear()
        self._wanted.clear()
        self._question += 1

    def row_of(self, document_id: int) -> int | None:
        """Return the row where a document stands, if its id has been read."""
        try:
            return self._ids.index(document_id)
        except ValueError:
            return None

    def document(self, row: int) -> Document | None:
        """Return the document in `row`, if it has been read."""
        page = self._pages.get(row // _PAGE, ())
        return page[row % _PAGE] if row >= 0 and row % _PAGE < len(page) else None

    # ── what Qt asks ─────────────────────────────────────────────────────────────────────────

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many lines are known of."""
        return 0 if parent.isValid() else len(self._ids)

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
        """Return one side of a cell; nothing until its line is read, which asking begins."""
        if role not in _SAID or not index.isValid():
            return None
        column = self._columns[index.column()]
        document = self.document(index.row())
        if document is None:
            self._want(index.row() // _PAGE)
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(document)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.alignment
        return self._aside(document, role)

    # ── reading ──────────────────────────────────────────────────────────────────────────────

    def _ask(self, reading: Future[Any], take: Callable[[Any], None]) -> None:
        """Let `take` have the answer while its question still stands."""
        question = self._question
        self._reads.add(reading)

        def answered(answer: object) -> None:
            if question == self._question:
                self._reads.discard(reading)
                take(answer)

        def failed(error: BaseException) -> None:
            if question == self._question:
                self._reads.discard(reading)
                self._jobs.refuse(error)

        self._jobs.new(answered, failed).watch(reading)

    def _begin(self, first: Page) -> None:
        self.interrupt()  # pages that were asked for while the rows before still stood
        self.beginResetModel()
        self._ids = array("q", (document.id for document in first.rows))
        self._pages.clear()
        self._wanted.clear()
        for start in range(0, len(first.rows), _PAGE):
            self._pages[start // _PAGE] = first.rows[start : start + _PAGE]
        self.endResetModel()
        self.arrived.emit()
        if first.more:
            self._read_ids()
        else:
            self.counted.emit(len(self._ids))

    def _read_ids(self) -> None:
        year, search, last = self._year, self._search, self._ids[-1]
        self._ask(
            self._office.read(
                list_ids, self._book.key, year=year, search=search, before=last, limit=_PIECE
            ),
            self._append,
        )

    def _append(self, ids: array[int]) -> None:
        if ids:
            first = len(self._ids)
            self.beginInsertRows(_NOWHERE, first, first + len(ids) - 1)
            self._ids.extend(ids)
            self.endInsertRows()
        if len(ids) == _PIECE:
            self._read_ids()
        else:
            self.counted.emit(len(self._ids))

    def _want(self, page: int) -> None:
        """Read a page soon: not while Qt paints, and none that was scrolled past meanwhile."""
        if page in self._wanted:
            return
        is_reading = bool(self._wanted)
        self._wanted = [*self._wanted[-_IN_VIEW + 1 :], page]
        if not is_reading:
            self._read_page()

    def _read_page(self) -> None:
        page, rows = self._wanted[-1], self._ids
        ids = tuple(rows[page * _PAGE : (page + 1) * _PAGE])
        self._ask(
            self._office.read(read_documents, ids),
            lambda documents: self._put(page, documents) if rows is self._ids else None,
        )

    def _put(self, page: int, documents: tuple[Document, ...]) -> None:
        self._pages[page] = documents
        if len(self._pages) > _KEPT:
            del self._pages[next(iter(self._pages))]
        self._wanted = [other for other in self._wanted if other != page]
        top = page * _PAGE
        self.dataChanged.emit(
            self.index(top, 0), self.index(top + len(documents) - 1, len(self._columns) - 1)
        )
        if self._wanted:
            self._read_page()

    def _aside(self, document: Document, role: int) -> object:
        """Return what is said of a line beside its text."""
        match role:
            case _ if role == ENTRY_ROLE:
                return document
            case _ if role == SORT_ROLE:
                return (document.year, document.seq_no)
            case Qt.ItemDataRole.FontRole if document.is_annulled:
                return self._struck
            case Qt.ItemDataRole.AccessibleDescriptionRole if document.is_annulled:
                return "Số đã gạch bỏ"
        return None
