"""Tờ sổ, ký nhận, by keys: print on, say what came out, mark as signed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from bmnn_desktop.domain.sheet import Answer, SheetState
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from bmnn_desktop.gui.sheets.answer_bar import AnswerBar
from bmnn_desktop.gui.sheets.blank_dialog import BlankDialog
from bmnn_desktop.gui.sheets.offset_dialog import OffsetDialog
from bmnn_desktop.gui.sheets.page import SheetsPage
from bmnn_desktop.gui.sheets.signed_dialog import SignedDialog
from bmnn_desktop.gui.sheets.spoiled_dialog import SpoiledDialog
from bmnn_desktop.gui.sheets.unsign_dialog import UnsignDialog
from bmnn_desktop.services.list_sheets import list_sheets, sheet_places, waiting_prints
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.printer_offset import PrinterOffset, read_offset
from bmnn_desktop.services.set_signing import set_signing
from tests.printing.reading import texts

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "Diễn tập khu vực phòng thủ giả định trên nhiều địa bàn. " * 7
D = TypeVar("D", bound=QDialog)
Add = Callable[..., int]


@pytest.fixture
def page(window: MainWindow) -> SheetsPage:
    found = window.go("sheets")
    assert isinstance(found, SheetsPage)
    settle(found)
    return found


def settle(page: SheetsPage) -> None:
    until(lambda: not page.jobs.is_busy, "the page")


def look(page: SheetsPage, book: int = 1) -> None:
    """Look again at the outgoing register."""
    page.refresh()
    settle(page)
    page.ui.books_view.setCurrentIndex(page.ui.books_view.model().index(book, 0))
    settle(page)
    page.ui.view.setFocus()


def preview_of(window: MainWindow) -> PreviewWindow:
    def shown() -> list[PreviewWindow]:
        return [each for each in window.findChildren(PreviewWindow) if each.isVisible()]

    until(lambda: bool(shown()) and shown()[0].is_ready, "the preview")
    return shown()[0]


def dialog_of(window: QWidget, kind: type[D]) -> D:
    def shown() -> list[D]:
        return [each for each in window.findChildren(kind) if each.isVisible()]

    until(lambda: bool(shown()), "the dialog")
    return shown()[0]


def words_of(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def print_on(page: SheetsPage, window: MainWindow) -> PreviewWindow:
    """Print what is new by keys alone; the question is open."""
    press(page.ui.view, Qt.Key.Key_P, CTRL)
    preview = preview_of(window)
    press(preview.ui.out_edit, Qt.Key.Key_Return)
    until(lambda: bool(preview.code) and not preview.jobs.is_busy, "the print")
    return preview


def answer_good(page: SheetsPage, preview: PreviewWindow) -> None:
    press(preview.ui.good_button, Qt.Key.Key_Space)
    gone(page.window(), PreviewWindow)
    settle(page)


def gone(window: QWidget, kind: type[QWidget]) -> None:
    until(lambda: not any(each.isVisible() for each in window.findChildren(kind)), "it to close")


def button_of(parent: QWidget, name: str) -> QPushButton:
    found = parent.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def states(office: Office) -> dict[int, SheetState]:
    found = office.read(list_sheets, "outgoing", year=2026).result()
    return {each.sheet.number: each.sheet.state for each in found.sheets}


def test_new_lines_are_printed_signed_and_marked_by_keys(
    window: MainWindow, page: SheetsPage, office: Office, add: Add
) -> None:
    add(1)
    look(page)
    assert "1 dòng chưa in" in page.ui.pending_label.text()
    preview = print_on(page, window)
    assert "Tờ in có tốt không?" in preview.ui.question_label.text()
    answer_good(page, preview)
    assert states(office) == {1: SheetState.OPEN}
    assert "2 chỗ chưa ký" in page.ui.pending_label.text()
    assert "in tốt" in page.ui.notice.sentence
    page.ui.view.setFocus()
    press(page.ui.view, Qt.Key.Key_F6)
    until(lambda: "đã ghi 2 chỗ ký" in page.ui.notice.sentence, "the mark")
    settle(page)
    assert "không còn chỗ chưa ký" in page.ui.pending_label.text()


def test_the_preview_says_which_sheet_to_put_in(
    window: MainWindow, page: SheetsPage, add: Add
) -> None:
    add(1)
    look(page)
    answer_good(page, print_on(page, window))
    add(2)
    add(3, subject=LONG)
    look(page)
    press(page.ui.view, Qt.Key.Key_P, CTRL)
    preview = preview_of(window)
    assert preview.ui.notice.sentence == "Đặt lại tờ số 1 vào khay, in 2 dòng từ dòng 2."
    preview.close()


def test_an_unanswered_print_stands_on_top_until_it_is_answered(
    window: MainWindow, page: SheetsPage, office: Office, add: Add
) -> None:
    add(1)
    look(page)
    print_on(page, window).close()
    look(page)
    (bar,) = (each for each in page.findChildren(AnswerBar) if each.isVisible())
    assert "Sổ đi 2026, in tiếp, tờ số 1" in words_of(bar)
    assert not page.ui.go_on_button.isEnabled()
    assert "chờ trả lời" in page.ui.pending_label.text()
    button = button_of(bar, "nothing_button")
    button.setFocus()
    press(button, Qt.Key.Key_Space)
    until(lambda: "không ra tờ nào" in page.ui.notice.sentence, "the answer")
    settle(page)
    assert office.read(waiting_prints).result() == ()
    assert states(office) == {}
    assert not [each for each in page.findChildren(AnswerBar) if each.isVisible()]
    assert page.ui.view.hasFocus()


def test_a_spoiled_sheet_is_told_from_the_good_ones(
    window: MainWindow, page: SheetsPage, office: Office, add: Add
) -> None:
    for number in range(1, 5):
        add(number, subject=LONG)
    look(page)
    preview = print_on(page, window)
    press(preview.ui.spoiled_button, Qt.Key.Key_Space)
    dialog = dialog_of(preview, SpoiledDialog)
    press(dialog.act_button, Qt.Key.Key_Space)
    assert "Chưa chọn" in dialog.notice.sentence
    first = dialog.choices[1].focusProxy()
    assert first is not None
    press(first, Qt.Key.Key_K)
    press(dialog.act_button, Qt.Key.Key_Space)
    assert "cũng không ra" in dialog.notice.sentence
    press(first, Qt.Key.Key_H)
    press(dialog.act_button, Qt.Key.Key_Space)
    assert dialog.notice.sentence == "Cần ghi lý do."
    type_text(dialog.reason_edit, "nhòe mực")
    press(dialog.act_button, Qt.Key.Key_Space)
    gone(window, PreviewWindow)
    assert states(office) == {1: SheetState.SPOILED, 2: SheetState.OPEN}
    look(page)
    assert "nhòe mực" in str(page.model.data(page.model.index(1, 5)))
    assert "2 dòng chưa in" in page.ui.pending_label.text()


def test_a_paper_that_came_out_bad_has_no_sheet_to_choose(
    window: MainWindow, page: SheetsPage, office: Office
) -> None:
    look(page)
    page.ui.opening_action.trigger()
    until(lambda: bool(office.read(waiting_prints).result()), "the print")
    settle(page)
    (bar,) = (each for each in page.findChildren(AnswerBar) if each.isVisible())
    assert "chứng nhận mở sổ" in words_of(bar)
    press(button_of(bar, "spoiled_button"), Qt.Key.Key_Space)
    dialog = dialog_of(window, SpoiledDialog)
    type_text(dialog.reason_edit, "nhòe mực")
    press(dialog.act_button, Qt.Key.Key_Space)
    gone(window, SpoiledDialog)
    settle(page)
    assert office.read(waiting_prints).result() == ()


def test_exceptions_stay_open(
    window: MainWindow, page: SheetsPage, office: Office, add: Add
) -> None:
    add(1)
    add(2)
    look(page)
    answer_good(page, print_on(page, window))
    page.ui.view.setFocus()
    press(page.ui.view, Qt.Key.Key_F7)
    dialog = dialog_of(window, SignedDialog)
    assert list(dialog.boxes) == ["12.1", "12.2", "13.1", "13.2"]
    press(dialog.boxes["12.2"], Qt.Key.Key_Space)
    press(dialog.boxes["12.2"], Qt.Key.Key_Return)
    until(lambda: "còn 1 chỗ chưa ký" in page.ui.notice.sentence, "the mark")
    settle(page)
    found = office.read(list_sheets, "outgoing", year=2026).result()
    assert found.open_places == 1


def test_a_mark_set_by_mistake_is_taken_back_with_a_reason(
    window: MainWindow, page: SheetsPage, office: Office, add: Add
) -> None:
    add(1)
    add(2)
    look(page)
    answer_good(page, print_on(page, window))
    assert not page.ui.unsign_button.isEnabled(), "nothing is signed"
    page.ui.signed_button.click()
    until(lambda: "không còn chỗ nào" in page.ui.notice.sentence, "the mark")
    settle(page)
    page.ui.unsign_button.click()
    dialog = dialog_of(window, UnsignDialog)
    offered = [dialog.place_choice.itemText(row) for row in range(dialog.place_choice.count())]
    assert len(offered) == 4
    assert offered[2].startswith("Số 13: ")
    dialog.act_button.click()
    assert dialog.notice.sentence == "Chưa chọn chỗ ký nào."
    dialog.place_choice.setCurrentIndex(2)
    dialog.act_button.click()
    assert dialog.notice.sentence == "Cần ghi lý do."
    type_text(dialog.reason_edit, "đánh dấu nhầm dòng")
    dialog.act_button.click()
    until(lambda: "đã bỏ dấu ký ở số 13" in page.ui.notice.sentence, "the mark taken back")
    settle(page)
    assert "1 chỗ chưa ký" in page.ui.pending_label.text()
    places = office.read(sheet_places, "outgoing", year=2026, sheet=1).result()
    assert [each.key for each in places if each.signed_on is None] == ["13.1"]
    sql = "SELECT reason FROM entry WHERE action = 'sheet.unsign'"
    assert office.read(lambda desk: desk.rows.value(sql)).result() == "đánh dấu nhầm dòng"
    page.ui.except_button.click()
    assert list(dialog_of(window, SignedDialog).boxes) == ["13.1"]


def test_a_sheet_spoiled_later_asks_why(
    window: MainWindow, page: SheetsPage, office: Office, add: Add
) -> None:
    add(1)
    look(page)
    answer_good(page, print_on(page, window))
    press(page.ui.spoil_button, Qt.Key.Key_Space)
    dialog = dialog_of(window, ReasonDialog)
    type_text(dialog.reason_edit, "đổ cà phê")
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: "tờ hỏng" in page.ui.notice.sentence, "the record")
    settle(page)
    assert states(office) == {1: SheetState.SPOILED}
    assert not page.ui.spoil_button.isEnabled()
    assert not page.ui.reprint_button.isEnabled()


def test_a_sheet_is_printed_again_marked(
    window: MainWindow, page: SheetsPage, office: Office, add: Add, tmp_path: Path
) -> None:
    add(1)
    look(page)
    answer_good(page, print_on(page, window))
    press(page.ui.reprint_button, Qt.Key.Key_Space)
    until(lambda: bool(office.read(waiting_prints).result()), "the print")
    settle(page)
    (out,) = (tmp_path / "prints").glob("*in-lai-to-1*.pdf")
    assert "In lại lần 1" in texts(out.read_bytes())[0]
    (bar,) = (each for each in page.findChildren(AnswerBar) if each.isVisible())
    assert "in lại một tờ, tờ số 1" in words_of(bar)
    bar.answered.emit(office.read(waiting_prints).result()[0], Answer.GOOD)
    until(lambda: not office.read(waiting_prints).result(), "the answer")
    settle(page)


def test_blank_sheets_are_printed_and_counted(
    window: MainWindow, page: SheetsPage, office: Office
) -> None:
    look(page)
    page.ui.blank_action.trigger()
    dialog = dialog_of(window, BlankDialog)
    type_text(dialog.count_box, "3")
    press(dialog.count_box, Qt.Key.Key_Return)
    until(lambda: bool(office.read(waiting_prints).result()), "the print")
    settle(page)
    (waiting,) = office.read(waiting_prints).result()
    assert waiting.sheets == (1, 2, 3)
    page.acts.answer(waiting, Answer.GOOD)
    until(lambda: page.model.rowCount() == 3, "the sheets")
    settle(page)
    assert page.model.data(page.model.index(0, 5)) == "tờ dự phòng, còn trắng"


def test_the_printer_is_set_right_with_a_test_page(
    window: MainWindow, page: SheetsPage, office: Office, tmp_path: Path
) -> None:
    page.ui.offset_action.trigger()
    dialog = dialog_of(window, OffsetDialog)
    type_text(dialog.right_box, "1,5")
    press(dialog.test_button, Qt.Key.Key_Space)
    until(lambda: "prints/trang-thu.pdf" in dialog.notice.sentence, "the test page")
    assert (tmp_path / "prints" / "trang-thu.pdf").stat().st_size > 1000
    dialog.down_box.setFocus()
    dialog.down_box.selectAll()
    type_text(dialog.down_box, "-0,25")
    press(dialog.act_button, Qt.Key.Key_Space)
    gone(window, OffsetDialog)
    assert office.read(read_offset).result() == PrinterOffset(150, -25)
    settle(page)


def test_f5_prints_the_receipt_sheet_of_the_day(
    window: MainWindow, page: SheetsPage, office: Office, add: Add
) -> None:
    office.write(set_signing, "outgoing", year=2026, signing=Signing.RECEIPT_SHEET).result()
    add(1)
    press(window, Qt.Key.Key_F5)
    preview = preview_of(window)
    assert "sổ chuyển giao" in preview.ui.book_label.text()
    press(preview.ui.out_edit, Qt.Key.Key_Return)
    until(lambda: bool(preview.code) and not preview.jobs.is_busy, "the print")
    answer_good(page, preview)
    names = page.ui.books_view.model()
    shown = [str(names.index(row, 0).data()) for row in range(names.rowCount())]
    look(page, book=next(row for row, words in enumerate(shown) if "chuyển giao" in words))
    volume = page.volume
    assert volume is not None
    assert volume.book == "transfer"
    page.ui.view.selectRow(page.model.row_to_sign())
    assert page.chosen is not None
    assert page.chosen.open_places == 2


def test_f5_goes_on_with_the_register_when_no_receipt_sheet_is_due(
    window: MainWindow, page: SheetsPage, add: Add
) -> None:
    press(window, Qt.Key.Key_F5)
    until(lambda: "Không có dòng nào chờ in" in page.ui.notice.sentence, "the words")
    settle(page)
    add(1)
    press(window, Qt.Key.Key_F5)
    preview = preview_of(window)
    assert "In tiếp sổ đi 2026" in preview.ui.book_label.text()
    preview.close()


def test_where_receivers_sign_is_chosen_for_the_book(page: SheetsPage, office: Office) -> None:
    look(page)
    page.ui.signing_action.trigger()
    until(lambda: "trên tờ ký nhận" in page.ui.notice.sentence, "the choice")
    settle(page)
    found = office.read(list_sheets, "outgoing", year=2026).result()
    assert found.volume.signing is Signing.RECEIPT_SHEET
    assert "ký nhận trên tờ ký nhận" in page.ui.pending_label.text()


def test_the_page_never_shows_a_subject(window: MainWindow, page: SheetsPage, add: Add) -> None:
    add(1, subject="nội dung không được hiện")
    look(page)
    answer_good(page, print_on(page, window))
    cells = [
        str(page.model.data(page.model.index(row, column)))
        for row in range(page.model.rowCount())
        for column in range(page.model.columnCount())
    ]
    assert cells
    assert "không được hiện" not in words_of(page) + " ".join(cells)
