"""A dialog of copies to choose and fields to fill in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.book import Field
from bmnn_desktop.errors import FieldsWrong
from bmnn_desktop.gui.events.copies_choice import CopiesChoice, Offered
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog
from bmnn_desktop.gui.widgets.notice import Tone

_MOST_NOTES = 3


class CopiesDialog(FieldsDialog):
    """The copies stand above the fields; without one chosen nothing is sent, unless none need be.

    `basis` says the rule and how far it was checked.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        act: str,
        lock: Callable[[], None],
        *,
        offered: Sequence[Offered],
        fields: tuple[Field, ...],
        year: int,
        basis: str = "",
        with_counts: bool = False,
        needs_copy: bool = True,
        abreast: int = 1,
    ) -> None:
        super().__init__(parent, title, act, lock, fields=fields, year=year, abreast=abreast)
        self._needs_copy = needs_copy
        self.say(title, "subtitle")
        if basis:
            self.say(basis, "quiet")
        self.choice = CopiesChoice(offered, self, with_counts=with_counts)
        if offered:
            self.body.addWidget(self.choice)
        else:
            self.choice.hide()

    def act(self) -> None:
        """Give what is typed once a copy is chosen."""
        if self._needs_copy and not self.choice.chosen:
            self.notice.say(Tone.AMBER, "Chưa chọn bản nào.")
            return
        super().act()

    def refuse(self, error: BaseException) -> None:
        """Say beside its field what is wrong; what has no field here, or is too much, below."""
        if isinstance(error, FieldsWrong):
            if any(wrong.field not in self._views for wrong in error.errors):
                self.act_button.setEnabled(True)
                self.notice.say(Tone.BAD, str(error))
                return
            if len(error.errors) > _MOST_NOTES:  # so many notes would not fit the screen
                self.act_button.setEnabled(True)
                names = ", ".join(str(wrong.facts["label"]).lower() for wrong in error.errors)
                self.notice.say(Tone.BAD, f"Chưa ghi hoặc ghi sai: {names}.")
                self._views[error.errors[0].field].widget.setFocus()
                return
        super().refuse(error)
