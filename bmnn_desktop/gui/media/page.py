"""USB sao lưu, USB nhập: the list of the unit's sticks; arrivals are noticed by looking again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from bmnn_desktop.domain.medium import Purpose
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.media.acts import MediaActs
from bmnn_desktop.gui.media.media_model import STATE, MediaModel
from bmnn_desktop.gui.show_error import show_error
from bmnn_desktop.gui.widgets.button_row import button_row
from bmnn_desktop.gui.widgets.column_view import ColumnView
from bmnn_desktop.gui.widgets.notice import Notice, Tone
from bmnn_desktop.gui.widgets.progress_line import ProgressLine
from bmnn_desktop.services.list_media import Listed, PluggedIn, list_media, look_at_port
from bmnn_desktop.services.list_people import Member, list_people

if TYPE_CHECKING:
    from bmnn_desktop.gui.people.second_panel import SecondOf
    from bmnn_desktop.services.office import Office

LOOK_EVERY = 2000  # milliseconds, while the page is shown
_WORDS = (
    "USB là vật mang bí mật nhà nước: có số, độ mật và người giữ. Duyệt và thôi dùng cần chữ ký "
    "của người thứ hai. Danh mục này theo mẫu đề xuất, chưa có mẫu chính thức."
)


class MediaPage(QWidget):
    """The buttons below the table act on the stick that is chosen."""

    has_unsaved_text = False

    def __init__(self, office: Office, lock: Callable[[], None], second_of: SecondOf) -> None:
        super().__init__()
        self._office = office
        self._plugged: tuple[PluggedIn, ...] = ()
        self._members: tuple[Member, ...] = ()
        self.jobs = Jobs(self, lambda error: show_error(self, error))
        self._looking = Jobs(self, lambda _error: None)  # a glance; the next one comes by itself
        self.acts = MediaActs(self, office, self.jobs, second_of, lock)
        self.acts.changed.connect(self._changed)
        self.acts.reading.connect(
            lambda job: self.progress_line.follow(job, "Đang đọc lại… chưa được rút USB.")
        )
        self.model = MediaModel(self)
        self._build()
        self.setFocusProxy(self.view)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    def refresh(self) -> None:
        """Look again."""
        self.jobs.new(self._arrived).watch(self._office.read(list_media))
        self.jobs.new(self._people_arrived).watch(self._office.read(list_people))
        self._look()

    def stop(self) -> None:
        """End the work: the window is going away."""
        self._timer.stop()
        self._looking.stop()
        self.jobs.stop()

    @property
    def chosen(self) -> Listed | None:
        """Return the stick that is chosen."""
        return self.model.at(self.view.currentIndex().row())

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the port while somebody looks at the page."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        super().hideEvent(event)
        self._timer.stop()

    def _look(self) -> None:
        if not self._looking.is_busy:
            self._looking.new(self._port_seen).watch(self._office.read(look_at_port))

    def _arrived(self, listed: tuple[Listed, ...]) -> None:
        row = max(0, self.view.currentIndex().row())
        self.model.show_rows(listed)
        self.view.selectRow(min(row, len(listed) - 1))
        self._show_what_can_be_done()

    def _people_arrived(self, members: tuple[Member, ...]) -> None:
        self._members = members
        self.enrol_button.setEnabled(True)
        self.read_button.setEnabled(True)

    def _port_seen(self, plugged: tuple[PluggedIn, ...]) -> None:
        if plugged == self._plugged and self.port_label.text():
            return
        self._plugged = plugged
        told = [f"{one.root} ({one.model}): {one.words}" for one in plugged]
        self.port_label.setText("Đang cắm: " + "; ".join(told) if told else "Chưa thấy USB nào.")

    def _changed(self, words: str) -> None:
        self.notice.say(Tone.GOOD, words)
        self.refresh()

    def _show_what_can_be_done(self) -> None:
        one = self.chosen
        is_used = one is not None and one.withdrawn_on is None
        self.withdraw_button.setEnabled(is_used)
        holds = one is not None and one.purpose is Purpose.BACKUP and one.backups > 0
        self.recheck_button.setEnabled(is_used and holds)

    # ── acts ─────────────────────────────────────────────────────────────────────────────────

    def _enrol(self) -> None:
        self.acts.ask_to_enrol(self._plugged, self._members)

    def _withdraw(self) -> None:
        if self.chosen is not None:
            self.acts.ask_to_withdraw(self.chosen, self._members)

    def _recheck(self) -> None:
        one = self.chosen
        if one is None:
            return
        place = next((each.root for each in self._plugged if each.known == one.inventory_no), None)
        if place is None and self._office.training:
            typed = QFileDialog.getExistingDirectory(self, f"Thư mục đóng vai {one.name}")
            place = Path(typed) if typed else None
        if place is None:
            self.notice.say(Tone.AMBER, f"Hãy cắm {one.name} rồi bấm lại.")
            return
        self.notice.hush()
        self.acts.recheck(place)

    def _read(self) -> None:
        typed, _filter = QFileDialog.getOpenFileName(self, "Chọn một tệp trên USB nhập")
        if typed:
            self.notice.hush()
            self.acts.read_file(Path(typed))

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _build(self) -> None:
        title = QLabel("USB sao lưu, USB nhập", self)
        title.setProperty("role", "title")
        words = QLabel(_WORDS, self)
        words.setProperty("role", "quiet")
        words.setWordWrap(True)
        self.notice = Notice(self)
        self.port_label = QLabel(self)
        self.port_label.setWordWrap(True)
        self.progress_line = ProgressLine(self)
        self.view = ColumnView(self.model, STATE, self)
        self.view.selectionModel().currentRowChanged.connect(self._show_what_can_be_done)
        self.enrol_button = self._button("Duyệt USB…", "enrol_button", self._enrol)
        self.read_button = self._button("Đọc tệp từ USB nhập…", "read_button", self._read)
        self.withdraw_button = self._button("Thôi dùng…", "withdraw_button", self._withdraw)
        self.recheck_button = self._button("Đọc lại bản sao lưu", "recheck_button", self._recheck)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(12)
        for widget in (title, words, self.notice, self.port_label):
            column.addWidget(widget)
        column.addLayout(button_row(self.enrol_button, self.read_button))
        column.addWidget(self.view, 1)
        column.addWidget(self.progress_line)
        column.addLayout(button_row(self.withdraw_button, self.recheck_button))

    def _button(self, words: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setEnabled(False)
        button.clicked.connect(act)
        return button
