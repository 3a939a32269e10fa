"""Giao – nhận by keys: give, sign, refuse, take back, remind, send; never a subject."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import Qt

from bmnn_desktop.domain.custody import Standing
from bmnn_desktop.domain.dispatch import ParcelOutcome
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.gui.custody.return_dialog import ReturnDialog
from bmnn_desktop.gui.custody.send_dialog import SendDialog
from bmnn_desktop.gui.custody.story_dialog import StoryDialog
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog
from bmnn_desktop.services.add_document import Registered
from bmnn_desktop.services.duties import Duty, DutyKind
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.prepare_handovers import waiting_handovers
from bmnn_desktop.services.remembered_values import remembered_receivers
from bmnn_desktop.services.set_signing import set_signing
from bmnn_desktop.services.waiting_receipts import ReceiptDays, read_receipt_days
from tests.gui.custody.conftest import TODAY
from tests.gui.custody.counter import Counter, rows, words_of
from tests.services.moving import copy_id, log, story, where
from tests.services.offices import FakeClock, entries

ALT = Qt.KeyboardModifier.AltModifier
WHO = "Trần Thị Ví Dụ"
Letters = tuple[Registered, ...]


def later(clock: FakeClock, days: int) -> None:
    clock.moment += timedelta(days=days)


def test_three_copies_go_by_numbers_receiver_and_enter(
    letters: Letters, office: Office, counter: Counter
) -> None:
    before = entries(office)
    assert counter.page.give_bar.numbers_edit.hasFocus()
    counter.give("đi 12.1, 13.2-3", WHO)
    assert counter.said.startswith("Đã giao 3 bản: dòng 1, 2 Sổ chuyển giao năm 2026")
    assert (entries(office), log(office)) == (
        before + 1,
        [(1, WHO, 1, None, ""), (2, WHO, 2, None, "")],
    )
    assert where(office, copy_id(office, letters[1], 3)) == ("handed", WHO)
    assert not counter.page.has_unsaved_text
    assert counter.page.give_bar.numbers_edit.hasFocus()
    assert WHO in office.read(remembered_receivers).result()


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ("đi 12", "có 3 bản ở nơi lưu giữ; hãy ghi rõ bản nào sau dấu chấm, ví dụ 12.1"),
        ("đi 12.9", "Không có bản số 09 của số 12 sổ đi 2026"),
        ("đi 99.1", "99"),
        ("trời 12.1", "Không đọc được “trời 12.1”"),
        ("12.1 và", "Không đọc được “12.1 và”"),
    ],
)
def test_what_cannot_be_given_is_said_and_stays_typed(
    letters: Letters, office: Office, counter: Counter, numbers: str, said: str
) -> None:
    before = entries(office)
    counter.give(numbers, WHO)
    assert said in counter.told
    assert (entries(office), log(office)) == (before, [])
    assert counter.page.has_unsaved_text
    assert letters


def test_numbers_are_read_back_while_they_are_typed(letters: Letters, counter: Counter) -> None:
    bar = counter.page.give_bar
    type_text(bar.numbers_edit, "di 12.2")
    until(lambda: counter.told.startswith("1 bản"), "the words")
    assert counter.told == "1 bản – Bản số 02 – Sổ đi 2026, số 12 (Mật): tại nơi lưu giữ."
    bar.clear()
    press(bar.numbers_edit, Qt.Key.Key_Return)
    assert "Chưa ghi số" in counter.told
    type_text(bar.numbers_edit, "đi 12.2")
    press(bar.numbers_edit, Qt.Key.Key_Return)
    assert "Chưa ghi người nhận" in counter.told
    assert letters


def test_a_meeting_hand_out_is_due_the_same_day(
    letters: Letters, office: Office, counter: Counter
) -> None:
    bar = counter.page.give_bar
    type_text(bar.occasion_edit, "Họp giao ban giả định")
    counter.give("đi 12.1", WHO)
    assert story(office, copy_id(office, letters[0], 1)).now.copy.due_on == TODAY


def test_lines_are_signed_and_refused(letters: Letters, office: Office, counter: Counter) -> None:
    counter.give("đi 12.1, 13.1", WHO)
    view = counter.page.ui.receipts_view
    press(counter.page.give_bar.numbers_edit, Qt.Key.Key_2, ALT)
    assert [row[0] for row in rows(view)] == ["1/2026", "2/2026"]
    assert "chưa thấy văn bản nào quy định số ngày" in counter.page.ui.days_label.text()
    counter.press(Qt.Key.Key_F6)
    dialog = counter.dialog(FieldsDialog)
    press(dialog.act_button, Qt.Key.Key_Space)
    counter.gone(FieldsDialog)
    assert counter.said == "Đã ký nhận: đã ghi 1 dòng."
    assert where(office, copy_id(office, letters[0], 1)) == ("held", WHO)
    assert [row[0] for row in rows(view)] == ["2/2026"]
    press(counter.page.ui.refused_button, Qt.Key.Key_Space)
    dialog = counter.dialog(FieldsDialog)
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: "lý do" in dialog.notice.sentence.lower(), "the refusal")
    type_text(dialog.view("reason").widget, "Nhầm địa chỉ")
    press(dialog.act_button, Qt.Key.Key_Space)
    counter.gone(FieldsDialog)
    assert where(office, copy_id(office, letters[1], 1)) == ("store", "")
    assert rows(view) == []


def test_a_day_before_the_hand_over_is_refused_in_the_dialog(
    letters: Letters, office: Office, counter: Counter
) -> None:
    counter.give("đi 12.1", WHO)
    press(counter.page.give_bar.numbers_edit, Qt.Key.Key_2, ALT)
    counter.press(Qt.Key.Key_F6)
    dialog = counter.dialog(FieldsDialog)
    day = dialog.view("on")
    day.editor.set_value(TODAY - timedelta(days=1))
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: bool(day.wrong), "the refusal")
    assert "trước ngày giao 05/03/2026" in day.wrong
    day.editor.set_value(TODAY + timedelta(days=1))
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: "chưa đến ngày này" in dialog.notice.sentence + day.wrong, "the refusal")
    dialog.reject()
    assert where(office, copy_id(office, letters[0], 1)) == ("handed", WHO)


def test_overdue_copies_stand_first_and_come_back_counted(
    held: str, letters: Letters, office: Office, clock: FakeClock, counter: Counter
) -> None:
    later(clock, 5)
    counter.page.refresh()
    counter.settle()
    ui = counter.page.ui
    assert ui.tabs.tabText(0).startswith("Quá hạn trả (3)")
    assert {(row[4], row[6]) for row in rows(ui.overdue_view)} == {(held, "3 ngày")}
    ui.overdue_view.setFocus()
    press(ui.overdue_view, Qt.Key.Key_Space)
    press(ui.overdue_view, Qt.Key.Key_Down)
    press(ui.overdue_view, Qt.Key.Key_Space)
    press(ui.remind_button, Qt.Key.Key_Space)
    until(lambda: "nhắc trả 2 bản" in counter.said, "the reminder")
    counter.settle()
    assert [row[7] for row in rows(ui.overdue_view)] == ["1 lần", "1 lần", ""]
    counter.press(Qt.Key.Key_F6)
    dialog = counter.dialog(ReturnDialog)
    first, second = (copy_id(office, line, 3) for line in letters[:2])
    type_text(dialog.counts_of(first)[0], "4")
    type_text(dialog.counts_of(second)[0], "3")
    press(dialog.counts_of(second)[0], Qt.Key.Key_Return)
    until(lambda: "đếm được 3 trang" in dialog.notice.sentence, "the refusal")
    assert where(office, first) == ("held", held)  # all or nothing
    type_text(dialog.counts_of(second)[2], "Thiếu trang 4, đã lập biên bản")
    press(dialog.counts_of(second)[2], Qt.Key.Key_Return)
    counter.gone(ReturnDialog)
    assert "Đã nhận lại 2 bản. Bản số 03 của số 13 sổ đi 2026: đếm được 3 trang" in counter.said
    assert [where(office, one)[0] for one in (first, second)] == ["store", "store"]
    assert len(rows(ui.overdue_view)) == 1


def test_all_that_one_person_holds_is_seen_printed_and_passed_on(
    held: str, letters: Letters, office: Office, counter: Counter
) -> None:
    counter.page.show_holder(held)
    counter.settle()
    ui = counter.page.ui
    assert ui.holder_label.text() == f"{held}: 3 bản"
    assert [row[1] for row in rows(ui.holdings_view)] == [
        f"Sổ đi 2026, số {number}" for number in (12, 13, 14)
    ]
    press(ui.list_button, Qt.Key.Key_Space)
    shown = counter.window.findChildren(PreviewWindow)
    until(lambda: shown[0].is_ready, "the preview")
    assert "Danh mục tài liệu đang giữ" in shown[0].ui.book_label.text()
    shown[0].close()
    press(ui.pass_button, Qt.Key.Key_Space)
    dialog = counter.dialog(FieldsDialog)
    type_text(dialog.view("receiver").widget, WHO)
    press(dialog.act_button, Qt.Key.Key_Space)
    counter.gone(FieldsDialog)
    assert {where(office, copy_id(office, line, 3)) for line in letters} == {("handed", WHO)}
    assert f"Đã giao hết của {held}: dòng 4, 5, 6" in counter.said


def test_envelopes_go_with_one_carrier_and_a_slip_may_never_come_back(
    letters: Letters, office: Office, counter: Counter
) -> None:
    ui = counter.page.ui
    press(ui.send_button, Qt.Key.Key_Space)
    dialog = counter.dialog(SendDialog)
    dialog.parcels_edit.setPlainText("Sở Thí Dụ đi 12.1")
    type_text(dialog.carrier_edit, "Lê Văn Thí Dụ, giao liên")
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: "Không đọc được dòng" in dialog.notice.sentence, "the refusal")
    dialog.parcels_edit.setPlainText("Sở Thí Dụ: đi 12.1, 13.1\nSở Ví Dụ (Giám đốc): đi 14.1")
    press(dialog.act_button, Qt.Key.Key_Space)
    counter.gone(SendDialog)
    assert counter.said == "Đã ghi bảng kê bì số 01/2026: 2 bì."
    assert where(office, copy_id(office, letters[2], 1)) == ("sent", "Sở Ví Dụ")
    press(counter.page.give_bar.numbers_edit, Qt.Key.Key_2, ALT)
    assert rows(ui.receipts_view)[2][8] == "bì số 02, bảng kê số 01/2026"
    ui.receipts_view.selectRow(2)
    press(ui.outcome_button, Qt.Key.Key_Space)
    slip = counter.dialog(FieldsDialog)
    press(slip.act_button, Qt.Key.Key_Space)
    assert slip.view("outcome").wrong == "chưa ghi."
    slip.view("outcome").editor.set_value(ParcelOutcome.NEVER)
    type_text(slip.view("reason").widget, "Đã gọi điện, bì còn ở bưu điện")
    slip.view("came_back").editor.set_value(True)
    press(slip.act_button, Qt.Key.Key_Space)
    counter.gone(FieldsDialog)
    assert where(office, copy_id(office, letters[2], 1)) == ("store", "")
    ui.receipts_view.selectRow(0)
    press(ui.outcome_button, Qt.Key.Key_Space)
    slip = counter.dialog(FieldsDialog)
    slip.view("outcome").editor.set_value(ParcelOutcome.SIGNED)
    type_text(slip.view("received_by").widget, "Phạm Văn Giả Định")
    press(slip.act_button, Qt.Key.Key_Space)
    counter.gone(FieldsDialog)
    assert [where(office, copy_id(office, letters[n], 1))[0] for n in (0, 1)] == ["away", "away"]
    assert rows(ui.receipts_view) == []


def test_lines_of_two_years_are_not_signed_in_one_act(
    letters: Letters, office: Office, clock: FakeClock, counter: Counter
) -> None:
    counter.give("đi 12.1", WHO)
    later(clock, 310)
    office.write(give_copies, [copy_id(office, letters[1], 1)], receiver=WHO).result()
    counter.page.refresh()
    counter.settle()
    press(counter.page.give_bar.numbers_edit, Qt.Key.Key_2, ALT)
    press(counter.page.ui.receipts_view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    counter.press(Qt.Key.Key_F6)
    assert "nhiều năm (2026, 2027)" in counter.said


def test_no_subject_stands_on_the_page_nor_in_a_story(held: str, counter: Counter) -> None:
    ui = counter.page.ui
    counter.page.show_holder(held)
    counter.settle()
    cells = [str(rows(view)) for view in (ui.overdue_view, ui.receipts_view, ui.holdings_view)]
    ui.holdings_view.setFocus()
    press(ui.holdings_view, Qt.Key.Key_Return)
    dialog = counter.dialog(StoryDialog)
    said = " ".join((*cells, words_of(counter.page), dialog.words, str(rows(dialog.view))))
    assert "Sổ đi 2026, số 12" in said
    assert "Diễn tập" not in said
    dialog.reject()


def test_the_standing_of_an_unsigned_copy_is_said_beside_its_line(
    letters: Letters, counter: Counter
) -> None:
    counter.give("đi 12.1", WHO)
    counter.page.show_holder(WHO)
    counter.settle()
    assert rows(counter.page.ui.holdings_view)[0][6] == "dòng 1/2026, chờ ký nhận"
    assert counter.page.ui.holders_model.index(0, 1).data() == "1 bản, 1 chờ ký"
    assert Standing.HANDED.label.endswith("chờ ký nhận")
    assert letters


def test_the_year_in_a_name_is_the_books(
    letters: Letters, office: Office, clock: FakeClock, counter: Counter
) -> None:
    later(clock, 310)
    counter.page.refresh()
    counter.settle()
    counter.give("đi 12/2026.1", WHO)
    assert counter.said.startswith("Đã giao 1 bản: dòng 1 Sổ chuyển giao năm 2027")
    assert date(2027, 1, 9) == TODAY + timedelta(days=310)
    assert where(office, copy_id(office, letters[0], 1)) == ("handed", WHO)


def test_copies_are_asked_back_by_a_day(
    held: str, office: Office, letters: Letters, counter: Counter
) -> None:
    counter.page.show_holder(held)
    counter.settle()
    ui = counter.page.ui
    press(ui.recall_button, Qt.Key.Key_Space)
    dialog = counter.dialog(FieldsDialog)
    type_text(dialog.view("reason").widget, "Kiểm kê")
    press(dialog.act_button, Qt.Key.Key_Space)
    assert dialog.view("due_on").wrong == "chưa ghi."
    dialog.view("due_on").editor.set_value(TODAY + timedelta(days=1))
    press(dialog.act_button, Qt.Key.Key_Space)
    counter.gone(FieldsDialog)
    now = story(office, copy_id(office, letters[0], 3)).now
    assert now.copy.due_on == TODAY + timedelta(days=1)
    assert rows(ui.holdings_view)[0][5] == "06/03/2026"


@pytest.mark.parametrize(("kind", "place"), [("overdue", 0), ("receipt", 1)])
def test_what_waits_on_today_opens_its_list(
    counter: Counter, window: MainWindow, kind: str, place: int
) -> None:
    counter.page.show_list(2)
    window.go("today")
    until(lambda: not window.jobs.is_busy, "Hôm nay")
    window.follow(Duty(cast("DutyKind", SimpleNamespace(value=kind))))
    assert window.ui.pages.currentWidget() is counter.page
    assert counter.page.ui.tabs.currentIndex() == place
    assert counter.page.ui.stack.currentIndex() == place
    counter.settle()


@pytest.mark.usefixtures("letters")
def test_of_what_is_to_go_today_only_what_is_ticked_goes_and_its_sheet_is_shown(
    office: Office, counter: Counter
) -> None:
    office.write(set_signing, "outgoing", year=2026, signing=Signing.RECEIPT_SHEET).result()
    counter.page.refresh()
    counter.press(Qt.Key.Key_4, ALT)
    listed = rows(counter.page.ui.day_view)
    assert len(listed) == 6
    assert listed[0][:2] == ("Gửi đi", "Sổ đi 2026, số 12")
    assert listed[0][-1] == "Công an xã Mẫu"
    assert "Kế hoạch diễn tập" not in str(listed)
    counter.press(Qt.Key.Key_Space)
    counter.press(Qt.Key.Key_F6)
    until(lambda: bool(counter.window.findChildren(PreviewWindow)), "the preview of the sheet")
    assert [line[1:3] for line in log(office)] == [("Công an xã Mẫu", 1)]
    assert len(office.read(waiting_handovers).result()) == 5  # the others go on waiting
    for each in counter.window.findChildren(PreviewWindow):
        each.close()


def test_the_days_after_which_a_receipt_is_missed_are_set_with_their_source(
    office: Office, counter: Counter
) -> None:
    assert "10 ngày" in counter.page.ui.days_label.text()
    counter.page.ui.days_button.click()
    dialog = counter.dialog(FieldsDialog)
    assert "10 ngày (mặc định). Nguồn: đề xuất của chương trình" in words_of(dialog)
    for wrong in (None, 400):  # nothing; out of 1 to 365
        dialog.set_values({"days": wrong})
        dialog.act_button.click()
        counter.settle()
        assert dialog.isVisible()
        assert dialog.view("days").wrong
    dialog.set_values({"days": 15})
    dialog.act_button.click()
    counter.gone(FieldsDialog)
    assert office.read(read_receipt_days).result() == ReceiptDays(15, is_proposed=False)
    assert "15 ngày" in counter.page.ui.days_label.text()
