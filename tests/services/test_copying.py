"""Sao, chụp: asked for, permitted by the right, made with numbers, and every refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bmnn_desktop.domain import action
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.domain.authority import AuthorityStatus
from bmnn_desktop.domain.copy_order import CopyForm, OrderState, Permission
from bmnn_desktop.domain.custody import Origin, Standing, Step
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import (
    CopiesMade,
    CopyingForbidden,
    CopyLevelUnknown,
    CopyOrderMissing,
    CopyOrderSettled,
    DocumentAnnulled,
    DocumentMissing,
    FieldsWrong,
    MoreThanPermitted,
    NoAuthority,
    NothingChanged,
    NothingToCopyFrom,
    ReasonMissing,
    RecipientsUnnumbered,
)
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.authorities import list_authorities, save_authority
from bmnn_desktop.services.copy_steps import Leaves, take_step
from bmnn_desktop.services.correct_document import correct_document
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.inspection import open_inspection
from bmnn_desktop.services.list_copy_orders import list_copy_orders, orders_of_document
from bmnn_desktop.services.list_entries import EntryQuery, list_entries
from bmnn_desktop.services.mark_signed import mark_signed
from bmnn_desktop.services.move_document import move_document
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.permit_copying import refuse_copying
from bmnn_desktop.services.print_receipt_sheet import print_receipt_sheet
from bmnn_desktop.services.show_document import show_document
from bmnn_desktop.services.sign_places import unsigned_places
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import copies
from tests.services.copying import (
    CHAIRMAN,
    MAKING,
    PERMISSION,
    REQUEST,
    copies_of,
    enter,
    make,
    permit,
    request,
    shown,
)
from tests.services.inspecting import NEW, looks
from tests.services.offices import FakeClock, add, document, entries
from tests.services.paper import INCOMING, Desktop, receive

FIRST = 1  # the row of the first document
CITED = "Điều 11 Luật 117/2025/QH15"


def last_action(office: Office) -> str:
    return office.read(list_entries, EntryQuery()).result().rows[0].action


def steal_all(desk: WritingDesk, document: int, step: Step) -> None:
    """Move every copy of a document by one step."""
    with desk.journal.write("custody.give") as act:
        found = copies.of_document(act.rows, document)
        take_step(act, found, step, desk.today(), Leaves(holder="Ai đó"), today=desk.today())


def test_an_order_goes_its_way_and_deals_numbers(office: Office) -> None:
    receive(office)
    order = request(office)
    assert shown(office, order).state is OrderState.REQUESTED
    assert [one.id for one in office.read(list_copy_orders).result()] == [order]
    permit(office, order, permitted=4, delegation="Quyết định 12/QĐ-UBND")
    permitted = shown(office, order)
    assert (permitted.state, permitted.basis) == (OrderState.PERMITTED, CITED)
    done = make(office, order)
    assert (done.year, done.seq_no, done.first_copy, done.last_copy) == (2026, 1, 1, 3)
    made = shown(office, order)
    assert (made.state, made.numbers, made.is_late) == (OrderState.MADE, "01–03", False)
    assert [(copy.copy_no, copy.meant_for) for copy in made.copies] == [
        (1, "Phòng Thí Dụ"),
        (2, "Đảng ủy xã Mẫu"),
        (3, ""),
    ]
    born = copies_of(office, FIRST)[1:]
    assert {copy.origin for copy in born} == {Origin.MADE}
    assert {copy.standing for copy in born} == {Standing.STORE}
    assert born[0].number == "Bản sao số 01"
    assert office.read(list_copy_orders).result() == ()
    assert [one.id for one in office.read(list_copy_orders, 2026).result()] == [order]
    assert office.write(verify_vault).result() is not None


def test_numbers_run_on_per_document_and_lines_per_year(office: Office) -> None:
    receive(office)
    receive(office, doc_number="13/SM-VP")
    assert (enter(office).first_copy, enter(office).first_copy) == (1, 4)
    other = enter(office, seq_no=2)
    assert (other.seq_no, other.first_copy) == (3, 1)
    found = office.read(orders_of_document, "incoming", year=2026, seq_no=1).result()
    assert [(one.seq_no, one.numbers) for one in found] == [(1, "01–03"), (2, "04–06")]


def test_a_job_entered_afterwards_is_listed(office: Office, clock: FakeClock) -> None:
    receive(office)
    clock.moment = datetime(2026, 3, 9, 1, 30, tzinfo=UTC)
    done = enter(office, made=replace(MAKING, made_on=date(2026, 3, 6)))
    order = shown(office, done.order)
    assert (order.made_on, order.entered_on) == (date(2026, 3, 6), date(2026, 3, 9))
    assert (order.requested_on, order.permitted_on) == (date(2026, 3, 6), date(2026, 3, 6))
    assert order.is_late
    assert last_action(office) == "copy.make_late"
    assert action.grade("copy.make_late") is Grade.LISTED
    enter(office)
    assert last_action(office) == "copy.make"


def test_spare_and_spoiled_ones_are_destroyed_at_once_with_day_and_person(office: Office) -> None:
    receive(office)
    order = request(office)
    permit(office, order)
    with pytest.raises(FieldsWrong) as refusal:
        make(office, order, spare=1)
    assert [wrong.field for wrong in refusal.value.errors] == ["destroyed_by"]
    with pytest.raises(FieldsWrong, match="trước ngày sao, chụp"):
        make(office, order, spare=1, destroyed_by="A", destroyed_on=date(2026, 3, 4))
    make(office, order, spare=1, spoiled=2, destroyed_by="Trần Thị Thử")
    found = shown(office, order)
    assert (found.spare, found.spoiled, found.destroyed_on) == (1, 2, date(2026, 3, 5))
    assert len(found.copies) == 3


def test_who_may_permit_depends_on_the_level(office: Office) -> None:
    add(office)  # Tối mật
    order = request(office, "outgoing")
    head = "Trưởng phòng thuộc Ủy ban nhân dân cấp xã"
    before = entries(office)
    with pytest.raises(NoAuthority, match="chức vụ này chỉ đến độ Mật"):
        permit(office, order, post=head)
    with pytest.raises(NoAuthority, match="không có trong danh sách"):
        permit(office, order, post="Chuyên viên")
    assert entries(office) == before
    permit(office, order, post="chu tich uy ban nhan dan cap xa")  # typed without marks
    receive(office)  # Mật: whoever may permit Tối mật may permit it too
    for post in (head, CHAIRMAN):
        permit(office, request(office), post=post)
    secret = add(office, level=Level.TUYET_MAT, subject="")
    top = request(office, "outgoing", secret.seq_no)
    with pytest.raises(NoAuthority, match="độ Tuyệt mật"):
        permit(office, top)
    permit(office, top, post="Chủ tịch Ủy ban nhân dân cấp tỉnh")
    assert "theo luật cũ, chưa xác nhận" in shown(office, top).basis


def test_a_deputy_needs_no_paper_but_is_told_unconfirmed(office: Office) -> None:
    add(office)
    order = request(office, "outgoing")
    permit(office, order, post="Phó Chủ tịch Ủy ban nhân dân cấp xã")
    assert "theo dự thảo, chưa xác nhận" in shown(office, order).basis


def test_a_unit_adds_its_own_posts(office: Office) -> None:
    secret = add(office, level=Level.TUYET_MAT, subject="")
    order = request(office, "outgoing", secret.seq_no)
    post, basis = "Chỉ huy trưởng Giả Định", "Thông tư giả định số 01"
    with pytest.raises(NoAuthority):
        permit(office, order, post=post)
    with pytest.raises(FieldsWrong) as refusal:
        office.write(save_authority, post, Level.TUYET_MAT, " ").result()
    assert [wrong.field for wrong in refusal.value.errors] == ["citation"]
    office.write(save_authority, post, Level.TUYET_MAT, basis).result()
    assert action.grade(last_action(office)) is Grade.LISTED
    with pytest.raises(NothingChanged):
        office.write(save_authority, post, Level.TUYET_MAT, basis).result()
    permit(office, order, post=post)
    assert shown(office, order).basis == f"{basis} (do đơn vị tự ghi)"
    own = [
        each
        for each in office.read(list_authorities).result().posts
        if each.status is AuthorityStatus.OWN
    ]
    assert [(each.post, each.level) for each in own] == [(post, Level.TUYET_MAT)]
    office.write(save_authority, post, Level.TUYET_MAT, basis, in_use=False).result()
    assert not office.read(list_authorities).result().of_post(post)
    with pytest.raises(NoAuthority):  # the right is looked at when the copies are made, too
        make(office, order)


def test_days_follow_each_other(office: Office) -> None:
    receive(office)
    with pytest.raises(FieldsWrong, match="chưa đến ngày này"):
        request(office, requested_on=date(2026, 3, 6))
    order = request(office, requested_on=date(2026, 3, 3))
    with pytest.raises(FieldsWrong, match="trước ngày đề nghị"):
        permit(office, order, permitted_on=date(2026, 3, 2))
    permit(office, order, permitted_on=date(2026, 3, 4))  # by telephone, entered the day after
    assert last_action(office) == "copy.permit_late"
    assert action.grade("copy.permit_late") is Grade.LISTED
    with pytest.raises(FieldsWrong, match="trước ngày cho phép"):
        make(office, order, made_on=date(2026, 3, 3))
    with pytest.raises(FieldsWrong, match="chưa đến ngày này"):
        make(office, order, made_on=date(2026, 3, 6))
    make(office, order, made_on=date(2026, 3, 4))
    assert last_action(office) == "copy.make_late"


def test_no_more_than_permitted_and_no_receiver_without_a_number(office: Office) -> None:
    receive(office)
    order = request(office)
    permit(office, order, permitted=2)
    before = entries(office)
    with pytest.raises(MoreThanPermitted, match="2 bản, không ghi được 3 bản"):
        make(office, order)
    with pytest.raises(RecipientsUnnumbered, match="2 nơi nhận nhưng chỉ 1 bản"):
        make(office, order, made=1)
    assert entries(office) == before
    assert shown(office, order).copies == ()


def test_steps_in_the_wrong_order_are_refused(office: Office) -> None:
    receive(office)
    order = request(office)
    with pytest.raises(CopyOrderSettled, match="chờ cho phép"):
        make(office, order)
    permit(office, order)
    with pytest.raises(CopyOrderSettled, match="đã cho phép"):
        permit(office, order)
    make(office, order)
    with pytest.raises(CopyOrderSettled, match="số 1 năm 2026"):
        make(office, order)
    with pytest.raises(CopyOrderSettled):
        office.write(refuse_copying, order, PERMISSION, "Không cần").result()
    for missing in (order + 1, 999):
        with pytest.raises(CopyOrderMissing):
            permit(office, missing)


def test_a_refusal_needs_a_reason_and_ends_the_order(office: Office) -> None:
    receive(office)
    order = request(office)
    with pytest.raises(ReasonMissing):
        office.write(refuse_copying, order, PERMISSION, " ").result()
    by = Permission(permitter="Nguyễn Văn Mẫu", post="")
    office.write(refuse_copying, order, by, "Không cần thiết").result()
    found = shown(office, order)
    assert (found.state, found.refusal) == (OrderState.REFUSED, "Không cần thiết")
    with pytest.raises(CopyOrderSettled, match="không được phép"):
        permit(office, order)
    assert office.read(list_copy_orders).result() == ()


def test_what_is_not_copied_is_refused_with_its_reason(office: Office) -> None:
    forbidden = add(office, copying_allowed=False)
    with pytest.raises(CopyingForbidden, match="không được phép sao, chụp"):
        request(office, "outgoing", forbidden.seq_no)
    sealed = receive(
        office,
        envelope=EnvelopeKind.SEALED,
        addressee="Chủ tịch",
        doc_date=None,
        doc_type="",
        subject="",
        level=None,
    )
    with pytest.raises(CopyLevelUnknown, match="mở bì"):
        request(office, seq_no=sealed.seq_no)
    struck = add(office)
    office.write(annul_document, "outgoing", year=2026, seq_no=2, reason="Ghi trùng").result()
    with pytest.raises(DocumentAnnulled):
        request(office, "outgoing", struck.seq_no)
    with pytest.raises(DocumentMissing):
        request(office, "outgoing", 99)


def test_there_must_be_a_copy_to_copy_from(office: Office) -> None:
    receive(office)
    order = request(office)
    permit(office, order)
    office.write(steal_all, FIRST, Step.MISS).result()
    for step in (lambda: request(office), lambda: make(office, order)):
        with pytest.raises(NothingToCopyFrom, match="Bản số 01: Chưa tìm thấy"):
            step()


def test_an_extract_says_which_part(office: Office) -> None:
    receive(office)
    with pytest.raises(FieldsWrong) as refusal:
        request(office, form=CopyForm.TRICH_SAO, requester="")
    assert [wrong.field for wrong in refusal.value.errors] == ["requester", "extract"]
    request(office, form=CopyForm.TRICH_SAO, extract="Mục II")
    with pytest.raises(FieldsWrong, match="Số bản đề nghị"):
        request(office, wanted=0)


def test_one_step_entry_writes_all_or_nothing(office: Office) -> None:
    receive(office)
    before = entries(office)
    with pytest.raises(MoreThanPermitted):
        enter(office, new=replace(REQUEST, wanted=2))
    assert entries(office) == before
    assert office.read(list_copy_orders).result() == ()
    enter(office)
    assert entries(office) == before + 1


def test_the_registers_own_copies_are_not_mixed_with_made_ones(office: Office) -> None:
    document = receive(office).document_id
    before = office.read(show_document, document).result().copies
    enter(office)
    assert office.read(show_document, document).result().copies == before


def test_a_line_of_which_copies_were_made_is_not_struck(office: Office) -> None:
    receive(office)
    enter(office)
    before = entries(office)
    with pytest.raises(CopiesMade, match="bản sao số 01–03, số 01 Sổ sao, chụp năm 2026"):
        office.write(annul_document, "incoming", year=2026, seq_no=1, reason="Ghi trùng").result()
    with pytest.raises(CopiesMade):
        office.write(
            move_document,
            "incoming",
            year=2026,
            seq_no=1,
            into="outgoing",
            new=document(),
            reason="Nhầm sổ",
        ).result()
    assert entries(office) == before


def test_an_inspector_sees_orders_and_each_look_is_written(office: Office) -> None:
    receive(office)
    receive(office, doc_number="13/SM-VP")
    enter(office)
    order = enter(office, seq_no=2).order
    office.write(open_inspection, NEW).result()
    office.read(list_copy_orders, 2026).result()
    office.read(orders_of_document, "incoming", year=2026, seq_no=1).result()
    shown(office, order)
    assert looks(office) == [
        ("register", "Sổ sao, chụp 2026"),
        ("document", "Sổ đến 2026, số 01"),
        ("document", "Sổ đến 2026, số 02"),
    ]


def test_a_made_copys_signature_outlives_a_corrected_receiver(
    office: Office, desktop: Desktop
) -> None:
    line = receive(office)
    enter(office)
    printed = office.write(print_receipt_sheet, out=desktop.out()).result()
    desktop.answer(printed)
    office.write(mark_signed, "transfer", year=2026, sheet=1).result()
    held = {copy.holder for copy in copies_of(office, line.document_id) if copy.holder}
    assert held == {"Phòng Thí Dụ", "Đảng ủy xã Mẫu"}
    office.write(
        correct_document,
        "incoming",
        year=2026,
        seq_no=1,
        new=replace(INCOMING, receiving_unit="Văn phòng"),
        reason="ghi nhầm",
    ).result()
    assert office.read(unsigned_places).result() == ()
