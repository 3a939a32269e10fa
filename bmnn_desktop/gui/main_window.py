"""The window on an open vault: places on the left, one page, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QCloseEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QButtonGroup, QMainWindow, QPushButton, QWidget

from bmnn_desktop.gui.ask_unsaved import ask_unsaved
from bmnn_desktop.gui.forms.ui_main_window import Ui_MainWindow
from bmnn_desktop.gui.icon import icon
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.show_error import show_error
from bmnn_desktop.gui.today_page import TodayPage
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.registers import book as find_book

# Hôm nay must stand at once: the other pages are loaded when they are first wanted.
if TYPE_CHECKING:
    from bmnn_desktop.domain.book import Book
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.gui.preview.window import PreviewWindow
    from bmnn_desktop.gui.register.page import RegisterPage
    from bmnn_desktop.services.office import Office

_ICON = QSize(20, 20)


class Page(Protocol):
    """What the window asks of a page."""

    @property
    def has_unsaved_text(self) -> bool:
        """Whether typed text would be lost."""
        ...

    def refresh(self) -> None:
        """Look again: the page is being shown."""
        ...

    def stop(self) -> None:
        """End timers and work."""
        ...


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
        self._to_lock = lock
        self._to_quit = quit_program
        self._is_closed = False
        self._leaving = False
        self._places: dict[str, _Place] = {}
        self._pages: dict[str, QWidget] = {}
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        self.jobs = Jobs(self, lambda error: show_error(self, error))
        self._group = QButtonGroup(self)
        self._dress()
        self._add_place("today", "Hôm nay", "today", self._make_today)
        for book in REGISTERS:
            self._add_place(book.key, book.short_title, "book", self._maker(book))
        self._add_place("backup", "Sao lưu", "backup", self._make_backup)
        self._add_place("verify", "Kiểm tra toàn vẹn", "verify", self._make_verify)
        self._draw_icons()
        self.ui.lock_button.clicked.connect(self.lock)
        QShortcut(QKeySequence("Ctrl+L"), self, self.lock)
        QShortcut(QKeySequence("F3"), self, self.start_registering)
        self.go("today")

    # ── places ───────────────────────────────────────────────────────────────────────────────

    def go(self, key: str) -> QWidget:
        """Show the page of a place."""
        page = self.page(key)
        self._places[key].button.setChecked(True)
        self.ui.pages.setCurrentWidget(page)
        page.setFocus()  # each page names its first field as its proxy
        cast("Page", page).refresh()
        self.setWindowTitle(f"{self._places[key].title} – BMNN Desktop")
        return page

    def page(self, key: str) -> QWidget:
        """Return the page of a place, made when first wanted."""
        if key not in self._pages:
            self._pages[key] = self._places[key].make()
            self.ui.pages.addWidget(self._pages[key])
        return self._pages[key]

    def register_page(self, key: str) -> RegisterPage:
        """Return the page of a book."""
        return cast("RegisterPage", self.page(key))

    def start_registering(self) -> None:
        """Go to the outgoing register with an empty form."""
        self.go("outgoing")
        self.register_page("outgoing").start_new()

    def open_preview(self, key: str, year: int) -> PreviewWindow:
        """Open the preview of a book."""
        from bmnn_desktop.gui.preview.window import PreviewWindow  # noqa: PLC0415

        window = PreviewWindow(find_book(key), year, self.office, self.lock, self)
        window.printed.connect(self.register_page(key).refresh)
        window.resize(self.size())
        window.show()
        return window

    # ── leaving ──────────────────────────────────────────────────────────────────────────────

    def lock(self) -> None:
        """Close the vault and go back before the locked door."""
        self._leave(self._to_lock)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the vault before the window."""
        if self._is_closed:
            super().closeEvent(event)
            return
        event.ignore()
        self._leave(self._to_quit)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons again in the colours of a new palette."""
        if event.type() == QEvent.Type.PaletteChange and self._places:
            self._draw_icons()
        super().changeEvent(event)

    def _leave(self, then: Callable[[], None]) -> None:
        if self._leaving:
            return
        unsaved = next(
            (page for page in self._pages.values() if cast("Page", page).has_unsaved_text), None
        )
        if unsaved is None:
            self._close_vault(then)
            return
        page = cast("RegisterPage", unsaved)
        self.go(page.book.key)
        ask_unsaved(
            self,
            save=lambda: page.entering.save_and(lambda: self._close_vault(then)),
            drop=lambda: self._close_vault(then),
        )

    def _close_vault(self, then: Callable[[], None]) -> None:
        """Stop timers and work, take everything off the screen, close the vault, go."""
        self._leaving = True
        for window in self.findChildren(QWidget):
            if window.isWindow() and window is not self:
                window.close()
        for page in self._pages.values():
            cast("Page", page).stop()
        self.ui.body.hide()
        self.jobs.new(lambda _: self._closed(then)).start(self.office.close)

    def _closed(self, then: Callable[[], None]) -> None:
        self.jobs.stop()
        self._is_closed = True
        self.hide()
        then()

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _dress(self) -> None:
        office, ui = self.office, self.ui
        ui.training_band.setVisible(office.training)
        ui.org_label.setText(office.org_name)
        ui.person_label.setText(office.session.name)
        roles = sorted(office.session.roles, key=lambda role: role.value, reverse=True)
        ui.roles_label.setText(", ".join(role.label for role in roles))
        if office.notices:
            ui.notice.say(Tone.AMBER, " ".join(office.notices))

    def _add_place(self, key: str, title: str, drawing: str, make: Callable[[], QWidget]) -> None:
        number = len(self._places) + 1
        button = QPushButton(title, self)
        button.setObjectName(f"{key}_place")
        button.setProperty("role", "place")
        button.setCheckable(True)
        button.setIconSize(_ICON)
        button.setToolTip(f"Ctrl+{number}")
        button.clicked.connect(lambda: self.go(key))
        self._group.addButton(button)
        self.ui.places_layout.addWidget(button)
        self._places[key] = _Place(title, drawing, make, button)
        QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda: self.go(key))

    def _draw_icons(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        for place in self._places.values():
            place.button.setIcon(icon(place.icon, colour))
        self.ui.lock_button.setIcon(icon("lock", colour))

    def _make_today(self) -> TodayPage:
        page = TodayPage(self.office)
        page.register_wanted.connect(self.start_registering)
        page.find_wanted.connect(self._find)
        return page

    def _find(self, text: str) -> None:
        self.go("outgoing")
        self.register_page("outgoing").search(text)

    def _maker(self, book: Book) -> Callable[[], QWidget]:
        def make() -> QWidget:
            from bmnn_desktop.gui.register.page import RegisterPage  # noqa: PLC0415

            page = RegisterPage(book, self.office, self.lock)
            page.preview_wanted.connect(self.open_preview)
            page.move_wanted.connect(self._move)
            return page

        return make

    def _move(self, line: Document) -> None:
        """Go on in the other book with a line that was registered in the wrong one."""
        other = next(book for book in REGISTERS if book.key != line.book)
        self.go(other.key)
        self.register_page(other.key).start_move(line)

    def _make_backup(self) -> QWidget:
        from bmnn_desktop.gui.backup_page import BackupPage  # noqa: PLC0415

        return BackupPage(self.office)

    def _make_verify(self) -> QWidget:
        from bmnn_desktop.gui.verify_page import VerifyPage  # noqa: PLC0415

        return VerifyPage(self.office)
