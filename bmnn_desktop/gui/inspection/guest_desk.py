"""The guest session of a window: asks for it, then keeps the window to what an inspector may do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from bmnn_desktop.gui.pages import KeepsDraft
from bmnn_desktop.registers import REGISTERS

if TYPE_CHECKING:
    from bmnn_desktop.domain.inspection import Inspection, NewInspection
    from bmnn_desktop.domain.volume import Volume
    from bmnn_desktop.gui.inspection.band import GuestBand
    from bmnn_desktop.gui.inspection.open_dialog import OpenDialog
    from bmnn_desktop.gui.main_window import MainWindow

_BARRED = ("backup", "year")  # places where one only writes
_LOOKING_KEYS = ("Ctrl+L", "Ctrl+K", "Ctrl+I")
_TITLE = "Phiên kiểm tra…"

# An inspector comes once a year: his dialogs are loaded when they are wanted.
# ruff: noqa: PLC0415


class GuestDesk(QObject):
    """Pages ask the session themselves whether they may write; this is what is around them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.band: GuestBand | None = None
        self.button = QPushButton(_TITLE, window)
        self.button.setObjectName("inspection_button")
        self.button.setToolTip("Ctrl+I")
        self.button.clicked.connect(self.ask)
        nav = window.ui.layout_4
        nav.insertWidget(nav.indexOf(window.ui.lock_button), self.button)

    @property
    def is_on(self) -> bool:
        """Tell whether an inspector sits at the window."""
        return self._window.office.session.guest.is_here

    def ask(self) -> None:
        """Ask for a session; in a session open its sheet."""
        from bmnn_desktop.gui.inspection.open_dialog import OpenDialog

        if self.is_on:
            self.open_sheet()
            return
        window = self._window
        dialog = OpenDialog(window, window.office.day.today().year, window.lock)
        dialog.confirmed.connect(lambda new: self._keep(new, dialog, window.pages_to_keep()))
        dialog.open()

    def heard(self, key: str, act: Callable[[], object]) -> Callable[[], object]:
        """Return what a key of the window does; a guest is calmly told why it writes nothing."""

        def do() -> None:
            if self.is_on and key not in _LOOKING_KEYS:
                self.say_stopped()
            else:
                act()

        return do

    def say_stopped(self) -> None:
        """Say why nothing happens."""
        if self.band is not None:
            self.band.say_stopped()

    def place_for(self, key: str) -> str:
        """Return the place to go to: not where one only writes."""
        if self.is_on and key in _BARRED:
            self.say_stopped()
            return "today"
        if self.band is not None:
            self.band.say_quiet()
        return key

    def open_sheet(self) -> None:
        """Open the preview of phiếu chốt số liệu."""
        from bmnn_desktop.gui.preview.subject import inspection_sheet
        from bmnn_desktop.gui.sheets.files import PrintFiles

        office = self._window.office
        out = PrintFiles(office.place).next("phieu-chot-so-lieu-kiem-tra")
        self._window.preview(inspection_sheet(office, out))

    def ask_sample(self) -> None:
        """Ask what to draw from, then open the preview of the sheet to tick."""
        from bmnn_desktop.services.open_volume import list_volumes

        office = self._window.office

        def read(left: Sequence[str], found: tuple[Volume, ...]) -> None:
            if left:
                self._window.jobs.new(lambda more: read(left[1:], (*found, *more))).watch(
                    office.read(list_volumes, left[0])
                )
            else:
                self._ask_sample(found)

        read([book.key for book in REGISTERS], ())

    def _ask_sample(self, volumes: tuple[Volume, ...]) -> None:
        from bmnn_desktop.gui.inspection.sample_dialog import SampleDialog
        from bmnn_desktop.gui.preview.subject import sample_sheet
        from bmnn_desktop.gui.sheets.files import PrintFiles

        office = self._window.office

        def draw(key: str, year: int, seed: int) -> None:
            out = PrintFiles(office.place).next(f"boc-ngau-nhien-{key}-{year}-{seed}")
            self._window.preview(sample_sheet(office, key, year, seed, out))

        dialog = SampleDialog(self._window, volumes, self._window.lock)
        dialog.confirmed.connect(draw)
        dialog.open()

    # ── beginning ────────────────────────────────────────────────────────────────────────────

    def _keep(self, new: NewInspection, dialog: OpenDialog, left: Sequence[KeepsDraft]) -> None:
        """Keep what is typed, page by page, then open the session."""
        if left:
            left[0].keep_draft(lambda: self._keep(new, dialog, left[1:]))
            return
        from bmnn_desktop.services.inspection import open_inspection

        def begun(inspection: Inspection) -> None:
            dialog.accept()
            self._begin(inspection)

        window = self._window
        window.jobs.new(begun, dialog.refuse).watch(window.office.write(open_inspection, new))

    def _begin(self, inspection: Inspection) -> None:
        from bmnn_desktop.gui.inspection.band import GuestBand

        window = self._window
        for other in window.findChildren(QWidget):
            if other.isWindow():
                other.close()
        band = self.band = GuestBand(inspection, window)
        band.sheet_wanted.connect(self.open_sheet)
        band.sample_wanted.connect(self.ask_sample)
        band.end_wanted.connect(window.lock)
        layout: Any = window.ui.layout_5
        layout.insertWidget(0, band)
        self.button.hide()
        window.forget_pages()
        barred = [f"{key}_place" for key in _BARRED]
        for button in window.findChildren(QPushButton):
            if button.objectName() in barred:
                button.hide()
        window.go("today")
