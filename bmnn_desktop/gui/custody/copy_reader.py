"""Opens the whole story of a copy over a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.custody.story_dialog import StoryDialog
from bmnn_desktop.services.balance import document_balance
from bmnn_desktop.services.copy_story import copy_chain

if TYPE_CHECKING:
    from bmnn_desktop.domain.balance import Balance
    from bmnn_desktop.domain.holding import CopyStory, Holding
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office


class CopyReader(QObject):
    """Reads first, then opens: nothing stands half filled."""

    def __init__(
        self, parent: QWidget, office: Office, jobs: Jobs, lock: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._office = office
        self._jobs = jobs
        self._lock = lock

    def open(self, one: Holding) -> None:
        """Show the chain of a copy."""
        office = self._office

        def read(story: CopyStory) -> None:
            self._jobs.new(lambda balance: show(story, balance)).watch(
                office.read(document_balance, one.copy.document_id)
            )

        def show(story: CopyStory, balance: Balance) -> None:
            StoryDialog(self._parent.window(), story, balance, self._lock).open()

        self._jobs.new(read).watch(office.read(copy_chain, one.copy.id))
