"""Cài biểu mẫu: a file is checked, looked at, and installed with a second signature."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.text import inside, tidy
from bmnn_desktop.gui.people.form_dialog import FormDialog
from bmnn_desktop.gui.people.second_panel import SecondOf, SecondPanel
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.registers import printed_book
from bmnn_desktop.registers.form_file import FormPack
from bmnn_desktop.services.list_people import Member

_HEAD = (
    "Biểu mẫu là một tệp TOML có ghi căn cứ và ngày hiệu lực. Tệp sai thì chỉ ra dòng sai; tệp "
    "đúng thì xem trước với các dòng thí dụ rồi hãy cài."
)
_FOUND = (
    "Tệp đúng: biểu mẫu {id} của {book}, hiệu lực từ {day}, {count} cột, {status}. "
    "Căn cứ: {citation}"
)


class InstallFormDialog(FormDialog):
    """What is installed is the text that was checked, not what the file has become since."""

    check_wanted = Signal(object)  # Path
    preview_wanted = Signal(object)  # Form
    confirmed = Signal(object, object)  # FormPack, SecondPerson

    def __init__(
        self,
        parent: QWidget,
        members: Sequence[Member],
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(parent, "Cài biểu mẫu sổ", "Cài biểu mẫu", _HEAD, lock)
        self._pack: FormPack | None = None
        self.file_edit = QLineEdit(self)
        self.file_edit.setObjectName("file_edit")
        self.file_edit.setPlaceholderText("Đường dẫn tệp .toml")
        self.file_edit.textChanged.connect(self._forget)
        self.file_edit.returnPressed.connect(self._check)
        find = self._small("Chọn…", "find_form_button", self._find)
        self.check_button = self._small("Kiểm tra", "check_form_button", self._check)
        self.preview_button = self._small("Xem trước…", "preview_form_button", self._preview)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.file_edit, 1)
        for button in (find, self.check_button, self.preview_button):
            row.addWidget(button)
        self.form.addRow("Tệp", row)
        self.second_panel = SecondPanel(self, members, second_of)
        self.form.addRow("Người thứ hai", self.second_panel)
        self.found_label = self.say("")
        self._forget()
        self.file_edit.setFocus()

    def show_pack(self, pack: FormPack) -> None:
        """Say what the file holds; it may be looked at and installed."""
        self._pack = pack
        form = pack.form
        self.found_label.show()
        self.notice.hush()
        self.found_label.setText(
            _FOUND.format(
                id=form.id,
                book=inside(printed_book(form.book).short_title),
                day=short_date(form.effective_from),
                count=len(form.columns),
                status=form.status.label,
                citation=form.citation,
            )
        )
        self._enable()

    def act(self) -> None:
        """Give what was checked and who signs beside."""
        pack = self._pack
        missing = "" if pack is not None else "Chưa kiểm tra tệp: bấm “Kiểm tra” trước."
        if self.is_whole(missing, self.second_panel.missing()):
            self.confirmed.emit(pack, self.second_panel.second())

    def _check(self) -> None:
        place = tidy(self.file_edit.text())
        if place:
            self._forget()
            self.check_wanted.emit(Path(place).expanduser())
        else:
            self.notice.say(Tone.AMBER, "Chưa chọn tệp.")

    def _preview(self) -> None:
        if self._pack is not None:
            self.preview_wanted.emit(self._pack.form)

    def _forget(self) -> None:
        self._pack = None
        self.found_label.setText("")
        self.found_label.hide()
        self._enable()

    def _enable(self) -> None:
        self.preview_button.setEnabled(self._pack is not None)

    def _find(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, "Chọn tệp biểu mẫu", "", "Biểu mẫu sổ (*.toml)"
        )
        if chosen:
            self.file_edit.setText(chosen)
            self._check()

    def _small(self, words: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button
