"""A closed volume is opened again by whoever confirms, or waits for him."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.journal.page import JournalPage
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.people.sheet_dialog import SheetDialog
from bmnn_desktop.gui.year.reopen_dialog import ReopenDialog
from bmnn_desktop.gui.year.volumes_page import VolumesPage
from bmnn_desktop.services.gate import Founded
from bmnn_desktop.services.list_pending import list_pending
from tests.gui.two_at_work import HEAD, Work, asked, gone, journal


@pytest.fixture
def work(founded: Founded, tmp_path: Path) -> Work:
    """Give a vault of keeper and head with a closed volume."""
    made = Work(founded, tmp_path)
    made.admit(HEAD)
    made.close()
    return made


def shelf(window: MainWindow) -> VolumesPage:
    page = window.go("volumes")
    assert isinstance(page, VolumesPage)
    ready(page)
    row = next(n for n, one in enumerate(page.model.rows) if one.volume.book == "incoming")
    page.view.selectRow(row)
    return page


def ready(page: VolumesPage | JournalPage) -> None:
    until(lambda: not page.jobs.is_busy, "the page")


def ask(window: MainWindow, page: VolumesPage) -> ReopenDialog:
    page.reopen_button.click()
    return asked(window, ReopenDialog)


def answer(window: MainWindow, page: VolumesPage, button: QPushButton) -> None:
    button.click()
    gone(window, ReopenDialog)
    ready(page)


def test_the_head_signs_in_a_process_of_his_own(window: MainWindow, work: Work) -> None:
    page = shelf(window)
    page.acts._second_of = work.apart
    dialog = ask(window, page)
    assert not dialog.second_panel.key_edit.isVisible(), "no sheet where somebody confirms"
    dialog.act_button.click()
    assert dialog.notice.sentence == "Cần ghi lý do."
    type_text(dialog.reason_edit, "Sót hai văn bản")
    answer(window, page, dialog.act_button)
    assert page.notice.sentence == "Đang mở: Sổ đến 2026, quyển 01."
    assert not work.is_closed()
    assert not window.findChildren(SheetDialog)


def test_it_is_left_to_wait_and_found_in_the_journal(window: MainWindow, work: Work) -> None:
    page = shelf(window)
    dialog = ask(window, page)
    dialog.wait_button.click()
    assert dialog.notice.sentence == "Cần ghi lý do."
    type_text(dialog.reason_edit, "Sót hai văn bản")
    answer(window, page, dialog.wait_button)
    assert page.notice.sentence == (
        "Đã đề nghị mở lại: Sổ đến 2026, quyển 01. Đề nghị chờ ở “Nhật ký thao tác”."
    )
    assert work.is_closed()
    found = journal(window)
    assert [one.sentence for one in found.proposals.rows] == [
        one.act.sentence for one in work.office.read(list_pending).result()
    ]


@pytest.mark.parametrize("way", ["wrong passphrase", "leaves"])
def test_without_his_signature_it_waits_and_is_not_proposed_twice(
    window: MainWindow, work: Work, way: str
) -> None:
    before = work.entries()
    page = shelf(window)
    if way == "leaves":
        page.acts._second_of = work.silent
    else:
        page.acts._second_of = lambda login: work.apart(login, "khong phai cau nay dau")
    dialog = ask(window, page)
    type_text(dialog.reason_edit, "Sót hai văn bản")
    dialog.act_button.click()
    if way == "leaves":
        until(lambda: any(one._process for one in work.office._asked_apart), "his process")
        assert f"{HEAD.name} xem và ký" in dialog.notice.sentence
        press(dialog, Qt.Key.Key_Escape)
    gone(window, ReopenDialog)
    until(lambda: bool(page.notice.sentence), "the word of it")
    assert ("K461" if way == "leaves" else "K201") in page.notice.sentence
    assert "Đề nghị chờ ở “Nhật ký thao tác”." in page.notice.sentence
    ready(page)
    assert (work.is_closed(), work.entries()) == (True, before + 1)
    assert len(work.office.read(list_pending).result()) == 1
