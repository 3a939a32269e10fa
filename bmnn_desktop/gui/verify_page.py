"""Kiểm tra tính toàn vẹn: the whole journal replayed, and compared with a code from paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from bmnn_desktop.errors import AnchorMistyped, Cancelled
from bmnn_desktop.gui.forms.ui_verify_page import Ui_VerifyPage
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.show_error import show_error
from bmnn_desktop.gui.widgets.polish import set_look
from bmnn_desktop.services.broken_off import Work
from bmnn_desktop.services.verify_vault import verify_vault

if TYPE_CHECKING:
    from bmnn_desktop.services.office import Office


class Verdict(Protocol):
    """What a verification found, as far as the page says it."""

    @property
    def ok(self) -> bool | None:
        """Whether all is whole; None: sound, but nothing from outside was compared."""
        ...

    @property
    def seq(self) -> int | None:
        """The first bad entry."""
        ...

    @property
    def what(self) -> str:
        """What is wrong there."""
        ...

    @property
    def entries(self) -> int:
        """How many entries were looked at."""
        ...


_SOUND_BUT_UNKNOWN = (
    "Nhật ký, chữ ký và các bảng khớp nhau. Nhưng chưa so với mã đối chiếu nào trên giấy nên chưa "
    "biết kho sổ có bị thay bằng bản cũ hay không: hãy gõ mã ở chân tờ sổ mới nhất rồi kiểm tra "
    "lại."
)
_PASSED = (
    "Nhật ký, chữ ký và các bảng khớp nhau; mã đối chiếu trên giấy nằm đúng trong nhật ký này."
)
_FAILED_ADVICE = "Hãy dừng ghi sổ, giữ nguyên máy và báo người phụ trách."


class VerifyPage(QWidget):
    """Unknown is amber and never green."""

    has_unsaved_text = False

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.ui = Ui_VerifyPage()
        self.ui.setupUi(self)
        self.jobs = Jobs(self, self._refused)
        self.ui.anchor_wrong_label.hide()
        self.ui.verdict_frame.hide()
        self.setFocusProxy(self.ui.anchor_edit)
        self.ui.start_button.clicked.connect(self.start)
        self.ui.anchor_edit.returnPressed.connect(self.start)
        self.ui.anchor_edit.textChanged.connect(self.ui.anchor_wrong_label.hide)

    def refresh(self) -> None:
        """Keep what the last verification said."""

    def stop(self) -> None:
        """End the work: the window is going away."""
        self.jobs.stop()

    def start(self) -> None:
        """Verify, with the code typed from paper if there is one."""
        if not self.ui.start_button.isEnabled():
            return
        self.ui.verdict_frame.hide()
        self.ui.start_button.setEnabled(False)
        job = self.jobs.new(self._judged, work=Work.VERIFICATION)
        job.settled.connect(lambda: self.ui.start_button.setEnabled(True))
        self.ui.progress_line.follow(job, "Đang kiểm tra toàn bộ sổ…")
        anchor = self.ui.anchor_edit.text().strip() or None
        job.watch(self._office.write(verify_vault, anchor, progress=job.report_share))

    def _judged(self, verdict: Verdict) -> None:
        if verdict.ok:
            self._say("good", "✓  Sổ toàn vẹn", _PASSED)
        elif verdict.ok is None:
            self._say("amber", "!  Chưa kết luận được", _SOUND_BUT_UNKNOWN)
        else:
            place = "" if verdict.seq is None else f" ở mục nhật ký số {verdict.seq}"
            what = verdict.what[:1].upper() + verdict.what[1:].rstrip(".")
            self._say("bad", f"✕  Sổ không toàn vẹn{place}", f"{what}. {_FAILED_ADVICE}")
        # The head's own code stays off the screen: typed back in, it would prove nothing.
        self.ui.verdict_facts_label.setText(f"Đã kiểm tra {verdict.entries} mục nhật ký.")

    def _say(self, tone: str, verdict: str, detail: str) -> None:
        self.ui.verdict_label.setText(verdict)
        set_look(self.ui.verdict_label, "tone", tone)
        self.ui.verdict_detail_label.setText(detail)
        self.ui.verdict_frame.show()

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, AnchorMistyped):
            self.ui.anchor_wrong_label.setText(str(error))
            self.ui.anchor_wrong_label.show()
            self.ui.anchor_edit.setFocus()
        elif not isinstance(error, Cancelled):
            show_error(self, error)
