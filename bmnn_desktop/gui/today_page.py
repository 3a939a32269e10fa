"""Hôm nay: what one comes to do, the line of truth, what is due. Never a subject."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.gui.find.finding import Finding
from bmnn_desktop.gui.forms.ui_today_page import Ui_TodayPage
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.show_error import show_error
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.gui.widgets.polish import set_look
from bmnn_desktop.services.today import MOST_DUTIES, Today, look_at_today
from bmnn_desktop.services.today_words import (
    NOTHING_DUE,
    date_words,
    print_words,
    stated_words,
    truth_words,
)

if TYPE_CHECKING:
    from bmnn_desktop.domain.sheet import WaitingRun
    from bmnn_desktop.services.duties import Duty
    from bmnn_desktop.services.office import Office

_WIDE = 900  # from here on the large actions stand in one row
_LEAST = (458, 340)
_GAP = 12
_EVERY = 200  # things to do, when all are asked for


class TodayPage(QWidget):
    """Reads the truth anew each time it is shown."""

    register_wanted = Signal(str)
    handover_wanted = Signal()
    print_sheet_wanted = Signal()
    day_wanted = Signal()
    duty_wanted = Signal(object)  # Duty
    document_wanted = Signal(object)  # Document
    looked = Signal(object)  # Today
    has_unsaved_text = False

    def __init__(self, office: Office, lock: Callable[[], None]) -> None:
        super().__init__()
        self._office = office
        self._lock = lock
        self._run: WaitingRun | None = None
        self.ui = ui = Ui_TodayPage()
        ui.setupUi(self)
        ui.print_frame.hide()
        ui.day_button.hide()
        ui.soon_section.title = "Sắp đến hạn 30 ngày"
        ui.know_section.title = "Để biết"
        ui.nothing_label.setText(NOTHING_DUE)
        ui.nothing_label.hide()
        self.setFocusProxy(ui.incoming_button)
        self._actions = QGridLayout(ui.actions_panel)
        self._actions.setContentsMargins(0, 0, 0, 0)
        self._actions.setSpacing(_GAP)
        self._place_actions()
        self.setMinimumSize(*_LEAST)  # not what the wide arrangement needs
        self.jobs = Jobs(self, lambda error: show_error(self, error))
        self._is_read_only = office.session.guest.is_here
        self.finding = Finding(ui.find_edit, ui.results_view, ui.results_label, office, self.jobs)
        self._connect()
        if self._is_read_only:
            self.setFocusProxy(ui.find_edit)
            ui.actions_panel.hide()

    def refresh(self) -> None:
        """Look again."""
        self._look(MOST_DUTIES)

    def stop(self) -> None:
        """End the work: the window is going away."""
        self.finding.stop()
        self.jobs.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the large actions two by two in a narrow window (a large scale)."""
        super().resizeEvent(event)
        self._place_actions()

    def go_to_find(self) -> None:
        """Go to the find box."""
        self.ui.find_edit.setFocus()
        self.ui.find_edit.selectAll()

    def _place_actions(self) -> None:
        is_wide = self.width() >= _WIDE
        across = 4 if is_wide else 2
        ui = self.ui
        for place, button in enumerate(
            (ui.incoming_button, ui.outgoing_button, ui.handover_button, ui.print_sheet_button)
        ):
            self._actions.addWidget(button, place // across, place % across)
            set_look(button, "room", "" if is_wide else "little")

    def _connect(self) -> None:
        ui = self.ui
        ui.incoming_button.clicked.connect(lambda: self.register_wanted.emit("incoming"))
        ui.outgoing_button.clicked.connect(lambda: self.register_wanted.emit("outgoing"))
        ui.handover_button.clicked.connect(self.handover_wanted)
        ui.print_sheet_button.clicked.connect(self.print_sheet_wanted)
        ui.day_button.clicked.connect(self.day_wanted)
        ui.good_button.clicked.connect(self._answer_good)
        ui.spoiled_button.clicked.connect(self._ask_spoiled)
        ui.must_list.duty_wanted.connect(self.duty_wanted)
        ui.must_list.more_wanted.connect(lambda: self._look(_EVERY))
        ui.soon_section.duty_wanted.connect(self.duty_wanted)
        ui.soon_section.list.more_wanted.connect(lambda: self._look(_EVERY))
        ui.know_section.duty_wanted.connect(self.duty_wanted)
        ui.results_view.opened.connect(self._found)
        self.finding.asked.connect(
            lambda is_asked: ui.below_stack.setCurrentIndex(1 if is_asked else 0)
        )

    def _look(self, limit: int) -> None:
        self.jobs.new(self._arrived).watch(self._office.read(look_at_today, limit))

    def _arrived(self, today: Today) -> None:
        ui = self.ui
        ui.date_label.setText(date_words(today))
        ui.truth_label.setText(truth_words(today))
        self._show_day(today)
        self._show_print(today)
        duties = today.duties
        asked = today.unanswered_print
        must = [one for one in duties.must if not _is_asked(one, 0 if asked is None else asked.id)]
        hidden = duties.must_count - len(duties.must)
        ui.must_list.show_duties(must, hidden, today.date)
        ui.nothing_label.setVisible(not must and asked is None)
        ui.soon_section.show_duties(duties.soon, duties.soon_count, today.date)
        ui.know_section.show_duties(duties.to_know, len(duties.to_know), today.date)
        self.looked.emit(today)

    def _show_day(self, today: Today) -> None:
        words = stated_words(today)
        is_shown = (bool(words) or today.is_doubtful) and not self._is_read_only
        self.ui.day_button.setVisible(is_shown)
        if today.is_doubtful:
            self.ui.day_notice.say(
                Tone.BAD, "Chưa biết hôm nay là ngày nào nên chưa ghi sổ được; hãy ghi lại ngày."
            )
        elif words:
            self.ui.day_notice.say(Tone.AMBER, words)
        else:
            self.ui.day_notice.hush()

    def _show_print(self, today: Today) -> None:
        run = self._run = today.unanswered_print
        self.ui.print_frame.setVisible(run is not None and not self._is_read_only)
        if run is not None:
            self.ui.print_label.setText(print_words(run))

    def _answer_good(self) -> None:
        from bmnn_desktop.services.answer_print import answer_print  # noqa: PLC0415

        if self._run is not None:
            self.jobs.new(lambda _: self.refresh()).watch(
                self._office.write(answer_print, self._run.id, Answer.GOOD)
            )

    def _ask_spoiled(self) -> None:
        from bmnn_desktop.gui.sheets.spoiled_dialog import SpoiledDialog  # noqa: PLC0415
        from bmnn_desktop.services.answer_print import answer_print  # noqa: PLC0415

        run = self._run
        if run is None:
            return
        dialog = SpoiledDialog(self.window(), run.sheets, self._lock)

        def done(_entry: int) -> None:
            dialog.accept()
            self.refresh()

        dialog.confirmed.connect(
            lambda reason: self.jobs.new(done, dialog.refuse).watch(
                self._office.write(
                    answer_print,
                    run.id,
                    Answer.SPOILED,
                    spoiled=dialog.spoiled,
                    missing_from=dialog.missing_from,
                    reason=reason,
                )
            )
        )
        dialog.open()

    def _found(self, document: object) -> None:
        self.ui.find_edit.clear()
        self.document_wanted.emit(document)


def _is_asked(duty: Duty, run: int) -> bool:
    """Tell whether the page asks it above its list already."""
    return duty.kind.value == "print" and duty.number == run
