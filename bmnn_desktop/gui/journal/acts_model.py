"""What was done and waits for its confirmation; each line is chosen or not."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from bmnn_desktop.gui.journal.waiting_model import WaitingModel

_Index = QModelIndex | QPersistentModelIndex
_CHECK = Qt.ItemDataRole.CheckStateRole


class ActsModel(WaitingModel):
    """All are chosen until one is taken out; `choice_changed` tells of either."""

    choice_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left_out: set[int] = set()

    @property
    def chosen(self) -> tuple[int, ...]:
        """Return the numbers of the acts that are chosen."""
        return tuple(act.seq for act in self.rows if act.seq not in self._left_out)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let the first cell of a line be checked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if _is_box(index) else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words of a cell, and of the first whether its line is chosen."""
        act = self.at(index.row())
        if role == _CHECK and _is_box(index) and act is not None:
            left_out = act.seq in self._left_out
            return Qt.CheckState.Unchecked if left_out else Qt.CheckState.Checked
        return super().data(index, role)

    def setData(
        self,
        index: _Index,
        value: Any,  # noqa: ANN401  (Qt's type)
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Choose a line, or take it out."""
        act = self.at(index.row())
        if role != _CHECK or not _is_box(index) or act is None:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._left_out.discard(act.seq)
        else:
            self._left_out.add(act.seq)
        self.dataChanged.emit(index, index, [_CHECK])
        self.choice_changed.emit()
        return True


def _is_box(index: _Index) -> bool:
    return index.isValid() and index.column() == 0
