"""Asks which day it is when the clock cannot be right: nothing is registered until it is said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.errors import DayUnlikely
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.widgets.date_edit import DateEdit
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.services.clock import state_day

if TYPE_CHECKING:
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office


class ClockDialog(AskDialog):
    """`clock_on` is what the clock says, `last_on` the last day known; Esc leaves it unsaid."""

    stated = Signal(object, bool)  # the day, whether it was confirmed as unlikely as it is
    stated_day = Signal()  # it is in the journal

    def __init__(
        self, parent: QWidget, clock_on: date, last_on: date, lock: Callable[[], None]
    ) -> None:
        super().__init__(parent, "Ngày của máy", "Ghi ngày này", lock)
        self._unlikely: date | None = None
        self.say(f"Máy báo ngày {short_date(clock_on)}; hôm nay là ngày nào?", "subtitle")
        self.say(
            f"Lần ghi sổ gần nhất: ngày {short_date(last_on)}. Sổ được ghi theo ngày gõ ở đây; "
            "chênh lệch với đồng hồ được giữ trong nhật ký thao tác. Nên nhờ người quản trị máy "
            "chỉnh lại đồng hồ."
        )
        label = self.say("Hôm nay là ngày", "field")
        self.day_edit = DateEdit(last_on.year, self)
        self.day_edit.setObjectName("day_edit")
        label.setBuddy(self.day_edit)
        self.body.addWidget(self.day_edit)
        self.leave_button.setText("Để sau, chỉ xem")
        self.act_button.setProperty("role", "primary")
        self.act_button.setDefault(True)
        self.day_edit.setFocus()

    def act(self) -> None:
        """Give the day that is typed."""
        day = self.day_edit.value()
        if day is None:
            self.notice.say(Tone.AMBER, "Chưa ghi ngày, hoặc ngày không có thật.")
            self.day_edit.setFocus()
            return
        self.notice.hush()
        self.act_button.setEnabled(False)
        self.stated.emit(day, day == self._unlikely)

    def refuse(self, error: BaseException) -> None:
        """Say why the day was not taken; an unlikely one may be confirmed."""
        super().refuse(error)
        if isinstance(error, DayUnlikely):
            self._unlikely = self.day_edit.value()
            self.act_button.setText("Đúng là ngày này")


def ask_day(parent: QWidget, office: Office, jobs: Jobs, lock: Callable[[], None]) -> ClockDialog:
    """Open the dialog and journal the day that is stated."""
    dialog = ClockDialog(parent, office.day.clock_day(), office.day.last_on, lock)

    def stated(_entry: int) -> None:
        dialog.accept()
        dialog.stated_day.emit()

    dialog.stated.connect(
        lambda on, sure: jobs.new(stated, dialog.refuse).watch(
            office.write(state_day, on, sure=sure)
        )
    )
    dialog.open()
    return dialog
