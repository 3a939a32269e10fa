"""Nhật ký thao tác in the window: lists, filters, one entry, what waits, the closing sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.duties.duty_list import LATE_ROLE, STATE_ROLE, DutyModel
from bmnn_desktop.gui.journal.closing_dialog import ClosingDialog
from bmnn_desktop.gui.journal.page import JournalPage
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.today_page import TodayPage
from bmnn_desktop.gui.widgets import paged_model
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.duties import Duty, DutyKind
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_new_lines import print_new_lines
from bmnn_desktop.services.waiting_acts import WaitingAct
from tests.printing.reading import shows_code, texts


def settle(page: JournalPage) -> None:
    until(lambda: page.filters.is_settled and not page.jobs.is_busy, "the journal")


@pytest.fixture
def worked(office: Office, add: Callable[..., int], tmp_path: Path) -> Office:
    """Return the vault with two lines on paper, one of them annulled since."""
    add(1)
    add(2)
    out = tmp_path / "so.pdf"
    printed = office.write(print_new_lines, "outgoing", year=2026, out=out).result()
    office.write(answer_print, printed.run_id, Answer.GOOD).result()
    office.write(
        annul_document, "outgoing", year=2026, seq_no=12, reason="ghi <b>trùng</b>"
    ).result()
    return office


@pytest.fixture
def page(worked: Office, window: MainWindow) -> JournalPage:
    assert window.office is worked
    found = window.go("journal")
    assert isinstance(found, JournalPage)
    settle(found)
    return found


def column(page: JournalPage, number: int = 3) -> list[str]:
    model = page.entries
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_every_entry_is_there_newest_first(page: JournalPage) -> None:
    told = column(page)
    assert told[0] == "Gạch bỏ số 12 sổ đi 2026 sau khi in"
    assert told[-1].startswith("Lập kho sổ")
    assert page.count_label.text() == f"{len(told)} mục"
    assert column(page, 2)[0] == "Lê Thị Tập Huấn"


def test_the_model_is_sound(page: JournalPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.entries)  # type: ignore[no-untyped-call]
    qtmodeltester.check(page.acts)  # type: ignore[no-untyped-call]


def test_filters_narrow_the_list(page: JournalPage) -> None:
    everything = page.entries.rowCount()
    filters = page.filters
    filters.action_box.setCurrentIndex(filters.action_box.findData("document.add"))
    settle(page)
    assert column(page) == ["Đăng ký: số 13 sổ đi 2026", "Đăng ký: số 12 sổ đi 2026"]
    filters.clear()
    settle(page)
    assert page.entries.rowCount() == everything
    filters.book_box.setCurrentIndex(filters.book_box.findData("outgoing"))
    type_text(filters.number_edit, "13")
    settle(page)
    assert column(page)[-1] == "Đăng ký: số 13 sổ đi 2026"
    assert "Gạch bỏ số 12 sổ đi 2026 sau khi in" not in column(page)
    filters.clear()
    type_text(filters.last_edit, "01/01/2026")
    settle(page)
    assert page.count_label.text() == "Không có mục nào khớp."


def test_a_number_that_no_line_has_is_said_in_its_place(page: JournalPage) -> None:
    page.filters.book_box.setCurrentIndex(page.filters.book_box.findData("outgoing"))
    type_text(page.filters.number_edit, "99")
    settle(page)
    assert "K403" in page.notice.sentence
    page.filters.clear()
    settle(page)
    assert page.notice.sentence == ""


def test_choosing_an_entry_shows_old_and_new(page: JournalPage) -> None:
    page.entries_view.selectRow(0)
    settle(page)
    told = page.entry_view.toPlainText()
    for words in (
        "Gạch bỏ số 12 sổ đi 2026 sau khi in",
        "Lê Thị Tập Huấn",
        "ghi <b>trùng</b>",  # what was typed is never markup
        "Lý do gạch bỏ",
        "Cũ",
        "Mới",
    ):
        assert words in told, words


def test_the_oldest_entry_is_one_key_away(
    window: MainWindow, add: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 9):
        add(number)
    monkeypatch.setattr(paged_model, "PAGE", 2)
    monkeypatch.setattr(paged_model, "FIRST", 4)
    page = window.go("journal")
    assert isinstance(page, JournalPage)
    settle(page)
    page.entries_view.setFocus()
    page.entries_view.selectRow(0)
    QTest.keyClick(page.entries_view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    settle(page)
    assert page.entry_view.toPlainText().startswith("Mục 1\nLập kho sổ")


def test_nothing_reaches_the_clipboard(page: JournalPage) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("before")
    page.entries_view.selectRow(0)
    settle(page)
    for widget in (page.entries_view, page.entry_view):
        widget.setFocus()
        QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.SelectAll))
        QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.Copy))
    assert clipboard.text() == "before"


def test_a_top_secret_line_has_no_subject_here(window: MainWindow, add: Callable[..., int]) -> None:
    add(1, level=Level.TUYET_MAT, subject="")
    page = window.go("journal")
    assert isinstance(page, JournalPage)
    settle(page)
    page.entries_view.selectRow(0)
    settle(page)
    assert "Tuyệt mật" in page.entry_view.toPlainText()
    assert "Trích yếu" not in page.entry_view.toPlainText()


def test_what_waits_stands_in_one_sentence(page: JournalPage) -> None:
    assert page.tabs[1].text() == "Đã làm, chờ xác nhận (1)"
    assert page.tabs[2].text() == "Mới đề nghị, chờ xác nhận (0)"
    page.tabs[1].click()
    assert page.filters.isHidden()
    sentence = str(page.acts.index(0, 2).data())
    assert sentence.startswith("Gạch bỏ số 12 sổ đi 2026 sau khi in, ngày ")
    assert sentence.endswith("; lý do: ghi <b>trùng</b>")
    page.acts_view.selectRow(0)
    settle(page)
    assert "Gạch bỏ số 12" in page.entry_view.toPlainText()


@pytest.mark.usefixtures("worked")
def test_hom_nay_leads_to_what_waits(window: MainWindow) -> None:
    today = window.go("today")
    assert isinstance(today, TodayPage)
    until(lambda: not today.jobs.is_busy, "the truth")
    window.follow(Duty(DutyKind.CONFIRM, day=date(2026, 3, 5), count=1))
    page = window.page("journal")
    assert isinstance(page, JournalPage)
    settle(page)
    assert page.lists.currentWidget() is page.acts_view
    window.follow(Duty(DutyKind.CLOSING_SHEET, day=date(2026, 3, 31)))
    assert window.ui.pages.currentWidget() is page


def test_what_waits_too_long_is_red_on_hom_nay_and_here(page: JournalPage) -> None:
    model = DutyModel(page)
    late = Duty(DutyKind.CONFIRM, day=date(2026, 3, 5), count=2, is_red=True)
    model.show_duties([late, Duty(DutyKind.CONFIRM, count=1)], 0, date(2026, 5, 1))
    assert [model.index(row).data(LATE_ROLE) for row in (0, 1)] == [True, False]
    assert model.index(0).data() == "2 việc chờ xác nhận"
    assert model.index(0).data(STATE_ROLE) == "đã quá 45 ngày"
    act = WaitingAct(7, date(2026, 3, 5), "Lê Thị Tập Huấn", "Gạch bỏ số 12", 57, is_red=True)
    page.acts.show_rows((act,))
    last = page.acts.index(0, page.acts.columnCount() - 1)
    assert last.data() == "57 ngày, quá 45"  # said in words, not by the colour alone
    assert last.data(Qt.ItemDataRole.ForegroundRole) is not None
    assert page.acts.index(0, 2).data(Qt.ItemDataRole.ForegroundRole) is None


def test_a_link_leads_to_the_entry_it_names(page: JournalPage) -> None:
    page.entry_view.anchorClicked.emit(QUrl("entry:1"))
    settle(page)
    assert page.entry_view.toPlainText().startswith("Mục 1\n")


def test_the_closing_sheet_is_previewed_printed_and_answered(
    window: MainWindow, page: JournalPage
) -> None:
    page.sheet_button.click()
    settle(page)
    (dialog,) = window.findChildren(ClosingDialog)
    assert dialog.first_edit.value() is not None
    dialog.act_button.click()
    (preview,) = window.findChildren(PreviewWindow)
    until(lambda: preview.is_ready, "the preview")
    assert preview.ui.book_label.text().startswith("Tờ chốt sổ từ ")
    out = Path(preview.ui.out_edit.text())
    press(preview.ui.out_edit, Qt.Key.Key_Return)
    until(lambda: bool(preview.code) and not preview.jobs.is_busy, "the print")
    assert all(shows_code(each, preview.code) for each in texts(out.read_bytes()))
    press(preview.ui.good_button, Qt.Key.Key_Space)
    until(lambda: not window.findChildren(PreviewWindow), "the preview to close")
    settle(page)
    assert column(page)[1] == "In giấy tờ: tờ chốt sổ"


def test_a_closing_sheet_left_unanswered_is_asked_about_on_hom_nay(
    window: MainWindow, page: JournalPage
) -> None:
    day = page._office.day.today()
    preview = page.open_closing_sheet(day, day)
    until(lambda: preview.is_ready, "the preview")
    press(preview.ui.out_edit, Qt.Key.Key_Return)
    until(lambda: bool(preview.code) and not preview.jobs.is_busy, "the print")
    preview.close()
    today = window.go("today")
    assert isinstance(today, TodayPage)
    until(lambda: not today.jobs.is_busy, "the truth")
    assert today.ui.print_label.text().startswith("Tờ chốt sổ lúc ")
    sheets = window.go("sheets")
    until(lambda: not sheets.jobs.is_busy, "the sheets")  # type: ignore[attr-defined]
