"""Gửi đi: a list of envelopes that one carrier takes with one signature."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.dispatch import NewDispatch, NewParcel
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import ParcelUnreadable
from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.gui.widgets.radio_choice import RadioChoice, options_of
from bmnn_desktop.services.name_copies import name_copies

if TYPE_CHECKING:
    from bmnn_desktop.domain.holding import Holding
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office

_WIDTH = 760
_LINES = 6
_HEAD = (
    "Mỗi bì một dòng: nơi nhận, dấu hai chấm, các bản trong bì; ai duy nhất được bóc bì thì ghi "
    "trong ngoặc sau nơi nhận. Người vận chuyển ký một lần cho cả bảng kê."
)
_EXAMPLE = "Sở Thí Dụ: đi 12.3, đi 13.1\nCông an tỉnh Giả Định (Giám đốc): đi 12.4"


class SendDialog(FormDialog):
    """`confirmed` carries the NewDispatch."""

    confirmed = Signal(object)

    def __init__(
        self, parent: QWidget, office: Office, jobs: Jobs, lock: Callable[[], None]
    ) -> None:
        super().__init__(parent, "Gửi đi theo bảng kê bì", "Ghi đã gửi", _HEAD, lock)
        self.setMinimumWidth(_WIDTH)
        self._office, self._jobs = office, jobs
        self.parcels_edit = QPlainTextEdit(self)
        self.parcels_edit.setObjectName("parcels_edit")
        self.parcels_edit.setPlaceholderText(_EXAMPLE)
        self.parcels_edit.setTabChangesFocus(True)
        self.parcels_edit.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 22)
        self.form.addRow("Các bì", self.parcels_edit)
        self.channel_choice = RadioChoice(
            options_of(tuple((each, each.label) for each in Channel)), self
        )
        self.channel_choice.set_value(Channel.LIAISON)
        self.form.addRow("Gửi bằng", self.channel_choice)
        self.carrier_edit: QLineEdit = self.line("Người vận chuyển", "carrier_edit")
        self.protection_edit: QLineEdit = self.line(
            "Biện pháp bảo vệ", "protection_edit", "Hòm khóa, phương tiện, người đi cùng (Điều 13)"
        )
        self.parcels_edit.setFocus()

    def act(self) -> None:
        """Read the envelopes one by one, then give them."""
        lines = [tidy(line) for line in self.parcels_edit.toPlainText().splitlines()]
        self._left = [line for line in lines if line]
        is_whole = self.is_whole(
            "" if self._left else "Chưa ghi bì nào.",
            "" if tidy(self.carrier_edit.text()) else "Chưa ghi người vận chuyển.",
        )
        if is_whole:
            self._parcels: list[NewParcel] = []
            self._read_next()

    def _read_next(self) -> None:
        if not self._left:
            channel = self.channel_choice.chosen_value()
            if not isinstance(channel, Channel):
                self.act_button.setEnabled(True)
                self.notice.say(Tone.AMBER, "Chưa chọn gửi bằng cách nào.")
                return
            self.confirmed.emit(
                NewDispatch(
                    channel=channel,
                    carrier=self.carrier_edit.text(),
                    protection=self.protection_edit.text(),
                    parcels=tuple(self._parcels),
                )
            )
            return
        line = self._left.pop(0)
        to, mark, numbers = line.partition(":")
        if not (mark and tidy(to) and tidy(numbers)):
            self.refuse(ParcelUnreadable(text=line))
            return
        receiver, _, only = tidy(to).partition("(")

        def named(some: tuple[Holding, ...]) -> None:
            copies = tuple(one.copy.id for one in some)
            self._parcels.append(NewParcel(tidy(receiver), copies, tidy(only.rstrip(") "))))
            self._read_next()

        reading: Future[tuple[Holding, ...]] = self._office.read(name_copies, numbers)
        self._jobs.new(named, self.refuse).watch(reading)
