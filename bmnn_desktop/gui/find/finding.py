"""Stands between a find box and what it finds: asks as one types, keeps the keys in the box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from bmnn_desktop.errors import Cancelled
from bmnn_desktop.gui.find.found_view import FoundView
from bmnn_desktop.services.find_documents import find_documents

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office

_TYPING_PAUSE = 60  # milliseconds
_MOST = 50  # lines; who wants more types another word
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_PageUp: -10,
}


class Finding(QObject):
    """Every keystroke interrupts the question before; late answers to old ones are dropped."""

    asked = Signal(bool)  # whether anything is being looked for

    def __init__(
        self, edit: QLineEdit, view: FoundView, told: QLabel, office: Office, jobs: Jobs
    ) -> None:
        super().__init__(edit)
        self._edit, self._view, self._told = edit, view, told
        self._office = office
        self._jobs = jobs
        self._question = 0
        self._reading: Future[tuple[Document, ...]] | None = None
        self._waits_to_open = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE)
        self._pause.timeout.connect(self._ask)
        edit.textChanged.connect(self._typed)
        edit.installEventFilter(self)

    @property
    def is_settled(self) -> bool:
        """Tell whether what is shown answers what is typed."""
        return self._reading is None and not self._pause.isActive()

    def stop(self) -> None:
        """End the timer: the window is going away."""
        self._pause.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the box's keys choose and open lines; the input method keeps its own."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers():
            self._view.step(_STEPS[key])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._edit.text().strip():
            self._waits_to_open = not self.is_settled
            if self.is_settled:
                self._view.open_chosen()
            return True
        if key == Qt.Key.Key_Escape and self._edit.text():
            self._edit.clear()
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._waits_to_open = False
        self._question += 1
        if self._reading is not None:
            self._office.stop_read(self._reading)
            self._reading = None
        is_asked = bool(self._edit.text().strip())
        self.asked.emit(is_asked)
        if is_asked:
            self._pause.start()
        else:
            self._pause.stop()
            self._view.show_lines(())
            self._told.clear()

    def _ask(self) -> None:
        question = self._question
        self._reading = self._office.read(find_documents, self._edit.text(), _MOST)
        self._jobs.new(lambda rows: self._arrived(question, rows), self._failed).watch(
            self._reading
        )

    def _arrived(self, question: int, rows: tuple[Document, ...]) -> None:
        if question != self._question:
            return
        self._reading = None
        self._view.show_lines(rows)
        if not rows:
            self._told.setText("Không có dòng nào khớp.")
        elif len(rows) < _MOST:
            self._told.setText(f"{len(rows)} dòng · ↑ ↓ để chọn, Enter để mở")
        else:
            self._told.setText(f"{_MOST} dòng ghi sau cùng · gõ thêm chữ để tìm hẹp hơn")
        if self._waits_to_open:
            self._waits_to_open = False
            self._view.open_chosen()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self._reading = None
            self._jobs.refuse(error)
