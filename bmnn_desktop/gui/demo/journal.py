"""The journal: an entry with old and new values, a filter, what waits, the closing sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bmnn_desktop.gui.demo.camera import Camera
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.demo.ink import dialog_of, print_preview
from bmnn_desktop.gui.journal.closing_dialog import ClosingDialog
from bmnn_desktop.gui.journal.page import JournalPage
from bmnn_desktop.gui.main_window import MainWindow


def look_through(window: MainWindow, camera: Camera, amended: int) -> None:
    """Look at the newest entry, then at all that was done to one line, then at what waits."""
    page = _page(window)
    page.entries_view.selectRow(0)
    _settle(page)
    camera.take(window, "nhat-ky")
    filters = page.filters
    filters.book_box.setCurrentIndex(filters.book_box.findData("outgoing"))
    type_text(filters.number_edit, str(amended))
    _settle(page)
    page.entries_view.selectRow(0)
    _settle(page)
    camera.take(window, "nhat-ky-mot-dong")
    press(filters.clear_button, Qt.Key.Key_Space)
    _settle(page)
    press(page.tabs[1], Qt.Key.Key_Space)
    page.acts_view.selectRow(0)
    _settle(page)
    camera.take(window, "viec-cho-xac-nhan")


def print_closing_sheet(window: MainWindow, camera: Camera) -> None:
    """Print the closing sheet of the days it proposes."""
    page = _page(window)
    press(page.sheet_button, Qt.Key.Key_Space)
    dialog = dialog_of(window, ClosingDialog)
    camera.take(window, "hoi-to-chot-so")
    press(dialog.act_button, Qt.Key.Key_Return)
    print_preview(window, camera, "to-chot-so")
    _settle(page)


def _page(window: MainWindow) -> JournalPage:
    page = window.go("journal")
    if not isinstance(page, JournalPage):
        raise TypeError(type(page))
    _settle(page)
    return page


def _settle(page: JournalPage) -> None:
    until(lambda: page.filters.is_settled and not page.jobs.is_busy, "the journal")
