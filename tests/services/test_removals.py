"""Mang ra khỏi nơi lưu giữ: who took what, until when; what came back, counted."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bmnn_desktop.domain.custody import Standing
from bmnn_desktop.domain.removal import ABROAD_NEEDS, Counted, NewRemoval, RemovalKind
from bmnn_desktop.errors import (
    CountDiffers,
    EventMissing,
    FieldsWrong,
    NoCopyChosen,
    NotOutWithRemoval,
    PaperNotDue,
    StepImpossible,
)
from bmnn_desktop.services.bring_back import bring_back
from bmnn_desktop.services.duties import DutyKind
from bmnn_desktop.services.list_removals import list_removals, show_removal
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_event import print_event_paper
from bmnn_desktop.services.take_out import take_out
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.today_words import duty_words
from bmnn_desktop.services.verify_vault import verify_vault
from tests.printing.reading import squeezed, texts
from tests.services.events import (
    ABROAD,
    INSIDE,
    TODAY,
    chain_of,
    copies_of,
    give,
    ids_of,
    line_of_log,
    said_by,
    standings,
)
from tests.services.offices import FakeClock, add, entries


def out(office: Office, *copies: int, new: NewRemoval = INSIDE) -> int:
    return office.write(take_out, copies, new).result()


def back(office: Office, removal: int, *copies: int, pages: int = 12, **more: object) -> object:
    counted = [Counted(copy, pages, 1) for copy in copies]
    return office.write(bring_back, removal, counted, **more).result()  # type: ignore[arg-type]


@pytest.fixture
def document(office: Office) -> int:
    return add(office, pages=12, annexes=1).document_id


def test_copies_leave_for_a_task_and_come_back_counted(office: Office, document: int) -> None:
    first, second, _third = ids_of(office, document)
    removal = out(office, first, second)
    place = copies_of(office, document)[0]
    assert (place.standing, place.holder, place.due_on) == (
        Standing.TAKEN_OUT,
        "Trần Công Tác",
        date(2026, 3, 7),
    )
    done = office.write(bring_back, removal, [Counted(first, 12, 1)], place="Tủ sắt số 2").result()
    assert (done.still_out, done.days_late) == (1, 0)
    found = office.read(show_removal, removal).result()
    assert [copy.id for copy in found.still_out] == [second]
    assert found.returned_on is None  # partly back: still open
    assert copies_of(office, document)[0].place == "Tủ sắt số 2"
    last = chain_of(office, first)[-1]
    assert (last.pages, last.annexes) == (12, 1)
    back(office, removal, second)
    assert office.read(list_removals).result() == ()
    assert office.read(show_removal, removal).result().returned_on == TODAY
    assert standings(office, document) == [Standing.STORE] * 3
    assert office.write(verify_vault).result().what.startswith("Sổ nguyên vẹn")


def test_what_is_late_is_red_on_today_and_said_when_it_comes(
    office: Office, document: int, clock: FakeClock
) -> None:
    first, *_rest = ids_of(office, document)
    removal = out(office, first)
    soon = office.read(look_at_today).result().duties.soon
    assert [duty_words(duty, TODAY) for duty in soon if duty.kind is DutyKind.REMOVAL] == [
        ("Mang ra khỏi nơi lưu giữ: Trần Công Tác phải mang về", "còn 2 ngày")
    ]
    clock.moment += timedelta(days=5)
    today = office.read(look_at_today).result()
    (duty,) = [duty for duty in today.duties.must if duty.kind is DutyKind.REMOVAL]
    assert duty.is_red
    assert duty_words(duty, today.date)[1] == "quá hạn 3 ngày"
    done = office.write(bring_back, removal, [Counted(first, 12, 1)]).result()
    assert done.days_late == 3


def test_a_difference_needs_its_words(office: Office, document: int) -> None:
    first, *_rest = ids_of(office, document)
    removal = out(office, first)
    before = entries(office)
    with pytest.raises(CountDiffers) as refused:
        back(office, removal, first, pages=11)
    assert str(refused.value) == (
        "Bản số 01 của số 01 sổ đi 2026: đếm được 11 trang, sổ ghi 12 trang; hãy ghi rõ vào ghi "
        "chú rồi ghi lại, chưa ghi gì."
    )
    with pytest.raises(FieldsWrong, match="chưa đếm số trang"):
        office.write(bring_back, removal, [Counted(first, None)]).result()
    assert entries(office) == before
    back(office, removal, first, pages=11, remark="thiếu trang 12, đã báo lãnh đạo")
    assert chain_of(office, first)[-1].remark == "thiếu trang 12, đã báo lãnh đạo"


@pytest.mark.parametrize("name", ABROAD_NEEDS)
def test_abroad_needs_every_field_of_the_request(office: Office, document: int, name: str) -> None:
    empty: Any = None if name == "permitted_on" else " "
    with pytest.raises(FieldsWrong, match="khoản 2 Điều 14") as refused:
        out(office, *ids_of(office, document), new=replace(ABROAD, **{name: empty}))
    assert [wrong.field for wrong in refused.value.errors] == [name]
    assert standings(office, document) == [Standing.STORE] * 3


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"taker": ""}, "taker"),
        ({"purpose": " "}, "purpose"),
        ({"due_on": None}, "due_on"),
        ({"due_on": date(2026, 3, 4)}, "due_on"),
        ({"taken_on": date(2026, 3, 6)}, "taken_on"),
        ({"kind": None}, "kind"),
        ({"permitted_on": date(2026, 3, 6)}, "permitted_on"),
        ({"taker": "x" * 2001}, "taker"),
    ],
)
def test_what_is_told_wrong_is_refused_beside_its_field(
    office: Office, document: int, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(FieldsWrong) as refused:
        out(office, *ids_of(office, document), new=replace(INSIDE, **changed))
    assert [wrong.field for wrong in refused.value.errors] == [field]


def test_a_batch_goes_whole_or_not_at_all(office: Office, document: int) -> None:
    first, second, third = ids_of(office, document)
    out(office, second)
    before = entries(office)
    with pytest.raises(StepImpossible, match="Bản số 02 của số 01 sổ đi 2026"):
        out(office, first, second, third)
    with pytest.raises(NoCopyChosen):
        out(office)
    assert entries(office) == before
    assert standings(office, document)[0] is Standing.STORE


def test_a_copy_comes_back_only_with_what_it_left_with(office: Office, document: int) -> None:
    first, second, _third = ids_of(office, document)
    one, other = out(office, first), out(office, second)
    with pytest.raises(NotOutWithRemoval, match=f"mã {one}"):
        back(office, one, second)
    with pytest.raises(StepImpossible, match=rf"lần mang ra mã {other}\); chưa ghi gì"):
        out(office, second)
    back(office, other, second)
    with pytest.raises(NotOutWithRemoval, match="Tại nơi lưu giữ"):
        back(office, other, second)
    with pytest.raises(EventMissing, match="mã 99"):
        back(office, 99, first)


def test_a_holder_who_travels_stays_on_his_line_until_it_is_back(
    office: Office, document: int
) -> None:
    first, *_rest = ids_of(office, document)
    line = give(office, first, "Phòng Thí Dụ")
    removal = out(office, first)
    assert line_of_log(office, line) == (None, "")
    back(office, removal, first)
    assert line_of_log(office, line) == ("2026-03-05", "returned")


def test_the_request_for_abroad_says_all_that_the_article_asks(
    office: Office, document: int, tmp_path: Path
) -> None:
    removal = out(office, ids_of(office, document)[0], new=ABROAD)
    target = tmp_path / "request.pdf"
    office.write(print_event_paper, "removal-request", removal, out=target).result()
    assert squeezed("8. Biện pháp bảo vệ") in squeezed("".join(texts(target.read_bytes())))
    told = said_by(office, "removal-request", removal)
    for name in (field.name for field in fields(ABROAD)):
        value = getattr(ABROAD, name)
        if isinstance(value, str) and name not in {"request", "permitter_post"}:
            assert value in told, name
    for words in ("CHỦ TỊCH UBND XÃ", "Kế hoạch Diễn tập khu vực phòng thủ giả định | Tối mật"):
        assert words in told
    assert "từ 05/03/2026 đến 20/03/2026" in told
    inside = out(office, ids_of(office, document)[1])
    with pytest.raises(PaperNotDue):
        office.write(print_event_paper, "removal-request", inside, out=tmp_path / "no.pdf").result()
    assert not (tmp_path / "no.pdf").exists()


def test_the_record_of_a_return_says_what_was_counted_and_what_is_out(
    office: Office, document: int, tmp_path: Path, clock: FakeClock
) -> None:
    first, second, _third = ids_of(office, document)
    removal = out(office, first, second)
    with pytest.raises(PaperNotDue):
        office.write(print_event_paper, "removal-return", removal, out=tmp_path / "0.pdf").result()
    clock.moment += timedelta(days=4)
    back(office, removal, first)
    office.write(print_event_paper, "removal-return", removal, out=tmp_path / "1.pdf").result()
    told = said_by(office, "removal-return", removal)
    assert "hạn mang về 07/03/2026, chậm 2 ngày" in told
    first_row, rest = told.split("II. Chưa bàn giao lại")
    assert "Bản số 01 | 12 trang, 01 phụ lục" in first_row
    assert "Bản số 02" in rest


def test_kinds_have_their_words() -> None:
    assert [kind.label for kind in RemovalKind] == ["Trong nước", "Ra nước ngoài"]
