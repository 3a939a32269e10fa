"""The page of people, and a vault with two who confirm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from bmnn_desktop.domain.text import fold
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.demo.hands import type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.people.page import PeoplePage
from bmnn_desktop.gui.people.sheet_dialog import SheetDialog
from bmnn_desktop.services.admit_person import admit_person
from bmnn_desktop.services.duties import Duty, DutyKind
from bmnn_desktop.services.gate import Founded, Gate
from bmnn_desktop.services.list_people import list_people
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.session import Role
from tests.services.signing import ChosenHere, InPerson

D = TypeVar("D", bound=AskDialog)
PIN = "270619"
HEAD = NewPerson(
    "truong", "Lê Văn Giả", frozenset({Role.CONFIRMER}), "cau cua truong phong", "Chủ tịch"
)
DEPUTY = NewPerson("pho", "Ngô Văn Phó", frozenset({Role.CONFIRMER}), "cau cua pho chu tich")


@pytest.fixture
def page(window: MainWindow) -> Iterator[PeoplePage]:
    """Give the page, reached from the duty that says that nobody confirms."""
    window.follow(Duty(DutyKind.CONFIRMER))
    found = window.ui.pages.currentWidget()
    assert isinstance(found, PeoplePage)
    ready(found)
    yield found
    assert not cut_off(window)


def ready(page: PeoplePage) -> None:
    until(lambda: not page.jobs.is_busy, "the people")


def cut_off(window: MainWindow) -> list[str]:
    """Return the dialogs that do not fit on the screen."""
    return [
        dialog.windowTitle()
        for dialog in window.findChildren(AskDialog)
        if dialog.isVisible() and (dialog.height() > window.height() - 40)
    ]


def asked(window: MainWindow, kind: type[D]) -> D:
    until(lambda: bool(window.findChildren(kind)), "the question")
    dialog: D = window.findChildren(kind)[0]
    until(dialog.isVisible, "the dialog")
    assert not cut_off(window)
    return dialog


def gone(window: MainWindow, kind: type[AskDialog]) -> None:
    until(lambda: not window.findChildren(kind), "the answer")


def copy_sheet(window: MainWindow) -> SheetDialog:
    """Copy the new sheet and type the group that is asked back."""
    dialog = asked(window, SheetDialog)
    dialog.reject()
    dialog.close()
    QApplication.processEvents()
    assert dialog.isVisible(), "the sheet stays until it was copied"
    assert "chỉ hiện một lần" in dialog.notice.sentence
    dialog.act_button.click()
    assert not dialog.groups_panel.isVisible()
    type_text(dialog.group_edit, "00000000")
    dialog.act_button.click()
    assert dialog.isVisible()
    assert "chưa khớp" in dialog.notice.sentence
    dialog.leave_button.click()
    assert dialog.groups_panel.isVisible()
    dialog.act_button.click()
    dialog.group_edit.clear()
    type_text(dialog.group_edit, fold(dialog._sheet.groups[dialog.asked_group]))
    dialog.act_button.click()
    gone(window, SheetDialog)
    return dialog


def logins(window: MainWindow) -> list[tuple[str, bool]]:
    return [(one.login, one.opens) for one in window.office.read(list_people).result()]


def choose(page: PeoplePage, row: int) -> None:
    page.view.selectRow(row)


@pytest.fixture
def three(founded: Founded, gate: Gate) -> Gate:
    """Give a vault of clerk, head and deputy."""
    office = founded.office
    office.write(admit_person, HEAD, second=RecoverySheetHolder(founded.recovery.key)).result()
    head = InPerson(gate.place, HEAD.login, HEAD.passphrase)
    office.write(admit_person, DEPUTY, second=head).result()
    return gate


def signing(page: PeoplePage, place: Path) -> None:
    """Let confirming persons sign in this process."""
    known = {one.login: one.passphrase for one in (HEAD, DEPUTY)}
    page.acts._second_of = lambda login: InPerson(place, login, known[login])
    page.acts._maker_of = lambda: ChosenHere(PIN)
