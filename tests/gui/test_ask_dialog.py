"""A dialog that is left while its act is under way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QMessageBox

from bmnn_desktop.errors import DiskFull
from bmnn_desktop.gui.demo.hands import type_text, until, wait
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.actions import Action
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from bmnn_desktop.gui.year.close_dialog import CloseDialog
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.close_volume import LooseEnds
from bmnn_desktop.store.journal import Journal


@pytest.fixture
def page(window: MainWindow, add: Callable[..., int]) -> RegisterPage:
    """Return the register with the card of a line on view."""
    add()
    page = window.register_page("outgoing")
    window.go("outgoing")
    until(lambda: page.model.rowCount() == 1 and not page.jobs.is_busy, "the line")
    page.open_line(0)
    until(page.card.isVisible, "the card")
    return page


@pytest.fixture
def left_behind(window: MainWindow, page: RegisterPage) -> Iterator[threading.Event]:
    """Strike a line behind other work, and leave the dialog; give what lets the work end."""
    end = threading.Event()
    page.card.buttons[Action.ANNUL].click()
    (dialog,) = window.findChildren(ReasonDialog)
    type_text(dialog.reason_edit, "ghi nhầm")
    window.office.write(lambda _desk: end.wait(30))
    dialog.act_button.click()
    dialog.leave_button.click()
    wait(100)
    assert not dialog.isVisible()
    yield end
    end.set()


def gone(window: MainWindow) -> None:
    until(lambda: not window.findChildren(ReasonDialog), "the dialog to go")


def test_the_answer_is_no_crash(
    window: MainWindow, page: RegisterPage, left_behind: threading.Event
) -> None:
    left_behind.set()
    gone(window)
    until(lambda: not page.jobs.is_busy, "the page")
    assert page.card.buttons[Action.ANNUL].isEnabled() is False


def test_a_refusal_is_shown_over_the_window(
    window: MainWindow, left_behind: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_facts: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Journal, "write", full)
    left_behind.set()

    def boxes() -> list[QMessageBox]:
        return [one for one in window.findChildren(QMessageBox) if one.isVisible()]

    until(lambda: bool(boxes()), "the sentence")
    (box,) = boxes()
    assert box.text() == str(DiskFull())
    box.close()
    gone(window)


def test_a_dialog_that_may_only_be_left_goes_at_once(window: MainWindow) -> None:
    lacks = LooseEnds(unprinted=0, unsigned=0, vacant=(), waits_for_answer=True)
    dialog = CloseDialog(window, printed_book("outgoing"), (2026, 1), lacks, window.lock)
    dialog.open()
    assert not dialog.act_button.isEnabled()
    dialog.leave_button.click()
    until(lambda: not window.findChildren(CloseDialog), "the dialog to go")
