"""The demonstration's second part: three lines typed, the others given.

Then one is corrected, one struck, some are found.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.gui.demo import documents
from bmnn_desktop.gui.demo.camera import Camera
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.actions import Action
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from bmnn_desktop.services.add_document import add_document

_TYPED = 3
_CORRECTED = 16
_ANNULLED = 20
_CTRL = Qt.KeyboardModifier.ControlModifier


def register(window: MainWindow, camera: Camera, year: int) -> None:
    """Fill the book."""
    samples = documents.sample_documents(year)
    window.start_registering()
    page = window.register_page("outgoing")
    for place, sample in enumerate(samples[:_TYPED]):
        until(lambda: page.entering.is_active, "the form")
        _type(page, sample)
        if place == 0:
            camera.take(window, "dang-ky-di")
            press(page.entry.form.editor("note"), Qt.Key.Key_S, _CTRL)
            until(lambda: page.card.isVisible() and not page.jobs.is_busy, "the line")
            camera.take(window, "da-ghi-vao-so")
            press(page.view, Qt.Key.Key_N, _CTRL)
        elif place < _TYPED - 1:
            press(page.entry.form.editor("note"), Qt.Key.Key_Return, _CTRL)
            until(lambda: not page.entry.has_unsaved_text and not page.jobs.is_busy, "the line")
            camera.take(window, "ghi-va-nhap-tiep")
        else:
            camera.take(window, "tuyet-mat-khong-trich-yeu")
            press(page.entry.form.editor("note"), Qt.Key.Key_S, _CTRL)
            until(lambda: page.card.isVisible() and not page.jobs.is_busy, "the line")
    for sample in samples[_TYPED:]:
        window.office.write(add_document, "outgoing", sample).result()
    page.refresh()
    until(lambda: page.model.rowCount() == len(samples), "all lines")
    press(page.view, Qt.Key.Key_Escape)
    camera.take(window, "so-di")


def correct(window: MainWindow, camera: Camera) -> None:
    """Correct the signer and the note of one line."""
    page = show_line(window, "outgoing", _CORRECTED)
    press(page.view, Qt.Key.Key_E, _CTRL)
    until(lambda: page.entering.is_active, "the form")
    note = page.entry.form.editor("note")
    type_text(note, "Kèm phụ lục ví dụ")
    press(note, Qt.Key.Key_S, _CTRL)
    dialog = _dialog(window)
    type_text(dialog.reason_edit, "Ghi thiếu phụ lục khi đăng ký")
    camera.take(window, "sua-truoc-khi-in")
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: not page.entering.is_active and not page.jobs.is_busy, "the correction")
    camera.take(window, "the-tai-lieu")


def annul(window: MainWindow, camera: Camera) -> None:
    """Strike one number."""
    page = show_line(window, "outgoing", _ANNULLED)
    press(page.card.buttons[Action.ANNUL], Qt.Key.Key_Space)
    dialog = _dialog(window)
    type_text(dialog.reason_edit, "Đăng ký trùng với số trước (giả định)")
    camera.take(window, "gach-bo-so")
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: _struck(page) and not page.jobs.is_busy, "the number to be struck")
    camera.take(window, "da-gach-bo-so")
    press(page.view, Qt.Key.Key_Escape)


def search(window: MainWindow, camera: Camera) -> None:
    """Find lines by words typed without diacritics."""
    page = window.register_page("outgoing")
    every = page.model.rowCount()
    type_text(page.lines.find_edit, "dien tap gia dinh")
    until(lambda: 0 < page.model.rowCount() < every, "the lines found")
    until(lambda: not page.jobs.is_busy, "their number")
    camera.take(window, "tim-khong-dau")
    page.lines.find_edit.clear()
    until(lambda: page.model.rowCount() == every, "all lines again")


def _type(page: RegisterPage, sample: NewDocument) -> None:
    form = page.entry.form
    day = form.editor("doc_date")
    press(day, Qt.Key.Key_A, _CTRL)
    type_text(day, _digits(sample.doc_date))
    type_text(form.editor("doc_type"), sample.doc_type)
    if sample.subject:
        type_text(form.editor("subject"), sample.subject)
    level = form.editor("level").focusProxy()
    if level is not None and sample.level is not None:
        type_text(level, sample.level.cover_code)
    type_text(form.editor("signer"), sample.signer)
    for name in sample.recipients:
        type_text(form.editor("recipients"), name)
        press(form.editor("recipients"), Qt.Key.Key_Return)
    unit = form.editor("holding_unit")
    press(unit, Qt.Key.Key_A, _CTRL)
    type_text(unit, sample.holding_unit)
    form.editor("note").setFocus()


def _digits(day: date | None) -> str:
    return "" if day is None else short_date(day).replace("/", "")


def show_line(window: MainWindow, key: str, seq_no: int) -> RegisterPage:
    """Open the card of a line from the table of its book."""
    page = window.register_page(key)
    window.go(key)
    until(lambda: page.model.rowCount() > 0 and not page.jobs.is_busy, "the lines")
    row = next(
        row
        for row in range(page.model.rowCount())
        if (line := page.model.document(row)) is not None and line.seq_no == seq_no
    )
    page.view.setFocus()
    page.view.selectRow(row)
    press(page.view, Qt.Key.Key_Return)
    until(
        lambda: (
            page.card.isVisible()
            and page.card.document is not None
            and page.card.document.seq_no == seq_no
            and not page.jobs.is_busy
        ),
        "the card",
    )
    return page


def _struck(page: RegisterPage) -> bool:
    return page.card.document is not None and page.card.document.is_annulled


def _dialog(window: MainWindow) -> ReasonDialog:
    def shown() -> list[ReasonDialog]:
        return [one for one in window.findChildren(ReasonDialog) if one.isVisible()]

    until(lambda: bool(shown()), "the question")
    return shown()[0]
