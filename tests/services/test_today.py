"""Hôm nay: the line of truth of both books and what must be done; never a subject."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.direction import NewDirection
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.create_backup import create_backup
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.drafts import save_draft
from bmnn_desktop.services.duties import DutyKind
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.give_direction import finish_direction, give_direction
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_envelope import keep_content_closed
from bmnn_desktop.services.print_book import print_book
from bmnn_desktop.services.recall_copies import remind_holders
from bmnn_desktop.services.receive_rest import receive_rest
from bmnn_desktop.services.return_copies import return_copies
from bmnn_desktop.services.sign_lines import sign_lines
from bmnn_desktop.services.today import Today, look_at_today
from bmnn_desktop.services.today_words import duty_words, truth_words
from bmnn_desktop.services.waiting_receipts import set_receipt_days
from tests.services.moving import copy_id
from tests.services.offices import FakeClock, add, document, print_out
from tests.services.received import (
    MAIL,
    SEALED,
    SECRET,
    blank_sheet,
    put_on_paper,
    receive,
    sign,
)


def today(office: Office, limit: int = 7) -> Today:
    return office.read(look_at_today, limit).result()


def must(office: Office, kind: DutyKind | None = None) -> list[str]:
    found = today(office)
    return [
        " – ".join(part for part in duty_words(one, found.date) if part)
        for one in found.duties.must
        if kind is None or one.kind is kind
    ]


def go_on(clock: FakeClock, days: int) -> None:
    clock.moment += timedelta(days=days)


def direct(office: Office, seq_no: int, due_on: date | None) -> int:
    new = NewDirection("Chủ tịch", "Nguyễn Văn A", due_on)
    return office.write(give_direction, year=2026, seq_no=seq_no, new=new).result()


# ── the line of truth ────────────────────────────────────────────────────────────────────────


def test_the_line_of_truth_speaks_of_both_books(office: Office) -> None:
    for _number in range(3):
        receive(office)
    one, two = add(office), add(office)
    sheet = put_on_paper(office, one.document_id, state="open")
    put_on_paper(office, two.document_id)
    sign(office, one.document_id, sheet)
    blank_sheet(office, 2)
    assert truth_words(today(office)) == (
        "Sổ đến 2026, quyển 01: đến số 03 · Sổ đi 2026, quyển 01: đến số 02, tờ 1 đã có 1 dòng · "
        "3 dòng chưa in · 1 dòng chưa ký nhận · còn 1 tờ dự phòng in sẵn · "
        "chưa có bản sao lưu nào được kiểm tra"
    )


def test_an_empty_vault_has_nothing_to_print_and_nothing_to_do(office: Office) -> None:
    assert truth_words(today(office)) == (
        "Sổ đến 2026, quyển 01: chưa có số nào · Sổ đi 2026, quyển 01: chưa có số nào · "
        "chưa có bản sao lưu nào được kiểm tra"
    )
    assert today(office).duties.must == ()


def test_a_line_is_signed_for_when_every_receiver_has_signed(office: Office) -> None:
    one = add(office).document_id  # two receivers
    sheet = put_on_paper(office, one)
    assert today(office).unsigned == 1

    def one_signs(desk: WritingDesk) -> None:
        with desk.journal.write("test.sign") as act:
            act.insert(
                "receipt",
                document_id=one,
                recipient_id=1,
                sheet_id=sheet,
                signed_on="2026-03-05",
                in_use=1,
            )

    office.write(one_signs).result()
    assert today(office).unsigned == 1
    sign(office, one, sheet)
    assert today(office).unsigned == 0


def test_what_is_not_on_paper_is_not_unsigned_and_a_struck_line_never(office: Office) -> None:
    add(office)
    two = add(office)
    assert today(office).unsigned == 0
    office.write(annul_document, "outgoing", year=2026, seq_no=2, reason="ghi trùng").result()
    put_on_paper(office, two.document_id)
    assert today(office).unsigned == 0


def test_today_without_a_code_on_paper_is_said_until_something_is_printed(
    office: Office, clock: FakeClock, tmp_path: Path
) -> None:
    assert not today(office).lacks_code  # nothing was registered
    add(office)
    assert "hôm nay chưa có mã trên giấy" in truth_words(today(office))
    print_out(office, tmp_path / "so.pdf")
    assert not today(office).lacks_code
    go_on(clock, 1)
    assert not today(office).lacks_code
    add(office)
    assert today(office).lacks_code


def test_the_age_of_the_backup_is_told_in_days(
    office: Office, clock: FakeClock, tmp_path: Path
) -> None:
    medium = tmp_path / "medium"
    medium.mkdir()
    add(office)
    office.write(create_backup, medium).result()
    go_on(clock, 5)
    assert truth_words(today(office)).endswith("sao lưu đã kiểm tra: 5 ngày trước")
    assert must(office, DutyKind.BACKUP) == []
    go_on(clock, 2)
    assert must(office, DutyKind.BACKUP) == [
        "Sao lưu ra USB và đọc lại để kiểm tra – bản cũ 7 ngày"
    ]


# ── what must be done ────────────────────────────────────────────────────────────────────────


def test_a_direction_overdue_names_number_level_issuer_who_and_days(
    office: Office, clock: FakeClock
) -> None:
    receive(office)
    row = direct(office, 1, date(2026, 3, 6))
    assert must(office, DutyKind.DIRECTION) == []
    assert [one.kind for one in today(office).duties.soon] == [DutyKind.DIRECTION]
    go_on(clock, 1)
    line = "Sổ đến 2026 số 01 (Tối mật, Công an tỉnh Giả Định): Nguyễn Văn A xử lý"
    assert must(office, DutyKind.DIRECTION) == [f"{line} – hạn hôm nay"]
    go_on(clock, 3)
    assert must(office, DutyKind.DIRECTION) == [f"{line} – quá hạn 3 ngày"]
    office.write(finish_direction, row).result()
    assert must(office, DutyKind.DIRECTION) == []


def test_a_direction_beyond_thirty_days_waits_and_one_without_a_day_is_to_know(
    office: Office,
) -> None:
    receive(office)
    direct(office, 1, date(2026, 4, 5))  # 31 days
    direct(office, 1, None)
    found = today(office).duties
    assert found.soon == ()
    kinds = {one.kind: one.count for one in found.to_know}
    assert kinds[DutyKind.DIRECTIONS_WITHOUT_DAY] == 1


def test_a_direction_on_a_struck_line_is_nobodys_duty(office: Office) -> None:
    receive(office)
    direct(office, 1, date(2026, 3, 1))
    office.write(annul_document, "incoming", year=2026, seq_no=1, reason="ghi trùng").result()
    assert must(office, DutyKind.DIRECTION) == []


def test_what_came_short_waits_until_the_rest_comes(office: Office) -> None:
    receive(office, finding=Finding.SHORT, remark="thiếu 1", copies_announced=2, copies_issued=1)
    assert must(office, DutyKind.REST) == [
        "Sổ đến 2026 số 01 (Tối mật, Công an tỉnh Giả Định): nhận thiếu, chờ bổ sung – từ hôm nay"
    ]
    office.write(receive_rest, year=2026, seq_no=1, copies=1, words="").result()
    assert must(office, DutyKind.REST) == []


def test_a_closed_envelope_becomes_a_duty_after_a_day(office: Office, clock: FakeClock) -> None:
    receive(office, SEALED, arrival_date=date(2026, 3, 5))
    assert must(office, DutyKind.SEALED) == []
    assert [one.kind for one in today(office).duties.soon] == [DutyKind.SEALED]
    go_on(clock, 1)
    (told,) = must(office, DutyKind.SEALED)
    assert told == (
        "Sổ đến 2026 số 01 (Công an tỉnh Giả Định): bì còn nguyên gửi Chủ tịch UBND xã Mẫu, chưa "
        "ghi nội dung – từ hôm qua"
    )
    office.write(keep_content_closed, year=2026, seq_no=1, opened_by="Chủ tịch").result()
    assert must(office, DutyKind.SEALED) == []


def test_lines_unsigned_for_days_are_one_duty_a_book(office: Office, clock: FakeClock) -> None:
    first, second = add(office), add(office)
    put_on_paper(office, first.document_id, second.document_id)
    go_on(clock, 2)
    assert must(office, DutyKind.UNSIGNED) == []
    go_on(clock, 1)
    assert must(office, DutyKind.UNSIGNED) == [
        "Sổ đi 2026: 2 dòng chưa ký nhận, lâu nhất là số 01 – từ 3 ngày trước"
    ]


def test_a_print_that_nobody_answered_stands_first(office: Office, tmp_path: Path) -> None:
    receive(office)
    direct(office, 1, date(2026, 3, 1))
    add(office)
    office.write(print_book, "outgoing", year=2026, out=tmp_path / "so.pdf").result()
    assert [one.kind for one in today(office).duties.must][:2] == [
        DutyKind.PRINT,
        DutyKind.DIRECTION,
    ]
    assert must(office, DutyKind.PRINT) == [
        "Sổ đi 2026, in cả quyển: chưa trả lời tờ in có tốt không – từ hôm nay"
    ]


def test_what_was_to_be_back_stands_first_with_its_holder(
    office: Office, clock: FakeClock, tmp_path: Path
) -> None:
    line = add(office)
    copies = [copy_id(office, line, number) for number in (1, 2, 3)]
    by = date(2026, 3, 7)
    office.write(give_copies, copies[:2], receiver="Nguyễn Văn A", due_on=by).result()
    office.write(give_copies, copies[2:], receiver="Trần Thị B", occasion="Họp").result()
    office.write(print_book, "outgoing", year=2026, out=tmp_path / "so.pdf").result()
    assert must(office, DutyKind.OVERDUE) == []
    go_on(clock, 4)  # 09/03/2026
    found = today(office).duties
    assert [one.kind for one in found.must][:3] == [
        DutyKind.OVERDUE,
        DutyKind.OVERDUE,
        DutyKind.PRINT,
    ]
    assert must(office, DutyKind.OVERDUE) == [
        "Sổ đi 2026 số 01 (Tối mật): Trần Thị B chưa trả – quá hạn 4 ngày",
        "Sổ đi 2026 số 01 (Tối mật): Nguyễn Văn A chưa trả – quá hạn 2 ngày",
    ]
    office.write(sign_lines, year=2026, numbers=(1, 2)).result()
    office.write(return_copies, copies).result()
    assert must(office, DutyKind.OVERDUE) == []


def test_receipts_that_do_not_come_back_are_one_duty(office: Office, clock: FakeClock) -> None:
    line = add(office)
    ones = [copy_id(office, line, number) for number in (1, 2)]
    for copy, who in zip(ones, ("Công an xã Mẫu", "Phòng Thí Dụ"), strict=True):
        office.write(give_copies, (copy,), receiver=who).result()
    go_on(clock, 9)
    assert must(office, DutyKind.RECEIPT) == []
    go_on(clock, 1)
    (words,) = must(office, DutyKind.RECEIPT)
    assert words.startswith("2 bản giao, gửi chưa có ký nhận, lâu nhất là Công an xã Mẫu, ")
    assert words.endswith("Sổ đi 2026 số 01 – đã 10 ngày")
    office.write(sign_lines, year=2026, numbers=(1,)).result()
    assert must(office, DutyKind.RECEIPT)[0].startswith("1 bản")
    office.write(set_receipt_days, 11).result()
    assert must(office, DutyKind.RECEIPT) == []
    office.write(set_receipt_days, 10).result()
    go_on(clock, 1)
    office.write(remind_holders, ones[1:]).result()
    (words,) = must(office, DutyKind.RECEIPT)  # still counted from the hand-over
    assert words.endswith("– đã 11 ngày")


def test_a_draft_left_behind_is_a_duty(office: Office) -> None:
    office.write(save_draft, "register.incoming", {"doc_type": "Công văn"}).result()
    assert must(office, DutyKind.DRAFT) == [
        "Sổ đến: một biểu nhập gõ dở, chưa ghi vào sổ – từ hôm nay"
    ]


def test_last_years_volumes_and_this_years_missing_books_are_duties(
    office: Office, clock: FakeClock
) -> None:
    clock.moment = datetime(2026, 12, 20, 2, tzinfo=UTC)
    assert must(office) == []
    assert [one.kind for one in today(office).duties.soon] == [DutyKind.NEW_YEAR]
    clock.moment = datetime(2027, 1, 2, 2, tzinfo=UTC)
    assert must(office) == [
        "Sổ đến 2027 chưa mở – chuyển năm",
        "Sổ đi 2027 chưa mở – chuyển năm",
        "Sổ đến 2026, quyển 01 chưa khóa sổ – chuyển năm",
        "Sổ đi 2026, quyển 01 chưa khóa sổ – chuyển năm",
    ]


def test_at_most_seven_are_shown_and_the_others_are_counted(
    office: Office, clock: FakeClock
) -> None:
    for number in range(1, 12):
        receive(office)
        direct(office, number, date(2026, 3, 1))
    receive(office, finding=Finding.SHORT, remark="thiếu", copies_announced=2, copies_issued=1)
    go_on(clock, 1)
    found = today(office).duties
    assert len(found.must) == 7
    assert found.must_count == 13  # and the backup
    assert {one.kind for one in found.must} == {DutyKind.DIRECTION}
    assert len(today(office, 100).duties.must) == 13


@pytest.mark.parametrize("limit", [7, 100])
def test_no_subject_is_ever_said(office: Office, clock: FakeClock, limit: int) -> None:
    for number in range(1, 10):
        receive(office)
        direct(office, number, date(2026, 3, 6))
    office.write(add_document, "outgoing", document(subject=SECRET)).result()
    receive(office, MAIL, finding=Finding.SHORT, remark=SECRET, copies_announced=2, copies_issued=1)
    go_on(clock, 9)
    assert SECRET not in repr(today(office, limit))


def test_an_unanswered_print_may_be_of_any_kind_of_paper(office: Office) -> None:
    received = receive(office)

    def draw(desk: WritingDesk) -> None:
        with desk.journal.write("test.minutes") as act:
            act.insert(
                "print_run",
                volume_id=None,
                document_id=received.document_id,
                kind="minutes",
                printed_at="2026-03-05T01:00:00.000Z",
                reprint_no=0,
                state="asked",
            )

    office.write(draw).result()
    assert must(office, DutyKind.PRINT) == [
        (
            "Sổ đến 2026, biên bản kiểm tra bì, tài liệu: chưa trả lời tờ in có tốt không"
            " – từ hôm nay"
        )
    ]
