"""Xem trước khi in: the exact pages, and in a training vault the print itself, to a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QWidget

from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.forms.ui_preview_window import Ui_PreviewWindow
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.preview.pages import Hit, Pages, marked
from bmnn_desktop.gui.preview.subject import Subject
from bmnn_desktop.gui.sheets.spoiled_dialog import SpoiledDialog
from bmnn_desktop.gui.show_error import show_beside
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.broken_off import Work
from bmnn_desktop.services.preview_book import Preview
from bmnn_desktop.services.print_run import Printed

if TYPE_CHECKING:
    from bmnn_desktop.services.office import Office

_MM_PER_INCH = 25.4
_PAGE_MM = (297.0, 210.0)  # A4 on its side, as every page of a book
_SCREEN_DPI = 96.0
_ANSWERS = {
    Answer.GOOD: (Tone.GOOD, "Đã ghi “in tốt”; mã đối chiếu {code}."),
    Answer.SPOILED: (Tone.AMBER, "Đã ghi “tờ hỏng”; các dòng của tờ hỏng in sang tờ sau."),
    Answer.NOTHING: (Tone.AMBER, "Đã ghi “không ra tờ nào”; các dòng vẫn là chưa in."),
}
_ZOOMS = (("Vừa trang", 0.0), ("75 %", 0.75), ("100 %", 1.0), ("150 %", 1.5), ("200 %", 2.0))


class PreviewWindow(QWidget):
    """A window of its own; pages are drawn when they are looked at."""

    printed = Signal()
    answered = Signal(str)  # what was recorded, in words

    def __init__(
        self, subject: Subject, office: Office, lock: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._subject = subject
        self._office = office
        self._lock = lock
        self._pages: Pages | None = None
        self._opening: Pages | None = None  # the first pages, until all are there
        self._hit: Hit | None = None
        self._sought = ""
        self._run: Printed | None = None
        self.code = ""
        self.ui = Ui_PreviewWindow()
        self.ui.setupUi(self)
        self.jobs = Jobs(self, self._refused)
        self._dress()
        self._connect(lock)
        self._read()

    @property
    def is_ready(self) -> bool:
        """Tell whether a page is on view."""
        return self.ui.page_view.has_picture() and not self.jobs.is_busy

    def turn(self, page: int) -> None:
        """Show `page`, counted from 1."""
        self.ui.page_box.setValue(page)

    def print_to(self, place: str) -> None:
        """Print into the file `place`."""
        print_to = self._subject.print_to
        if print_to is None:
            return
        if not place.strip():
            self.ui.notice.say(Tone.AMBER, "Hãy ghi đường dẫn của tệp PDF.")
            self.ui.out_edit.setFocus()
            return
        self.ui.notice.hush()
        self.ui.print_button.setEnabled(False)
        job = self.jobs.new(self._has_printed, work=Work.PRINT)
        job.settled.connect(lambda: self.ui.print_button.setEnabled(True))
        self.ui.progress_line.follow(job, "Đang in…")
        job.watch(print_to(Path(place.strip()).expanduser(), job.report_lines))

    def answer(self, answer: Answer) -> None:
        """Record what came out."""
        run = self._run
        if run is None or self.jobs.is_busy:
            return
        self.jobs.new(lambda _: self._answered(answer)).watch(
            self._office.write(answer_print, run.run_id, answer)
        )

    def ask_spoiled(self) -> None:
        """Ask which sheets are bad and why."""
        run = self._run
        if run is None or self.jobs.is_busy:
            return
        dialog = SpoiledDialog(self, run.numbers, self._lock)
        dialog.confirmed.connect(lambda reason: self._spoil(run, dialog, reason))
        dialog.open()

    def _spoil(self, run: Printed, dialog: SpoiledDialog, reason: str) -> None:
        def done(_entry: object) -> None:
            dialog.accept()
            self._answered(Answer.SPOILED)

        self.jobs.new(done, dialog.refuse).watch(
            self._office.write(
                answer_print,
                run.run_id,
                Answer.SPOILED,
                spoiled=dialog.spoiled,
                missing_from=dialog.missing_from,
                reason=reason,
            )
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the work and forget the pages."""
        self.stop()
        super().closeEvent(event)

    def stop(self) -> None:
        """End the work and forget the pages."""
        self.jobs.stop()
        for pages in (self._opening, self._pages):
            if pages is not None:
                pages.close()
        self._opening = self._pages = None

    # ── pages ────────────────────────────────────────────────────────────────────────────────

    def _read(self) -> None:
        self.ui.page_view.show_words("Đang dựng trang…")
        if self._subject.opening is None:
            self._read_all()
        else:
            job = self.jobs.new(self._opened, lambda _error: self._read_all())
            job.watch(self._subject.opening())

    def _read_all(self) -> None:
        job = self.jobs.new(self._arrived, self._refused)
        job.watch(self._subject.preview(job.report_lines))

    def _opened(self, preview: Preview) -> None:
        """Show the first page while the others are being laid out."""
        self._opening = Pages(preview, self.jobs, self._show_first)
        self._opening.want(0, self._dpi())
        self.ui.count_label.setText("/ …")

    def _show_first(self, image: QImage) -> None:
        """Show it, and only then begin with the rest, which would keep it waiting."""
        if self._pages is None:
            is_first = not self.ui.page_view.has_picture()
            self.ui.page_view.show_picture(image)
            if is_first:
                self._read_all()

    def _arrived(self, preview: Preview) -> None:
        self._pages = Pages(preview, self.jobs, self._show)
        count = self._pages.count
        if preview.feed:
            self.ui.notice.say(Tone.INFO, "\n".join(step.words for step in preview.feed))
        if self._subject.out:
            self.ui.out_edit.setFocus()
        self._names.setStringList(preview.names)
        self.ui.page_box.setMaximum(count)
        self.ui.count_label.setText(f"/ {count}")
        self._turned()

    def _turned(self) -> None:
        page = self.ui.page_box.value() - 1
        self.ui.previous_button.setEnabled(page > 0)
        self.ui.following_button.setEnabled(page < self.ui.page_box.maximum() - 1)
        index = self._names.index(page)
        if self.ui.page_list.currentIndex() != index:
            self.ui.page_list.setCurrentIndex(index)
        if self._pages is not None:
            self._pages.want(page, self._dpi())

    def _dpi(self) -> float:
        zoom: float = self.ui.zoom_box.currentData()
        ratio = self.devicePixelRatioF()
        if zoom:
            return _SCREEN_DPI * zoom * ratio
        space = self.ui.page_view.space()
        width, height = reversed(_PAGE_MM) if self._subject.is_upright else _PAGE_MM
        across = space.width() / (width / _MM_PER_INCH)
        down = space.height() / (height / _MM_PER_INCH)
        return max(20.0, min(across, down)) * ratio

    def _show(self, image: QImage) -> None:
        hit = self._hit
        is_here = hit is not None and hit.page == self.ui.page_box.value() - 1
        self.ui.page_view.show_picture(marked(image, hit) if hit and is_here else image)

    def look_for(self) -> None:
        """Go to the page that says what is typed: the one on view, then those behind it."""
        words = self.ui.find_edit.text()
        pages = self._pages
        if pages is None or not tidy(words):
            return
        here = self.ui.page_box.value() - 1
        is_again = self._hit is not None and self._hit.page == here and words == self._sought
        self._sought = words
        pages.find(words, here + 1 if is_again else here, self._found)

    def _found(self, hit: Hit | None) -> None:
        self._hit = hit
        if hit is None:
            self.ui.notice.say(Tone.AMBER, f"Không trang nào có “{tidy(self._sought)}”.")
        else:
            self.ui.notice.hush()
            self.ui.page_box.setValue(hit.page + 1)
        self._turned()

    # ── printing ─────────────────────────────────────────────────────────────────────────────

    def _has_printed(self, printed: Printed) -> None:
        self._run, self.code = printed, printed.code
        if self._subject.is_for_guests:
            words = f"Đã in {printed.sheets} trang, mã đối chiếu {printed.code}."
            self.ui.notice.say(Tone.GOOD, words)
            self.printed.emit()
            return
        self.ui.out_frame.hide()
        amount = f"{printed.lines} dòng trên {printed.sheets} tờ"
        if self._subject.is_upright:
            amount = f"{printed.sheets} trang"
        self.ui.question_label.setText(
            f"Đã in {amount}, mã đối chiếu {printed.code}. Tờ in có tốt không?"
        )
        self.ui.question_frame.show()
        self.ui.good_button.setFocus()
        self.printed.emit()

    def _answered(self, answer: Answer) -> None:
        self._run = None
        self.ui.question_frame.hide()
        self.ui.out_frame.setVisible(self._office.training)
        tone, words = _ANSWERS[answer]
        said = words.format(code=self.code)
        self.ui.notice.say(tone, said)
        self.printed.emit()
        self.answered.emit(said)
        if self._subject.is_once:
            self.close()

    def _refused(self, error: BaseException) -> None:
        self.ui.page_view.show_words("") if self._pages is None else None
        show_beside(self.ui.notice, error)

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _dress(self) -> None:
        ui = self.ui
        is_training = self._office.training
        ui.training_band.setVisible(is_training)
        ui.book_label.setText(self._subject.title)
        ui.out_edit.setText(self._subject.out)
        if self._subject.is_upright:
            ui.print_button.setText("In")
        ui.question_frame.hide()
        ui.out_frame.setVisible(is_training and self._subject.print_to is not None)
        if self._office.session.guest.is_here and not self._subject.is_for_guests:
            ui.out_frame.hide()
            ui.notice.say(Tone.INFO, "Phiên kiểm tra, chỉ xem: không in sổ ra giấy.")
        ui.no_printer_label.setVisible(not is_training and self._subject.print_to is not None)
        self._names = QStringListModel(self)
        ui.page_list.setModel(self._names)
        ui.page_list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for name, zoom in _ZOOMS:
            ui.zoom_box.addItem(name, zoom)

    def _connect(self, lock: Callable[[], None]) -> None:
        ui = self.ui
        ui.page_box.valueChanged.connect(self._turned)
        ui.page_list.selectionModel().currentChanged.connect(self._chosen)
        ui.zoom_box.currentIndexChanged.connect(self._turned)
        ui.page_view.resized.connect(self._turned)
        ui.previous_button.clicked.connect(ui.page_box.stepDown)
        ui.following_button.clicked.connect(ui.page_box.stepUp)
        ui.close_button.clicked.connect(self.close)
        ui.find_edit.returnPressed.connect(self.look_for)
        ui.print_button.clicked.connect(lambda: self.print_to(ui.out_edit.text()))
        ui.out_edit.returnPressed.connect(lambda: self.print_to(ui.out_edit.text()))
        ui.good_button.clicked.connect(lambda: self.answer(Answer.GOOD))
        ui.spoiled_button.clicked.connect(self.ask_spoiled)
        ui.nothing_button.clicked.connect(lambda: self.answer(Answer.NOTHING))
        for key, act in (
            ("Esc", self.close),
            ("PgUp", ui.page_box.stepDown),
            ("PgDown", ui.page_box.stepUp),
            ("Ctrl+L", lock),
            ("Ctrl+F", self._seek),
            ("F3", self.look_for),
            ("Ctrl++", lambda: self._zoom(1)),
            ("Ctrl+=", lambda: self._zoom(1)),
            ("Ctrl+-", lambda: self._zoom(-1)),
            ("Ctrl+0", lambda: ui.zoom_box.setCurrentIndex(0)),
            ("Ctrl+Home", lambda: self.turn(1)),
            ("Ctrl+End", lambda: self.turn(ui.page_box.maximum())),
        ):
            QShortcut(QKeySequence(key), self, act)

    def _seek(self) -> None:
        self.ui.find_edit.setFocus()
        self.ui.find_edit.selectAll()

    def _zoom(self, step: int) -> None:
        place = self.ui.zoom_box.currentIndex() + step
        self.ui.zoom_box.setCurrentIndex(min(max(place, 0), self.ui.zoom_box.count() - 1))

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.ui.page_box.setValue(index.row() + 1)
