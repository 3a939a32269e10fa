"""Giao – nhận: three hand-overs, their signatures, a return counted, one copy's whole story."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from bmnn_desktop.gui.custody.page import CustodyPage
from bmnn_desktop.gui.custody.page_ui import HOLDINGS, RECEIPTS
from bmnn_desktop.gui.custody.return_dialog import ReturnDialog
from bmnn_desktop.gui.custody.story_dialog import StoryDialog
from bmnn_desktop.gui.demo.camera import Camera
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.demo.typist import CTRL, close_suggestions
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog
from bmnn_desktop.services.list_documents import list_documents

_Dialog = TypeVar("_Dialog", bound=QDialog)
OFFICIALS = ("Trần Thị Ví Dụ", "Lê Văn Thí Dụ", "Phạm Thị Giả Định")


def page_of(window: MainWindow) -> CustodyPage:
    """Open the page by its key."""
    press(window, Qt.Key.Key_F4)
    page = window.ui.pages.currentWidget()
    if not isinstance(page, CustodyPage):
        raise TypeError(type(page))
    settle(page)
    return page


def settle(page: CustodyPage) -> None:
    """Wait until nothing is read or written any more."""
    until(lambda: not page.jobs.is_busy, "the page of hand-overs")


def give(window: MainWindow, numbers: str, receiver: str) -> CustodyPage:
    """Hand copies over: F4, numbers, Tab, receiver, Enter."""
    page = page_of(window)
    bar = page.give_bar
    type_text(bar.numbers_edit, numbers)
    press(bar.numbers_edit, Qt.Key.Key_Tab)
    type_text(bar.receiver_edit, receiver)
    close_suggestions(bar.receiver_edit)
    press(bar.receiver_edit, Qt.Key.Key_Return)
    until(lambda: not page.jobs.is_busy and not page.has_unsaved_text, "the hand-over")
    return page


def sign_all(window: MainWindow) -> CustodyPage:
    """Mark every line that waits as signed."""
    page = page_of(window)
    page.show_list(RECEIPTS)
    view = page.ui.receipts_view
    press(view, Qt.Key.Key_A, CTRL)
    press(view, Qt.Key.Key_F6)
    press(dialog_of(window, FieldsDialog).act_button, Qt.Key.Key_Space)
    until(lambda: not page.jobs.is_busy and not view.chosen, "the signatures")
    return page


def take_back(window: MainWindow, holder: str, pages: str) -> ReturnDialog:
    """Open the return of all that somebody holds, with the pages of the first copy counted."""
    page = page_of(window)
    page.show_holder(holder)
    settle(page)
    view = page.ui.holdings_view
    view.setFocus()
    press(view, Qt.Key.Key_A, CTRL)
    press(view, Qt.Key.Key_F6)
    dialog = dialog_of(window, ReturnDialog)
    type_text(dialog.counts_of(view.chosen[0].copy.id)[0], pages)
    return dialog


def hand_over(window: MainWindow, camera: Camera) -> None:
    """Live through three hand-overs, a return and the question who has it and why."""
    lines = window.office.read(list_documents, "outgoing").result().rows
    kept = [line for line in lines if not line.is_annulled][: len(OFFICIALS)]
    for line, receiver in zip(kept, OFFICIALS, strict=True):
        page = give(window, f"đi {line.seq_no}.{line.copies_issued}", receiver)
    camera.take(window, "giao-nhan")
    page.show_list(RECEIPTS)
    camera.take(window, "cho-ky-nhan")
    sign_all(window)
    dialog = take_back(window, OFFICIALS[0], str(kept[0].pages or ""))
    camera.take(window, "tra-lai-dem-trang")
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: not page.jobs.is_busy and not dialogs(window, ReturnDialog), "the return")
    page.show_list(HOLDINGS)
    page.show_holder(OFFICIALS[1])
    settle(page)
    camera.take(window, "ai-dang-giu")
    page.ui.holdings_view.setFocus()
    press(page.ui.holdings_view, Qt.Key.Key_Return)
    story = dialog_of(window, StoryDialog)
    camera.take(window, "ban-nay-o-dau-vi-sao")
    press(story.close_button, Qt.Key.Key_Space)


def dialog_of(window: MainWindow, kind: type[_Dialog]) -> _Dialog:
    """Return the open dialog of a kind."""
    until(lambda: bool(dialogs(window, kind)), "the dialog")
    return dialogs(window, kind)[0]


def dialogs(window: MainWindow, kind: type[_Dialog]) -> list[_Dialog]:
    """Return the open dialogs of a kind."""
    return [each for each in window.findChildren(kind) if each.isVisible()]
