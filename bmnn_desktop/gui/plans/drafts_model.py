"""The duties of a plan while they are reviewed: a grid that is typed into."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from bmnn_desktop.domain.task import DraftTask, Sure, TaskSort
from bmnn_desktop.gui.widgets.column_model import ColumnModel
from bmnn_desktop.services.time_words import meant_by, until_words

_Index = QModelIndex | QPersistentModelIndex
_CUTS = ("; ", ". ")


def _names(names: Sequence[str]) -> str:
    return "; ".join(names)


def _others(task: DraftTask) -> str:
    asked = f"Đề nghị: {_names(task.requested)}" if task.requested else ""
    return "; ".join(filter(None, (_names(task.coordinate), asked)))


def _doubt(task: DraftTask) -> str:
    weak = [
        words
        for words, sure in (
            ("đơn vị", task.sure_owner),
            ("thời hạn", task.sure_time),
            ("xếp loại", task.sure_sort),
        )
        if sure is not Sure.HIGH
    ]
    return f"{task.doubt.label}: {', '.join(weak)}" if weak else task.doubt.label


SORT, SUMMARY, LEAD, TIMING = 1, 2, 3, 5
_COLUMNS: Sequence[tuple[str, Callable[[DraftTask], str]]] = (
    ("Mục", lambda one: one.ref),
    ("Xếp loại", lambda one: one.sort.label),
    ("Nội dung", lambda one: one.summary),
    ("Chủ trì", lambda one: _names(one.lead)),
    ("Phối hợp, đề nghị", _others),
    ("Thời hạn", lambda one: one.timing_text),
    ("Hiểu là", until_words),
    ("Độ chắc", _doubt),
    ("Dòng", lambda one: str(one.line) if one.line else "giấy"),
    ("Trùng việc", lambda one: "" if one.same_as is None else f"mã {one.same_as}"),
)
_TYPED = (0, SUMMARY, LEAD, TIMING)


class DraftsModel(ColumnModel[DraftTask]):
    """Typing a cell makes it sure; a time phrase is understood at once."""

    def __init__(self, parent: QObject, year: int) -> None:
        super().__init__(parent, _COLUMNS)
        self._year = year

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let reference, words, lead and time be typed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in _TYPED else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words of a cell, whole in its tip."""
        if role in (Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            role = Qt.ItemDataRole.DisplayRole
        return super().data(index, role)

    def setData(
        self,
        index: _Index,
        value: Any,  # noqa: ANN401
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Take what was typed."""
        task = self.at(index.row())
        if role != Qt.ItemDataRole.EditRole or task is None:
            return False
        words = str(value)
        if index.column() == TIMING:
            timing = meant_by(words, self._year)
            task = replace(task, timing_text=words, timing=timing, sure_time=Sure.HIGH)
        elif index.column() == LEAD:
            names = tuple(filter(None, (part.strip() for part in words.split(";"))))
            task = replace(task, lead=names, sure_owner=Sure.HIGH)
        elif index.column() == SUMMARY:
            task = replace(task, summary=words)
        else:
            task = replace(task, ref=words)
        self._put(index.row(), task)
        return True

    def sort_rows(self, rows: Iterable[int], sort: TaskSort) -> None:
        """Say whose business some duties are."""
        for row in rows:
            task = self.rows[row]
            self._put(row, replace(task, sort=sort, sure_sort=Sure.HIGH))

    def link_rows(self, rows: Iterable[int], *, linked: bool, offered: dict[int, int]) -> None:
        """Take or leave that some duties are another plan's; `offered` by line."""
        for row in rows:
            task = self.rows[row]
            self._put(row, replace(task, same_as=offered.get(task.line) if linked else None))

    def drop_rows(self, rows: Iterable[int]) -> None:
        """Leave duties out."""
        gone = set(rows)
        self.show_rows([one for place, one in enumerate(self.rows) if place not in gone])

    def merge_rows(self, rows: Sequence[int]) -> None:
        """Make one duty of several, in the place of the first."""
        if len(rows) < 2:  # noqa: PLR2004
            return
        first, *others = (self.rows[row] for row in sorted(rows))
        merged = replace(
            first,
            summary="; ".join(filter(None, (one.summary for one in (first, *others)))),
            lead=_union(one.lead for one in (first, *others)),
            coordinate=_union(one.coordinate for one in (first, *others)),
            requested=_union(one.requested for one in (first, *others)),
        )
        kept = [one for place, one in enumerate(self.rows) if place not in set(rows)]
        kept.insert(min(rows), merged)
        self.show_rows(kept)

    def split_row(self, row: int) -> None:
        """Make two duties of one: at its first semicolon or full stop, else a second one alike."""
        task = self.rows[row]
        cut = next((mark for mark in _CUTS if mark in task.summary), None)
        begin, end = (task.summary, task.summary)
        if cut is not None:
            begin, end = task.summary.split(cut, 1)
        kept = list(self.rows)
        second = end[:1].upper() + end[1:]
        kept[row : row + 1] = [replace(task, summary=begin), replace(task, summary=second)]
        self.show_rows(kept)

    def add_row(self) -> None:
        """Add an empty duty, typed from paper."""
        self.show_rows([*self.rows, DraftTask(ref=str(len(self.rows) + 1), summary="")])

    def _put(self, row: int, task: DraftTask) -> None:
        kept = list(self.rows)
        kept[row] = task
        self.rows = kept
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(_COLUMNS) - 1))


def _union(groups: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in groups for name in names))
