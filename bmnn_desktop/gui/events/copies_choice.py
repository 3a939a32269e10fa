"""Which copies are meant: a box for each, with what was counted where it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLineEdit, QScrollArea, QWidget

from bmnn_desktop.domain.removal import Counted

_TALLEST = 150
_MOST = 99_999
_COUNT_WIDTH = 72


@dataclass(frozen=True, slots=True)
class Offered:
    """A copy that can be chosen, or why not: the words say where it is."""

    copy: int
    words: str
    is_possible: bool = True


class CopiesChoice(QScrollArea):
    """The only possible copy is chosen at once; `changed` when another choice is made."""

    changed = Signal()

    def __init__(
        self, offered: Sequence[Offered], parent: QWidget, *, with_counts: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._boxes: dict[int, QCheckBox] = {}
        self._counts: dict[int, tuple[QLineEdit, QLineEdit]] = {}
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        possible = [one for one in offered if one.is_possible]
        for row, one in enumerate(offered):
            box = QCheckBox(one.words.replace("&", "&&"), body)
            box.setObjectName(f"copy_{one.copy}_box")
            box.setEnabled(one.is_possible)
            box.setChecked(possible == [one])
            box.toggled.connect(self.changed)
            self._boxes[one.copy] = box
            grid.addWidget(box, row, 0)
            if with_counts:
                pages, annexes = self._count("trang", box), self._count("phụ lục", box)
                self._counts[one.copy] = (pages, annexes)
                grid.addWidget(pages, row, 1)
                grid.addWidget(annexes, row, 2)
        self.setWidget(body)
        self.setFixedHeight(min(_TALLEST, body.sizeHint().height() + 2))

    @property
    def chosen(self) -> tuple[int, ...]:
        """Return the copies that are chosen."""
        return tuple(copy for copy, box in self._boxes.items() if box.isChecked())

    @property
    def counted(self) -> tuple[Counted, ...]:
        """Return the same with what was counted."""
        return tuple(
            Counted(copy, _number(self._counts[copy][0]), _number(self._counts[copy][1]))
            for copy in self.chosen
        )

    def _count(self, words: str, box: QCheckBox) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setPlaceholderText(words)
        edit.setAccessibleName(f"Số {words} đếm được, {box.text()}")
        edit.setObjectName(f"{box.objectName()}_{'pages' if words == 'trang' else 'annexes'}")
        edit.setFixedWidth(_COUNT_WIDTH)
        edit.setValidator(QIntValidator(0, _MOST, edit))
        return edit


def _number(edit: QLineEdit) -> int | None:
    return int(edit.text()) if edit.hasAcceptableInput() else None
