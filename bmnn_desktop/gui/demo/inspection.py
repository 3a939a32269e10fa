"""An inspector at the window: his session, what he opens, his sheets, the end."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bmnn_desktop.gui.demo.camera import Camera
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.demo.registering import show_line
from bmnn_desktop.gui.demo.typist import CTRL
from bmnn_desktop.gui.inspection.open_dialog import OpenDialog
from bmnn_desktop.gui.inspection.sample_dialog import SampleDialog
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.sheets.page import SheetsPage


def fill(dialog: OpenDialog, day: str = "02/03/2026") -> None:
    """Type who the inspector is."""
    for edit, text in (
        (dialog.inspector_edit, "Đỗ Văn Kiểm"),
        (dialog.body_edit, "Công an tỉnh Giả Định"),
        (dialog.decision_edit, "15/QĐ-CAT"),
        (dialog.day_edit, day),
    ):
        edit.clear()
        type_text(edit, text)


def begin(window: MainWindow, camera: Camera | None = None) -> None:
    """Open a session by its key."""
    press(window, Qt.Key.Key_I, CTRL)
    dialog = next(one for one in window.findChildren(OpenDialog) if one.isVisible())
    fill(dialog)
    if camera is not None:
        camera.take(window, "mo-phien-kiem-tra")
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: window.guest.band is not None and not window.jobs.is_busy, "the guest session")


def inspect(window: MainWindow, camera: Camera) -> str:
    """Look at what an inspector looks at; return the code of his sheet."""
    begin(window, camera)
    press(window, Qt.Key.Key_F3)
    camera.take(window, "phien-kiem-tra-hom-nay")
    show_line(window, "outgoing", 12)
    camera.take(window, "phien-kiem-tra-so-di")
    page = window.go("sheets")
    if not isinstance(page, SheetsPage):
        raise TypeError(type(page))
    until(lambda: page.model.rowCount() > 0 and not page.jobs.is_busy, "the sheets")
    page.ui.view.setFocus()
    press(page.ui.view, Qt.Key.Key_Return)
    until(lambda: page.ui.notice.sentence.startswith("Tờ số"), "the places")
    camera.take(window, "phien-kiem-tra-to-so")
    _sample(window, camera)
    return _sheet(window, camera)


def _sample(window: MainWindow, camera: Camera) -> None:
    band = window.guest.band
    if band is None:
        raise TypeError(band)
    press(band.sample_button, Qt.Key.Key_Space)
    until(lambda: bool(window.findChildren(SampleDialog)), "the dialog")
    camera.take(window, "boc-ngau-nhien")
    press(window.findChildren(SampleDialog)[0].act_button, Qt.Key.Key_Space)
    print_paper(window, camera, "phieu-boc-ngau-nhien")


def _sheet(window: MainWindow, camera: Camera) -> str:
    press(window, Qt.Key.Key_I, CTRL)
    return print_paper(window, camera, "phieu-chot-so-lieu")


def print_paper(window: MainWindow, camera: Camera, name: str) -> str:
    """Print what is in the preview; return its code."""
    until(lambda: any(one.isVisible() for one in window.findChildren(PreviewWindow)), "the preview")
    preview = next(one for one in window.findChildren(PreviewWindow) if one.isVisible())
    until(lambda: preview.is_ready, "the page")
    press(preview.ui.print_button, Qt.Key.Key_Space)
    until(lambda: bool(preview.code) and not preview.jobs.is_busy, "the print")
    camera.take(preview, name)
    code = preview.code
    preview.close()
    return code
