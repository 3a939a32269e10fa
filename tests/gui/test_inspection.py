"""Phiên kiểm tra at the window, by clicks and keys: the guest looks and moves nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from bmnn_desktop.gui.custody.page import CustodyPage
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.demo.inspection import begin, fill
from bmnn_desktop.gui.inspection.open_dialog import OpenDialog
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.gui.sheets.page import SheetsPage
from bmnn_desktop.gui.today_page import TodayPage
from bmnn_desktop.gui.verify_page import VerifyPage
from bmnn_desktop.gui.year.volumes_page import VolumesPage
from bmnn_desktop.services.drafts import find_draft
from bmnn_desktop.services.gate import Gate
from bmnn_desktop.services.inspection import list_inspections, show_looks
from bmnn_desktop.services.office import Office
from tests.gui.conftest import LOGIN, PASSPHRASE
from tests.printing.reading import shows_code, texts

CTRL = Qt.KeyboardModifier.ControlModifier


def entries(office: Office) -> int:
    return office.read(lambda desk: int(desk.rows.value("SELECT max(seq) FROM entry"))).result()


def settle(window: MainWindow) -> None:
    page: Any = window.ui.pages.currentWidget()
    until(lambda: not page.jobs.is_busy and not window.jobs.is_busy, "the page")


def offered(widget: QWidget) -> list[str]:
    """Return the words of the buttons that can be pressed."""
    buttons = widget.findChildren(QPushButton)
    return [each.text() for each in buttons if each.isVisible() and each.isEnabled()]


def looks(office: Office) -> list[str]:
    recorded = office.read(show_looks, 1).result()
    return [each.look.what for each in recorded]


@pytest.fixture
def guest(window: MainWindow, add: Callable[..., int]) -> MainWindow:
    """Return the window with an inspector before it."""
    add(1, subject="nội dung không được ghi lại")
    add(2)
    begin(window)
    return window


def test_a_dialog_asks_and_says_what_is_missing(window: MainWindow) -> None:
    press(window, Qt.Key.Key_I, CTRL)
    (dialog,) = window.findChildren(OpenDialog)
    before = entries(window.office)
    dialog.act_button.click()
    assert "họ và tên" in dialog.notice.sentence
    fill(dialog, day="31/02/2026")
    dialog.act_button.click()
    assert "không có thật" in dialog.notice.sentence
    press(dialog, Qt.Key.Key_Escape)
    until(lambda: not window.findChildren(OpenDialog), "the dialog to go")
    assert entries(window.office) == before
    assert not window.guest.is_on


def test_the_band_stands_over_every_page(guest: MainWindow) -> None:
    assert guest.guest.band is not None
    for key in ("today", "incoming", "outgoing", "sheets", "volumes", "verify"):
        guest.go(key)
        settle(guest)
        assert guest.guest.band.isVisible()
        assert guest.guest.band.title_label.text() == (
            "Phiên kiểm tra – chỉ xem – Đỗ Văn Kiểm, QĐ số 15/QĐ-CAT, ngày 02/03/2026"
        )
    assert not guest.guest.button.isVisible()


def test_no_page_offers_to_write(guest: MainWindow) -> None:
    today = guest.go("today")
    settle(guest)
    assert isinstance(today, TodayPage)
    assert not today.ui.incoming_button.isVisible()
    page = guest.go("outgoing")
    assert isinstance(page, RegisterPage)
    until(lambda: page.model.rowCount() == 2, "the lines")
    page.open_line(0)
    until(page.card.isVisible, "the card")
    assert offered(page) == [
        *("Xem trước khi in   Ctrl+P", "Đã qua những đâu   Enter", "Đóng   Esc")
    ]
    hand_overs = guest.go("custody")
    settle(guest)
    assert isinstance(hand_overs, CustodyPage)
    assert offered(hand_overs) == []
    assert not hand_overs.give_bar.isVisible()
    sheets = guest.go("sheets")
    settle(guest)
    assert isinstance(sheets, SheetsPage)
    assert offered(sheets) == []
    volumes = guest.go("volumes")
    settle(guest)
    assert isinstance(volumes, VolumesPage)
    assert offered(volumes) == ["Cân đối bản…", "Cân đối cả kho…", "Biểu mẫu sổ…", "Thống kê…"]
    for key in ("backup", "year"):
        assert not guest._places[key].button.isVisible()
        assert isinstance(guest.go(key), TodayPage)


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5], ids=lambda key: key.name
)
def test_the_keys_that_write_are_answered_calmly(guest: MainWindow, key: Qt.Key) -> None:
    before = entries(guest.office)
    press(guest.go("today"), key)
    settle(guest)
    assert isinstance(guest.ui.pages.currentWidget(), TodayPage)
    assert guest.guest.band is not None
    assert "không làm trong phiên kiểm tra" in guest.guest.band.words_label.text()
    assert not [box for box in guest.findChildren(QDialog) if box.isVisible()]
    assert entries(guest.office) == before


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_N, CTRL),
        (Qt.Key.Key_S, CTRL),
        (Qt.Key.Key_E, CTRL),
        (Qt.Key.Key_G, CTRL),
        (Qt.Key.Key_M, CTRL),
        (Qt.Key.Key_D, CTRL),
        (Qt.Key.Key_Return, CTRL),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_the_keys_of_a_book_are_answered_calmly(
    guest: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    page = guest.go("outgoing")
    assert isinstance(page, RegisterPage)
    until(lambda: page.model.rowCount() == 2, "the lines")
    page.open_line(0)
    until(page.card.isVisible, "the card")
    settle(guest)
    before = entries(guest.office)
    press(page.view, key, modifiers)
    settle(guest)
    assert page.card.isVisible()
    assert not page.entering.is_active
    assert guest.guest.band is not None
    assert "không làm trong phiên kiểm tra" in guest.guest.band.words_label.text()
    assert entries(guest.office) == before


def test_what_is_opened_by_click_and_key_is_recorded(guest: MainWindow) -> None:
    page = guest.go("outgoing")
    assert isinstance(page, RegisterPage)
    until(lambda: page.model.rowCount() == 2, "the lines")
    page.view.setFocus()
    press(page.view, Qt.Key.Key_Return)
    until(page.card.isVisible, "the card")
    type_text(page.lines.find_edit, "noi dung")
    until(lambda: page.model.rowCount() == 1, "the line that is sought")
    settle(guest)
    guest.go("volumes")
    settle(guest)
    assert looks(guest.office) == [
        "Sổ đi",
        "Sổ đi 2026, số 13",
        "Sổ đi, có tìm",
        "Danh sách quyển sổ",
    ]


def test_a_draft_is_kept_and_not_shown_to_the_guest(
    window: MainWindow, gate: Gate, left: list[str]
) -> None:
    press(window.go("today"), Qt.Key.Key_F3)
    page = window.register_page("outgoing")
    until(lambda: page.entering.is_active and not page.jobs.is_busy, "the form")
    type_text(page.entry.form.editor("doc_number"), "77/KH-UBND")
    begin(window)
    again = window.go("outgoing")
    assert isinstance(again, RegisterPage)
    assert again is not page
    settle(window)
    assert not again.entry.isVisible()
    kept = window.office.read(find_draft, "register.outgoing").result()
    assert kept is not None
    assert str(kept.content["doc_number"]).endswith("77/KH-UBND")
    press(window, Qt.Key.Key_L, CTRL)
    until(lambda: bool(left), "the window to lock")
    office = gate.unlock(LOGIN, PASSPHRASE)
    kept = office.read(find_draft, "register.outgoing").result()
    assert kept is not None
    office.close()


def test_the_end_locks_and_only_a_passphrase_opens_again(
    guest: MainWindow, gate: Gate, left: list[str]
) -> None:
    assert guest.guest.band is not None
    guest.guest.band.end_button.click()
    until(lambda: left == ["lock"], "the window to lock")
    office = gate.unlock(LOGIN, PASSPHRASE)
    (only,) = office.read(list_inspections).result()
    assert only.closed_at is not None
    assert only.decided_on == date(2026, 3, 2)
    assert office.notices == ()
    office.close()


def test_the_sheet_is_seen_printed_and_its_code_verified(guest: MainWindow) -> None:
    press(guest, Qt.Key.Key_I, CTRL)
    preview = next(each for each in guest.findChildren(PreviewWindow) if each.isVisible())
    until(lambda: preview.is_ready, "the preview")
    assert preview.ui.out_frame.isVisible()
    out = preview.ui.out_edit.text()
    preview.ui.print_button.click()
    until(lambda: bool(preview.code) and not preview.jobs.is_busy, "the print")
    assert preview.code in preview.ui.notice.sentence
    assert not preview.ui.question_frame.isVisible()
    with open(out, "rb") as file:  # noqa: PTH123
        pages = texts(file.read())
    assert all(shows_code(page, preview.code) for page in pages)
    code = preview.code
    preview.close()
    page = guest.go("verify")
    assert isinstance(page, VerifyPage)
    type_text(page.ui.anchor_edit, code)
    page.ui.start_button.click()
    until(lambda: page.ui.verdict_frame.isVisible() and not page.jobs.is_busy, "the verdict")
    assert page.ui.verdict_label.property("tone") == "good"


def test_a_book_is_previewed_and_not_printed(guest: MainWindow) -> None:
    preview = guest.open_preview("outgoing", 2026)
    until(lambda: preview.is_ready, "the preview")
    assert not preview.ui.out_frame.isVisible()
    assert "không in sổ ra giấy" in preview.ui.notice.sentence
    preview.close()


def test_a_sample_is_drawn_in_the_window(guest: MainWindow) -> None:
    assert guest.guest.band is not None
    guest.guest.band.sample_button.click()
    from bmnn_desktop.gui.inspection.sample_dialog import SampleDialog  # noqa: PLC0415

    until(lambda: bool(guest.findChildren(SampleDialog)), "the dialog")
    (dialog,) = guest.findChildren(SampleDialog)
    dialog.book_box.setCurrentText("Sổ đi 2026")
    dialog.seed_edit.clear()
    type_text(dialog.seed_edit, "7x")
    dialog.act_button.click()
    assert "chỉ gồm chữ số" in dialog.notice.sentence
    press(dialog.seed_edit, Qt.Key.Key_Backspace)
    dialog.act_button.click()
    until(lambda: any(each.is_ready for each in guest.findChildren(PreviewWindow)), "the preview")
    assert "Sổ đi 2026, bốc ngẫu nhiên, số gieo 7" in looks(guest.office)
    next(iter(guest.findChildren(PreviewWindow))).close()


def test_what_a_killed_window_left_is_said_at_the_next_opening(
    guest: MainWindow, gate: Gate, left: list[str]
) -> None:
    guest.office._vault.close()
    guest.office.session.guest.leave()
    office = gate.unlock(LOGIN, PASSPHRASE)
    after = MainWindow(office, lock=lambda: None, quit_program=lambda: None)
    words = [each.text() for each in after.ui.notice.findChildren(QLabel)]
    assert any("Phiên kiểm tra lần trước" in each for each in words)
    assert not after.guest.is_on
    until(lambda: not after.jobs.is_busy, "the clock")
    after.leaving.close_vault(lambda: left.append("after"))
    until(lambda: bool(left), "the end")
    after.deleteLater()
