"""The card of a line: what it says, and what can be done with it by its state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.actions import Action
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from bmnn_desktop.services.add_document import Registered
from bmnn_desktop.services.give_direction import list_directions
from bmnn_desktop.services.office import Office
from tests.gui.register.clerk import CTRL, SHIFT, Clerk, said
from tests.services.offices import print_out

Receive = Callable[..., Registered]
_SEALED: dict[str, object] = {
    "envelope": EnvelopeKind.SEALED,
    "addressee": "Chủ tịch Nguyễn Văn Mẫu",
    "doc_date": None,
    "doc_type": "",
    "subject": "",
    "level": None,
    "receiving_unit": "",
}
_SHORT: dict[str, object] = {
    "finding": Finding.SHORT,
    "remark": "Thiếu bản số 2",
    "copies_announced": 2,
    "copies_issued": 1,
}


def offered(clerk: Clerk) -> set[Action]:
    return {action for action, button in clerk.page.card.buttons.items() if button.isVisible()}


def test_a_sealed_line_is_opened_by_key_and_finished(incoming: Clerk, receive: Receive) -> None:
    receive(1, **_SEALED)
    incoming.open()
    assert "Còn nguyên bì. Chỉ người có tên được bóc: Chủ tịch Nguyễn Văn Mẫu." in incoming.card()
    assert incoming.page.model.index(0, 1).data() == "còn nguyên bì"
    incoming.press(Qt.Key.Key_O, CTRL)
    assert incoming.page.entry.title.text() == "Mở bì – số thứ tự 01 năm 2026"
    assert incoming.values["opened_by"] == "Chủ tịch Nguyễn Văn Mẫu"
    assert not incoming.editor("envelope").isEnabled()
    assert incoming.editor("doc_date").hasFocus()
    incoming.type("10/11", "Công văn", "V/v giả định", "c", "Phòng Kinh tế", "", "d")
    incoming.type_in("opened_by", "")
    incoming.save()
    assert "Chưa ghi." in incoming.notes()
    assert incoming.line().is_sealed
    incoming.type_in("opened_by", "Phó Chủ tịch Trần Thị Ví Dụ")
    incoming.save()
    line = incoming.line()
    assert not line.is_sealed
    assert line.envelope is not None
    assert line.envelope.opened_by == "Phó Chủ tịch Trần Thị Ví Dụ"
    assert (line.doc_date, line.level) == (date(2026, 11, 10), Level.MAT)
    assert "16/11/2026, Phó Chủ tịch Trần Thị Ví Dụ" in incoming.card()


def test_the_person_named_may_keep_the_content_out_of_the_book(
    incoming: Clerk, receive: Receive
) -> None:
    receive(1, **_SEALED)
    incoming.open()
    incoming.press(Qt.Key.Key_O, CTRL)
    incoming.press(Qt.Key.Key_K, CTRL | SHIFT)
    assert isinstance(incoming.dialog(), FieldsDialog)
    incoming.press(Qt.Key.Key_Return)
    incoming.settle()
    until(incoming.page.card.isVisible, "the card")
    line = incoming.line()
    assert not line.is_sealed
    assert "không đăng ký nội dung" in line.note
    assert Action.OPEN not in offered(incoming)


def test_a_sealed_envelope_is_not_opened_by_a_correction(incoming: Clerk, receive: Receive) -> None:
    receive(1, **_SEALED)
    incoming.open()
    incoming.press(Qt.Key.Key_E, CTRL)
    assert not incoming.editor("envelope").isEnabled()
    incoming.type_in("doc_number", "77/CV")
    incoming.save()
    incoming.type("ghi nhầm số ngoài bì")
    incoming.dialog().act_button.click()
    incoming.settle()
    assert (incoming.line().doc_number, incoming.line().is_sealed) == ("77/CV", True)


def test_the_rest_is_received_in_a_dialog_that_keeps_what_it_refuses(
    incoming: Clerk, receive: Receive
) -> None:
    receive(1, **_SHORT)
    incoming.open()
    assert "Nhận thiếu, chờ bổ sung: Thiếu bản số 2" in incoming.card()
    incoming.press(Qt.Key.Key_T, CTRL)
    dialog = incoming.dialog()
    assert isinstance(dialog, FieldsDialog)
    assert "Bì ghi 2 bản, đã nhận 1." in said(dialog)
    incoming.press(Qt.Key.Key_Return)  # nothing came: nothing to record
    incoming.settle()
    assert dialog.view("words").wrong == "chưa ghi."
    dialog.view("copies").widget.setFocus()
    incoming.type("1")
    incoming.press(Qt.Key.Key_Return)
    incoming.settle()
    line = incoming.line()
    assert line.copies_issued == 2
    assert line.comparison is not None
    assert not line.comparison.awaiting
    assert incoming.page.model.index(0, 1).data() == ""
    assert "thêm 1 bản (đủ ngày 16/11/2026)" in incoming.card()
    assert Action.REST not in offered(incoming)
    assert {Action.MINUTES, Action.LETTER} <= offered(incoming)


def test_a_direction_is_noted_and_later_done(
    incoming: Clerk, receive: Receive, office: Office
) -> None:
    document = receive(1).document_id
    incoming.open()
    incoming.press(Qt.Key.Key_Y, CTRL)
    dialog = incoming.dialog()
    incoming.settle()
    incoming.type("Chủ tịch Nguyễn Văn Mẫu")
    incoming.press(Qt.Key.Key_Return)
    incoming.settle()
    assert isinstance(dialog, FieldsDialog)
    assert dialog.view("assignee").wrong == "chưa ghi."
    assert dialog.view("leader").value() == "Chủ tịch Nguyễn Văn Mẫu"
    assert not office.read(list_directions, document).result()
    incoming.type("Phòng Kinh tế", "30/11", "Tham mưu")
    incoming.press(Qt.Key.Key_Return)
    incoming.settle()
    (direction,) = office.read(list_directions, document).result()
    assert (direction.assignee, direction.due_on) == ("Phòng Kinh tế", date(2026, 11, 30))
    assert "Chủ tịch Nguyễn Văn Mẫu giao Phòng Kinh tế, hạn 30/11/2026" in incoming.card()
    (done,) = incoming.page.card.findChildren(QPushButton, "done_button")
    done.setFocus()
    incoming.press(Qt.Key.Key_Space)
    incoming.settle()
    assert "Xong ngày 16/11/2026" in incoming.card()
    assert not incoming.page.card.findChildren(QPushButton, "done_button")[1:]


def test_a_printed_line_is_amended_by_a_line_of_its_own(
    incoming: Clerk, receive: Receive, office: Office, tmp_path: Path
) -> None:
    receive(1)
    print_out(office, tmp_path / "so.pdf", book="incoming")
    incoming.open()
    assert incoming.page.card.buttons[Action.CORRECT].text() == "Đính chính   Ctrl+E"
    incoming.press(Qt.Key.Key_E, CTRL)
    assert incoming.page.entry.title.text() == "Đính chính – số thứ tự 01 năm 2026"
    incoming.type_in("subject", "V/v giả định, nội dung đúng")
    incoming.save()
    dialog = incoming.dialog()
    assert isinstance(dialog, ReasonDialog)
    assert "Dòng đã in không thay đổi. Sổ có thêm một dòng đính chính" in said(dialog)
    incoming.type("ghi sai trích yếu")
    dialog.act_button.click()
    incoming.settle()
    assert incoming.line().subject == "V/v giả định, nội dung đúng"
    assert incoming.page.model.index(0, 1).data() == "đính chính"
    assert "đã in trên tờ số 01" in incoming.card()
    assert "Dòng đính chính" in incoming.card()
    assert "ghi sai trích yếu" in incoming.card()


def test_what_no_column_prints_needs_no_line_of_its_own(
    incoming: Clerk, receive: Receive, office: Office, tmp_path: Path
) -> None:
    receive(1)
    print_out(office, tmp_path / "so.pdf", book="incoming")
    incoming.open()
    incoming.press(Qt.Key.Key_E, CTRL)
    incoming.type_in("pages", "4")
    incoming.save()
    assert "không cần dòng đính chính" in said(incoming.dialog())
    incoming.type("đếm lại")
    incoming.dialog().act_button.click()
    incoming.settle()
    assert incoming.line().pages == 4
    assert incoming.page.model.index(0, 1).data() == ""


def test_a_line_in_the_wrong_book_moves_with_its_reason(
    incoming: Clerk, receive: Receive, window: MainWindow
) -> None:
    receive(1)
    incoming.open()
    incoming.press(Qt.Key.Key_M, CTRL)
    outgoing = Clerk(window, "outgoing")
    until(lambda: outgoing.page.entering.is_active, "the form")
    entry = outgoing.page.entry
    assert entry.title.text() == "Ghi lại vào sổ đi – số thứ tự 12 năm 2026"
    assert entry.lead.sentence == "Ghi xong thì số thứ tự 01 của Sổ đến được gạch bỏ."
    assert outgoing.values["subject"] == "V/v giả định số 1"
    assert outgoing.editor("signer").hasFocus()
    outgoing.type("Nguyễn Văn Mẫu", "Công an xã Mẫu")
    outgoing.save()
    dialog = outgoing.dialog()
    assert isinstance(dialog, ReasonDialog)
    dialog.act_button.click()
    assert dialog.notice.sentence == "Cần ghi lý do."
    assert not outgoing.lines()
    outgoing.type("văn bản do xã phát hành")
    dialog.act_button.click()
    outgoing.settle()
    line = outgoing.line()
    assert (line.seq_no, line.doc_number, line.copies_issued) == (12, "01/CV-UBND", 2)
    struck = incoming.line()
    assert struck.annulment is not None
    assert struck.annulment.reason == "văn bản do xã phát hành"
    assert outgoing.page.banner.number == "SỐ THỨ TỰ 12 · 01/CV-UBND"
    again = Clerk(window, "incoming")
    assert again.page.model.index(0, 1).data() == "gạch bỏ"


def test_a_struck_line_offers_nothing(incoming: Clerk, receive: Receive) -> None:
    receive(1, **_SHORT)
    incoming.open()
    incoming.press(Qt.Key.Key_G, CTRL)
    incoming.type("ghi trùng")
    incoming.dialog().act_button.click()
    incoming.settle()
    assert incoming.line().is_annulled
    assert not any(button.isEnabled() for button in incoming.page.card.buttons.values())
    incoming.press(Qt.Key.Key_E, CTRL)
    incoming.press(Qt.Key.Key_T, CTRL)
    assert not incoming.page.entering.is_active


@pytest.mark.parametrize(
    ("key", "kind"),
    [(Qt.Key.Key_B, "minutes"), (Qt.Key.Key_T, "letter"), (Qt.Key.Key_P, "direction")],
)
def test_papers_are_asked_for_by_key(
    incoming: Clerk, receive: Receive, key: Qt.Key, kind: str
) -> None:
    document = receive(1, **_SHORT).document_id
    incoming.open()
    wanted: list[tuple[str, int]] = []
    incoming.page.paper_wanted.connect(lambda paper, line: wanted.append((paper, line.id)))
    incoming.press(key, CTRL | SHIFT)
    assert wanted == [(kind, document)]


def test_an_outgoing_card_shows_who_gets_which_copy_and_how(
    outgoing: Clerk, add: Callable[..., int]
) -> None:
    add(1, recipients=("Công an xã Mẫu @bưu chính", "Đảng ủy xã Mẫu"), drafter="Lê Thị Tập Huấn")
    outgoing.open()
    told = outgoing.card()
    copies = outgoing.page.card.copies
    assert copies is not None
    assert [copies.model.index(row, 1).data() for row in range(3)] == [
        "Tại nơi lưu giữ\nTheo sổ: Công an xã Mẫu · bưu chính",
        "Tại nơi lưu giữ\nTheo sổ: Đảng ủy xã Mẫu",
        "Tại nơi lưu giữ\nTheo sổ: Văn phòng (bản lưu)",
    ]
    assert "Lê Thị Tập Huấn" in told
    with_copies = {Action.COPY, Action.MISSING, Action.TAKE_OUT, Action.PROVIDE}
    assert offered(outgoing) == {Action.CORRECT, Action.ANNUL, Action.MOVE} | with_copies


def test_words_of_a_letter_are_never_read_as_markup(incoming: Clerk, receive: Receive) -> None:
    receive(1, subject="<b>đậm</b>")
    incoming.open()
    assert "<b>đậm</b>" in incoming.card()
