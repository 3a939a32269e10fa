"""A long list as a table: all ids are known, rows are read by pages where one looks.

A million ids are a list of eight megabytes, so any row can be jumped to. Ids never change and rows
are never deleted: what is written meanwhile moves no row before the next `ask_anew`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
)

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office

T = TypeVar("T")
PAGE = 50  # rows read at once where one looks
FIRST = 2 * PAGE  # rows read with the question
PIECE = 100_000  # ids read at once
_KEPT = 64  # pages
_IN_VIEW = 2  # pages at most
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class PagedModel(QAbstractTableModel, Generic[T]):
    """Late answers to old questions are dropped.

    `arrived`: the first rows stand; `counted`: all rows do.
    """

    arrived = Signal()
    counted = Signal(int)

    def __init__(self, office: Office, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.office = office
        self._jobs = jobs
        self._ids = array("q")
        self._pages: dict[int, Sequence[T]] = {}  # the one read last comes last
        self._wanted: list[int] = []  # pages, the one looked at last comes last
        self._question = 0
        self._reads: set[Future[Any]] = set()

    # ── what a list says ─────────────────────────────────────────────────────────────────────

    def read_first(self, limit: int) -> Future[Any]:
        """Read the first rows: an answer with `rows` and whether there are `more`."""
        raise NotImplementedError

    def read_ids(self, last: int, limit: int) -> Future[array[int]]:
        """Read the ids that follow `last`."""
        raise NotImplementedError

    def read_rows(self, ids: tuple[int, ...]) -> Future[Any]:
        """Read these rows in this order."""
        raise NotImplementedError

    def id_of(self, row: T) -> int:
        """Return the id of a row."""
        raise NotImplementedError

    # ── asking ───────────────────────────────────────────────────────────────────────────────

    def ask_anew(self) -> None:
        """Read from the beginning."""
        self.interrupt()
        self._ask(self.read_first(FIRST), self._begin)

    def interrupt(self) -> None:
        """Stop the read under way: another question has come."""
        for reading in self._reads:
            self.office.stop_read(reading)
        self._reads.clear()
        self._wanted.clear()
        self._question += 1

    def row_of(self, row_id: int) -> int | None:
        """Return where a row stands, if its id has been read."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return None

    def id_at(self, row: int) -> int | None:
        """Return the id of what stands in `row`, read or not."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def at(self, row: int) -> T | None:
        """Return what stands in `row`, if it has been read."""
        page = self._pages.get(row // PAGE, ())
        return page[row % PAGE] if row >= 0 and row % PAGE < len(page) else None

    def look_at(self, row: int) -> T | None:
        """Return what stands in `row`; nothing until it is read, which asking begins."""
        found = self.at(row)
        if found is None:
            self._want(row // PAGE)
        return found

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many rows are known of."""
        return 0 if parent.isValid() else len(self._ids)

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

    def _begin(self, first: Any) -> None:  # noqa: ANN401  (each list has its own answer)
        self.interrupt()  # pages that were asked for while the rows before still stood
        self.beginResetModel()
        self._ids = array("q", (self.id_of(row) for row in first.rows))
        self._pages.clear()
        self._wanted.clear()
        for start in range(0, len(first.rows), PAGE):
            self._pages[start // PAGE] = first.rows[start : start + PAGE]
        self.endResetModel()
        self.arrived.emit()
        if first.more:
            self._read_ids()
        else:
            self.counted.emit(len(self._ids))

    def _read_ids(self) -> None:
        self._ask(self.read_ids(self._ids[-1], PIECE), self._append)

    def _append(self, ids: array[int]) -> None:
        if ids:
            first = len(self._ids)
            self.beginInsertRows(_NOWHERE, first, first + len(ids) - 1)
            self._ids.extend(ids)
            self.endInsertRows()
        if len(ids) == PIECE:
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
        ids = tuple(rows[page * PAGE : (page + 1) * PAGE])
        self._ask(
            self.read_rows(ids),
            lambda found: self._put(page, found) if rows is self._ids else None,
        )

    def _put(self, page: int, found: Sequence[T]) -> None:
        self._pages[page] = found
        if len(self._pages) > _KEPT:
            del self._pages[next(iter(self._pages))]
        self._wanted = [other for other in self._wanted if other != page]
        top = page * PAGE
        self.dataChanged.emit(
            self.index(top, 0), self.index(top + len(found) - 1, self.columnCount() - 1)
        )
        if self._wanted:
            self._read_page()
