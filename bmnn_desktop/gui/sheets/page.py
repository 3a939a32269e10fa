"""Tờ sổ, ký nhận: what is to be printed and signed, sheet by sheet; unanswered prints on top."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.sheet import SheetState
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.sheets.acts import SheetActs
from bmnn_desktop.gui.sheets.answer_bar import AnswerBar
from bmnn_desktop.gui.sheets.sheet_look import SheetLook
from bmnn_desktop.gui.sheets.sheets_model import SheetsModel
from bmnn_desktop.gui.sheets.sheets_ui import SheetsUi
from bmnn_desktop.gui.show_error import show_beside
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.registers import derived_book
from bmnn_desktop.registers.transfer import TRANSFER
from bmnn_desktop.services.list_sheets import (
    BookState,
    SheetsOverview,
    SheetSummary,
    VolumeSheets,
    list_sheets,
    sheets_overview,
)

if TYPE_CHECKING:
    from bmnn_desktop.domain.volume import Volume
    from bmnn_desktop.services.office import Office

_NOTHING = "Không có dòng nào chờ in hay chờ giao."
_GUEST = (
    "Phiên kiểm tra, chỉ xem: không in, không đánh dấu ký. Enter hoặc bấm đúp vào một tờ để xem "
    "chỗ nào chưa ký."
)
_REAL_VAULT = (
    "Kho thật in thẳng ra giấy; phần nối máy in sẽ có ở bản sau của chương trình. Đánh dấu ký nhận "
    "và tờ hỏng vẫn ghi được ở đây."
)


class SheetsPage(QWidget):
    """Keys: Ctrl+P prints new lines, F6 marks a sheet as signed, F7 with exceptions."""

    has_unsaved_text = False

    def __init__(self, office: Office, lock: Callable[[], None]) -> None:
        super().__init__()
        self._office = office
        self._is_read_only = office.session.guest.is_here
        self._overview: SheetsOverview | None = None
        self._found: VolumeSheets | None = None
        self._wish: Callable[[], object] | None = None  # once the overview has arrived
        self.jobs = Jobs(self, lambda error: show_beside(self.ui.notice, error))
        self.acts = SheetActs(self, office, self.jobs, lock)
        self.acts.changed.connect(self._changed)
        self.acts.printed.connect(self.refresh)
        self.model = SheetsModel(self)
        self._names = QStringListModel(self)
        self.ui = SheetsUi(self, self.model, self._names)
        self._connect()
        self.setFocusProxy(self.ui.view)
        if self._is_read_only:
            self.ui.forbid_writing()
            self.ui.notice.say(Tone.INFO, _GUEST)
        elif not office.training:
            self.ui.notice.say(Tone.INFO, _REAL_VAULT)

    def refresh(self) -> None:
        """Look again."""
        self.jobs.new(self._overview_arrived).watch(self._office.read(sheets_overview))

    def stop(self) -> None:
        """End the work: the window is going away."""
        self.jobs.stop()

    def start_printing(self) -> None:
        """Begin to print: the receipt sheet of the day, else the first book with new lines."""
        self._wish = self.print_receipts
        self.refresh()

    def print_receipts(self) -> None:
        """Print the day's receipt sheet; without one, go on with the first book with new lines."""
        overview = self._overview
        if overview is None:
            return
        if overview.handovers:
            self.acts.print_receipts(self.print_prepared)
            return
        due = [each for each in overview.books if each.pending]
        due.sort(key=lambda each: each.book != TRANSFER.key)
        if due:
            self._choose_book(due[0].book)
            self._go_on_with_oldest(due[0])
        else:
            self.ui.notice.say(Tone.INFO, _NOTHING)

    @property
    def volume(self) -> Volume | None:
        """Return the volume on view."""
        found: Volume | None = self.ui.volume_box.currentData()
        return found

    @property
    def chosen(self) -> SheetSummary | None:
        """Return the sheet that is chosen."""
        return self.model.at(self.ui.view.currentIndex().row())

    # ── looking ──────────────────────────────────────────────────────────────────────────────

    def _overview_arrived(self, overview: SheetsOverview) -> None:
        self._overview = overview
        self._show_waiting(overview)
        row = max(0, self.ui.books_view.currentIndex().row())
        self._names.setStringList([_book_words(each, overview) for each in overview.books])
        self.ui.receipts_button.setText(
            f"Tờ ký nhận hôm nay ({overview.handovers})…"
            if overview.handovers
            else "Tờ ký nhận hôm nay…"
        )
        self.ui.receipts_button.setEnabled(bool(overview.handovers) and not self._is_read_only)
        self.ui.books_view.setCurrentIndex(self._names.index(row))
        self._book_chosen()
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()

    def _show_waiting(self, overview: SheetsOverview) -> None:
        while (item := self.ui.waiting.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                if widget.isAncestorOf(self.window().focusWidget() or self):
                    self.ui.view.setFocus()
                widget.hide()
                widget.deleteLater()
        for run in () if self._is_read_only else overview.waiting:
            bar = AnswerBar(run, self)
            bar.answered.connect(self.acts.answer)
            self.ui.waiting.addWidget(bar)
            if run is overview.waiting[0] and self.isVisible():
                bar.setFocus()

    def _book_chosen(self) -> None:
        state = self._state
        before = self.volume
        kept = () if state is None else state.volumes
        self.ui.volume_box.blockSignals(True)
        self.ui.volume_box.clear()
        for volume in kept:
            closed = " (đã khóa)" if volume.is_closed else ""
            words = f"Năm {volume.year}, quyển {show_number(volume.number)}{closed}"
            self.ui.volume_box.addItem(words, volume)
        same = [row for row, each in enumerate(kept) if before and each.id == before.id]
        self.ui.volume_box.setCurrentIndex(same[0] if same else 0 if kept else -1)
        self.ui.volume_box.blockSignals(False)
        self._look()

    def _look(self) -> None:
        volume = self.volume
        if volume is None:
            self._found = None
            self.model.show_sheets(())
            self.ui.pending_label.setText("Sổ này chưa có quyển nào.")
            self._show_what_can_be_done()
            return
        self.jobs.new(self._sheets_arrived).watch(
            self._office.read(list_sheets, volume.book, year=volume.year, volume=volume.number)
        )

    def _sheets_arrived(self, found: VolumeSheets) -> None:
        self._found = found
        before = self.chosen
        self.model.show_sheets(found.sheets)
        row = 0 if before is None else self.model.row_of(before.sheet.number)
        self.ui.view.selectRow(row)
        self.ui.pending_label.setText(_volume_words(found, is_asked=self._is_asked(found.volume)))
        self._show_what_can_be_done()

    def _is_asked(self, volume: Volume) -> bool:
        """Tell whether sheets of the volume came out that nobody has answered for."""
        place = (volume.book, volume.year, volume.number)
        runs = () if self._overview is None else self._overview.waiting
        return any((run.book, run.year, run.volume_no) == place and run.sheets for run in runs)

    def _show_what_can_be_done(self) -> None:
        if self._is_read_only:
            return
        found, chosen, volume = self._found, self.chosen, self.volume
        can_print = self._office.training and volume is not None and not self._is_asked(volume)
        is_good = chosen is not None and chosen.sheet.state is not SheetState.SPOILED
        has_open = chosen is not None and chosen.open_places > 0
        self.ui.go_on_button.setEnabled(can_print and found is not None and bool(found.pending))
        self.ui.signed_button.setEnabled(has_open)
        self.ui.except_button.setEnabled(has_open)
        is_marked = chosen is not None and chosen.open_places < chosen.places
        self.ui.unsign_button.setEnabled(is_good and is_marked)
        self.ui.spoil_button.setEnabled(is_good)
        has_lines = chosen is not None and chosen.lines > 0
        self.ui.reprint_button.setEnabled(can_print and is_good and has_lines)
        is_open = found is not None and any(
            each.sheet.state is SheetState.OPEN and not each.sheet.is_blank for each in found.sheets
        )
        self.ui.cross_action.setEnabled(can_print and is_open)
        for action in (self.ui.blank_action, self.ui.opening_action, self.ui.closing_action):
            action.setEnabled(can_print)
        signs_itself = volume is not None and derived_book(volume.book) is None
        can_choose = signs_itself and volume is not None and not volume.is_closed
        self.ui.signing_action.setEnabled(can_choose)
        self.ui.signing_action.setChecked(
            volume is not None and volume.signing is Signing.RECEIPT_SHEET
        )

    @property
    def _state(self) -> BookState | None:
        row = self.ui.books_view.currentIndex().row()
        kept = () if self._overview is None else self._overview.books
        return kept[row] if 0 <= row < len(kept) else None

    def _look_at_sheet(self) -> None:
        if self._is_read_only:
            SheetLook(self._office, self.jobs, self.ui.notice).look(self.volume, self.chosen)

    # ── acts ─────────────────────────────────────────────────────────────────────────────────

    def _changed(self, words: str) -> None:
        self.ui.notice.say(Tone.GOOD, words)
        self.ui.view.setFocus()
        self.refresh()

    def _go_on(self) -> None:
        if self.ui.go_on_button.isEnabled() and self.volume is not None:
            self.acts.go_on(self.volume)

    def _go_on_with_oldest(self, state: BookState) -> None:
        """Open the preview of the book's oldest volume that has new lines."""

        def seen(found: VolumeSheets, left: list[Volume]) -> None:
            if found.pending or not left:
                self.ui.volume_box.setCurrentIndex(state.volumes.index(found.volume))
                self.acts.go_on(found.volume)
            else:
                look(left)

        def look(left: list[Volume]) -> None:
            first, *rest = left
            self.jobs.new(lambda found: seen(found, rest)).watch(
                self._office.read(list_sheets, first.book, year=first.year, volume=first.number)
            )

        look(list(reversed(state.volumes)))

    def print_prepared(self) -> None:
        """Print the lines of the transfer log that are not on paper yet."""

        def arrived(overview: SheetsOverview) -> None:
            self._overview_arrived(overview)
            self._choose_book(TRANSFER.key)
            if self.volume is not None:
                self.acts.go_on(self.volume)

        self.jobs.new(arrived).watch(self._office.read(sheets_overview))

    def _choose_book(self, key: str) -> None:
        kept = () if self._overview is None else self._overview.books
        for row, each in enumerate(kept):
            if each.book == key:
                self.ui.books_view.setCurrentIndex(self._names.index(row))
                self._book_chosen()

    def _with_sheet(self, act: Callable[[Volume, SheetSummary], object]) -> Callable[[], None]:
        def do() -> None:
            if self.volume is not None and self.chosen is not None:
                act(self.volume, self.chosen)

        return do

    def _with_volume(self, act: Callable[[Volume], object]) -> Callable[[], None]:
        def do() -> None:
            if self.volume is not None:
                act(self.volume)

        return do

    def _choose_signing(self) -> None:
        if self.volume is not None:
            wanted = (
                Signing.RECEIPT_SHEET if self.ui.signing_action.isChecked() else Signing.IN_LINE
            )
            self.acts.choose_signing(self.volume, wanted)

    def _connect(self) -> None:
        ui = self.ui
        ui.books_view.selectionModel().currentRowChanged.connect(self._book_changed)
        ui.volume_box.currentIndexChanged.connect(self._look)
        ui.view.selectionModel().currentRowChanged.connect(self._show_what_can_be_done)
        ui.view.doubleClicked.connect(self._look_at_sheet)
        acts = self.acts
        for button, act in (
            (ui.signed_button, lambda volume, each: acts.sign(volume, each.sheet)),
            (ui.except_button, lambda volume, each: acts.ask_exceptions(volume, each.sheet)),
            (ui.unsign_button, lambda volume, each: acts.ask_unsign(volume, each.sheet)),
            (ui.spoil_button, lambda volume, each: acts.ask_spoil(volume, each.sheet)),
            (ui.reprint_button, lambda volume, each: acts.reprint(volume, each.sheet)),
        ):
            button.clicked.connect(self._with_sheet(act))
        ui.go_on_button.clicked.connect(self._go_on)
        ui.receipts_button.clicked.connect(self.print_receipts)
        for action, of_volume in (
            (ui.blank_action, acts.ask_blank),
            (ui.cross_action, acts.cross),
            (ui.opening_action, acts.print_opening),
            (ui.closing_action, acts.print_closing),
        ):
            action.triggered.connect(self._with_volume(of_volume))
        ui.signing_action.triggered.connect(self._choose_signing)
        ui.offset_action.triggered.connect(acts.ask_offset)
        for key, button in (
            ("Ctrl+P", ui.go_on_button),
            ("F6", ui.signed_button),
            ("F7", ui.except_button),
        ):
            shortcut = QShortcut(QKeySequence(key), self, button.click)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for key in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(key), ui.view, self._look_at_sheet)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _book_changed(self, index: QModelIndex, before: QModelIndex) -> None:
        if index.isValid() and before.isValid():
            self._book_chosen()


def _book_words(each: BookState, overview: SheetsOverview) -> str:
    if not each.volumes:
        return f"{each.short_title}\nchưa có dòng nào"
    parts = []
    if any(run.book == each.book and run.sheets for run in overview.waiting):
        parts.append("chờ trả lời lần in")
    if each.pending:
        parts.append(f"{each.pending} dòng chưa in")
    if each.open_places:
        parts.append(f"{each.open_places} chỗ chưa ký")
    return "\n".join((each.short_title, *(parts or ("đã in và ký đủ",))))


def _volume_words(found: VolumeSheets, *, is_asked: bool) -> str:
    parts = [f"{len(found.sheets)} tờ" if found.sheets else "Chưa có tờ nào trên giấy"]
    if found.pending:
        parts.append(f"{found.pending} dòng chưa in")
    elif is_asked:
        parts.append("lần in vừa rồi chờ trả lời")
    elif found.sheets:
        parts.append("đã in hết")
    if found.open_places:
        parts.append(f"{found.open_places} chỗ chưa ký")
    elif found.sheets:
        parts.append("không còn chỗ chưa ký")
    if derived_book(found.volume.book) is None:
        parts.append(f"ký nhận {found.volume.signing.label}")
    return " · ".join(parts) + "."
