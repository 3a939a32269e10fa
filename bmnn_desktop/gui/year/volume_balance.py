"""Cân đối bản of a volume or of all books, and its sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.custody.balance_dialog import BalanceDialog
from bmnn_desktop.gui.preview.subject import Subject
from bmnn_desktop.gui.sheets.files import PrintFiles
from bmnn_desktop.gui.year.volumes_model import name_of
from bmnn_desktop.services.balance import (
    Balances,
    preview_balance_sheet,
    print_balance_sheet,
    read_balance,
)

if TYPE_CHECKING:
    from bmnn_desktop.domain.volume import Volume
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office


class VolumeBalance(QObject):
    """Reads, shows, and hands on what is wanted of it."""

    preview_wanted = Signal(object)  # Subject
    line_wanted = Signal(str, int)  # book, document

    def __init__(
        self, parent: QWidget, office: Office, jobs: Jobs, lock: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._office = office
        self._jobs = jobs
        self._lock = lock

    def look(self, volume: Volume) -> None:
        """Show the balance of a volume."""
        work = self._office.read(read_balance, volume.book, year=volume.year, volume=volume.number)
        self._jobs.new(lambda found: self._show(found, volume)).watch(work)

    def look_at_all(self) -> None:
        """Show the balance of all books."""
        self._jobs.new(lambda found: self._show(found, None)).watch(self._office.read(read_balance))

    def _show(self, found: Balances, volume: Volume | None) -> None:
        title = "Cân đối bản – cả kho sổ" if volume is None else f"Cân đối bản – {name_of(volume)}"
        dialog = BalanceDialog(self._parent.window(), title, found, self._lock)
        dialog.line_wanted.connect(self.line_wanted)
        can_print = self._office.training and not self._office.session.guest.is_here
        dialog.print_button.setVisible(volume is not None and can_print)
        if volume is not None:
            dialog.print_wanted.connect(lambda: self.preview_wanted.emit(self._sheet(volume)))
        dialog.open()

    def _sheet(self, volume: Volume) -> Subject:
        office, number = self._office, show_number(volume.number)
        out = PrintFiles(office.place).next(f"can-doi-{volume.book}-{volume.year}-{number}")
        return Subject(
            title=f"Tờ cân đối bản – {name_of(volume)}",
            preview=lambda _progress: office.read(
                preview_balance_sheet, volume.book, year=volume.year, volume=volume.number
            ),
            print_to=lambda to, _progress: office.write(
                print_balance_sheet, volume.book, year=volume.year, volume=volume.number, out=to
            ),
            out=str(out),
            is_once=True,
            is_upright=True,
        )
