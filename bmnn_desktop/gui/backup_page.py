"""Sao lưu: write a sealed backup, read it back, and only then say that it may be removed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.backup_days import BackupDays
from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.forms.ui_backup_page import Ui_BackupPage
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.show_error import show_beside
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.services.backup_openers import BackupOpeners, look_at_openers
from bmnn_desktop.services.backup_reminder import read_backup_days
from bmnn_desktop.services.broken_off import Work
from bmnn_desktop.services.create_backup import BackupDone, create_backup
from bmnn_desktop.services.list_media import PluggedIn, look_at_port
from bmnn_desktop.services.today import Today, look_at_today
from bmnn_desktop.services.today_words import backup_words

if TYPE_CHECKING:
    from bmnn_desktop.services.office import Office

_LOOK_EVERY = 2000  # milliseconds, while the page is shown
_KIB = 1024


class BackupPage(QWidget):
    """The enrolled stick that is plugged in is proposed; a folder plays one in a training vault."""

    backed_up = Signal()
    media_wanted = Signal()
    has_unsaved_text = False

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.ui = Ui_BackupPage()
        self.ui.setupUi(self)
        self.jobs = Jobs(self, self._refused)
        self._proposed = ""
        self.ui.result_frame.hide()
        self.setFocusProxy(self.ui.medium_edit)
        self.ui.start_button.clicked.connect(self.start)
        self.ui.media_button.clicked.connect(self.media_wanted)
        self.ui.media_button.setVisible(bool(office.session.roles))
        self.ui.medium_edit.returnPressed.connect(self.start)
        if not office.training:
            self.ui.medium_label.setText("Nơi gắn USB sao lưu đã duyệt")
            self.ui.medium_edit.setPlaceholderText("Cắm USB sao lưu, hoặc ghi nơi gắn USB")
        self._looking = Jobs(self, lambda _error: None)  # a glance; the next one comes by itself
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    def refresh(self) -> None:
        """Look again how old the last backup is and who opens it."""
        self.jobs.new(self._looked).watch(self._office.read(look_at_today))
        self.jobs.new(self._told_openers).watch(self._office.read(look_at_openers))
        self.jobs.new(self._days_read).watch(self._office.read(read_backup_days))
        self._look()

    def stop(self) -> None:
        """End the work: the window is going away."""
        self._timer.stop()
        self._looking.stop()
        self.jobs.stop()

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

    def _port_seen(self, plugged: tuple[PluggedIn, ...]) -> None:
        """Propose the one stick that is plugged in, where nothing was typed."""
        known = [str(one.root) for one in plugged if one.known]
        if len(known) == 1 and not self.ui.medium_edit.text():
            self.ui.medium_edit.setText(known[0])
            self._proposed = known[0]
        elif self._proposed and self._proposed not in known:
            if self.ui.medium_edit.text() == self._proposed:
                self.ui.medium_edit.clear()  # it was pulled out
            self._proposed = ""

    def _days_read(self, days: BackupDays) -> None:
        self.ui.last_label.setToolTip(f"{days.words}.")

    def start(self) -> None:
        """Write a backup into the folder named."""
        typed = self.ui.medium_edit.text().strip()
        if not self.ui.start_button.isEnabled():
            return
        if not typed:
            self.ui.notice.say(Tone.AMBER, "Hãy cắm USB sao lưu hoặc ghi nơi gắn USB.")
            self.ui.medium_edit.setFocus()
            return
        self.ui.notice.hush()
        self.ui.result_frame.hide()
        self._allow(is_allowed=False)
        job = self.jobs.new(self._done, work=Work.BACKUP)
        job.settled.connect(lambda: self._allow(is_allowed=True))
        self.ui.progress_line.follow(job, "Đang sao lưu… chưa được rút USB, chưa đóng thư mục.")
        job.watch(self._office.write(create_backup, Path(typed).expanduser(), progress=job.report))

    def _looked(self, today: Today) -> None:
        words = backup_words(today)
        self.ui.last_label.setText(words[:1].upper() + words[1:] + ".")

    def _told_openers(self, openers: BackupOpeners | None) -> None:
        self.ui.openers_label.setVisible(openers is not None)
        self.ui.openers_label.setText(openers.words if openers else "")

    def _done(self, done: BackupDone) -> None:
        when = done.verified_at.astimezone(VIETNAM)
        self.ui.notice.say(
            Tone.GOOD,
            "Đã ghi, đọc lại và kiểm tra xong. Có thể rút USB / đóng thư mục.",
        )
        self.ui.result_label.setText(
            f"Bản số {show_number(done.number)}, {_size(done.size)}, "
            f"kiểm tra lúc {when:%H:%M} ngày {short_date(when.date())}.\n"
            f"Tệp: {done.path.name}\n"
            f"SHA-256: {done.sha256}"
        )
        self.ui.result_frame.show()
        self.refresh()
        self.backed_up.emit()

    def _refused(self, error: BaseException) -> None:
        show_beside(self.ui.notice, error)

    def _allow(self, *, is_allowed: bool) -> None:
        self.ui.start_button.setEnabled(is_allowed)
        self.ui.medium_edit.setEnabled(is_allowed)


def _size(size: int) -> str:
    if size < _KIB * _KIB:
        return f"{size / _KIB:.0f} KB"
    return f"{size / _KIB / _KIB:.1f} MB".replace(".", ",")
