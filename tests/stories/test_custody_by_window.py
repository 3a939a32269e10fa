"""Hand-overs of a commune through the window: a Monday, a clerk who leaves, one person alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from bmnn_desktop.domain.custody import Step
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.custody.return_dialog import ReturnDialog
from bmnn_desktop.gui.demo import custody, ink
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog
from bmnn_desktop.gui.year.close_dialog import CloseDialog
from bmnn_desktop.gui.year.volumes_page import VolumesPage
from bmnn_desktop.services.add_document import Registered, add_document
from bmnn_desktop.services.copy_steps import chosen, take_step
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.holdings import holdings_of, list_holders, overdue_copies
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.services.waiting_acts import look_at_waiting_acts
from tests.gui.custody.counter import rows
from tests.printing.reading import texts
from tests.services.moving import copy_id, story, where
from tests.stories.conftest import Room

MONDAY = date(2026, 11, 16)
FIRST, SECOND, THIRD = custody.OFFICIALS


@pytest.fixture
def letters(room: Room) -> tuple[Registered, ...]:
    """Have three letters of four pages in the safe, số 12 to 14 sổ đi."""
    return tuple(
        room.window.office.write(
            add_document,
            "outgoing",
            NewDocument(
                doc_number=f"{number}/KH-UBND",
                doc_date=MONDAY,
                doc_type="Kế hoạch",
                subject="nội dung không được hiện",
                level=Level.MAT,
                signer="Nguyễn Văn Mẫu",
                recipients=("Đảng ủy xã Mẫu",),
                holding_unit="Văn phòng",
                pages=4,
            ),
        ).result()
        for number in (12, 13, 14)
    )


def test_a_monday_of_three_hand_overs_and_a_late_return(
    room: Room, letters: tuple[Registered, ...]
) -> None:
    window, office = room.window, room.window.office
    for number, who in zip((12, 13, 14), custody.OFFICIALS, strict=True):
        custody.give(window, f"đi {number}.2", who)
    press(window, Qt.Key.Key_F5)
    ink.print_preview(window, room.camera, "to-ky-nhan")
    (sheet,) = (room.home / "prints").glob("transfer-*.pdf")
    printed = " ".join(texts(sheet.read_bytes()))
    assert all(who in " ".join(printed.split()) for who in custody.OFFICIALS)
    custody.sign_all(window)
    assert [one.name for one in office.read(list_holders).result().rows] == sorted(
        (*custody.OFFICIALS,)
    )

    # She is asked for it back by Wednesday, and comes on Friday with a page missing.
    page = custody.page_of(window)
    page.show_holder(FIRST)
    custody.settle(page)
    press(page.ui.recall_button, Qt.Key.Key_Space)
    asked = custody.dialog_of(window, FieldsDialog)
    asked.view("due_on").editor.set_value(MONDAY + timedelta(days=2))
    type_text(asked.view("reason").widget, "Kiểm kê cuối tháng")
    press(asked.act_button, Qt.Key.Key_Space)
    until(lambda: "Đã yêu cầu trả 1 bản" in page.ui.notice.sentence, "the recall")
    custody.settle(page)
    room.clock.moment += timedelta(days=4)
    page = custody.page_of(window)
    assert page.ui.tabs.tabText(0).startswith("Quá hạn trả (1)")
    (late,) = rows(page.ui.overdue_view)
    assert (late[4], late[5], late[6]) == (FIRST, "18/11/2026", "2 ngày")
    dialog = custody.take_back(window, FIRST, "3")
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: "đếm được 3 trang" in dialog.notice.sentence, "the refusal")
    copy = copy_id(office, letters[0], 2)
    type_text(dialog.counts_of(copy)[2], "Thiếu trang 4, trả muộn 2 ngày")
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: not custody.dialogs(window, ReturnDialog), "the return")
    custody.settle(page)
    assert where(office, copy) == ("store", "")
    assert office.read(overdue_copies).result().rows == ()
    steps = [line.step for line in story(office, copy).chain]
    assert steps == [Step.GIVE, Step.SIGN, Step.RECALL, Step.RETURN]
    assert office.write(verify_vault).result().ok is None


def test_a_clerk_leaves_and_all_he_holds_goes_to_another(
    room: Room, letters: tuple[Registered, ...]
) -> None:
    window, office = room.window, room.window.office
    custody.give(window, "đi 12.2, 13.2, 14.1-2", FIRST)
    custody.sign_all(window)
    page = custody.page_of(window)
    page.show_holder(FIRST)
    custody.settle(page)
    press(page.ui.list_button, Qt.Key.Key_Space)
    ink.print_preview(window, room.camera, "danh-muc-dang-giu")
    (listed,) = (room.home / "prints").glob("dang-giu-*.pdf")
    words = " ".join(" ".join(texts(listed.read_bytes())).split())
    numbers = [words.count(f"{number}/KH-") for number in (12, 13, 14)]
    assert numbers == [1, 1, 2], words
    press(page.ui.pass_button, Qt.Key.Key_Space)
    dialog = custody.dialog_of(window, FieldsDialog)
    type_text(dialog.view("receiver").widget, SECOND)
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: "Đã giao hết" in page.ui.notice.sentence, "the hand-over")
    custody.settle(page)
    assert office.read(holdings_of, FIRST).result().rows == ()
    custody.sign_all(window)
    held = office.read(holdings_of, SECOND).result().rows
    assert [(one.about.seq_no, one.copy.copy_no) for one in held] == [
        *((12, 2), (13, 2), (14, 1), (14, 2))
    ]
    chain = story(office, copy_id(office, letters[0], 2)).chain
    assert [(line.step, line.holder) for line in chain] == [
        *((Step.GIVE, FIRST), (Step.SIGN, FIRST), (Step.GIVE, SECOND), (Step.SIGN, SECOND))
    ]


def test_one_person_alone_hands_over_without_a_second_signature(
    room: Room, letters: tuple[Registered, ...]
) -> None:
    window, office = room.window, room.window.office
    custody.give(window, "đi 12.2", FIRST)
    custody.sign_all(window)
    dialog = custody.take_back(window, FIRST, "4")
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: not custody.dialogs(window, ReturnDialog), "the return")
    custody.settle(custody.page_of(window))
    assert office.read(look_at_waiting_acts).result().acts == ()

    # One copy cannot be found: the volume closes all the same, and that waits for the chairman.
    def miss(desk: WritingDesk) -> None:
        with desk.journal.write("test.miss") as act:
            some = chosen(act.rows, (copy_id_of_13,))
            take_step(act, some, Step.MISS, desk.today(), today=desk.today())

    copy_id_of_13 = copy_id(office, letters[1], 2)
    office.write(miss).result()
    page = window.go("volumes")
    assert isinstance(page, VolumesPage)
    until(lambda: not page.jobs.is_busy, "the volumes")
    books = [state.volume.book for state in page.model.rows]
    page.view.selectRow(books.index("outgoing"))
    press(page.close_button, Qt.Key.Key_Space)
    closing = custody.dialog_of(window, CloseDialog)
    assert "1 bản chưa tìm thấy" in " ".join(
        label.text() for label in closing.findChildren(type(closing.say("")))
    )
    type_text(closing.discrepancy_edit, "Bản số 02 của số 13 chưa tìm thấy, đã báo cáo")
    press(closing.act_button, Qt.Key.Key_Space)
    until(lambda: not custody.dialogs(window, CloseDialog), "the volume to close")
    until(lambda: not page.jobs.is_busy, "the volumes")
    (waiting,) = office.read(look_at_waiting_acts).result().acts
    assert "sổ đi 2026" in waiting.sentence.lower()
