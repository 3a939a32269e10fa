"""Sao lưu: write a sealed backup, read it back, and only then say that it may be removed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.forms.ui_backup_page import Ui_BackupPage
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.show_error import show_beside
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.services.backup_openers import BackupOpeners, look_at_openers
from bmnn_desktop.services.broken_off import Work
from bmnn_desktop.services.create_backup import BackupDone, create_backup
from bmnn_desktop.services.today import Today, look_at_today
from bmnn_desktop.services.today_words import backup_words

if TYPE_CHECKING:
    from bmnn_desktop.services.office import Office

_REAL_VAULT = (
    "Kho thật chỉ sao lưu vào USB sao lưu đã duyệt; phần duyệt USB sẽ có ở bản sau "
    "của chương trình."
)
_KIB = 1024


class BackupPage(QWidget):
    """A folder plays the medium, in a training vault only."""

    backed_up = Signal()
    has_unsaved_text = False

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.ui = Ui_BackupPage()
        self.ui.setupUi(self)
        self.jobs = Jobs(self, self._refused)
        self.ui.result_frame.hide()
        self.setFocusProxy(self.ui.medium_edit)
        self.ui.start_button.clicked.connect(self.start)
        self.ui.medium_edit.returnPressed.connect(self.start)
        if not office.training:
            for widget in (self.ui.medium_label, self.ui.medium_edit, self.ui.start_button):
                widget.hide()
            self.ui.notice.say(Tone.INFO, _REAL_VAULT)

    def refresh(self) -> None:
        """Look again how old the last backup is and who opens it."""
        self.jobs.new(self._looked).watch(self._office.read(look_at_today))
        self.jobs.new(self._told_openers).watch(self._office.read(look_at_openers))

    def stop(self) -> None:
        """End the work: the window is going away."""
        self.jobs.stop()

    def start(self) -> None:
        """Write a backup into the folder named."""
        typed = self.ui.medium_edit.text().strip()
        if not self.ui.start_button.isEnabled():
            return
        if not typed:
            self.ui.notice.say(Tone.AMBER, "Hãy ghi đường dẫn của thư mục sao lưu.")
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
