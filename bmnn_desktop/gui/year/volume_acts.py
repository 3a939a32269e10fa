"""What is done to volumes, from the page of the volumes and from the change of the year."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.year.close_dialog import CloseDialog
from bmnn_desktop.gui.year.open_dialog import OpenDialog
from bmnn_desktop.gui.year.reopen_dialog import ReopenDialog
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.close_volume import LooseEnds, close_volume, look_at_loose_ends
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.services.reopen_volume import reopen_volume
from bmnn_desktop.services.second_person import RecoverySheetHolder

if TYPE_CHECKING:
    from bmnn_desktop.domain.volume import Volume
    from bmnn_desktop.gui.ask_dialog import AskDialog
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office


class VolumeActs(QObject):
    """Asks, does, and says that something changed."""

    changed = Signal(object)  # Volume

    def __init__(
        self, parent: QWidget, office: Office, jobs: Jobs, lock: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._office = office
        self._jobs = jobs
        self._lock = lock

    def ask_to_open(self, key: str, year: int, number: int = 1) -> None:
        """Ask for what a new volume begins with, and open it."""
        dialog = OpenDialog(self._parent.window(), printed_book(key), year, number, self._lock)
        dialog.confirmed.connect(
            lambda of_year, volume_no, first, paper: self._do(
                dialog,
                self._office.write(
                    open_volume,
                    key,
                    year=of_year,
                    number=volume_no,
                    first_no=first,
                    paper_reference=paper,
                ),
            )
        )
        dialog.open()

    def ask_to_close(self, volume: Volume) -> None:
        """Show what the volume lacks, ask for words, and close it."""

        def seen(lacks: LooseEnds) -> None:
            book, place = printed_book(volume.book), (volume.year, volume.number)
            dialog = CloseDialog(self._parent.window(), book, place, lacks, self._lock)
            dialog.confirmed.connect(
                lambda said: self._do(
                    dialog,
                    self._office.write(
                        close_volume,
                        volume.book,
                        year=volume.year,
                        number=volume.number,
                        discrepancy=said,
                    ),
                )
            )
            dialog.open()

        self._jobs.new(seen).watch(
            self._office.read(look_at_loose_ends, volume.book, volume.year, volume.number)
        )

    def ask_to_reopen(self, volume: Volume) -> None:
        """Ask for the reason and the second signature, and open the volume again."""
        book, place = printed_book(volume.book), (volume.year, volume.number)
        dialog = ReopenDialog(self._parent.window(), book, place, self._lock)
        dialog.confirmed.connect(
            lambda reason, key: self._do(
                dialog,
                self._office.write(
                    reopen_volume,
                    volume.book,
                    year=volume.year,
                    number=volume.number,
                    reason=reason,
                    second=RecoverySheetHolder(key),
                ),
            )
        )
        dialog.open()

    def _do(self, dialog: AskDialog, work: Future[Volume]) -> None:
        def done(volume: Volume) -> None:
            dialog.accept()
            self.changed.emit(volume)

        self._jobs.new(done, dialog.refuse).watch(work)
