"""Chưa tìm thấy by one key; journeys and requests from the card; what is open on one page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QPushButton

from bmnn_desktop.domain.custody import Standing
from bmnn_desktop.domain.incident import IncidentOutcome, NewIncident
from bmnn_desktop.domain.removal import RemovalKind
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.events.copies_dialog import CopiesDialog
from bmnn_desktop.gui.events.missing_dialog import MissingDialog
from bmnn_desktop.gui.events.page import EventsPage
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.subject import Subject
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog
from bmnn_desktop.services.duties import DutyKind
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_incident import open_incident
from bmnn_desktop.services.today import look_at_today
from tests.gui.register.clerk import CTRL, SHIFT, Clerk, said
from tests.printing.reading import texts
from tests.services.events import copies_of, ids_of, let_permit, standings
from tests.services.paper import receive


@pytest.fixture
def document(add: Callable[..., int]) -> int:
    return add(pages=4, annexes=0)


@pytest.fixture
def clerk(window: MainWindow, document: int) -> Clerk:
    made = Clerk(window, "outgoing")
    made.open()
    assert made.page.card.document is not None
    assert made.page.card.document.id == document
    return made


def dialog_of(clerk: Clerk) -> CopiesDialog:
    until(
        lambda: any(one.isVisible() for one in clerk.window.findChildren(CopiesDialog)),
        "the dialog",
    )
    dialog = clerk.dialog()
    assert isinstance(dialog, CopiesDialog)
    return dialog


def tick(dialog: CopiesDialog, *copies: int) -> None:
    for copy in copies:
        box = dialog.choice.findChild(QCheckBox, f"copy_{copy}_box")
        assert box is not None
        box.click()


def events_of(clerk: Clerk) -> EventsPage:
    page = clerk.window.ui.pages.currentWidget()
    assert isinstance(page, EventsPage)
    until(lambda: not page.jobs.is_busy, "what is open")
    return page


def act(clerk: Clerk, dialog: CopiesDialog) -> None:
    dialog.act_button.click()
    until(lambda: not clerk.window.findChildren(CopiesDialog) or not dialog.isVisible(), "the act")


def press_button(page: EventsPage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    assert button.isVisible()
    button.click()


def type_in(dialog: CopiesDialog, name: str, text: str) -> None:
    dialog.view(name).editor.set_value(text)


def test_one_key_reports_and_freezes_and_the_case_ends_when_it_is_found(
    clerk: Clerk, office: Office, document: int
) -> None:
    first, second, _third = ids_of(office, document)
    clerk.press(Qt.Key.Key_F12)
    dialog = dialog_of(clerk)
    assert "mất" not in dialog.act_button.text()
    assert dialog.view("discoverer").value() == "Lê Thị Tập Huấn"
    tick(dialog, first)
    until(lambda: bool(dialog.view("last_seen").value()), "what is known")
    known = str(dialog.view("last_seen").value())
    assert "Bản số 01 của số 12 sổ đi 2026: Tại nơi lưu giữ" in known
    assert "Bản số 02" in known
    act(clerk, dialog)
    page = events_of(clerk)
    until(lambda: len(page.model.rows) == 1, "the case")
    assert standings(office, document)[:2] == [Standing.NOT_FOUND, Standing.STORE]
    assert "Đã mở vụ việc số 1 năm 2026" in said(page)
    assert "chưa làm: báo cáo đột xuất" in page.model.rows[0].state
    today = office.read(look_at_today).result().duties.must
    assert [duty.is_red for duty in today if duty.kind is DutyKind.INCIDENT_STEP] == [True]
    press_button(page, "note_button")
    dialog = dialog_of(clerk)
    dialog.view("kind").editor.set_value(dialog.view("kind").field.choices[0][0])
    type_in(dialog, "words", "Báo cáo số 9/BC-UBND")
    act(clerk, dialog)
    until(lambda: "✓" in page.details.text(), "the step")
    press_button(page, "close_button")
    dialog = dialog_of(clerk)
    assert dialog.choice.isHidden()  # nothing to tick before somebody says it is lost
    dialog.view("outcome").editor.set_value(IncidentOutcome.FOUND)
    type_in(dialog, "conclusion", "Kẹp nhầm trong cặp khác")
    type_in(dialog, "place", "Tủ sắt số 1")
    act(clerk, dialog)
    until(lambda: not page.model.rows, "nothing open")
    place = copies_of(office, document)[0]
    assert (place.standing, place.place) == (Standing.STORE, "Tủ sắt số 1")
    assert second != first


def test_what_somebody_typed_is_not_overwritten(
    clerk: Clerk, office: Office, document: int
) -> None:
    first, second, _third = ids_of(office, document)
    clerk.press(Qt.Key.Key_F12)
    dialog = dialog_of(clerk)
    tick(dialog, first)
    until(lambda: bool(dialog.view("last_seen").value()), "what is known")
    type_in(dialog, "last_seen", "Thấy hôm qua ở bàn họp")
    tick(dialog, second)
    clerk.settle()
    assert dialog.view("last_seen").value() == "Thấy hôm qua ở bàn họp"


def test_of_a_single_copy_the_key_and_enter_are_enough(window: MainWindow, office: Office) -> None:
    received = receive(office).document_id
    clerk = Clerk(window, "incoming")
    clerk.open()
    clerk.press(Qt.Key.Key_F12)
    dialog = dialog_of(clerk)
    until(lambda: bool(dialog.view("last_seen").value()), "what is known")
    clerk.press(Qt.Key.Key_Return)
    until(lambda: standings(office, received) == [Standing.NOT_FOUND], "the copy to be frozen")
    until(lambda: isinstance(clerk.window.ui.pages.currentWidget(), EventsPage), "the page")
    page = events_of(clerk)
    until(lambda: len(page.model.rows) == 1, "the case")


def test_a_request_for_abroad_with_all_fields_missing_still_fits_the_screen(
    clerk: Clerk, office: Office, document: int
) -> None:
    clerk.press(Qt.Key.Key_M, CTRL | SHIFT)
    dialog = dialog_of(clerk)
    dialog.view("kind").editor.set_value(RemovalKind.ABROAD)
    tick(dialog, ids_of(office, document)[0])
    dialog.act_button.click()
    until(lambda: "Chưa ghi hoặc ghi sai:" in said(dialog), "the refusal")
    assert "biện pháp bảo vệ" in said(dialog)
    assert dialog.height() <= 700


def test_nothing_is_sent_without_a_copy(clerk: Clerk, office: Office, document: int) -> None:
    clerk.press(Qt.Key.Key_F12)
    dialog = dialog_of(clerk)
    dialog.act_button.click()
    assert "Chưa chọn bản nào." in said(dialog)
    assert standings(office, document) == [Standing.STORE] * 3


def test_some_of_the_frozen_are_lost(clerk: Clerk, office: Office, document: int) -> None:
    first, second, _third = ids_of(office, document)
    clerk.press(Qt.Key.Key_F12)
    dialog = dialog_of(clerk)
    tick(dialog, first, second)
    act(clerk, dialog)
    page = events_of(clerk)
    until(lambda: len(page.model.rows) == 1, "the case")
    press_button(page, "close_button")
    dialog = dialog_of(clerk)
    dialog.view("outcome").editor.set_value(IncidentOutcome.LOST)
    assert not dialog.choice.isHidden()
    tick(dialog, second)
    dialog.act_button.click()
    until(lambda: "Chưa ghi." in said(dialog), "the missing conclusion")
    type_in(dialog, "conclusion", "Kết luận số 3 của Chủ tịch")
    act(clerk, dialog)
    until(lambda: not page.model.rows, "nothing open")
    assert standings(office, document)[:2] == [Standing.STORE, Standing.LOST]


def test_a_journey_is_told_on_the_card_and_ends_on_the_page(
    clerk: Clerk, office: Office, document: int
) -> None:
    first, *_rest = ids_of(office, document)
    clerk.press(Qt.Key.Key_M, CTRL | SHIFT)
    dialog = dialog_of(clerk)
    assert "chưa đối chiếu" in said(dialog)  # that no permission is asked within the country
    assert dialog.view("protection").widget.isHidden()
    dialog.view("kind").editor.set_value(RemovalKind.ABROAD)
    assert not dialog.view("protection").widget.isHidden()
    assert "khoản 2 Điều 14" in said(dialog)
    dialog.view("kind").editor.set_value(RemovalKind.COUNTRY)
    tick(dialog, first)
    type_in(dialog, "taker", "Trần Công Tác")
    type_in(dialog, "purpose", "Họp giả định")
    dialog.act_button.click()
    until(lambda: "không phải ngày có thật" in said(dialog).lower(), "the refusal")
    dialog.view("due_on").editor.set_value(office.day.today())
    act(clerk, dialog)
    page = events_of(clerk)
    until(lambda: len(page.model.rows) == 1, "the journey")
    assert standings(office, document)[0] is Standing.TAKEN_OUT
    press_button(page, "bring_back_button")
    dialog = dialog_of(clerk)
    pages = dialog.choice.findChild(QLineEdit, f"copy_{first}_box_pages")
    assert pages is not None
    dialog.act_button.click()
    until(lambda: "chưa đếm số trang" in said(dialog), "the refusal")
    pages.setText("4")
    act(clerk, dialog)
    until(lambda: not page.model.rows, "nothing out")
    assert standings(office, document)[0] is Standing.STORE


def test_a_request_is_decided_and_given(clerk: Clerk, office: Office, document: int) -> None:
    let_permit(office, "Chủ tịch UBND xã", "TOI_MAT")
    clerk.press(Qt.Key.Key_D, CTRL | SHIFT)
    dialog = dialog_of(clerk)
    dialog.view("kind").editor.set_value(dialog.view("kind").field.choices[0][0])
    for name, text in (
        ("asker", "Sở Thí Dụ"),
        ("representative", "Phạm Đại Diện"),
        ("request", "45/ĐN-STD"),
        ("what", "Kế hoạch giả định"),
        ("purpose", "Phối hợp"),
    ):
        type_in(dialog, name, text)
    dialog.view("commitment").editor.set_value(True)
    act(clerk, dialog)
    page = events_of(clerk)
    until(lambda: len(page.model.rows) == 1, "the request")
    press_button(page, "decide_button")
    dialog = dialog_of(clerk)
    dialog.view("granted").editor.set_value(True)
    type_in(dialog, "decider", "Nguyễn Văn Mẫu")
    type_in(dialog, "decider_post", "Nhân viên")
    dialog.act_button.click()
    until(lambda: "K876" in said(dialog), "the refusal")
    type_in(dialog, "decider_post", "Chủ tịch UBND xã")
    act(clerk, dialog)
    until(lambda: page.model.rows[0].state == "Đồng ý, chưa cung cấp", "the decision")
    press_button(page, "give_button")
    dialog = dialog_of(clerk)
    tick(dialog, ids_of(office, document)[0])
    act(clerk, dialog)
    until(lambda: not page.model.rows, "nothing open")
    assert standings(office, document)[0] is Standing.SENT
    page.all_box.setChecked(True)
    until(lambda: len(page.model.rows) == 1, "what is done")
    assert page.model.rows[0].state == "Đã cung cấp"


def test_the_report_opens_as_a_preview(clerk: Clerk, office: Office, document: int) -> None:
    clerk.press(Qt.Key.Key_F12)
    dialog = dialog_of(clerk)
    tick(dialog, ids_of(office, document)[0])
    edit = dialog.view("last_seen").widget
    assert isinstance(edit, QPlainTextEdit)
    act(clerk, dialog)
    page = events_of(clerk)
    until(lambda: len(page.model.rows) == 1, "the case")
    asked: list[Subject] = []
    page.preview_wanted.connect(asked.append)
    press_button(page, "incident_report_button")
    assert [subject.title for subject in asked] == ["Báo cáo đột xuất"]
    until(lambda: not clerk.window.jobs.is_busy, "the pages")


def test_each_issuer_of_a_case_has_its_letter_in_a_menu(
    window: MainWindow, office: Office, tmp_path: Path
) -> None:
    one = receive(office).document_id
    other = receive(office, issuer="Sở Giả Định & Mẫu", doc_number="13/SM-VP").document_id
    both = (*ids_of(office, one), *ids_of(office, other))
    office.write(open_incident, both, NewIncident("08:30", "Trần Thị Thử")).result()
    page = window.go("events")
    assert isinstance(page, EventsPage)
    until(lambda: len(page.model.rows) == 1, "the case")
    asked: list[Subject] = []
    page.preview_wanted.connect(asked.append)
    press_button(page, "incident_notice_button")
    assert asked == []  # nothing is shown before it is said to whom
    actions = page.issuers_menu.actions()
    assert [action.text() for action in actions] == ["Sở Thí Dụ", "Sở Giả Định && Mẫu"]
    actions[1].trigger()
    until(lambda: len(asked) == 1 and not window.jobs.is_busy, "the letter")
    out = tmp_path / "letter.pdf"
    percents: list[int] = []
    assert asked[0].print_to is not None
    asked[0].print_to(out, percents.append).result()
    letter = " ".join(" ".join(texts(out.read_bytes())).split())
    assert "Sở Giả Định & Mẫu" in letter
    assert "13/SM-VP" in letter
    assert "12/SM-VP" not in letter  # none reads of another's papers


def test_whom_to_call_is_set_on_the_page_and_stands_where_a_copy_is_missed(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F12)
    dialog = dialog_of(clerk)
    assert isinstance(dialog, MissingDialog)
    until(lambda: "Chưa ghi gọi ai" in dialog.phone_label.text(), "whom to call")
    dialog.reject()
    page = EventsPage(clerk.window.office, clerk.window.lock)
    page.contacts_button.click()
    until(lambda: bool(page.findChildren(FieldsDialog)), "the dialog")
    asked = page.findChildren(FieldsDialog)[0]
    asked.set_values({"whom": "Công an tỉnh Mẫu", "phone": "Công an xã Mẫu, máy 0000"})
    asked.act_button.click()
    until(lambda: "Đã ghi báo cho ai" in page.notice.sentence, "the setting")
    clerk.press(Qt.Key.Key_F12)
    again = dialog_of(clerk)
    assert isinstance(again, MissingDialog)
    until(lambda: again.phone_label.text() == "Gọi ngay: Công an xã Mẫu, máy 0000", "the phone")
    again.reject()
    page.stop()
    page.deleteLater()
