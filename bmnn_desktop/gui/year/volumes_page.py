"""Quyển sổ: every volume of the registers, and what can be done to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.preview.own_papers import statistics
from bmnn_desktop.gui.show_error import show_error
from bmnn_desktop.gui.widgets.button_row import button_row
from bmnn_desktop.gui.widgets.column_view import ColumnView
from bmnn_desktop.gui.widgets.notice import Notice, Tone
from bmnn_desktop.gui.year.form_acts import FormActs
from bmnn_desktop.gui.year.volume_acts import VolumeActs
from bmnn_desktop.gui.year.volume_balance import VolumeBalance
from bmnn_desktop.gui.year.volumes_model import LACKS, VolumesModel, name_of
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.services.look_at_volumes import VolumeState, look_at_volumes

if TYPE_CHECKING:
    from bmnn_desktop.domain.volume import Volume
    from bmnn_desktop.services.office import Office


class VolumesPage(QWidget):
    """The buttons act on the volume that is chosen."""

    preview_wanted = Signal(object)  # Subject
    line_wanted = Signal(str, int)  # book, document
    has_unsaved_text = False

    def __init__(self, office: Office, lock: Callable[[], None]) -> None:
        super().__init__()
        self._office = office
        self._is_read_only = office.session.guest.is_here
        self.jobs = Jobs(self, lambda error: show_error(self, error))
        self.acts = VolumeActs(self, office, self.jobs, lock)
        self.acts.changed.connect(self._changed)
        self.acts.waits.connect(self._waits)
        self.forms = FormActs(self, office, self.jobs, office.second_person, lock)
        self.balances = VolumeBalance(self, office, self.jobs, lock)
        self.balances.preview_wanted.connect(self.preview_wanted)
        self.balances.line_wanted.connect(self.line_wanted)
        self.model = VolumesModel(self)
        self._build()
        self.setFocusProxy(self.view)

    def refresh(self) -> None:
        """Look again."""
        self.jobs.new(self._arrived).watch(self._office.read(look_at_volumes))

    def stop(self) -> None:
        """End the work: the window is going away."""
        self.acts.signature.give_up()
        self.jobs.stop()

    @property
    def chosen(self) -> VolumeState | None:
        """Return the volume that is chosen."""
        return self.model.at(self.view.currentIndex().row())

    def _arrived(self, states: tuple[VolumeState, ...]) -> None:
        row = max(0, self.view.currentIndex().row())
        self.model.show_rows(states)
        self.view.selectRow(min(row, len(states) - 1))

    def _changed(self, volume: Volume) -> None:
        done = "Đã khóa" if volume.is_closed else "Đang mở"
        self.notice.say(Tone.GOOD, f"{done}: {name_of(volume)}.")
        self.refresh()

    def _waits(self, volume: Volume, why: str) -> None:
        words = f"Đã đề nghị mở lại: {name_of(volume)}. Đề nghị chờ ở “Nhật ký thao tác”."
        self.notice.say(Tone.AMBER if why else Tone.INFO, f"{why}\n{words}" if why else words)
        self.refresh()

    def _show_what_can_be_done(self) -> None:
        state = None if self._is_read_only else self.chosen
        is_open = state is not None and not state.volume.is_closed
        is_newest = state is not None and state.is_newest
        self.close_button.setEnabled(is_open)
        self.reopen_button.setEnabled(state is not None and not is_open and is_newest)
        self.next_button.setEnabled(is_newest)
        one = self.chosen
        is_typed = one is not None and any(one.volume.book == book.key for book in REGISTERS)
        self.balance_button.setEnabled(is_typed)
        self.statistics_button.setEnabled(one is not None)
        for button in self._writing_buttons:
            button.setVisible(not self._is_read_only)

    # ── acts ─────────────────────────────────────────────────────────────────────────────────

    def _show_forms(self) -> None:
        self.forms.show()

    def _balance(self) -> None:
        if self.chosen is not None:
            self.balances.look(self.chosen.volume)

    def _statistics(self) -> None:
        if self.chosen is not None:
            self.preview_wanted.emit(statistics(self._office, self.chosen.volume.year))

    def _close(self) -> None:
        if self.chosen is not None:
            self.acts.ask_to_close(self.chosen.volume)

    def _reopen(self) -> None:
        if self.chosen is not None:
            self.acts.ask_to_reopen(self.chosen.volume)

    def _open_next(self) -> None:
        if self.chosen is not None:
            volume = self.chosen.volume
            self.acts.ask_to_open(volume.book, volume.year, volume.number + 1)

    def _open_year(self) -> None:
        if self.chosen is not None:
            book = self.chosen.volume.book
            self.acts.ask_to_open(book, self.model.newest_year(book) + 1)

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _build(self) -> None:
        title = QLabel("Quyển sổ", self)
        title.setProperty("role", "title")
        words = QLabel(
            "Mỗi năm số bắt đầu lại từ 01 và chạy tiếp qua các quyển của năm. Dòng mới ghi vào "
            "quyển mới nhất.",
            self,
        )
        words.setProperty("role", "quiet")
        words.setWordWrap(True)
        self.notice = Notice(self)
        self.view = ColumnView(self.model, LACKS, self)
        selection = self.view.selectionModel()
        selection.currentRowChanged.connect(self._show_what_can_be_done)
        self.close_button = self._button("Khóa sổ…", "close_button", self._close)
        self.reopen_button = self._button("Mở lại…", "reopen_button", self._reopen)
        self.next_button = self._button("Mở quyển tiếp theo…", "next_button", self._open_next)
        self.year_button = self._button("Mở sổ năm mới…", "year_button", self._open_year)
        self.balance_button = self._button("Cân đối bản…", "balance_button", self._balance)
        self.every_button = self._button(
            "Cân đối cả kho…", "every_button", self.balances.look_at_all
        )
        self.forms_button = self._button("Biểu mẫu sổ…", "forms_button", self._show_forms)
        self.statistics_button = self._button("Thống kê…", "statistics_button", self._statistics)
        self.statistics_button.setEnabled(False)  # until a volume tells the year
        self._writing_buttons = (
            *(self.close_button, self.reopen_button, self.next_button, self.year_button),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(12)
        head = button_row(title)
        head.addWidget(self.forms_button)
        head.addWidget(self.every_button)
        column.addLayout(head)
        for widget in (words, self.notice):
            column.addWidget(widget)
        column.addLayout(button_row(self.next_button, self.year_button))
        column.addWidget(self.view, 1)
        column.addLayout(
            button_row(
                *(self.close_button, self.reopen_button, self.balance_button),
                self.statistics_button,
            )
        )

    def _button(self, words: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.clicked.connect(act)
        return button
