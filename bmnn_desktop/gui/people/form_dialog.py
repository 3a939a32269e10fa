"""A dialog of labelled fields about one person, which stays until its work has ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from bmnn_desktop.errors import Cancelled, PinNotGiven, SecondSilent
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.widgets.notice import Tone

if TYPE_CHECKING:
    from bmnn_desktop.gui.job import Job
    from bmnn_desktop.services.second_person import SecondPerson


class FormDialog(AskDialog):
    """The fields stand in `form`, under the words of the head.

    While it works, leaving asks the work to stop and sends the second person away; the dialog goes
    when it is known how that ended.
    """

    def __init__(
        self, parent: QWidget, title: str, act: str, head: str, lock: Callable[[], None]
    ) -> None:
        super().__init__(parent, title, act, lock)
        # Much is typed here: Enter in a line neither acts nor throws it away.
        self.leave_button.setDefault(False)
        self.leave_button.setAutoDefault(False)
        self._job: Job | None = None
        self._second: SecondPerson | None = None
        self._is_stopped = False
        self.say(head)
        self.form = QFormLayout()
        self.form.setSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.body.addLayout(self.form)

    def line(self, words: str, name: str, hint: str = "") -> QLineEdit:
        """Add a line to type."""
        edit = QLineEdit(self)
        edit.setObjectName(name)
        edit.setPlaceholderText(hint)
        self.form.addRow(words, edit)
        return edit

    def is_whole(self, *missing: str) -> bool:
        """Tell whether nothing is missing; else say the first thing that is."""
        words = next(filter(None, missing), "")
        if words:
            self.notice.say(Tone.AMBER, words)
        else:
            self.notice.hush()
            self.act_button.setEnabled(False)
        return not words

    def follow(self, job: Job, second: SecondPerson | None, *, brings_sheet: bool) -> None:
        """Stay until `job` has ended; one that brings a recovery sheet is not locked away either.

        The old sheet is dead as soon as the act is written: nothing may stand between that moment
        and the new one on the screen.
        """
        self._job, self._second, self._is_stopped = job, second, False
        self.must_not_be_lost = brings_sheet
        job.settled.connect(self._settled)

    def refuse(self, error: BaseException) -> None:
        """Say why; a second person who was sent away is nothing else than a stop."""
        is_stop = self._is_stopped and isinstance(error, SecondSilent | PinNotGiven)
        super().refuse(Cancelled() if is_stop else error)

    def reject(self) -> None:
        """Ask the work to stop, wherever it is; without work, leave."""
        if self._job is None:
            super().reject()
        else:
            self.stop()

    def stop(self) -> None:
        """Ask the work to stop, if there is any."""
        if self._job is None:
            return
        self._is_stopped = True
        self._job.cancel()
        if self._second is not None:
            self._second.leave()  # whoever reads what he is to sign need not go on
        self.leave_button.setEnabled(False)

    def _settled(self) -> None:
        self._job = self._second = None
        self.must_not_be_lost = False
        self.leave_button.setEnabled(True)
