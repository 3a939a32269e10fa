"""2 January: an envelope comes before the old year is closed; then the change, step by step."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from bmnn_desktop.gui.demo.camera import Camera
from bmnn_desktop.gui.demo.clock import LaterClock
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.demo.ink import answer_good, dialog_of, print_new, settle, sheets_of
from bmnn_desktop.gui.demo.monday import Day, take_list
from bmnn_desktop.gui.demo.typist import fill_form, save
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.gui.year.close_dialog import CloseDialog
from bmnn_desktop.gui.year.year_page import YearPage
from bmnn_desktop.gui.year.year_question import YearQuestion
from bmnn_desktop.services.year_change import Step

_MOST_VOLUMES = 4


def live_through(window: MainWindow, camera: Camera, clock: LaterClock, year: int) -> None:
    """Go through the first days of `year`, whose books are not open yet."""
    day = Day(date(year, 1, 2))
    look(window, camera, "chuyen-nam-ngay-dau")
    receive_first(window, camera, day)
    clock.sleep_until(datetime(year, 1, 3, 0, 30, tzinfo=UTC))
    send_late(window, camera, day, date(year - 1, 12, 31))
    print_new(window, camera, "outgoing", "bo-sung")
    for key in ("incoming", "outgoing", "transfer"):
        finish_paper(window, camera, key)
    close_old(window, camera, "Còn chỗ chưa ký, đã nhắc (giả định)")
    print_certificates(window, camera, "incoming")
    look(window, camera, "chuyen-nam-con-lai")


def receive_first(window: MainWindow, camera: Camera, day: Day) -> None:
    """Register the first envelope of the new year: one question, then never again."""
    press(window, Qt.Key.Key_F2)
    question = dialog_of(window, YearQuestion)
    camera.take(window, "hoi-nam-moi")
    press(question.act_button, Qt.Key.Key_Return)
    page = _form(window, "incoming")
    fill_form(page, day.short)
    camera.take(window, "den-dau-nam")
    save(page)
    camera.take(window, "so-den-01")


def send_late(window: MainWindow, camera: Camera, day: Day, old: date) -> None:
    """Register a letter signed on 31 December into the old year."""
    press(window, Qt.Key.Key_F3)
    question = dialog_of(window, YearQuestion)
    camera.take(window, "hoi-nam-so-di")
    press(question.late_button, Qt.Key.Key_Space)
    page = _form(window, "outgoing")
    fill_form(page, replace(day.notice, doc_date=old))
    take_list(page, None, window)
    camera.take(window, "dang-ky-bo-sung")
    save(page)
    camera.take(window, "da-dang-ky-bo-sung")


def finish_paper(window: MainWindow, camera: Camera, key: str) -> None:
    """Cross out the rest of the old volume's last sheet and sign what is there."""
    page = sheets_of(window, key)
    page.ui.volume_box.setCurrentIndex(page.ui.volume_box.count() - 1)
    settle(page)
    page.ui.view.selectRow(page.model.rowCount() - 1)
    if page.ui.cross_action.isEnabled():
        page.ui.cross_action.trigger()
        settle(page)
        answer_good(window, page)
    camera.take(window, f"phan-trong-{key}")


def look(window: MainWindow, camera: Camera, name: str) -> YearPage:
    """Look at the page of the change."""
    page = window.go("year")
    if not isinstance(page, YearPage):
        raise TypeError(type(page))
    until(lambda: not page.jobs.is_busy, "the steps")
    camera.take(window, name)
    return page


def close_old(window: MainWindow, camera: Camera, words: str) -> None:
    """Close every volume of the old year from the page of the change."""
    page = look(window, camera, "chuyen-nam-truoc-khi-khoa")
    for place in range(_MOST_VOLUMES):
        buttons = _buttons(page, Step.CLOSE)
        if not buttons:
            break
        before = [button.text() for button in buttons]
        until(buttons[0].isVisible, "the button")
        press(buttons[0], Qt.Key.Key_Space)
        dialog = dialog_of(window, CloseDialog)
        until(dialog.isVisible, "the question")
        edits = [edit for edit in dialog.findChildren(QLineEdit) if edit.isVisible()]
        for edit in edits:
            type_text(edit, words)
        camera.take(window, f"khoa-so-{place + 1}")
        press(dialog.act_button, Qt.Key.Key_Space)
        until(partial(_is_next, page, before), "the volume to close")
    look(window, camera, "chuyen-nam-da-khoa")


def print_certificates(window: MainWindow, camera: Camera, key: str) -> None:
    """Print the certificate of closing of the old volume and of opening of the new one."""
    page = sheets_of(window, key)
    for place in (page.ui.volume_box.count() - 1, 0):
        page.ui.volume_box.setCurrentIndex(place)
        settle(page)
        (page.ui.closing_action if place else page.ui.opening_action).trigger()
        settle(page)
        camera.take(window, f"chung-nhan-{'khoa' if place else 'mo'}-{key}")
        answer_good(window, page)


def _form(window: MainWindow, key: str) -> RegisterPage:
    page = window.register_page(key)
    until(lambda: page.entering.is_active and not page.jobs.is_busy, "the form")
    return page


def _is_next(page: YearPage, before: list[str]) -> bool:
    now = [button.text() for button in _buttons(page, Step.CLOSE)]
    return now != before and not page.jobs.is_busy


def _buttons(page: YearPage, step: Step) -> list[QPushButton]:
    # What the row holds, not what it shows: a new button is shown a turn of the loop later.
    return [one for one in page.rows[step].buttons if one.text().startswith("Khóa")]
