"""The copies on a card: where each is, its whole story, what can be done with those chosen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from bmnn_desktop.gui.custody.copies_panel import CopiesPanel
from bmnn_desktop.gui.custody.return_dialog import ReturnDialog
from bmnn_desktop.gui.custody.story_dialog import StoryDialog
from bmnn_desktop.gui.demo.custody import dialog_of
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.find.find_dialog import FindDialog
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog
from bmnn_desktop.services.add_document import Registered
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.return_copies import return_copies
from tests.gui.custody.counter import Counter, rows, words_of
from tests.services.moving import copy_id, where
from tests.services.offices import FakeClock
from tests.services.paper import receive

CTRL = Qt.KeyboardModifier.ControlModifier
Letters = tuple[Registered, ...]


@pytest.fixture
def card(window: MainWindow, letters: Letters, held: str) -> CopiesPanel:
    """Open the card of số 12, whose bản số 03 somebody holds."""
    assert held
    window.open_line("outgoing", letters[0].document_id)
    return shown(window)


def shown(window: MainWindow) -> CopiesPanel:
    page = window.register_page("outgoing")
    until(lambda: page.card.copies is not None and not page.jobs.is_busy, "the card")
    assert page.card.copies is not None
    return page.card.copies


def entry(panel: CopiesPanel, name: str) -> QAction:
    """Open the menu and return a line of it."""
    panel.menu.aboutToShow.emit()
    return next(action for action in panel.menu.actions() if action.objectName() == name)


def test_each_copy_says_where_it_is_and_whom_it_was_for(
    window: MainWindow, card: CopiesPanel, held: str
) -> None:
    place = f"Đang giữ: {held}, từ 05/03/2026, hạn trả 07/03/2026, dòng 1/2026"
    assert rows(card.view) == [
        ("Bản số 01", "Tại nơi lưu giữ\nTheo sổ: Công an xã Mẫu"),
        ("Bản số 02", "Tại nơi lưu giữ\nTheo sổ: Đảng ủy xã Mẫu"),
        (
            "Bản số 03",
            f"{place}\nTheo sổ: Văn phòng (bản lưu)",
        ),
    ]
    said = words_of(window.register_page("outgoing").card)
    assert "3 phát hành = 3 trong cơ quan: cân đối." in said


def test_the_whole_chain_of_a_copy_is_read_by_keys_from_the_find_box(
    window: MainWindow, letters: Letters, held: str, office: Office, clock: FakeClock
) -> None:
    copy = copy_id(office, letters[0], 3)
    clock.moment += timedelta(days=3)
    office.write(return_copies, (copy,), place="Tủ 2", remark="trả muộn 1 ngày").result()
    office.write(give_copies, (copy,), receiver="Trần Thị Ví Dụ").result()
    press(window, Qt.Key.Key_F3)
    press(window.register_page("outgoing").view, Qt.Key.Key_Escape)
    press(window, Qt.Key.Key_K, CTRL)
    until(lambda: bool(window.findChildren(FindDialog)), "the find box")
    find = window.findChildren(FindDialog)[0]
    type_text(find.find_edit, "12")
    press(find.find_edit, Qt.Key.Key_Return)
    panel = shown(window)
    press(window.register_page("outgoing").view, Qt.Key.Key_F9)
    assert panel.view.hasFocus()
    press(panel.view, Qt.Key.Key_End, CTRL)
    press(panel.view, Qt.Key.Key_Return)
    dialog = dialog_of(window, StoryDialog)
    assert [row[:5] for row in rows(dialog.view)] == [
        ("05/03/2026", "Giao", f"Đã giao, chờ ký nhận: {held}", "dòng 1/2026", "07/03/2026"),
        ("05/03/2026", "Ký nhận", f"Đang giữ: {held}", "dòng 1/2026", "07/03/2026"),
        ("08/03/2026", "Trả lại, ký trả", "Tại nơi lưu giữ: Tủ 2", "dòng 1/2026", ""),
        (
            "08/03/2026",
            "Giao",
            "Đã giao, chờ ký nhận: Trần Thị Ví Dụ",
            "dòng 4/2026",
            "",
        ),
    ]
    assert rows(dialog.view)[2][6] == "trả muộn 1 ngày"
    assert "Bản số 03 – Sổ đi 2026, số 12 (Mật)" in dialog.words
    assert "Chờ ký nhận: dòng 4/2026, giao Trần Thị Ví Dụ ngày 08/03/2026." in dialog.words
    assert "Cả tài liệu: 3 phát hành = 3 trong cơ quan: cân đối." in dialog.words
    dialog.reject()


def test_the_menu_offers_what_every_chosen_copy_allows(card: CopiesPanel) -> None:
    card.view.selectRow(0)
    offered = {
        name: entry(card, name).isEnabled() for name in ("give", "take_back", "place", "see")
    }
    assert offered == {"give": True, "take_back": False, "place": True, "see": False}
    card.view.selectRow(2)
    assert entry(card, "take_back").isEnabled()
    assert entry(card, "recall").isEnabled()
    card.view.selectAll()
    assert len(card.chosen) == 3
    assert not entry(card, "take_back").isEnabled()
    assert entry(card, "give").isEnabled()


def test_chosen_copies_are_given_from_the_card(
    window: MainWindow, card: CopiesPanel, letters: Letters, office: Office
) -> None:
    card.view.selectRow(1)
    entry(card, "give").trigger()
    dialog = dialog_of(window, FieldsDialog)
    type_text(dialog.view("receiver").widget, "Trần Thị Ví Dụ")
    press(dialog.act_button, Qt.Key.Key_Space)
    until(
        lambda: where(office, copy_id(office, letters[0], 2)) == ("handed", "Trần Thị Ví Dụ"),
        "the hand-over",
    )
    until(lambda: shown(window) is not card, "the card anew")
    assert "Đã giao, chờ ký nhận: Trần Thị Ví Dụ" in rows(shown(window).view)[1][1]


def test_a_copy_comes_back_from_the_card(
    window: MainWindow, card: CopiesPanel, letters: Letters, office: Office
) -> None:
    card.view.selectRow(2)
    entry(card, "take_back").trigger()
    dialog = dialog_of(window, ReturnDialog)
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: where(office, copy_id(office, letters[0], 3)) == ("store", ""), "the return")
    until(lambda: shown(window) is not card, "the card anew")


def test_a_copy_goes_to_the_archive_from_the_card(
    window: MainWindow, card: CopiesPanel, letters: Letters, office: Office
) -> None:
    card.view.selectRow(0)
    assert entry(card, "archive").isEnabled()
    assert not entry(card, "give_back").isEnabled()  # it was issued here
    entry(card, "archive").trigger()
    dialog = dialog_of(window, FieldsDialog)
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: bool(dialog.view("archive").wrong), "the archive to be asked for")
    type_text(dialog.view("archive").widget, "Lưu trữ lịch sử tỉnh Giả Định")
    press(dialog.act_button, Qt.Key.Key_Space)
    until(
        lambda: (
            where(office, copy_id(office, letters[0], 1))
            == ("archived", "Lưu trữ lịch sử tỉnh Giả Định")
        ),
        "the archive",
    )


def test_a_received_copy_goes_back_to_whom_issued_it(window: MainWindow, office: Office) -> None:
    came = receive(office)
    window.open_line("incoming", came.document_id)
    page = window.register_page("incoming")
    until(lambda: page.card.copies is not None and not page.jobs.is_busy, "the card")
    assert page.card.copies is not None
    page.card.copies.view.selectRow(0)
    entry(page.card.copies, "give_back").trigger()
    dialog = dialog_of(window, FieldsDialog)
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: where(office, copy_id(office, came, 1))[0] == "returned", "the return")


def test_the_page_of_hand_overs_leads_to_the_card(
    counter: Counter, letters: Letters, window: MainWindow
) -> None:
    counter.give("đi 13.1", "Trần Thị Ví Dụ")
    press(counter.page.give_bar.numbers_edit, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    press(counter.page.ui.receipts_view, Qt.Key.Key_Return)
    page = window.register_page("outgoing")
    until(lambda: page.card.document is not None and not page.jobs.is_busy, "the card")
    assert page.card.document is not None
    assert page.card.document.id == letters[1].document_id
