"""At the printer: print on, say what came out, mark what was signed."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.demo.camera import Camera
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.demo.typist import CTRL
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from bmnn_desktop.gui.sheets.page import SheetsPage
from bmnn_desktop.gui.sheets.signed_dialog import SignedDialog
from bmnn_desktop.registers import PRINTED

_Dialog = TypeVar("_Dialog", bound=QWidget)
_BOOKS = tuple(book.key for book in PRINTED)


def sheets_of(window: MainWindow, key: str) -> SheetsPage:
    """Show the sheets of a book."""
    page = window.go("sheets")
    if not isinstance(page, SheetsPage):
        raise TypeError(type(page))
    settle(page)
    names = page.ui.books_view.model()
    page.ui.books_view.setCurrentIndex(names.index(_BOOKS.index(key), 0))
    settle(page)
    page.ui.view.setFocus()
    return page


def settle(page: SheetsPage) -> None:
    """Wait until nothing is read or written any more."""
    until(lambda: not page.jobs.is_busy, "the sheets")


def sign_elsewhere(window: MainWindow, camera: Camera, key: str) -> None:
    """Let the receivers of a book sign on the sheets of the transfer log from now on."""
    page = sheets_of(window, key)
    page.ui.signing_action.trigger()
    settle(page)
    camera.take(window, "ky-o-to-ky-nhan")


def print_new(window: MainWindow, camera: Camera, key: str, name: str) -> None:
    """Print the new lines of a book in tiếp and answer that they came out well."""
    page = sheets_of(window, key)
    camera.take(window, f"to-so-{name}")
    press(page.ui.view, Qt.Key.Key_P, CTRL)
    print_preview(window, camera, name)
    settle(page)
    camera.take(window, f"da-in-{name}")


def print_receipts(window: MainWindow, camera: Camera) -> None:
    """Print the day's receipt sheet by its key."""
    press(window, Qt.Key.Key_F5)
    print_preview(window, camera, "to-ky-nhan")
    page = sheets_of(window, "transfer")
    camera.take(window, "so-chuyen-giao")
    settle(page)


def print_papers(window: MainWindow, camera: Camera) -> None:
    """Print minutes, letter and slip about the incoming line whose card is open."""
    page = window.register_page("incoming")
    for key, name in (
        (Qt.Key.Key_B, "bien-ban"),
        (Qt.Key.Key_T, "thu-bao-noi-gui"),
        (Qt.Key.Key_P, "phieu-trinh"),
    ):
        press(page.view, key, CTRL | Qt.KeyboardModifier.ShiftModifier)
        print_preview(window, camera, name)


def print_preview(window: MainWindow, camera: Camera, name: str) -> None:
    """Print what a preview shows, into the file it proposes, and answer "in tốt"."""
    preview = _preview(window)
    camera.take(preview, f"xem-truoc-{name}")
    press(preview.ui.out_edit, Qt.Key.Key_Return)
    until(lambda: bool(preview.code) and not preview.jobs.is_busy, "the print")
    camera.take(preview, f"hoi-{name}")
    press(preview.ui.good_button, Qt.Key.Key_Space)
    until(lambda: not _previews(window), "the preview to close")


def answer_good(window: MainWindow, page: SheetsPage) -> None:
    """Answer the print that waits above the sheets."""
    until(lambda: bool(_all_shown(page, "good_button")), "the question")
    settle(page)
    press(_shown(page, "good_button"), Qt.Key.Key_Space)
    until(lambda: not _all_shown(page, "good_button"), "the answer")
    settle(page)
    window.activateWindow()


def sign(window: MainWindow, camera: Camera, key: str, name: str) -> None:
    """Mark the chosen sheet of a book as signed, every place of it."""
    page = sheets_of(window, key)
    page.ui.view.selectRow(page.model.row_to_sign())
    press(page.ui.view, Qt.Key.Key_F6)
    until(lambda: "chỗ ký" in page.ui.notice.sentence, "the mark")
    settle(page)
    camera.take(window, f"da-ky-{name}")


def sign_but_one(window: MainWindow, camera: Camera, key: str, name: str) -> None:
    """Mark the chosen sheet as signed but for its last place."""
    page = sheets_of(window, key)
    page.ui.view.selectRow(page.model.row_to_sign())
    press(page.ui.view, Qt.Key.Key_F7)
    dialog = dialog_of(window, SignedDialog)
    press(list(dialog.boxes.values())[-1], Qt.Key.Key_Space)
    camera.take(window, f"da-ky-tru-{name}")
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: not _dialogs(window, SignedDialog), "the mark")
    settle(page)
    camera.take(window, f"con-mot-cho-{name}")


def give_reason(window: MainWindow, camera: Camera, words: str, name: str) -> None:
    """Type the reason that a dialog asks for, and confirm."""
    dialog = dialog_of(window, ReasonDialog)
    type_text(dialog.reason_edit, words)
    camera.take(window, name)
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: not _dialogs(window, ReasonDialog), "the dialog to close")


def confirm(window: MainWindow, camera: Camera, name: str) -> None:
    """Confirm a dialog that asks for nothing more."""
    dialog = dialog_of(window, AskDialog)
    camera.take(window, name)
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: not _dialogs(window, AskDialog), "the dialog to close")


def dialog_of(window: QWidget, kind: type[_Dialog]) -> _Dialog:
    """Return the dialog that is open."""
    until(lambda: bool(_dialogs(window, kind)), "the dialog")
    return _dialogs(window, kind)[0]


def _dialogs(window: QWidget, kind: type[_Dialog]) -> list[_Dialog]:
    return [one for one in window.findChildren(kind) if one.isVisible()]


def _preview(window: MainWindow) -> PreviewWindow:
    until(lambda: bool(_previews(window)) and _previews(window)[0].is_ready, "the preview")
    return _previews(window)[0]


def _previews(window: MainWindow) -> list[PreviewWindow]:
    return _dialogs(window, PreviewWindow)


def _shown(page: SheetsPage, name: str) -> QPushButton:
    return _all_shown(page, name)[0]


def _all_shown(page: SheetsPage, name: str) -> list[QPushButton]:
    return [one for one in page.findChildren(QPushButton, name) if one.isVisible()]
