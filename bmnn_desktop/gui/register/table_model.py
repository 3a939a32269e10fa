"""The lines of a book, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from bmnn_desktop.domain.document import Document
from bmnn_desktop.gui.register.columns import columns_of
from bmnn_desktop.gui.widgets.paged_model import PagedModel
from bmnn_desktop.services.list_documents import Page, list_documents, list_ids, read_documents

if TYPE_CHECKING:
    from array import array
    from concurrent.futures import Future

    from bmnn_desktop.domain.book import Book
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
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class RegisterModel(PagedModel[Document]):
    """`show_lines` asks anew."""

    def __init__(self, book: Book, office: Office, jobs: Jobs, parent: QObject) -> None:
        super().__init__(office, jobs, parent)
        self._book = book
        self._columns = columns_of(book)
        self._year: int | None = None
        self._search = ""
        self._struck = QFont()
        self._struck.setStrikeOut(True)

    def show_lines(self, year: int | None, search: str) -> None:
        """Show the lines of `year` that match `search`."""
        self._year, self._search = year, search
        self.ask_anew()

    def document(self, row: int) -> Document | None:
        """Return the document in `row`, if it has been read."""
        return self.at(row)

    def read_first(self, limit: int) -> Future[Page]:
        """Read the first lines."""
        return self.office.read(
            list_documents, self._book.key, year=self._year, search=self._search, limit=limit
        )

    def read_ids(self, last: int, limit: int) -> Future[array[int]]:
        """Read the ids of the lines below `last`."""
        return self.office.read(
            list_ids,
            self._book.key,
            year=self._year,
            search=self._search,
            before=last,
            limit=limit,
        )

    def read_rows(self, ids: tuple[int, ...]) -> Future[tuple[Document, ...]]:
        """Read these lines."""
        return self.office.read(read_documents, ids)

    def id_of(self, row: Document) -> int:
        """Return the id of a line."""
        return row.id

    # ── what Qt asks ─────────────────────────────────────────────────────────────────────────

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
        document = self.look_at(index.row())
        if document is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(document)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.alignment
        return self._aside(document, role)

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
