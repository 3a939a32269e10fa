"""What is done to sheets from their page: print, answer, sign, spoil, set the printer right."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.sheet import Answer, SignPlace, WaitingRun
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.preview.subject import new_lines
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from bmnn_desktop.gui.sheets.blank_dialog import BlankDialog
from bmnn_desktop.gui.sheets.files import PrintFiles
from bmnn_desktop.gui.sheets.offset_dialog import OffsetDialog
from bmnn_desktop.gui.sheets.signed_dialog import SignedDialog
from bmnn_desktop.gui.sheets.spoiled_dialog import SpoiledDialog
from bmnn_desktop.gui.sheets.unsign_dialog import UnsignDialog
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.cross_sheet import cross_sheet
from bmnn_desktop.services.list_sheets import sheet_places
from bmnn_desktop.services.mark_signed import Marked, mark_signed, take_back_mark
from bmnn_desktop.services.prepare_handovers import prepare_handovers
from bmnn_desktop.services.print_blank_sheets import print_blank_sheets
from bmnn_desktop.services.print_certificate import (
    print_closing_certificate,
    print_opening_certificate,
)
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.services.print_test_page import print_test_page
from bmnn_desktop.services.printer_offset import PrinterOffset, read_offset, set_offset
from bmnn_desktop.services.reprint_sheet import reprint_sheet
from bmnn_desktop.services.set_signing import set_signing
from bmnn_desktop.services.spoil_sheet import spoil_sheet

if TYPE_CHECKING:
    from bmnn_desktop.domain.sheet import Sheet
    from bmnn_desktop.domain.volume import Signing, Volume
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office

Done = Callable[[Any], str]  # from what a service returned to what is said


class SheetActs(QObject):
    """Asks, does, and says that something changed and what."""

    changed = Signal(str)
    printed = Signal()  # its answer is asked for on the page

    def __init__(
        self, parent: QWidget, office: Office, jobs: Jobs, lock: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._office = office
        self._jobs = jobs
        self._lock = lock
        self._files = PrintFiles(office.place)

    # ── printing ─────────────────────────────────────────────────────────────────────────────

    def go_on(self, volume: Volume) -> PreviewWindow:
        """Open the preview of what is new, with the sheets to put into the tray."""
        book = printed_book(volume.book)
        out = self._files.next(f"{volume.book}-{volume.year}-{show_number(volume.number)}")
        subject = new_lines(self._office, book, volume.year, volume.number, out)
        window = PreviewWindow(subject, self._office, self._lock, self._parent.window())
        window.printed.connect(self.printed)
        window.answered.connect(self.changed)
        window.resize(self._parent.window().size())
        window.show()
        return window

    def print_receipts(self, then: Callable[[], object]) -> None:
        """Give the transfer log its lines of the day, then call `then`."""
        self._jobs.new(lambda _count: then()).watch(self._office.write(prepare_handovers))

    def reprint(self, volume: Volume, sheet: Sheet) -> None:
        """Print a sheet once more, marked."""
        self._print(reprint_sheet, volume, f"in-lai-to-{sheet.number}", sheet=sheet.number)

    def cross(self, volume: Volume) -> None:
        """Cross out what is left of the open sheet."""
        self._print(cross_sheet, volume, "gach-cheo")

    def ask_blank(self, volume: Volume) -> None:
        """Ask how many blank sheets, and print them."""
        title = f"{printed_book(volume.book).short_title} {volume.year}"
        dialog = BlankDialog(self._parent.window(), title, self._lock)

        def confirmed(count: int) -> None:
            future = self._printing(print_blank_sheets, volume, "to-du-phong", count=count)
            self._watch(dialog, future, lambda _printed: "", self.printed.emit)

        dialog.confirmed.connect(confirmed)
        dialog.open()

    def print_opening(self, volume: Volume) -> None:
        """Print the certificate of opening."""
        self._print(print_opening_certificate, volume, "chung-nhan-mo-so")

    def print_closing(self, volume: Volume) -> None:
        """Print the certificate of closing."""
        self._print(print_closing_certificate, volume, "chung-nhan-khoa-so")

    def _print(
        self, service: Callable[..., Printed], volume: Volume, name: str, **facts: object
    ) -> None:
        self._jobs.new(lambda _printed: self.printed.emit()).watch(
            self._printing(service, volume, name, **facts)
        )

    def _printing(
        self, service: Callable[..., Printed], volume: Volume, name: str, **facts: object
    ) -> Future[Printed]:
        return self._office.write(
            service,
            volume.book,
            year=volume.year,
            volume=volume.number,
            out=self._files.next(f"{volume.book}-{volume.year}-{name}"),
            **facts,
        )

    # ── answers and ink ──────────────────────────────────────────────────────────────────────

    def answer(self, run: WaitingRun, answer: Answer) -> None:
        """Record what came out; of a spoiled print, ask which sheets."""
        if answer is Answer.SPOILED:
            self._ask_spoiled(run)
            return
        said = "Đã ghi “in tốt”." if answer is Answer.GOOD else "Đã ghi “không ra tờ nào”."
        self._do(self._office.write(answer_print, run.id, answer), lambda _entry: said)

    def _ask_spoiled(self, run: WaitingRun) -> None:
        dialog = SpoiledDialog(self._parent.window(), run.sheets, self._lock)

        def confirmed(reason: str) -> None:
            future = self._office.write(
                answer_print,
                run.id,
                Answer.SPOILED,
                spoiled=dialog.spoiled,
                missing_from=dialog.missing_from,
                reason=reason,
            )
            self._watch(dialog, future, lambda _entry: "Đã ghi “tờ hỏng”.")

        dialog.confirmed.connect(confirmed)
        dialog.open()

    def sign(self, volume: Volume, sheet: Sheet, except_places: tuple[str, ...] = ()) -> None:
        """Mark every place of a sheet as signed."""
        self._do(self._signing(volume, sheet, except_places), lambda done: _signed(sheet, done))

    def ask_exceptions(self, volume: Volume, sheet: Sheet) -> None:
        """Show the open places; those unticked stay open."""

        def seen(places: tuple[SignPlace, ...]) -> None:
            still_open = [place for place in places if place.signed_on is None]
            dialog = SignedDialog(
                self._parent.window(),
                sheet.number,
                still_open,
                self._office.day.today(),
                self._lock,
            )
            dialog.confirmed.connect(
                lambda keys: self._watch(
                    dialog, self._signing(volume, sheet, keys), lambda done: _signed(sheet, done)
                )
            )
            dialog.open()

        self._jobs.new(seen).watch(self._places(volume, sheet))

    def ask_unsign(self, volume: Volume, sheet: Sheet) -> None:
        """Ask which mark of those set was a mistake, and take it back."""

        def seen(places: tuple[SignPlace, ...]) -> None:
            signed = [place for place in places if place.signed_on is not None]
            dialog = UnsignDialog(self._parent.window(), sheet.number, signed, self._lock)

            def confirmed(reason: str) -> None:
                place = dialog.place
                future = self._office.write(
                    take_back_mark,
                    volume.book,
                    year=volume.year,
                    volume=volume.number,
                    sheet=sheet.number,
                    place=place.key,
                    reason=reason,
                )
                where = f"số {show_number(place.seq_no)} ({place.receiver})"
                said = f"Tờ số {sheet.number}: đã bỏ dấu ký ở {where}."
                self._watch(dialog, future, lambda _entry: said)

            dialog.confirmed.connect(confirmed)
            dialog.open()

        self._jobs.new(seen).watch(self._places(volume, sheet))

    def _places(self, volume: Volume, sheet: Sheet) -> Future[tuple[SignPlace, ...]]:
        return self._office.read(
            sheet_places,
            volume.book,
            year=volume.year,
            volume=volume.number,
            sheet=sheet.number,
        )

    def ask_spoil(self, volume: Volume, sheet: Sheet) -> None:
        """Ask why a sheet is spoiled, and record it."""
        dialog = ReasonDialog(self._parent.window(), "Tờ hỏng", "Ghi tờ hỏng", self._lock)
        dialog.say(f"Ghi tờ số {sheet.number} là tờ hỏng?", "subtitle")
        dialog.say(
            "Tờ hỏng được giữ lại trong sổ với số tờ và lý do; các dòng của tờ đó in sang tờ sau, "
            "có đánh dấu."
        )

        def confirmed(reason: str) -> None:
            future = self._office.write(
                spoil_sheet,
                volume.book,
                year=volume.year,
                volume=volume.number,
                sheet=sheet.number,
                reason=reason,
            )
            said = f"Đã ghi tờ số {sheet.number} là tờ hỏng."
            self._watch(dialog, future, lambda _entry: said)

        dialog.confirmed.connect(confirmed)
        dialog.open()

    def choose_signing(self, volume: Volume, signing: Signing) -> None:
        """Choose where the receivers of a book sign."""
        self._do(
            self._office.write(set_signing, volume.book, year=volume.year, signing=signing),
            lambda _none: f"Từ nay ký nhận {signing.label}.",
        )

    def _signing(
        self, volume: Volume, sheet: Sheet, except_places: tuple[str, ...]
    ) -> Future[Marked]:
        return self._office.write(
            mark_signed,
            volume.book,
            year=volume.year,
            volume=volume.number,
            sheet=sheet.number,
            except_places=except_places,
        )

    # ── the printer ──────────────────────────────────────────────────────────────────────────

    def ask_offset(self) -> None:
        """Ask how far the printer is off."""

        def seen(known: PrinterOffset) -> None:
            dialog = OffsetDialog(self._parent.window(), known, self._lock)
            dialog.confirmed.connect(
                lambda offset: self._watch(
                    dialog,
                    self._office.write(set_offset, offset),
                    lambda _none: "Đã ghi độ lệch của máy in.",
                )
            )
            dialog.test_wanted.connect(lambda offset: self._test(dialog, offset))
            dialog.open()

        self._jobs.new(seen).watch(self._office.read(read_offset))

    def _test(self, dialog: OffsetDialog, offset: PrinterOffset) -> None:
        out = self._files.next("trang-thu")
        self._jobs.new(None, dialog.refuse).watch(self._office.write(set_offset, offset))
        self._jobs.new(lambda _none: dialog.tested(_name(out)), dialog.refuse).watch(
            self._office.write(print_test_page, out=out)
        )

    def _do(self, work: Future[Any], said: Done) -> None:
        self._jobs.new(lambda done: self.changed.emit(said(done))).watch(work)

    def _watch(
        self,
        dialog: AskDialog,
        work: Future[Any],
        said: Done,
        then: Callable[[], object] | None = None,
    ) -> None:
        def done(result: object) -> None:
            dialog.accept()
            if then is not None:
                then()
            else:
                self.changed.emit(said(result))

        self._jobs.new(done, dialog.refuse).watch(work)


def _signed(sheet: Sheet, done: Marked) -> str:
    left = f"; còn {done.open} chỗ chưa ký" if done.open else ", không còn chỗ nào chưa ký"
    return f"Tờ số {sheet.number}: đã ghi {done.signed} chỗ ký{left}."


def _name(out: Path) -> str:
    return f"{out.parent.name}/{out.name}"
