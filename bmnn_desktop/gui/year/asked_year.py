"""Before the first line of a new year: which year is meant. Asked once, answered by a person.

The clock never decides the year alone. Once the new year's volume is open nothing is asked again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bmnn_desktop.errors import VolumeExists
from bmnn_desktop.gui.year.year_question import YearQuestion
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.services.propose_document import Proposal, propose_document

if TYPE_CHECKING:
    from bmnn_desktop.domain.book import Book
    from bmnn_desktop.domain.volume import Volume
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office


class AskedYear(QObject):
    """Stands before a book's empty form."""

    def __init__(
        self, book: Book, office: Office, jobs: Jobs, lock: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._office = office
        self._jobs = jobs
        self._lock = lock
        self._parent = parent

    def before(self, year: int | None, go_on: Callable[[int], object]) -> None:
        """Call `go_on` with the year to register into; not at all when nobody answers."""

        def proposed(proposal: Proposal) -> None:
            if proposal.year_to_open is None:
                go_on(proposal.year)
            else:
                self._ask(proposal, proposal.year_to_open, go_on)

        self._jobs.new(proposed).watch(self._office.read(propose_document, self._book.key, year))

    def _ask(self, proposal: Proposal, new: int, go_on: Callable[[int], object]) -> None:
        question = YearQuestion(self._parent.window(), self._book, proposal, new, self._lock)

        def opened(volume: Volume) -> None:
            question.accept()
            go_on(volume.year)

        def refused(error: BaseException) -> None:
            if isinstance(error, VolumeExists):  # opened meanwhile: all the better
                question.accept()
                go_on(new)
            else:
                question.refuse(error)

        question.opening_wanted.connect(
            lambda: self._jobs.new(opened, refused).watch(
                self._office.write(open_volume, self._book.key, year=new)
            )
        )
        question.late_wanted.connect(lambda: go_on(proposal.year))
        question.open()
