"""Copies come back, are asked back, are put elsewhere, and leave for good."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from bmnn_desktop.domain.custody import Origin
from bmnn_desktop.errors import (
    CountDiffers,
    FieldsWrong,
    NotReceived,
    ReasonMissing,
    StepImpossible,
)
from bmnn_desktop.services.birth_of_copy import insert_copy
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.copy_story import document_custody
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.holdings import holdings_of, list_holders, overdue_copies
from bmnn_desktop.services.let_go import archive_copies, give_back_copies
from bmnn_desktop.services.mark_signed import mark_signed, take_back_mark
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.place_copies import place_copies
from bmnn_desktop.services.recall_copies import recall_copies, remind_holders
from bmnn_desktop.services.return_copies import Counted, Returned, return_copies
from bmnn_desktop.services.sign_lines import sign_lines
from bmnn_desktop.services.sign_places import unsigned_places
from bmnn_desktop.store import documents, holdings, waiting
from tests.services.moving import DAY, copy_id, log, story, where
from tests.services.offices import FakeClock, add, entries
from tests.services.paper import Desktop, receive

WHO = "Nguyễn Văn Thí Dụ"


def hold(office: Office, *copies: int, who: str = WHO, due_on: date | None = None) -> None:
    """Let somebody have copies and sign for them."""
    done = office.write(give_copies, copies, receiver=who, due_on=due_on).result()
    office.write(sign_lines, year=2026, numbers=done.lines).result()


def bring_back(office: Office, *copies: int, **said: Any) -> Returned:  # noqa: ANN401
    return office.write(return_copies, copies, **said).result()


def test_a_line_ends_when_the_last_of_its_copies_is_back(office: Office) -> None:
    line = add(office)
    ids = [copy_id(office, line, number) for number in (1, 2)]
    hold(office, *ids)
    bring_back(office, ids[0], place="Tủ số 2")
    assert log(office) == [(1, WHO, 2, None, "")]
    now = story(office, ids[0]).now.copy
    assert (now.standing.value, now.place, now.holder) == ("store", "Tủ số 2", "")
    bring_back(office, ids[1])
    assert log(office) == [(1, WHO, 2, "2026-03-05", "returned")]
    with pytest.raises(StepImpossible, match="Tại nơi lưu giữ, Tủ số 2"):
        bring_back(office, ids[0])


def test_a_count_that_differs_is_said_and_kept(office: Office) -> None:
    line = receive(office, pages=10, annexes=2)
    copy = copy_id(office, line, 1)
    hold(office, copy)
    before = entries(office)
    short = {copy: Counted(pages=9, annexes=2)}
    with pytest.raises(CountDiffers) as caught:
        bring_back(office, copy, counted=short)
    assert "đếm được 9 trang, sổ ghi 10 trang" in str(caught.value)
    assert (entries(office), where(office, copy)) == (before, ("held", WHO))
    done = bring_back(office, copy, counted=short, remark="thiếu trang 7, đã lập biên bản")
    said = "đếm được 9 trang, sổ ghi 10 trang"
    assert done.differences == (f"Bản số 01 của số 01 sổ đến 2026: {said}",)
    last = story(office, copy).chain[-1]
    assert (last.pages, last.annexes) == (9, 2)
    assert last.remark == f"Đ{said[1:]}: thiếu trang 7, đã lập biên bản"
    hold(office, copy)
    assert bring_back(office, copy, counted={copy: Counted(10, 2)}).differences == ()


def test_a_recall_sets_a_day_and_who_is_late_stands_first(office: Office, clock: FakeClock) -> None:
    line = add(office)
    ids = [copy_id(office, line, number) for number in (1, 2, 3)]
    hold(office, ids[0], due_on=DAY + timedelta(days=3))
    hold(office, ids[1], who="Trần Thị Ví Dụ")

    def recall(*copies: int, reason: str = "nơi ban hành yêu cầu", **said: Any) -> int:  # noqa: ANN401
        asked: dict[str, Any] = {"due_on": DAY + timedelta(days=1), **said}
        return office.write(recall_copies, copies, reason=reason, **asked).result()

    with pytest.raises(ReasonMissing):
        recall(ids[1], reason="")
    with pytest.raises(StepImpossible):
        recall(ids[2])  # it is here
    with pytest.raises(FieldsWrong):
        recall(ids[1], due_on=DAY - timedelta(days=1))
    recall(ids[1])
    handed = story(office, ids[1]).now.handed
    assert handed is not None
    assert handed.due_on == DAY + timedelta(days=1)
    clock.moment += timedelta(days=1)
    assert office.read(overdue_copies).result().rows == ()  # it is the last day
    assert office.read(list_holders).result().rows[0].overdue == 0
    clock.moment += timedelta(days=4)
    page = office.read(overdue_copies, limit=1).result()
    assert ([each.copy.id for each in page.rows], page.more) == ([ids[1]], True)
    rest = office.read(overdue_copies, after=page.rows[0]).result()
    assert [(each.copy.id, each.days_late(DAY + timedelta(days=5))) for each in rest.rows] == [
        (ids[0], 2)
    ]
    office.write(remind_holders, (ids[1],), remark="gọi điện").result()
    office.write(remind_holders, (ids[0], ids[1])).result()
    rows = office.read(overdue_copies).result().rows
    assert [each.reminders for each in rows] == [2, 1]
    asked = clock.moment
    clock.moment -= timedelta(days=1)
    with pytest.raises(FieldsWrong, match="trước ngày 10/03/2026, khi đã ghi “Nhắc trả”"):
        bring_back(office, ids[1])
    clock.moment = asked
    bring_back(office, *ids[:2])
    assert office.read(overdue_copies).result().rows == ()


def test_asking_and_looking_move_nothing_and_a_mark_taken_back_waits_from_the_hand_over(
    desktop: Desktop, office: Office, clock: FakeClock
) -> None:
    line = add(office)
    copy = copy_id(office, line, 1)
    office.write(give_copies, (copy,), receiver=WHO).result()
    desktop.go_on("transfer")
    (unsigned,) = office.read(unsigned_places).result()

    def since() -> date | None:
        return story(office, copy).now.copy.since

    later = DAY + timedelta(days=3)
    clock.moment += timedelta(days=3)
    office.write(remind_holders, (copy,)).result()
    assert (since(), story(office, copy).chain[-1].on) == (DAY, later)
    office.write(mark_signed, "transfer", year=2026, sheet=1, on=later).result()
    assert since() == later
    mistake: dict[str, Any] = {"place": unsigned.place.key, "reason": "đánh dấu nhầm"}
    office.write(take_back_mark, "transfer", year=2026, sheet=1, **mistake).result()
    assert since() == DAY
    office.write(mark_signed, "transfer", year=2026, sheet=1, on=later).result()
    clock.moment += timedelta(days=2)
    recall: dict[str, Any] = {"due_on": later + timedelta(days=9), "reason": "hết việc"}
    office.write(recall_copies, (copy,), **recall).result()
    assert (since(), story(office, copy).chain[-1].on) == (later, later + timedelta(days=2))


def test_who_holds_how_many(office: Office, clock: FakeClock) -> None:
    line, other = add(office), receive(office)
    ids = [copy_id(office, line, number) for number in (1, 2)]
    more = copy_id(office, other, 1)
    hold(office, ids[0], more, due_on=DAY)
    office.write(give_copies, (ids[1],), receiver=WHO).result()
    clock.moment += timedelta(days=1)
    page = office.read(list_holders).result()
    assert [(each.name, each.copies, each.waiting, each.overdue) for each in page.rows] == [
        (WHO, 3, 1, 2)
    ]
    assert office.read(list_holders, after=WHO).result().rows == ()
    assert office.read(list_holders, outside=True).result().rows == ()
    held = office.read(holdings_of, WHO).result().rows
    assert [(each.copy.number, each.about.book, each.signed_on) for each in held] == [
        ("Bản số 01", "outgoing", DAY),
        ("Bản số 02", "outgoing", None),
        ("Bản số 01", "incoming", DAY),
    ]
    first = office.read(holdings_of, WHO, limit=2).result()
    assert first.more
    rest = office.read(holdings_of, WHO, after=first.rows[-1]).result()
    assert [each.copy.id for each in rest.rows] == [more]
    assert office.read(holdings_of, "Không có ai").result().rows == ()


def test_a_signature_in_the_registers_own_line_counts_as_one(
    desktop: Desktop, office: Office
) -> None:
    receive(office)
    desktop.go_on("incoming")
    office.write(mark_signed, "incoming", year=2026, sheet=1).result()
    (held,) = office.read(holdings_of, "Phòng Thí Dụ").result().rows
    assert (held.handed, held.signed_on) == (None, DAY)


def test_a_document_shows_all_its_copies(office: Office) -> None:
    line = add(office)
    copy = copy_id(office, line, 2)
    hold(office, copy)
    every = office.read(document_custody, story(office, copy).now.about.id).result()
    assert [(each.copy.number, each.copy.words) for each in every] == [
        ("Bản số 01", "Tại nơi lưu giữ"),
        ("Bản số 02", f"Đang giữ: {WHO}"),
        ("Bản số 03", "Tại nơi lưu giữ"),
    ]


def test_a_copy_is_put_elsewhere(office: Office) -> None:
    copy = copy_id(office, add(office), 3)
    office.write(place_copies, (copy,), place=" Tủ  số 1 ").result()
    assert story(office, copy).now.copy.words == "Tại nơi lưu giữ, Tủ số 1"
    with pytest.raises(FieldsWrong):
        office.write(place_copies, (copy,), place="").result()
    hold(office, copy)
    with pytest.raises(StepImpossible):
        office.write(place_copies, (copy,), place="Tủ số 1").result()


def test_what_came_goes_back_to_its_issuer_with_a_line_to_sign(
    desktop: Desktop, office: Office
) -> None:
    mine, theirs = copy_id(office, add(office), 1), copy_id(office, receive(office), 1)
    with pytest.raises(NotReceived, match="Bản số 01 của số 01 sổ đi 2026"):
        office.write(give_back_copies, (theirs, mine)).result()
    done = office.write(give_back_copies, (theirs,)).result()
    assert where(office, theirs) == ("returned", "Sở Thí Dụ")
    assert done.lines == (1,)
    desktop.go_on("transfer")
    assert office.write(mark_signed, "transfer", year=2026, sheet=1).result().signed == 1
    assert where(office, theirs) == ("returned", "Sở Thí Dụ")
    with pytest.raises(StepImpossible, match="không còn thuộc sổ"):
        hold(office, theirs)


def test_of_what_lay_in_the_safe_the_register_tells_where_it_came_from(office: Office) -> None:
    mine, theirs = add(office), receive(office)

    def enter(desk: WritingDesk) -> list[int]:
        with desk.journal.write("stock.enter") as act:
            lines = [
                documents.by_number(act.rows, line.book, line.year, line.seq_no)
                for line in (mine, theirs)
            ]
            return [insert_copy(act, line.id, Origin.STOCK, 9) for line in lines if line]

    own, came = office.write(enter).result()
    with pytest.raises(NotReceived):
        office.write(give_back_copies, (own,)).result()
    office.write(give_back_copies, (came,), receiver="Giao liên tỉnh").result()
    assert where(office, came) == ("returned", "Giao liên tỉnh")


def test_an_archive_takes_copies(office: Office) -> None:
    line = add(office)
    ids = [copy_id(office, line, number) for number in (2, 3)]
    done = office.write(archive_copies, ids, archive="Lưu trữ lịch sử tỉnh").result()
    assert [where(office, one) for one in ids] == [("archived", "Lưu trữ lịch sử tỉnh")] * 2
    assert story(office, ids[0]).outstanding != ()
    office.write(sign_lines, year=2026, numbers=done.lines).result()
    assert story(office, ids[0]).outstanding == ()


@pytest.mark.parametrize("is_slip", [False, True])
def test_who_takes_copies_for_good_signs_and_the_sheet_settles(
    desktop: Desktop, office: Office, *, is_slip: bool
) -> None:
    mine, theirs = copy_id(office, add(office), 1), copy_id(office, receive(office), 1)
    archived = office.write(archive_copies, (mine,), archive="Lưu trữ lịch sử tỉnh").result()
    given = office.write(give_back_copies, (theirs,)).result()
    desktop.go_on("transfer")
    office.write(close_volume, "transfer", year=2026, number=1, discrepancy="thử").result()
    assert desktop.states("transfer") == {1: "open"}
    if is_slip:
        office.write(sign_lines, year=2026, numbers=archived.lines).result()
        assert desktop.states("transfer") == {1: "open"}
        office.write(sign_lines, year=2026, numbers=given.lines).result()
    else:
        assert office.write(mark_signed, "transfer", year=2026, sheet=1).result().signed == 2
    assert desktop.states("transfer") == {1: "signed"}
    assert [story(office, one).outstanding for one in (mine, theirs)] == [(), ()]
    assert where(office, mine) == ("archived", "Lưu trữ lịch sử tỉnh")


@pytest.mark.parametrize(
    ("sql", "values", "index"),
    [
        (holdings.OF_HOLDER, ("x", 0, 100), "copy_by_holder"),
        (holdings.OVERDUE, ("2026-01-01", "0001-01-01", 0, 100), "copy_due"),
        (holdings.WAITING, ("2026-01-01", "0001-01-01", 0, 100), "copy_waiting"),
        (holdings.HOLDERS.format("'held'"), ("", 100), "copy_by_holder"),
        (holdings.LATE.format("'held'"), ("2026-01-01",), "copy_due"),
        (waiting.OVERDUE, ("2026-01-01", 7), "copy_due"),
        (waiting.RECEIPTS, ("2026-01-01", 1), "copy_waiting"),
    ],
)
def test_lists_are_read_by_their_index(
    office: Office, sql: str, values: tuple[object, ...], index: str
) -> None:
    def plan(desk: Desk) -> list[str]:
        return [row[3] for row in desk.rows.all(f"EXPLAIN QUERY PLAN {sql}", values)]

    steps = office.read(plan).result()
    assert any(index in step for step in steps), steps
    tables = ("copy", "c", "h", "d", "t", "r", "u", "s")
    assert not [step for step in steps if step in {f"SCAN {name}" for name in tables}], steps
