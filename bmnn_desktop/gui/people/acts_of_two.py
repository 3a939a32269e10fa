"""What the window does that a second person may have to sign: the work, its dialog, a new sheet."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.people.second_panel import SecondOf
from bmnn_desktop.gui.people.sheet_dialog import SheetDialog
from bmnn_desktop.services.second_person import RecoverySheetHolder

if TYPE_CHECKING:
    from bmnn_desktop.domain.recovery_sheet import RecoverySheet
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.gui.people.form_dialog import FormDialog
    from bmnn_desktop.services.office import Office
    from bmnn_desktop.services.second_person import SecondPerson


class ActsOfTwo(QObject):
    """The base of such acts: a dialog stays until its work is done, or says why it is not."""

    def __init__(
        self,
        parent: QWidget,
        office: Office,
        jobs: Jobs,
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._office = office
        self._jobs = jobs
        self._second_of = second_of
        self._lock = lock

    def _do(
        self,
        dialog: FormDialog,
        work: Future[Any],
        done: Callable[[Any], None],
        second: SecondPerson | None = None,
        *,
        renews: bool = False,
    ) -> None:
        """Watch the work of a dialog; with the recovery sheet, or if it `renews`, a sheet comes."""
        job = self._jobs.new(done, dialog.refuse)
        brings_sheet = renews or isinstance(second, RecoverySheetHolder)
        dialog.follow(job, second, brings_sheet=brings_sheet)
        job.watch(work)

    def _show_new(self, sheet: RecoverySheet | None) -> None:
        if sheet is not None:
            SheetDialog(self._parent.window(), sheet).open()
