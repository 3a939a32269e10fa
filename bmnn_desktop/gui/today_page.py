"""Hôm nay: what one comes to do, the line of truth, what is due. Never a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.gui.forms.ui_today_page import Ui_TodayPage
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.show_error import show_error
from bmnn_desktop.gui.truth import date_words, due_words, truth_words
from bmnn_desktop.services.today import Today, look_at_today

if TYPE_CHECKING:
    from bmnn_desktop.services.office import Office

_NO_CONFIRMER = "Chưa có người xác nhận: sổ vẫn đăng ký được, việc cần hai người thì chưa làm được."
_NOTHING_DUE = "Hôm nay không có việc quá hạn."


class TodayPage(QWidget):
    """Reads the truth anew each time it is shown."""

    register_wanted = Signal()
    find_wanted = Signal(str)
    sheets_wanted = Signal()  # a print is answered there sheet by sheet
    has_unsaved_text = False

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._run = 0
        self.ui = Ui_TodayPage()
        self.ui.setupUi(self)
        self.ui.print_frame.hide()
        self.setFocusProxy(self.ui.register_button)
        self.jobs = Jobs(self, lambda error: show_error(self, error))
        self._due = QVBoxLayout(self.ui.due_panel)
        self._due.setContentsMargins(0, 0, 0, 0)
        self._due.setSpacing(6)
        self.ui.register_button.clicked.connect(self.register_wanted)
        self.ui.find_edit.returnPressed.connect(self._find)
        self.ui.good_button.clicked.connect(self._answer_good)
        self.ui.spoiled_button.clicked.connect(self.sheets_wanted)

    def refresh(self) -> None:
        """Look again."""
        self.jobs.new(self._arrived).watch(self._office.read(look_at_today))

    def stop(self) -> None:
        """End the work: the window is going away."""
        self.jobs.stop()

    def _arrived(self, today: Today) -> None:
        ui = self.ui
        ui.date_label.setText(date_words(today))
        ui.truth_label.setText(truth_words(today))
        ui.confirmer_label.setText(_NO_CONFIRMER)
        ui.confirmer_label.setVisible(not today.has_confirmer)
        run = today.unanswered_print
        ui.print_frame.setVisible(run is not None)
        if run is not None:
            self._run = run.id
            when = run.printed_at.astimezone(VIETNAM)
            ui.print_label.setText(
                f"Lần in sổ năm {run.year} lúc {when:%H:%M} ngày {short_date(when.date())} "
                "chưa được trả lời: tờ in có tốt không?"
            )
        while (item := self._due.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for words in due_words(today) or (_NOTHING_DUE,):
            label = QLabel(words)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._due.addWidget(label)

    def _answer_good(self) -> None:
        from bmnn_desktop.services.answer_print import answer_print  # noqa: PLC0415

        self.jobs.new(lambda _: self.refresh()).watch(
            self._office.write(answer_print, self._run, Answer.GOOD)
        )

    def _find(self) -> None:
        text = self.ui.find_edit.text().strip()
        if text:
            self.ui.find_edit.clear()
            self.find_wanted.emit(text)
