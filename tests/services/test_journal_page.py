"""Nhật ký thao tác: what is listed, what an entry tells, what waits."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from bmnn_desktop.domain.direction import NewDirection
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import DocumentMissing, EntryMissing
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.correct_document import amend_document, correct_document
from bmnn_desktop.services.give_direction import give_direction
from bmnn_desktop.services.list_entries import (
    EntryQuery,
    list_entries,
    list_entry_numbers,
    list_signatories,
)
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.show_entry import EntryCard, show_entry
from bmnn_desktop.services.spoil_sheet import spoil_sheet
from bmnn_desktop.services.waiting_acts import count_waiting_acts, look_at_waiting_acts
from tests.services.offices import FakeClock, add, document, entries
from tests.services.paper import Desktop, receive


def numbers(office: Office, **wanted: object) -> list[int]:
    query = EntryQuery(**wanted)  # type: ignore[arg-type]
    return list(office.read(list_entry_numbers, query).result())


def words(office: Office, **wanted: object) -> list[str]:
    query = EntryQuery(**wanted)  # type: ignore[arg-type]
    return [row.words for row in office.read(list_entries, query).result().rows]


def card(office: Office, seq: int) -> EntryCard:
    return office.read(show_entry, seq).result()


def changes(shown: EntryCard) -> dict[str, tuple[str, str]]:
    return {value.label: (value.old, value.new) for row in shown.changes for value in row.values}


def test_every_entry_is_listed_newest_first(desktop: Desktop, office: Office) -> None:
    add(office)
    receive(office)
    desktop.go_on()
    last = entries(office)
    assert numbers(office) == list(range(last, 0, -1))
    told = words(office)
    assert told[0] == "Trả lời sau khi in: in tiếp, quyển 01 sổ đi 2026"
    assert "Đăng ký: số 01 sổ đến 2026" in told
    assert told[-1] == "Lập kho sổ: UBND xã Mẫu"


def test_pages_follow_each_other_without_gap(office: Office) -> None:
    for _document in range(7):
        add(office)
    whole = numbers(office)
    first = office.read(list_entries, EntryQuery(), limit=3).result()
    second = office.read(list_entries, EntryQuery(), before=first.rows[-1].seq, limit=3).result()
    assert [row.seq for row in (*first.rows, *second.rows)] == whole[:6]
    assert first.more
    assert not office.read(list_entries, EntryQuery(), limit=len(whole)).result().more


def test_filters_by_act_person_and_day(office: Office, clock: FakeClock) -> None:
    add(office)
    before = entries(office)
    clock.moment += timedelta(days=40)
    late = add(office).entry
    assert numbers(office, action="document.add") == [late, before]
    assert numbers(office, first=date(2026, 4, 1)) == [late]
    assert numbers(office, last=date(2026, 4, 1))[0] == before
    (person,) = office.read(list_signatories).result()
    assert numbers(office, person=person.id) == numbers(office)
    assert numbers(office, person=person.id + 1) == []


def test_a_day_begins_at_midnight_in_viet_nam(office: Office, clock: FakeClock) -> None:
    clock.moment = clock.moment.replace(day=6, hour=16, minute=59, second=50)  # 23:59:5x there
    seq = add(office).entry
    assert seq in numbers(office, first=date(2026, 3, 6), last=date(2026, 3, 6))
    assert seq not in numbers(office, first=date(2026, 3, 7))


def test_a_document_brings_all_that_hangs_on_it(desktop: Desktop, office: Office) -> None:
    receive(office)
    added = entries(office)
    add(office)
    new = NewDirection("Chủ tịch", "Công an xã", date(2026, 3, 20), "Tham mưu")
    office.write(give_direction, year=2026, seq_no=1, new=new).result()
    directed = entries(office)
    desktop.go_on("incoming")
    found = numbers(office, book="incoming", year=2026, number=1)
    assert found[-1] == added
    assert directed in found
    assert "In sổ: in tiếp, quyển 01 sổ đến 2026" in words(office, book="incoming", number=1)
    assert added + 1 not in found  # the other book's line
    with pytest.raises(DocumentMissing):
        numbers(office, book="incoming", year=2026, number=99)


def test_an_entry_shows_old_and_new_side_by_side(office: Office) -> None:
    add(office)
    new = document(signer="Lê Văn Giả Định", level=Level.MAT)
    office.write(
        correct_document, "outgoing", year=2026, seq_no=1, new=new, reason="sai người ký"
    ).result()
    shown = card(office, entries(office))
    assert shown.line.name == "Trần Thị Thử"
    assert shown.line.reason == "sai người ký"
    assert shown.kind_label == "có hiệu lực ngay"
    assert changes(shown) == {
        "Người ký": ("Nguyễn Văn Mẫu", "Lê Văn Giả Định"),
        "Độ mật": ("Tối mật", "Mật"),
    }
    (row,) = shown.changes
    assert (row.title, row.is_new) == ("Dòng của sổ: số 01 sổ đi 2026", False)


def test_a_new_line_shows_what_was_written(office: Office) -> None:
    seq = add(office).entry
    shown = card(office, seq)
    assert shown.changes[0].is_new
    assert changes(shown)["Trích yếu nội dung"] == ("", "Diễn tập khu vực phòng thủ giả định")
    with pytest.raises(EntryMissing):
        card(office, seq + 1)


def test_no_subject_of_what_became_top_secret_is_shown(desktop: Desktop, office: Office) -> None:
    seq = add(office, subject="nội dung nay không được hiện").entry
    desktop.go_on()
    printed = entries(office) - 1
    new = document(level=Level.TUYET_MAT, subject="")
    office.write(
        amend_document, "outgoing", year=2026, seq_no=1, new=new, reason="nâng độ mật"
    ).result()
    amended = entries(office)
    for each in (seq, printed, amended):
        told = str(card(office, each))
        assert "nội dung nay" not in told
    assert changes(card(office, amended))["Trích yếu nội dung"][0].startswith("(không hiện")
    assert card(office, amended).line.words == (
        "Đính chính độ mật số 01 sổ đi 2026 từ Tối mật thành Tuyệt mật"
    )


def test_a_print_of_many_lines_shows_the_first_rows(desktop: Desktop, office: Office) -> None:
    for _document in range(40):
        add(office)
    desktop.go_on()
    shown = card(office, entries(office) - 1)
    assert shown.line.words == "In sổ: in tiếp, quyển 01 sổ đi 2026"
    assert shown.rows_left == 0 or len(shown.changes) <= 60


def test_what_waits_is_told_in_one_sentence_and_red_after_45_days(
    desktop: Desktop, office: Office, clock: FakeClock
) -> None:
    for _document in range(3):
        add(office)
    desktop.go_on()
    assert office.read(look_at_waiting_acts).result().acts == ()
    office.write(annul_document, "outgoing", year=2026, seq_no=2, reason="ghi trùng").result()
    clock.moment += timedelta(days=45)
    office.write(spoil_sheet, "outgoing", year=2026, sheet=1, reason="đổ cà phê").result()
    waiting = office.read(look_at_waiting_acts).result()
    assert [act.sentence for act in waiting.acts] == [
        "Gạch bỏ số 02 sổ đi 2026 sau khi in, ngày 05/03/2026; lý do: ghi trùng",
        "Ghi tờ số 1 sổ đi 2026 là tờ hỏng, ngày 19/04/2026; lý do: đổ cà phê",
    ]
    assert [act.is_red for act in waiting.acts] == [False, False]
    clock.moment += timedelta(days=1)
    waiting = office.read(look_at_waiting_acts).result()
    assert [(act.days, act.is_red) for act in waiting.acts] == [(46, True), (1, False)]
    count = office.read(lambda desk: count_waiting_acts(desk.rows)).result()
    assert (count.count, count.proposals, count.since) == (2, 0, date(2026, 3, 5))
    assert all(a.seq < b.seq for a, b in pairwise(waiting.acts))
