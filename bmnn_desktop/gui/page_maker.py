"""Makes the pages of the window when they are first wanted, and ties them to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.today_page import TodayPage
from bmnn_desktop.registers import YEARLY

if TYPE_CHECKING:
    from bmnn_desktop.domain.book import Book
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.gui.custody.page import CustodyPage
    from bmnn_desktop.gui.events.page import EventsPage
    from bmnn_desktop.gui.main_window import MainWindow
    from bmnn_desktop.gui.plans.page import PlansPage
    from bmnn_desktop.services.list_people import Member

# Hôm nay must stand at once: the other pages are loaded when they are first wanted.
# ruff: noqa: PLC0415


class PageMaker:
    """One method for each place."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def today(self) -> TodayPage:
        """Return Hôm nay."""
        page = TodayPage(self._window.office, self._window.lock)
        page.register_wanted.connect(self._window.start_registering)
        page.handover_wanted.connect(self._window.start_handover)
        page.print_sheet_wanted.connect(self._window.start_printing)
        page.day_wanted.connect(self._window.ask_day)
        page.duty_wanted.connect(self._window.follow)
        page.document_wanted.connect(self._window.open_document)
        page.looked.connect(self._window.show_change_of_year)
        return page

    def custody(self) -> CustodyPage:
        """Return Giao – nhận."""
        from bmnn_desktop.gui.custody.page import CustodyPage

        page = CustodyPage(self._window.office, self._window.lock)
        page.print_wanted.connect(self._window.start_printing)
        page.prepared_wanted.connect(self._window.print_prepared)
        page.preview_wanted.connect(
            lambda subject: self._window.preview(subject).answered.connect(page.refresh)
        )
        page.line_wanted.connect(self._window.open_line)
        return page

    def sheets(self) -> QWidget:
        """Return Tờ sổ, ký nhận."""
        from bmnn_desktop.gui.sheets.page import SheetsPage

        return SheetsPage(self._window.office, self._window.lock)

    def events(self) -> EventsPage:
        """Return Vụ việc, mang ra, cung cấp."""
        from bmnn_desktop.gui.events.page import EventsPage

        page = EventsPage(self._window.office, self._window.lock)
        page.preview_wanted.connect(self._window.preview)
        return page

    def plans(self) -> PlansPage:
        """Return Kế hoạch."""
        from bmnn_desktop.gui.plans.page import PlansPage

        page = PlansPage(self._window.office, self._window.lock)
        page.preview_wanted.connect(self._window.preview)
        return page

    def volumes(self) -> QWidget:
        """Return Quyển sổ."""
        from bmnn_desktop.gui.year.volumes_page import VolumesPage

        page = VolumesPage(self._window.office, self._window.lock)
        page.preview_wanted.connect(self._window.preview)
        page.line_wanted.connect(self._window.open_line)
        return page

    def journal(self) -> QWidget:
        """Return Nhật ký thao tác."""
        from bmnn_desktop.gui.journal.page import JournalPage

        return JournalPage(self._window.office, self._window.lock)

    def year(self) -> QWidget:
        """Return Chuyển năm."""
        from bmnn_desktop.gui.year.year_page import YearPage

        page = YearPage(self._window.office, self._window.lock)
        page.place_wanted.connect(self._window.go_if_there)
        return page

    def register(self, book: Book) -> Callable[[], QWidget]:
        """Return what makes the page of a book."""

        def make() -> QWidget:
            from bmnn_desktop.gui.register.page import RegisterPage

            page = RegisterPage(book, self._window.office, self._window.lock)
            page.preview_wanted.connect(self._window.open_preview)
            page.move_wanted.connect(self._move)
            page.paper_wanted.connect(self._window.open_paper)
            page.copying_paper_wanted.connect(self._window.open_copying_paper)
            page.event_told.connect(self._window.tell_event)
            page.stopped.connect(self._window.guest.say_stopped)
            return page

        return make

    def people(self) -> QWidget:
        """Return Người dùng kho sổ."""
        from bmnn_desktop.gui.people.page import PeoplePage

        office = self._window.office
        page = PeoplePage(office, self._window.lock, office.second_person)
        page.new_keys_wanted.connect(self._ask_new_keys)
        page.preview_wanted.connect(self._window.preview)
        return page

    def backup(self) -> QWidget:
        """Return Sao lưu."""
        from bmnn_desktop.gui.backup_page import BackupPage

        page = BackupPage(self._window.office)
        page.media_wanted.connect(lambda: self._window.go("media"))
        return page

    def media(self) -> QWidget:
        """Return USB sao lưu, USB nhập."""
        from bmnn_desktop.gui.media.page import MediaPage

        office = self._window.office
        return MediaPage(office, self._window.lock, office.second_person)

    def verify(self) -> QWidget:
        """Return Kiểm tra toàn vẹn."""
        from bmnn_desktop.gui.verify_page import VerifyPage

        return VerifyPage(self._window.office)

    def _ask_new_keys(self, members: Sequence[Member]) -> None:
        from bmnn_desktop.gui.people.new_keys import NewKeys

        NewKeys(self._window, members)

    def _move(self, line: Document) -> None:
        """Go on in the other book with a line that was registered in the wrong one."""
        other = next(book for book in YEARLY if book.key != line.book)
        self._window.go(other.key)
        self._window.register_page(other.key).start_move(line)
