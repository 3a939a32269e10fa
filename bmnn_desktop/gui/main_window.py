"""The window on an open vault: places on the left, one page, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QCloseEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QButtonGroup, QMainWindow, QPushButton, QWidget

from bmnn_desktop.gui.forms.ui_main_window import Ui_MainWindow
from bmnn_desktop.gui.icon import icon
from bmnn_desktop.gui.inspection.guest_desk import GuestDesk
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.lock.guard import Guard
from bmnn_desktop.gui.lock.leaving import Leaving
from bmnn_desktop.gui.page_maker import PageMaker
from bmnn_desktop.gui.pages import KeepsDraft
from bmnn_desktop.gui.show_error import show_error
from bmnn_desktop.gui.today_page import TodayPage
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.broken_off import take_broken_off
from bmnn_desktop.services.clock import look_at_clock
from bmnn_desktop.services.duties import DutyKind
from bmnn_desktop.services.today_words import draft_book

# Hôm nay must stand at once: the other pages are loaded when they are first wanted.
if TYPE_CHECKING:
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.gui.custody.page import CustodyPage
    from bmnn_desktop.gui.events.page import EventsPage
    from bmnn_desktop.gui.journal.page import JournalPage
    from bmnn_desktop.gui.pages import Page
    from bmnn_desktop.gui.preview.subject import Subject
    from bmnn_desktop.gui.preview.window import PreviewWindow
    from bmnn_desktop.gui.register.page import RegisterPage
    from bmnn_desktop.gui.sheets.page import SheetsPage
    from bmnn_desktop.services.duties import Duty
    from bmnn_desktop.services.office import Office
    from bmnn_desktop.services.today import Today
    from bmnn_desktop.services.working_day import ClockDoubt

_ICON = QSize(20, 20)
_DIGITS = "1234567890"  # the keys of the first places
_SHEETS = "sheets"  # the place of sheets and ink
_LISTS = {"overdue": 0, "receipt": 1}  # of Giao – nhận, by what waits
_PLACES = {
    DutyKind.NEW_YEAR: "year",
    DutyKind.CLOSING: "year",
    DutyKind.BACKUP: "backup",
    DutyKind.RECHECK: "media",
    DutyKind.DIRECTIONS_WITHOUT_DAY: "incoming",
    DutyKind.CLOSING_SHEET: "journal",
    DutyKind.CONFIRMER: "people",
    DutyKind.INCIDENT_STEP: "events",
    DutyKind.INCIDENT: "events",
    DutyKind.REMOVAL: "events",
    DutyKind.PROVISION: "events",
    DutyKind.TASK: "plans",
    DutyKind.TASK_CHECK: "plans",
    DutyKind.TASKS: "plans",
    DutyKind.UNIT_REPORTS: "plans",
    DutyKind.UNSEEN: "stock",
}


@dataclass(frozen=True)
class _Place:
    title: str
    icon: str
    make: Callable[[], QWidget]
    button: QPushButton


class MainWindow(QMainWindow):
    """`lock` and `quit_program` are called once the vault is closed."""

    def __init__(
        self, office: Office, *, lock: Callable[[], None], quit_program: Callable[[], None]
    ) -> None:
        super().__init__()
        self.office = office
        self._places: dict[str, _Place] = {}
        self._pages: dict[str, QWidget] = {}
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        self.jobs = Jobs(self, lambda error: show_error(self, error))
        self.leaving = Leaving(self, lock=lock, quit_program=quit_program)
        self.guard = Guard(self)
        self._group = QButtonGroup(self)
        self.guest = GuestDesk(self)
        self._dress()
        make = PageMaker(self)
        self._add_place("today", "Hôm nay", "today", make.today)
        for book in REGISTERS:
            self._add_place(book.key, book.short_title, "book", make.register(book))
        self._add_place("custody", "Giao – nhận", "custody", make.custody)
        self._add_place(_SHEETS, "Tờ sổ, ký nhận", "sheets", make.sheets)
        self._add_place("events", "Vụ việc, mang ra", "events", make.events)
        self._add_place("plans", "Kế hoạch", "plans", make.plans)
        self._add_place("volumes", "Quyển sổ", "volumes", make.volumes)
        self._add_place("backup", "Sao lưu", "backup", make.backup)
        if office.session.roles:
            self._add_place("media", "Danh mục USB", "usb", make.media)
            self._places["media"].button.hide()  # reached from Sao lưu: the column is full
        self._add_place("verify", "Kiểm tra toàn vẹn", "verify", make.verify)
        self._add_place("journal", "Nhật ký thao tác", "journal", make.journal)
        self._add_place("year", "Chuyển năm", "calendar", make.year)
        self._places["year"].button.hide()
        if office.session.roles:
            self._add_place("people", "Người dùng kho sổ", "people", make.people)
        self._draw_icons()
        self.ui.lock_button.clicked.connect(self.lock)
        self._add_keys()
        self.go("today")
        self.jobs.new(self._clock_seen).watch(office.read(look_at_clock))

    # ── places ───────────────────────────────────────────────────────────────────────────────

    def go(self, key: str) -> QWidget:
        """Show the page of a place."""
        key = self.guest.place_for(key)
        page = self.page(key)
        self._places[key].button.setChecked(True)
        self.ui.pages.setCurrentWidget(page)
        page.setFocus()  # each page names its first field as its proxy
        cast("Page", page).refresh()
        self.setWindowTitle(f"{self._places[key].title} – BMNN Desktop")
        return page

    def tell_event(self, words: str) -> None:
        """Go to the cases, removals and requests, and say what was done about one."""
        cast("EventsPage", self.go("events")).tell(words)

    def go_if_there(self, key: str) -> None:
        """Show the page of a place, the outgoing register for one that is not shown."""
        self.go(key if key in self._places else "outgoing")

    def show_change_of_year(self, today: Today) -> None:
        """Show the change of the year while there is one."""
        is_shown = today.year_of_change is not None and not self.guest.is_on
        self._places["year"].button.setVisible(is_shown)

    def page(self, key: str) -> QWidget:
        """Return the page of a place, made when first wanted."""
        if key not in self._pages:
            self._pages[key] = self._places[key].make()
            self.ui.pages.addWidget(self._pages[key])
        return self._pages[key]

    def register_page(self, key: str) -> RegisterPage:
        """Return the page of a book."""
        return cast("RegisterPage", self.page(key))

    def start_registering(self, key: str = "outgoing") -> None:
        """Go to a register with an empty form."""
        self.go(key)
        self.register_page(key).start_new(newest=True)

    def start_handover(self) -> None:
        """Go to Giao – nhận to hand copies over."""
        self.go("custody")

    def start_printing(self) -> None:
        """Go to the sheets to print what is not on paper yet."""
        cast("SheetsPage", self.go(_SHEETS)).start_printing()

    def print_prepared(self) -> None:
        """Go to the sheets to print the lines of the transfer log that are there already."""
        cast("SheetsPage", self.go(_SHEETS)).print_prepared()

    def open_find(self) -> None:
        """Find a line from anywhere; on Hôm nay in its own box, where no subject is shown."""
        current = self.ui.pages.currentWidget()
        if isinstance(current, TodayPage):
            current.go_to_find()
            return
        from bmnn_desktop.gui.find.find_dialog import FindDialog  # noqa: PLC0415

        dialog = FindDialog(self, self.office, self.lock)
        dialog.opened.connect(self.open_document)
        dialog.open()

    def open_document(self, document: Document) -> None:
        """Open the card of a document in its book."""
        self.open_line(document.book, document.id)

    def open_line(self, key: str, document_id: int) -> None:
        """Open the card of a line."""
        self.go(key)
        self.register_page(key).open_document(document_id)

    def follow(self, duty: Duty) -> None:
        """Go where something that waits can be done."""
        if duty.kind.value in _LISTS:
            cast("CustodyPage", self.go("custody")).show_list(_LISTS[duty.kind.value])
            return
        on_sheets = (DutyKind.PRINT, DutyKind.UNSIGNED, DutyKind.SPARE_SHEETS)
        if duty.kind in on_sheets:
            self.go(_SHEETS)
        elif duty.document is not None and duty.book:
            self.open_line(duty.book, duty.document)
        elif duty.kind is DutyKind.DRAFT:
            self.go(draft_book(duty))
        elif duty.kind is DutyKind.CONFIRM:
            cast("JournalPage", self.go("journal")).show_waiting()
        elif _PLACES.get(duty.kind) in self._places:
            self.go(_PLACES[duty.kind])

    def ask_day(self) -> None:
        """Ask which day it is."""
        from bmnn_desktop.gui.clock_dialog import ask_day  # noqa: PLC0415

        ask_day(self, self.office, self.jobs, self.lock).stated_day.connect(
            lambda: cast("Page", self.ui.pages.currentWidget()).refresh()
        )

    def open_preview(self, key: str, year: int) -> PreviewWindow:
        """Open the preview of a book."""
        from bmnn_desktop.gui.preview.subject import whole_volume  # noqa: PLC0415

        window = self.preview(whole_volume(self.office, find_book(key), year))
        window.printed.connect(self.register_page(key).refresh)
        return window

    def open_paper(self, kind: str, line: Document) -> PreviewWindow:
        """Open the preview of minutes, letter or slip about an incoming document."""
        from bmnn_desktop.gui.preview.subject import incoming_paper  # noqa: PLC0415
        from bmnn_desktop.gui.sheets.files import PrintFiles  # noqa: PLC0415

        out = PrintFiles(self.office.place).next(f"{line.book}-{line.year}-{line.seq_no}-{kind}")
        return self.preview(incoming_paper(self.office, kind, line, out))

    def open_copying_paper(self, kind: str, order: int) -> PreviewWindow:
        """Open the preview of a paper about a copying order."""
        from bmnn_desktop.gui.preview.subject import copying_paper  # noqa: PLC0415
        from bmnn_desktop.gui.sheets.files import PrintFiles  # noqa: PLC0415

        out = PrintFiles(self.office.place).next(f"copying-{order}-{kind}")
        return self.preview(copying_paper(self.office, kind, order, out))

    def preview(self, subject: Subject) -> PreviewWindow:
        """Open the preview of anything that can be printed."""
        from bmnn_desktop.gui.preview.window import PreviewWindow  # noqa: PLC0415

        window = PreviewWindow(subject, self.office, self.lock, self)
        window.resize(self.size())
        window.show()
        return window

    # ── leaving ──────────────────────────────────────────────────────────────────────────────

    def lock(self) -> None:
        """Close the vault and go back before the locked door; what is typed is kept.

        Nothing happens over a dialog whose content exists nowhere else.
        """
        if not self.guard.is_held:
            self.leaving.lock()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the vault before the window."""
        if self.leaving.is_over:
            super().closeEvent(event)
            return
        event.ignore()
        self.leaving.quit()

    def made_pages(self) -> list[QWidget]:
        """Return the pages that were wanted so far."""
        return list(self._pages.values())

    def title_of(self, page: QWidget) -> str:
        """Return the name of the place of a page."""
        return next(self._places[key].title for key, made in self._pages.items() if made is page)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons again in the colours of a new palette."""
        if event.type() == QEvent.Type.PaletteChange and self._places:
            self._draw_icons()
        super().changeEvent(event)

    def pages_to_keep(self) -> list[KeepsDraft]:
        """Return the pages that hold what is typed and can keep it."""
        return [page for page in self._unsaved() if isinstance(page, KeepsDraft)]

    def forget_pages(self) -> None:
        """Let every page be made anew: somebody else sits at the desk."""
        while self._pages:
            _key, page = self._pages.popitem()
            cast("Page", page).stop()
            self.ui.pages.removeWidget(page)
            page.deleteLater()

    def _unsaved(self) -> list[QWidget]:
        return [page for page in self._pages.values() if cast("Page", page).has_unsaved_text]

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _dress(self) -> None:
        office, ui = self.office, self.ui
        ui.training_band.setVisible(office.training)
        ui.org_label.setText(office.org_name)
        ui.person_label.setText(office.session.name)
        roles = sorted(office.session.roles, key=lambda role: role.value, reverse=True)
        ui.roles_label.setText(", ".join(role.label for role in roles))
        self._tell()
        self.jobs.new(self._tell).watch(office.write(take_broken_off))

    def _tell(self, broken_off: tuple[str, ...] = ()) -> None:
        """Say what the door had to say, and what the last lock broke off."""
        said = (*self.office.notices, *broken_off)
        if said:
            self.ui.notice.say(Tone.AMBER, "\n".join(said))

    def _add_place(self, key: str, title: str, drawing: str, make: Callable[[], QWidget]) -> None:
        button = QPushButton(title, self)
        button.setObjectName(f"{key}_place")
        button.setProperty("role", "place")
        button.setCheckable(True)
        button.setIconSize(_ICON)
        button.clicked.connect(lambda: self.go(key))
        self._group.addButton(button)
        self.ui.places_layout.addWidget(button)
        self._places[key] = _Place(title, drawing, make, button)
        if len(self._places) <= len(_DIGITS):
            keys = f"Ctrl+{_DIGITS[len(self._places) - 1]}"
            button.setToolTip(keys)
            QShortcut(QKeySequence(keys), self, lambda: self.go(key))

    def _draw_icons(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        for place in self._places.values():
            place.button.setIcon(icon(place.icon, colour))
        self.ui.lock_button.setIcon(icon("lock", colour))

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+L": self.lock,
            "Ctrl+K": self.open_find,
            "Ctrl+I": self.guest.ask,
            "F2": lambda: self.start_registering("incoming"),
            "F3": lambda: self.start_registering("outgoing"),
            "F4": self.start_handover,
            "F5": self.start_printing,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, self.guest.heard(key, act))

    def _clock_seen(self, doubt: ClockDoubt | None) -> None:
        if doubt is not None:
            self.ask_day()
