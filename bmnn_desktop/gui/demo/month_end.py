"""Month end: what was wrong on paper is put right there; a jam, a certificate, spare sheets."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bmnn_desktop.gui.demo.camera import Camera
from bmnn_desktop.gui.demo.hands import press, until
from bmnn_desktop.gui.demo.ink import (
    answer_good,
    confirm,
    give_reason,
    print_new,
    settle,
    sheets_of,
)
from bmnn_desktop.gui.demo.registering import show_line
from bmnn_desktop.gui.demo.typist import CTRL, type_value
from bmnn_desktop.gui.main_window import MainWindow


def amend(window: MainWindow, camera: Camera, seq_no: int, signer: str) -> None:
    """Correct the signer of a printed line: the book gets a correction line."""
    page = show_line(window, "outgoing", seq_no)
    press(page.view, Qt.Key.Key_E, CTRL)
    until(lambda: page.entering.is_active, "the form")
    view = page.entry.form.view("signer")
    type_value(view, view.field, signer)
    camera.take(window, "dinh-chinh-bieu-mau")
    press(page.entry.form.editor("note"), Qt.Key.Key_S, CTRL)
    give_reason(window, camera, "Ghi nhầm người ký (giả định)", "dinh-chinh-ly-do")
    until(lambda: not page.entering.is_active and not page.jobs.is_busy, "the correction")
    camera.take(window, "da-dinh-chinh")


def annul(window: MainWindow, camera: Camera, seq_no: int) -> None:
    """Strike a number that is on paper already."""
    page = show_line(window, "outgoing", seq_no)
    press(page.view, Qt.Key.Key_G, CTRL)
    give_reason(window, camera, "Đăng ký trùng (giả định)", "gach-bo-so-da-in")
    until(
        lambda: (
            page.card.document is not None
            and page.card.document.is_annulled
            and not page.jobs.is_busy
        ),
        "the number to be struck",
    )
    camera.take(window, "da-gach-bo-so-da-in")


def spoil(window: MainWindow, camera: Camera, key: str) -> None:
    """Record that the sheet in use was torn; its lines go to the next one."""
    page = sheets_of(window, key)
    page.ui.view.selectRow(page.model.rowCount() - 1)
    press(page.ui.spoil_button, Qt.Key.Key_Space)
    give_reason(window, camera, "Rách khi tháo khỏi máy in (giả định)", "to-hong")
    settle(page)
    camera.take(window, "da-ghi-to-hong")
    print_new(window, camera, key, "sau-to-hong")


def reprint(window: MainWindow, camera: Camera, key: str) -> None:
    """Print the first sheet once more, marked."""
    page = sheets_of(window, key)
    page.ui.view.selectRow(0)
    press(page.ui.reprint_button, Qt.Key.Key_Space)
    settle(page)
    camera.take(window, "in-lai-danh-dau")
    answer_good(window, page)


def spare_sheets(window: MainWindow, camera: Camera, key: str) -> None:
    """Print blank numbered sheets for a power cut."""
    page = sheets_of(window, key)
    page.ui.blank_action.trigger()
    confirm(window, camera, "to-du-phong")
    settle(page)
    answer_good(window, page)
    camera.take(window, "da-in-to-du-phong")


def opening_certificate(window: MainWindow, camera: Camera, key: str) -> None:
    """Print the certificate of opening."""
    page = sheets_of(window, key)
    page.ui.opening_action.trigger()
    settle(page)
    camera.take(window, "chung-nhan-mo-so")
    answer_good(window, page)
