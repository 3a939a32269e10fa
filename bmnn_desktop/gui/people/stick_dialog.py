"""Cấp USB ký: a stick that is plugged in; its owner types the PIN in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QWidget

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.gui.people.second_panel import SecondOf, SecondPanel
from bmnn_desktop.services.list_people import Member
from bmnn_desktop.services.plugged_sticks import plugged_places

_HEAD = (
    "{name} cắm USB rồi tự gõ mã PIN trong cửa sổ riêng hiện ra sau khi bấm, không nói cho ai; "
    "người thứ hai ký sau đó. USB ký chỉ để ký xác nhận, không mở được "
    "kho sổ; USB ký cấp trước đó của người ấy hết hiệu lực."
)


class StickDialog(FormDialog):
    """The one who gets the stick may be the one who signs for it: he sits here anyway."""

    confirmed = Signal(object, object)  # where to, SecondPerson

    def __init__(
        self,
        parent: QWidget,
        member: Member,
        members: Sequence[Member],
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        head = _HEAD.format(name=member.name)
        super().__init__(parent, "Cấp USB ký", "Cấp USB ký", head, lock)
        self.place_box = QComboBox(self)
        self.place_box.setObjectName("place_box")
        self.place_box.setEditable(True)
        self.place_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.again_button = QPushButton("Tìm lại", self)
        self.again_button.setAutoDefault(False)
        self.again_button.clicked.connect(self.look)
        self.find_button = QPushButton("Chọn…", self)
        self.find_button.setAutoDefault(False)
        self.find_button.clicked.connect(self._find)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.place_box, 1)
        row.addWidget(self.again_button)
        row.addWidget(self.find_button)
        self.form.addRow("USB đang cắm", row)
        self.second_panel = SecondPanel(self, members, second_of)
        self.form.addRow("Người thứ hai", self.second_panel)
        self._leave_pin: Callable[[], None] | None = None
        self.look()

    def look(self) -> None:
        """Look what is plugged in; the only stick there is chosen."""
        found = [str(place) for place in plugged_places()]
        self.place_box.clear()
        self.place_box.addItems(found)
        self.place_box.setCurrentIndex(0 if len(found) == 1 else -1)
        line = self.place_box.lineEdit()
        if line is not None:
            line.setPlaceholderText("Chọn USB" if found else "Chưa thấy USB nào: cắm rồi tìm lại")

    def act(self) -> None:
        """Give the PIN, the place and who signs beside."""
        place = tidy(self.place_box.currentText())
        if self.is_whole(
            "" if place else "Chưa chọn USB.",
            self.second_panel.missing(),
        ):
            second = self.second_panel.second()
            self.confirmed.emit(Path(place).expanduser(), second)

    def ask_apart(self, give_up: Callable[[], None]) -> None:
        """Leaving closes the owner's window as well."""
        self._leave_pin = give_up

    def stop(self) -> None:
        """Ask the work to stop; whoever chooses a PIN need not go on."""
        if self._leave_pin is not None:
            self._leave_pin()
        super().stop()

    def _find(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Chọn USB để ghi khóa ký")
        if chosen:
            self.place_box.setEditText(chosen)
