"""Bỏ dấu đã ký: one signed place of a sheet whose mark was a mistake, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.sheet import SignPlace
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from bmnn_desktop.gui.widgets.list_choice import ListChoice
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.gui.widgets.radio_choice import Option


class UnsignDialog(ReasonDialog):
    """Nothing is chosen beforehand, but where only one place is signed."""

    def __init__(
        self, parent: QWidget, sheet: int, signed: Sequence[SignPlace], lock: Callable[[], None]
    ) -> None:
        super().__init__(parent, "Bỏ dấu đã ký", "Bỏ dấu", lock)
        self._signed = signed
        self.say(f"Tờ số {sheet}: dấu đã ký ở chỗ nào là ghi nhầm?", "subtitle")
        self.say(
            "Chỉ bỏ dấu khi trên giấy chỗ ấy chưa ai ký; chỗ ấy lại được nhắc trên Hôm nay cho "
            "tới khi ký."
        )
        label = QLabel("Chỗ đã đánh dấu", self)
        label.setProperty("role", "field")
        self.place_choice = ListChoice(
            [Option(place.key, _words(place), str(place.seq_no)[0]) for place in signed], self
        )
        self.place_choice.setObjectName("place_choice")
        # As wide as the dialog, not as its longest receiver.
        self.place_choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.place_choice.setCurrentIndex(0 if len(signed) == 1 else -1)
        label.setBuddy(self.place_choice)
        self.body.addWidget(label)
        self.body.addWidget(self.place_choice)
        if len(signed) > 1:
            self.place_choice.setFocus()

    @property
    def place(self) -> SignPlace:
        """Return the place whose mark goes; asked only once one is chosen."""
        return self._signed[self.place_choice.currentIndex()]

    def act(self) -> None:
        """Ask which place before asking why."""
        if self.place_choice.chosen_value() is None:
            self.notice.say(Tone.AMBER, "Chưa chọn chỗ ký nào.")
            self.place_choice.setFocus()
            return
        super().act()


def _words(place: SignPlace) -> str:
    signed = f" · ký ngày {short_date(place.signed_on)}" if place.signed_on else ""
    return f"Số {show_number(place.seq_no)}: {place.receiver}{signed}"
