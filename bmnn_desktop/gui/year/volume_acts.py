"""What is done to volumes, from the page of the volumes and from the change of the year."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.errors import KnownError
from bmnn_desktop.gui.people.second_panel import SecondOf
from bmnn_desktop.gui.people.sheet_dialog import SheetDialog
from bmnn_desktop.gui.second.signature import SecondSignature
from bmnn_desktop.gui.year.close_dialog import CloseDialog
from bmnn_desktop.gui.year.open_dialog import OpenDialog
from bmnn_desktop.gui.year.reopen_dialog import ReopenDialog
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.answer_proposal import answer_proposal
from bmnn_desktop.services.close_volume import LooseEnds, close_volume, look_at_loose_ends
from bmnn_desktop.services.list_people import Member, list_people
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.services.reopen_volume import Reopening, reopen_volume
from bmnn_desktop.services.second_person import RecoverySheetHolder, SecondPerson
from bmnn_desktop.services.show_to_second import show_proposal

if TYPE_CHECKING:
    from bmnn_desktop.domain.volume import Volume
    from bmnn_desktop.gui.ask_dialog import AskDialog
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.act_of_two import Settled
    from bmnn_desktop.services.office import Office


class VolumeActs(QObject):
    """Asks, does, and says that something changed."""

    changed = Signal(object)  # Volume
    waits = Signal(object, str)  # Volume that is proposed to be opened again, and why it waits

    def __init__(
        self, parent: QWidget, office: Office, jobs: Jobs, lock: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._office = office
        self._jobs = jobs
        self._second_of: SecondOf = office.second_person
        self._lock = lock
        self.signature = SecondSignature(self, jobs)

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

        def seen(members: tuple[Member, ...]) -> None:
            dialog = ReopenDialog(
                self._parent.window(), volume, members, self._second_of, self._lock
            )
            dialog.given_up.connect(self.signature.give_up)
            dialog.confirmed.connect(
                lambda reason, second: self._reopen(dialog, volume, reason, second)
            )
            dialog.open()

        self._jobs.new(seen).watch(self._office.read(list_people))

    def _reopen(
        self, dialog: ReopenDialog, volume: Volume, reason: str, second: SecondPerson | None
    ) -> None:
        """Reopen by the recovery sheet at once; whoever signs apart answers the proposal."""
        is_sheet = isinstance(second, RecoverySheetHolder)

        def done(made: Reopening) -> None:
            if second is not None and not is_sheet:
                self._have_signed(dialog, volume, made.entry, second)
                return
            dialog.accept()
            if made.volume.is_closed:
                self.waits.emit(volume, "")
            else:
                self.changed.emit(made.volume)
            if made.sheet is not None:
                SheetDialog(self._parent.window(), made.sheet).open()

        self._jobs.new(done, dialog.refuse).watch(
            self._office.write(
                reopen_volume,
                volume.book,
                year=volume.year,
                number=volume.number,
                reason=reason,
                second=second if is_sheet else None,
            )
        )

    def _have_signed(
        self, dialog: ReopenDialog, volume: Volume, seq: int, second: SecondPerson
    ) -> None:
        """Have the proposal answered; without a signature it waits, and is not made twice."""

        def done(_settled: Settled) -> None:
            dialog.accept()
            self.changed.emit(replace(volume, closed_on=None))

        def failed(error: BaseException) -> None:
            dialog.accept()
            if isinstance(error, KnownError):
                self.waits.emit(volume, f"{error} (Mã: {error.code})")
            else:
                self._jobs.refuse(error)

        if dialog.is_left:  # while it was proposed
            second.leave()
            dialog.accept()
            self.waits.emit(volume, "")
            return
        self.signature.ask(
            second,
            lambda who: self._office.write(show_proposal, who, seq, approve=True),
            lambda who: self._office.write(answer_proposal, seq, approve=True, second=who),
            done,
            failed,
        )

    def _do(self, dialog: AskDialog, work: Future[Volume]) -> None:
        def done(volume: Volume) -> None:
            dialog.accept()
            self.changed.emit(volume)

        self._jobs.new(done, dialog.refuse).watch(work)
