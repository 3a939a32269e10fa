"""Sao, chụp from a document's card: its orders, and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.copying.asking import Asking
from bmnn_desktop.gui.copying.orders_dialog import OrdersDialog

if TYPE_CHECKING:
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office


class CopyingActs(QObject):
    """Dialogs stand over the window of `page`; a refusal keeps what was typed in them."""

    line_changed = Signal(int)
    paper_wanted = Signal(str, int)  # kind, order

    def __init__(self, page: QWidget, office: Office, jobs: Jobs, lock: Callable[[], None]) -> None:
        super().__init__(page)
        self._page = page
        self._office = office
        self._jobs = jobs
        self._lock = lock

    def open(self, line: Document) -> None:
        """Show the orders of a document and offer what comes next."""
        dialog = OrdersDialog(self._page.window(), line, self._lock)
        asking = Asking(dialog, line, self._office, self._jobs, self._lock)
        asking.changed.connect(lambda: self.line_changed.emit(line.id))
        asking.paper_wanted.connect(self.paper_wanted)
        dialog.request_wanted.connect(asking.request)
        dialog.entry_wanted.connect(asking.enter)
        dialog.authority_wanted.connect(asking.add_authority)
        dialog.wanted.connect(asking.do)
        asking.refresh()
        dialog.open()
