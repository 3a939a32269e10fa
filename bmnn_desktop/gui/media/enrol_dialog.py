"""Duyệt USB: a stick that is plugged in, what stands on its label, who signs beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QWidget

from bmnn_desktop.domain.medium import NewMedium, Purpose
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.gui.people.second_panel import SecondOf, SecondPanel
from bmnn_desktop.gui.widgets.level_choice import LevelChoice
from bmnn_desktop.gui.widgets.radio_choice import Option, RadioChoice
from bmnn_desktop.services.list_media import PluggedIn
from bmnn_desktop.services.list_people import Member

_HEAD = (
    "Chương trình ghi dấu duyệt lên USB và chỉ dùng USB có đúng số sê-ri cùng dấu ấy. USB sao lưu "
    "mang độ mật cao nhất của kho sổ; USB nhập chỉ để đọc kế hoạch, sổ cũ vào máy."
)


class EnrolDialog(FormDialog):
    """Both people sit here: the stick and its label lie on the table."""

    confirmed = Signal(object, object, object)  # Path, NewMedium, SecondPerson

    def __init__(
        self,
        parent: QWidget,
        plugged: Sequence[PluggedIn],
        members: Sequence[Member],
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(parent, "Duyệt USB", "Duyệt USB", _HEAD, lock)
        self.place_box = QComboBox(self)
        self.place_box.setObjectName("place_box")
        self.place_box.setEditable(True)
        self.place_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        fresh = [str(one.root) for one in plugged if not one.known]
        self.place_box.addItems(fresh)
        self.place_box.setCurrentIndex(0 if len(fresh) == 1 else -1)
        line = self.place_box.lineEdit()
        if line is not None:
            line.setPlaceholderText("Chọn USB" if fresh else "Chưa thấy USB nào chưa duyệt")
        self.find_button = QPushButton("Chọn…", self)
        self.find_button.setAutoDefault(False)
        self.find_button.clicked.connect(self._find)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.place_box, 1)
        row.addWidget(self.find_button)
        self.form.addRow("USB đang cắm", row)
        self.purpose_choice = RadioChoice(
            [
                Option(Purpose.BACKUP, "1  USB sao lưu", "1"),
                Option(Purpose.INWARD, "2  USB nhập", "2"),
            ],
            self,
        )
        self.form.addRow("Dùng làm", self.purpose_choice)
        self.number_edit = self.line("Số USB", "number_edit", "Số ghi trên nhãn, ví dụ 01/USB")
        self.level_choice = LevelChoice(self)
        self.form.addRow("Độ mật", self.level_choice)
        self.custodian_edit = self.line("Người giữ", "custodian_edit")
        self.keeping_edit = self.line("Nơi để", "keeping_edit", "Tủ sắt, phòng")
        self.second_panel = SecondPanel(self, members, second_of)
        self.form.addRow("Người thứ hai", self.second_panel)
        self.purpose_choice.setFocus()

    def act(self) -> None:
        """Give the place, the label and who signs beside."""
        place = tidy(self.place_box.currentText())
        purpose, level = self.purpose_choice.chosen_value(), self.level_choice.value()
        if not self.is_whole(
            "" if place else "Chưa chọn USB.",
            "" if isinstance(purpose, Purpose) else "Chưa chọn dùng làm USB gì.",
            *(
                "" if tidy(edit.text()) else words
                for edit, words in (
                    (self.number_edit, "Chưa ghi số USB."),
                    (self.custodian_edit, "Chưa ghi người giữ USB."),
                    (self.keeping_edit, "Chưa ghi nơi để USB."),
                )
            ),
            "" if level is not None else "Chưa chọn độ mật.",
            self.second_panel.missing(),
        ):
            return
        if isinstance(purpose, Purpose) and level is not None:
            new = NewMedium(
                purpose,
                self.number_edit.text(),
                level,
                self.custodian_edit.text(),
                self.keeping_edit.text(),
            )
            self.confirmed.emit(Path(place).expanduser(), new, self.second_panel.second())

    def _find(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Chọn USB cần duyệt")
        if chosen:
            self.place_box.setEditText(chosen)
