"""Cấp USB ký: a stick that is plugged in, a PIN typed twice by its owner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QWidget

from bmnn_desktop.domain import pin as pins
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import PinUnfit
from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.gui.people.second_panel import SecondOf, SecondPanel
from bmnn_desktop.gui.widgets.passphrase_edit import PassphraseEdit
from bmnn_desktop.services.list_people import Member
from bmnn_desktop.services.plugged_sticks import plugged_places

_HEAD = (
    "{name} cắm USB và tự gõ mã PIN, không nói cho ai. USB ký chỉ để ký xác nhận, không mở được "
    "kho sổ; USB ký cấp trước đó của người ấy hết hiệu lực."
)


class StickDialog(FormDialog):
    """The one who gets the stick may be the one who signs for it: he sits here anyway."""

    confirmed = Signal(str, object, object)  # PIN, where to, SecondPerson

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
        self.pin_edit = self._pin("Mã PIN", "pin_edit", "6 đến 8 chữ số")
        self.repeat_edit = self._pin("Gõ lại mã PIN", "pin_repeat_edit", "Gõ lại cho chắc")
        self.second_panel = SecondPanel(self, members, second_of)
        self.form.addRow("Người thứ hai", self.second_panel)
        self.look()
        self.pin_edit.setFocus()

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
            self._wrong_pin(),
            self.second_panel.missing(),
        ):
            second = self.second_panel.second()
            self.confirmed.emit(self.pin_edit.text, Path(place).expanduser(), second)

    def _wrong_pin(self) -> str:
        try:
            pins.check(self.pin_edit.text)
        except PinUnfit as error:
            self.pin_edit.setFocus()
            return str(error)
        if self.repeat_edit.text != self.pin_edit.text:
            self.repeat_edit.setFocus()
            return "Mã PIN gõ lại chưa khớp; hãy bấm hình con mắt để xem lại."
        return ""

    def _find(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Chọn USB để ghi khóa ký")
        if chosen:
            self.place_box.setEditText(chosen)

    def _pin(self, words: str, name: str, hint: str) -> PassphraseEdit:
        edit = PassphraseEdit(self)
        edit.setObjectName(name)
        edit.line.setPlaceholderText(hint)
        edit.line.setMaxLength(pins.MOST)
        self.form.addRow(words, edit)
        return edit
