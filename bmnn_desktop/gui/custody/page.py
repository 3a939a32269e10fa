"""Giao – nhận (F4): what goes out, what comes back, whose receipt is awaited, who holds what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.custody.acts import CustodyActs, lines_words
from bmnn_desktop.gui.custody.checked_view import CheckedView
from bmnn_desktop.gui.custody.copy_reader import CopyReader
from bmnn_desktop.gui.custody.give_bar import GiveBar
from bmnn_desktop.gui.custody.page_ui import DAY, HOLDINGS, OVERDUE, RECEIPTS, CustodyUi
from bmnn_desktop.gui.custody.papers import CustodyPapers
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.show_error import show_beside
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.services.holdings import holdings_of, list_holders, overdue_copies
from bmnn_desktop.services.prepare_handovers import prepare_handovers, waiting_handovers
from bmnn_desktop.services.remembered_values import remembered_receivers
from bmnn_desktop.services.waiting_receipts import read_receipt_days, waiting_receipts

if TYPE_CHECKING:
    from bmnn_desktop.domain.holding import Holder, Holding, WaitingHandover
    from bmnn_desktop.services.hand_out import HandedOut
    from bmnn_desktop.services.holdings import HoldersPage, HoldingsPage
    from bmnn_desktop.services.office import Office
    from bmnn_desktop.services.waiting_receipts import ReceiptDays, ReceiptsPage

_GUEST = "Phiên kiểm tra, chỉ xem: Enter hoặc bấm đúp vào một bản để xem bản ấy đã qua những đâu."


class CustodyPage(QWidget):
    """Keys: Alt+1 to Alt+4 change the list, Space ticks, F6 takes back or signs, Enter looks."""

    print_wanted = Signal()  # tờ ký nhận of the day
    prepared_wanted = Signal()  # tờ ký nhận of the lines that were made here
    preview_wanted = Signal(object)  # Subject
    line_wanted = Signal(str, int)  # book, document

    def __init__(self, office: Office, lock: Callable[[], None]) -> None:
        super().__init__()
        self._office = office
        self._is_read_only = office.session.guest.is_here
        self.jobs = Jobs(self, lambda error: show_beside(self.ui.notice, error))
        self.give_bar = GiveBar(office, self.jobs, office.day.today().year, self)
        self.ui = CustodyUi(self, self.give_bar, office.day.today)
        self.acts = CustodyActs(self, office, self.jobs, lock)
        self.reader = CopyReader(self, office, self.jobs, lock)
        self.papers = CustodyPapers(office)
        self._holder_wish = ""  # whose copies to show once the list has arrived
        self._connect()
        self.setFocusProxy(self.ui.holders_view if self._is_read_only else self.give_bar)
        self._show_what_can_be_done()
        if self._is_read_only:
            self.ui.forbid_writing()
            self.ui.notice.say(Tone.INFO, _GUEST)

    @property
    def has_unsaved_text(self) -> bool:
        """Tell whether a hand-over is half typed."""
        return self.give_bar.has_text

    def refresh(self) -> None:
        """Look again at every list."""
        read = self._office.read
        self.jobs.new(self._overdue_arrived).watch(read(overdue_copies))
        self.jobs.new(self._receipts_arrived).watch(read(waiting_receipts, days=0))
        self.jobs.new(self._waiting_arrived).watch(read(waiting_handovers))
        self.jobs.new(self._days_arrived).watch(read(read_receipt_days))
        self._look_at_holders()
        if not self._is_read_only:
            self.jobs.new(self._offer).watch(read(remembered_receivers))

    def stop(self) -> None:
        """End timers and work: the window is going away."""
        self.give_bar.stop()
        self.jobs.stop()

    def show_list(self, which: int) -> None:
        """Show a list and go into it."""
        self.ui.tabs.setCurrentIndex(which)
        self.ui.view.setFocus()

    def show_holder(self, name: str, *, is_outside: bool = False) -> None:
        """Show what somebody holds."""
        self._holder_wish = name
        self.ui.where_box.setCurrentIndex(int(is_outside))
        self.show_list(HOLDINGS)
        self._look_at_holders()

    @property
    def holder(self) -> Holder | None:
        """Return the holder that is chosen."""
        return self.ui.holders_model.at(self.ui.holders_view.currentIndex().row())

    # ── looking ──────────────────────────────────────────────────────────────────────────────

    def _look_at_holders(self) -> None:
        self.jobs.new(self._holders_arrived).watch(
            self._office.read(list_holders, outside=bool(self.ui.where_box.currentData()))
        )

    def _overdue_arrived(self, page: HoldingsPage) -> None:
        self.ui.overdue_view.show_rows(page.rows)
        self._overdue = _many(len(page.rows), is_more=page.more)
        self._show_counts()

    def _receipts_arrived(self, page: ReceiptsPage) -> None:
        self.ui.receipts_view.show_rows(page.rows)
        self._receipts = _many(len(page.rows), is_more=page.more)
        self._show_counts()

    def _holders_arrived(self, page: HoldersPage) -> None:
        ui = self.ui
        before = self._holder_wish or (self.holder.name if self.holder is not None else "")
        self._holder_wish = ""
        ui.holders_model.show_rows(page.rows)
        rows = [row for row, one in enumerate(page.rows) if one.name == before]
        ui.holders_view.selectRow(rows[0] if rows else 0)
        self._holders = _many(len(page.rows), is_more=page.more)
        self._show_counts()
        if not page.rows:
            self._holder_chosen()

    def _holder_chosen(self) -> None:
        holder = self.holder
        if holder is None:
            self.ui.holder_label.setText("Không có ai đang giữ bản nào.")
            self.ui.holdings_view.show_rows(())
            return

        def arrived(page: HoldingsPage) -> None:
            if self.holder is not holder:
                return  # another one was chosen meanwhile
            more = f", hiện {len(page.rows)} bản đầu" if page.more else ""
            self.ui.holder_label.setText(f"{holder.name}: {holder.copies} bản{more}")
            self.ui.holdings_view.show_rows(page.rows)

        self.jobs.new(arrived).watch(self._office.read(holdings_of, holder.name))

    def _waiting_arrived(self, waiting: tuple[WaitingHandover, ...]) -> None:
        self.ui.day_view.show_rows(waiting)
        self._waiting = str(len(waiting))
        self._show_counts()

    def _days_arrived(self, wait: ReceiptDays) -> None:
        self.ui.days_label.setText(
            f"Quá {wait.days} ngày chưa ký thì được nhắc; số ngày {wait.source}."
        )

    def _offer(self, receivers: tuple[str, ...]) -> None:
        self.acts.offer(receivers)
        self.give_bar.set_suggestions(receivers)

    def _show_counts(self) -> None:
        self.ui.show_counts(self._overdue, self._receipts, self._holders, self._waiting)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        if self._is_read_only:
            return
        ui = self.ui
        late, held = bool(ui.overdue_view.chosen), bool(ui.holdings_view.chosen)
        receipts = ui.receipts_view.chosen
        parcel = ui.receipts_view.current is not None and ui.receipts_view.current.handed.parcel_no
        can_print = self._office.training
        for buttons, is_on in (
            ((ui.late_back_button, ui.remind_button), late),
            ((ui.slip_button,), late and can_print),
            ((ui.signed_button, ui.refused_button), bool(receipts)),
            ((ui.outcome_button,), bool(parcel)),
            (
                (ui.parcels_button, ui.parcel_slip_button, ui.marks_button),
                bool(parcel) and can_print,
            ),
            ((ui.back_button, ui.recall_button), held),
            ((ui.pass_button,), held and not ui.where_box.currentData()),
            ((ui.list_button,), held and can_print),
            ((ui.day_button,), ui.day_view.current is not None),
            ((ui.minutes_button,), self.holder is not None and can_print),
            (
                (ui.late_slip_button,),
                can_print and self.holder is not None and bool(self.holder.overdue),
            ),
        ):
            for button in buttons:
                button.setEnabled(bool(is_on))

    # ── acts ─────────────────────────────────────────────────────────────────────────────────

    def _given(self, handed: HandedOut, some: tuple[Holding, ...]) -> None:
        self._changed(
            f"Đã giao {len(some)} bản: {lines_words(handed)}; người nhận ký ở tờ ký nhận."
        )

    def _changed(self, words: str) -> None:
        self.ui.notice.say(Tone.GOOD, words)
        self.refresh()

    def _act(self, act: Callable[[tuple[Holding, ...]], None], view: str) -> Callable[[], None]:
        def do() -> None:
            if chosen := getattr(self.ui, view).chosen:
                act(chosen)

        return do

    def _connect(self) -> None:
        ui, acts = self.ui, self.acts
        self._overdue = self._receipts = self._holders = self._waiting = "0"
        acts.done.connect(self._changed)
        self.give_bar.given.connect(self._given)
        ui.where_box.currentIndexChanged.connect(self._look_at_holders)
        ui.holders_view.selectionModel().currentRowChanged.connect(self._holder_chosen)
        for button, act in (
            (ui.late_back_button, self._act(acts.take_back, "overdue_view")),
            (ui.remind_button, self._act(acts.remind, "overdue_view")),
            (ui.signed_button, self._act(acts.sign, "receipts_view")),  # type: ignore[arg-type]
            (ui.refused_button, self._act(acts.refuse, "receipts_view")),  # type: ignore[arg-type]
            (ui.back_button, self._act(acts.take_back, "holdings_view")),
            (ui.recall_button, self._act(acts.recall, "holdings_view")),
            (ui.send_button, acts.send),
            (ui.receipts_button, self.print_wanted.emit),
            (ui.day_button, self._prepare),
            (ui.days_button, acts.ask_receipt_days),
            (ui.outcome_button, lambda: acts.answer_slip(ui.receipts_view.current)),
            (ui.pass_button, self._pass_on),
            (ui.list_button, self._with_holder(self.papers.holdings)),
            (ui.late_slip_button, self._with_holder(self.papers.reminder)),
            (ui.minutes_button, self._with_holder(self.papers.handover_minutes)),
            (ui.marks_button, self._with_parcel(self.papers.parcel_marks)),
            (ui.line_slip_button, self._print_line_slip),
            (ui.slip_button, self._print_slip),
            (ui.parcels_button, self._with_parcel(self.papers.parcel_list)),
            (ui.parcel_slip_button, self._with_parcel(self.papers.parcel_slip)),
        ):
            button.clicked.connect(act)
        for view in (ui.overdue_view, ui.receipts_view, ui.holdings_view, ui.day_view):
            view.selectionModel().currentRowChanged.connect(self._show_what_can_be_done)
            view.ticked.connect(self._show_what_can_be_done)
        ui.overdue_view.opened.connect(lambda: self.reader.open(ui.overdue_view.current))
        ui.holdings_view.opened.connect(lambda: self.reader.open(ui.holdings_view.current))
        ui.receipts_view.opened.connect(lambda: self._open_line(ui.receipts_view))
        ui.day_view.opened.connect(lambda: self._open_line(ui.day_view))
        for place in (OVERDUE, RECEIPTS, HOLDINGS, DAY):
            key = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            key.activated.connect(lambda place=place: self.show_list(place))
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        f6 = QShortcut(QKeySequence("F6"), self, self._press_first)
        f6.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _press_first(self) -> None:
        ui = self.ui
        buttons = (ui.late_back_button, ui.signed_button, ui.back_button, ui.day_button)
        buttons[ui.tabs.currentIndex()].click()

    def _prepare(self) -> None:
        """Write the lines that are ticked, without a tick all of them, and print their sheet."""
        some: tuple[WaitingHandover, ...] = self.ui.day_view.ticked_rows
        only = {copy for each in some for copy in each.copies} or None
        self.ui.day_button.setEnabled(False)
        self.jobs.new(lambda _: self.prepared_wanted.emit()).watch(
            self._office.write(prepare_handovers, only=only)
        )

    def _open_line(self, view: CheckedView) -> None:
        about = view.current.about
        self.line_wanted.emit(about.book, about.id)

    def _pass_on(self) -> None:
        if self.holder is not None:
            self.acts.pass_on(self.holder.name)

    def _print_slip(self) -> None:
        if (late := self.ui.overdue_view.current) is not None:
            self.preview_wanted.emit(self.papers.reminder(late.copy.holder))

    def _print_line_slip(self) -> None:
        if (line := self.ui.receipts_view.current) is not None:
            self.preview_wanted.emit(self.papers.handover_slip(line.handed))

    def _with_holder(self, paper: Callable[[str], object]) -> Callable[[], None]:
        def do() -> None:
            if self.holder is not None:
                self.preview_wanted.emit(paper(self.holder.name))

        return do

    def _with_parcel(
        self, paper: Callable[[tuple[int, int, int], str], object]
    ) -> Callable[[], None]:
        def do() -> None:
            line = self.ui.receipts_view.current
            if line is not None and line.handed.parcel_no is not None:
                self.preview_wanted.emit(paper(line.handed.parcel_no, line.handed.parcel))

        return do


def _many(count: int, *, is_more: bool) -> str:
    return f"trên {count}" if is_more else str(count)
