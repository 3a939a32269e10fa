"""Nhật ký thao tác: every entry, newest first; what waits for confirmation; the closing sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.errors import KnownError
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.journal import entries_model, waiting_model
from bmnn_desktop.gui.journal.acts_model import ActsModel
from bmnn_desktop.gui.journal.answer_bar import AnswerBar
from bmnn_desktop.gui.journal.answers import Answers
from bmnn_desktop.gui.journal.closing_dialog import ClosingDialog
from bmnn_desktop.gui.journal.entries_model import EntriesModel
from bmnn_desktop.gui.journal.entry_table import EntryTable
from bmnn_desktop.gui.journal.entry_view import EntryView
from bmnn_desktop.gui.journal.filter_bar import FilterBar
from bmnn_desktop.gui.journal.waiting_model import WaitingModel
from bmnn_desktop.gui.show_error import show_beside, show_error
from bmnn_desktop.gui.widgets.notice import Notice, Tone
from bmnn_desktop.services.closing_sheet import read_period
from bmnn_desktop.services.list_entries import list_signatories
from bmnn_desktop.services.show_entry import EntryCard, show_entry
from bmnn_desktop.services.waiting_acts import WaitingActs, look_at_waiting_acts

if TYPE_CHECKING:
    from datetime import date

    from bmnn_desktop.gui.preview.window import PreviewWindow
    from bmnn_desktop.services.closing_period import Period
    from bmnn_desktop.services.office import Office

_EVERY, _ACTS, _PROPOSALS = range(3)
_TITLES = ("Mọi mục", "Đã làm, chờ xác nhận", "Mới đề nghị, chờ xác nhận")
_MEANING = {
    _ACTS: "Những việc này đã có hiệu lực; người thứ hai xác nhận theo tờ chốt sổ. Quá 45 ngày "
    "là quá lâu.",
    _PROPOSALS: "Những việc này chưa có hiệu lực cho tới khi người thứ hai xác nhận.",
}
_STOPPED = "Đã dừng, chưa xác nhận gì; các việc ấy vẫn chờ xác nhận."
_WIDTHS = (700, 420)  # list and entry


class JournalPage(QWidget):
    """Reads; what waits is answered here, and the closing sheet printed."""

    has_unsaved_text = False

    def __init__(self, office: Office, lock: Callable[[], None]) -> None:
        super().__init__()
        self._office = office
        self._lock = lock
        self._wanted: int | None = None  # the entry that is being read
        self._wish_waiting = False  # to show what waits, once it has arrived
        self.jobs = Jobs(self, self._refused)
        self.entries = EntriesModel(office, self.jobs, self)
        self.acts = ActsModel(self)
        self.proposals = WaitingModel(self)
        self.answers = Answers(self, office, self.jobs, office.second_person, lock)
        self._build()
        self._connect()
        self.setFocusProxy(self.entries_view)
        self._show_list(_EVERY)

    def refresh(self) -> None:
        """Look again."""
        self.jobs.new(self.filters.offer_people).watch(self._office.read(list_signatories))
        self.jobs.new(self._waiting_arrived).watch(self._office.read(look_at_waiting_acts))
        self._ask()

    def stop(self) -> None:
        """End timers and work: the window is going away."""
        self.filters.stop()
        self.entries.interrupt()
        self.answers.signature.give_up()
        self.jobs.stop()

    def show_waiting(self) -> None:
        """Show what waits for a second person, proposals first."""
        self._wish_waiting = True

    def show_entry(self, seq: int) -> None:
        """Read an entry and show it beside the list."""
        self._wanted = seq
        self.jobs.new(self._card_arrived).watch(self._office.read(show_entry, seq))

    def ask_closing_sheet(self) -> None:
        """Ask for the period of the closing sheet."""
        self.jobs.new(self._period_arrived, lambda error: show_error(self, error)).watch(
            self._office.read(read_period)
        )

    def open_closing_sheet(self, first: date, last: date) -> PreviewWindow:
        """Open the preview of the closing sheet."""
        from bmnn_desktop.gui.preview.subject import closing_sheet  # noqa: PLC0415
        from bmnn_desktop.gui.preview.window import PreviewWindow  # noqa: PLC0415
        from bmnn_desktop.gui.sheets.files import PrintFiles  # noqa: PLC0415

        out = PrintFiles(self._office.place).next(f"to-chot-so-{last.isoformat()}")
        subject = closing_sheet(self._office, first, last, out)
        window = PreviewWindow(subject, self._office, self._lock, self.window())
        window.answered.connect(self.refresh)
        window.resize(self.window().size())
        window.show()
        return window

    # ── looking ──────────────────────────────────────────────────────────────────────────────

    def _ask(self) -> None:
        query = self.filters.query
        if query is None:
            return
        self.notice.hush()
        self.count_label.setText("")
        self.entries.show_entries(query)

    def _counted(self, number: int) -> None:
        self.count_label.setText(f"{number} mục" if number else "Không có mục nào khớp.")

    def _waiting_arrived(self, waiting: WaitingActs) -> None:
        for place, model, found in (
            (_ACTS, self.acts, waiting.acts),
            (_PROPOSALS, self.proposals, waiting.proposals),
        ):
            model.show_rows(found)
            self.tabs[place].setText(f"{_TITLES[place]} ({len(found)})")
        self._choice_changed()
        self._choose_first()
        if self._wish_waiting:
            self._wish_waiting = False
            self._show_list(_PROPOSALS if waiting.proposals else _ACTS)

    def _chosen(self, row: int) -> None:
        view = self.lists.currentWidget()
        if view is self.entries_view:
            seq = self.entries.id_at(row)
        else:
            act = (self.acts if view is self.acts_view else self.proposals).at(row)
            seq = None if act is None else act.seq
        if seq is not None:
            self.show_entry(seq)
        self._choice_changed()

    def _choice_changed(self) -> None:
        """Show what can be answered."""
        proposal = self.proposals.at(self.proposals_view.currentIndex().row())
        self.answer_bar.show_choice(
            None if proposal is None else proposal.seq, self.acts.chosen, len(self.acts.rows)
        )

    def _answered(self, words: str) -> None:
        self.refresh()
        self.notice.say(Tone.GOOD, words)

    def _stopped(self) -> None:
        self.refresh()
        self.notice.say(Tone.INFO, _STOPPED)

    def _card_arrived(self, card: EntryCard) -> None:
        if card.line.seq == self._wanted:
            self.entry_view.show_card(card)

    def _show_list(self, place: int) -> None:
        self.tabs[place].setChecked(True)
        self.lists.setCurrentIndex(place)
        self.filters.setVisible(place == _EVERY)
        self.count_label.setVisible(place == _EVERY)
        self.meaning_label.setText(_MEANING.get(place, ""))
        self.meaning_label.setVisible(place != _EVERY)
        self.answer_bar.show_for(proposals=place == _PROPOSALS, acts=place == _ACTS)
        self._choose_first()
        self._chosen(self._view_of(place).currentIndex().row())

    def _choose_first(self) -> None:
        """Look at the oldest proposal, so that it can be answered at once."""
        view = self.proposals_view
        is_shown = self.lists.currentWidget() is view
        if is_shown and self.proposals.rows and not view.currentIndex().isValid():
            view.selectRow(0)

    def _view_of(self, place: int) -> EntryTable:
        return (self.entries_view, self.acts_view, self.proposals_view)[place]

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, KnownError):
            show_beside(self.notice, error)
        else:
            show_error(self, error)

    def _period_arrived(self, period: Period) -> None:
        dialog = ClosingDialog(self.window(), period, self._lock)
        dialog.confirmed.connect(self.open_closing_sheet)
        dialog.open()

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _connect(self) -> None:
        self.filters.changed.connect(self._ask)
        self.acts.choice_changed.connect(self._choice_changed)
        self.answer_bar.asked.connect(self.answers.ask)
        self.answers.changed.connect(self._answered)
        self.answers.stopped.connect(self._stopped)
        self.entries.counted.connect(self._counted)
        self.sheet_button.clicked.connect(self.ask_closing_sheet)
        self.entry_view.entry_wanted.connect(self.show_entry)
        for view in (self.entries_view, self.acts_view, self.proposals_view):
            view.chosen.connect(self._chosen)
        for place, tab in enumerate(self.tabs):
            tab.clicked.connect(lambda _=False, to=place: self._show_list(to))

    def _build(self) -> None:
        title = QLabel("Nhật ký thao tác", self)
        title.setProperty("role", "title")
        self.sheet_button = QPushButton("In tờ chốt sổ…", self)
        self.sheet_button.setObjectName("sheet_button")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.sheet_button)
        self.notice = Notice(self)
        self.filters = FilterBar(self._office.day.today().year, self)
        self.meaning_label = QLabel(self)
        self.meaning_label.setProperty("role", "quiet")
        self.meaning_label.setWordWrap(True)
        self.entries_view = EntryTable(self.entries, entries_model.WIDTHS, self)
        self.acts_view = EntryTable(self.acts, waiting_model.WIDTHS, self, is_short=True)
        self.proposals_view = EntryTable(self.proposals, waiting_model.WIDTHS, self, is_short=True)
        self.lists = QStackedWidget(self)
        for view in (self.entries_view, self.acts_view, self.proposals_view):
            self.lists.addWidget(view)
        self.answer_bar = AnswerBar(self, is_read_only=self._office.session.guest.is_here)
        self.entry_view = EntryView(self)
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        sides.addWidget(self.lists)
        sides.addWidget(self.entry_view)
        sides.setChildrenCollapsible(False)
        sides.setStretchFactor(0, 3)
        sides.setStretchFactor(1, 2)
        sides.setSizes(_WIDTHS)
        self.count_label = QLabel(self)
        self.count_label.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(self._make_tabs())
        for widget in (self.notice, self.filters, self.meaning_label):
            column.addWidget(widget)
        column.addWidget(sides, 1)
        column.addWidget(self.count_label)
        column.addWidget(self.answer_bar)

    def _make_tabs(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        group = QButtonGroup(self)
        self.tabs: list[QPushButton] = []
        for place, words in enumerate(_TITLES):
            tab = QPushButton(words if place == _EVERY else f"{words} (…)", self)
            tab.setObjectName(f"tab_{place}")
            tab.setProperty("role", "quiet")
            tab.setCheckable(True)
            group.addButton(tab)
            row.addWidget(tab)
            self.tabs.append(tab)
        row.addStretch(1)
        return row
