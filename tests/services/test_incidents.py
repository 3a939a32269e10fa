"""Chưa tìm thấy: frozen by one act, reported the same day, closed by what was found out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bmnn_desktop.domain.action import Grade, grade
from bmnn_desktop.domain.custody import Standing, Step
from bmnn_desktop.domain.incident import (
    Closing,
    IncidentKind,
    IncidentOutcome,
    IncidentStepKind,
    NewIncident,
    NewStep,
)
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import (
    CopiesOut,
    CopyInCase,
    EventMissing,
    FieldsWrong,
    IncidentClosed,
    NotInCase,
    PaperNotDue,
    StepImpossible,
)
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.close_incident import close_incident
from bmnn_desktop.services.duties import Duty, DutyKind
from bmnn_desktop.services.duty_phone import set_contacts
from bmnn_desktop.services.list_incidents import last_seen, list_incidents, show_incident
from bmnn_desktop.services.list_removals import show_removal
from bmnn_desktop.services.note_incident_step import note_incident_step
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_incident import add_copies, open_incident
from bmnn_desktop.services.print_event import print_event_paper
from bmnn_desktop.services.take_out import take_out
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.today_words import duty_words
from bmnn_desktop.services.verify_vault import verify_vault
from tests.printing.reading import squeezed, texts
from tests.services.events import (
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
from tests.services.paper import receive

NEW = NewIncident(discovered_at="14:30", discoverer="Trần Thị Thử")
SECRET = "Diễn tập khu vực phòng thủ giả định"


def miss(office: Office, *copies: int, **changed: object) -> tuple[int, int]:
    found = office.write(open_incident, copies, replace(NEW, **changed)).result()  # type: ignore[arg-type]
    return found.year, found.number


def close(office: Office, case: tuple[int, int], outcome: IncidentOutcome, **more: object) -> None:
    closing = Closing(outcome, "Kết luận số 1 của lãnh đạo", **more)  # type: ignore[arg-type]
    office.write(close_incident, *case, closing).result()


def duties(office: Office) -> list[Duty]:
    kinds = (DutyKind.INCIDENT, DutyKind.INCIDENT_STEP)
    return [one for one in office.read(look_at_today).result().duties.must if one.kind in kinds]


def test_one_act_freezes_and_makes_the_report_of_the_day(office: Office) -> None:
    document = add(office).document_id
    first, second, _third = ids_of(office, document)
    before = entries(office)
    case = miss(office, first)
    assert entries(office) == before + 1
    assert standings(office, document)[:2] == [Standing.NOT_FOUND, Standing.STORE]
    (duty,) = duties(office)
    assert duty.is_red
    assert duty_words(duty, TODAY) == ("Vụ việc số 1 năm 2026: báo cáo đột xuất", "hạn hôm nay")
    with pytest.raises(StepImpossible, match="bị khóa cho tới khi vụ việc số 1 năm 2026 kết thúc"):
        office.write(take_out, [first], INSIDE).result()
    with pytest.raises(CopiesOut, match="Chưa tìm thấy"):
        office.write(annul_document, "outgoing", year=2026, seq_no=1, reason="nhầm").result()
    with pytest.raises(CopyInCase, match="vụ việc số 1 năm 2026"):
        miss(office, second, first)
    done = NewStep(IncidentStepKind.REPORT, "Báo cáo số 9/BC-UBND", "Công an tỉnh")
    found = office.write(note_incident_step, *case, done).result()
    assert [(one.kind, one.done_on) for one in found.steps] == [(IncidentStepKind.REPORT, TODAY)]
    (duty,) = duties(office)
    assert (duty.kind, duty.is_red) == (DutyKind.INCIDENT, False)


def test_what_was_found_lies_in_its_place_again(office: Office) -> None:
    document = add(office).document_id
    first, *_rest = ids_of(office, document)
    line = give(office, first, "Phòng Thí Dụ")
    case = miss(office, first)
    assert copies_of(office, document)[0].holder == "Phòng Thí Dụ"  # who had it last
    close(office, case, IncidentOutcome.FOUND, place="Tủ sắt số 1")
    place = copies_of(office, document)[0]
    assert (place.standing, place.place, place.holder) == (Standing.STORE, "Tủ sắt số 1", "")
    assert line_of_log(office, line) == ("2026-03-05", "returned")
    assert [step.step for step in chain_of(office, first)][-2:] == [Step.MISS, Step.FIND]
    assert office.read(list_incidents).result() == ()
    assert duties(office) == []
    assert grade("incident.close") is Grade.AFTERWARDS
    assert office.write(verify_vault).result().what.startswith("Sổ nguyên vẹn")


def test_some_are_lost_and_the_others_found(office: Office) -> None:
    document = add(office).document_id
    first, second, third = ids_of(office, document)
    case = miss(office, first, second)
    with pytest.raises(NotInCase, match=r"Bản số 03 của số 01 sổ đi 2026 .* vụ việc số 1 năm 2026"):
        close(office, case, IncidentOutcome.LOST, lost=(third,))
    with pytest.raises(FieldsWrong, match="không phải kết quả này"):
        close(office, case, IncidentOutcome.FOUND, lost=(first,))
    close(office, case, IncidentOutcome.LOST, lost=(first,))
    assert standings(office, document) == [Standing.LOST, Standing.STORE, Standing.STORE]
    with pytest.raises(IncidentClosed, match="05/03/2026"):
        close(office, case, IncidentOutcome.FOUND)


def test_lost_without_names_is_all_of_them(office: Office) -> None:
    document = add(office).document_id
    first, second, _third = ids_of(office, document)
    case = miss(office, first)
    office.write(add_copies, *case, [second]).result()
    close(office, case, IncidentOutcome.LOST)
    assert standings(office, document)[:2] == [Standing.LOST, Standing.LOST]


def test_no_case_after_all(office: Office) -> None:
    document = add(office).document_id
    case = miss(office, ids_of(office, document)[0])
    close(office, case, IncidentOutcome.NO_CASE)
    assert standings(office, document)[0] is Standing.STORE
    assert office.read(show_incident, *case).result().outcome is IncidentOutcome.NO_CASE


def test_a_leak_freezes_nothing_but_names_its_copies(office: Office) -> None:
    document = add(office).document_id
    first, *_rest = ids_of(office, document)
    case = miss(office, first, kind=IncidentKind.LEAKED)
    assert standings(office, document)[0] is Standing.STORE
    assert [copy.id for copy in office.read(show_incident, *case).result().copies] == [first]
    with pytest.raises(FieldsWrong, match="không có bản nào"):
        close(office, case, IncidentOutcome.LOST)
    close(office, case, IncidentOutcome.LEAKED)
    assert office.read(show_incident, *case).result().closed_on == TODAY


def test_what_went_missing_on_a_journey_ends_the_removal_with_the_case(office: Office) -> None:
    document = add(office).document_id
    first, *_rest = ids_of(office, document)
    removal = office.write(take_out, [first], INSIDE).result()
    case = miss(office, first)
    assert len(office.read(show_removal, removal).result().still_out) == 1
    close(office, case, IncidentOutcome.LOST)
    assert office.read(show_removal, removal).result().returned_on == TODAY


def test_copies_of_several_documents_stand_in_one_case(office: Office) -> None:
    one, other = add(office).document_id, receive(office).document_id
    case = miss(office, ids_of(office, one)[0], ids_of(office, other)[0])
    found = office.read(show_incident, *case).result()
    assert {copy.document_id for copy in found.copies} == {one, other}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"discovered_at": ""}, "discovered_at"),
        ({"discovered_at": "25:00"}, "discovered_at"),
        ({"discoverer": " "}, "discoverer"),
        ({"discovered_on": date(2026, 3, 6)}, "discovered_on"),
        ({"circumstances": "x" * 2001}, "circumstances"),
    ],
)
def test_what_is_told_wrong_is_refused(
    office: Office, changed: dict[str, object], field: str
) -> None:
    document = add(office).document_id
    with pytest.raises(FieldsWrong) as refused:
        miss(office, *ids_of(office, document), **changed)
    assert [wrong.field for wrong in refused.value.errors] == [field]
    assert standings(office, document) == [Standing.STORE] * 3


@pytest.mark.parametrize(("typed", "stored"), [("8g05", "08:05"), ("0930", "09:30"), ("14h5", "")])
def test_the_hour_is_read_as_it_is_said(office: Office, typed: str, stored: str) -> None:
    copies = ids_of(office, add(office).document_id)
    if stored:
        assert (
            office.read(show_incident, *miss(office, *copies, discovered_at=typed))
            .result()
            .discovered_at
            == stored
        )
    else:
        with pytest.raises(FieldsWrong):
            miss(office, *copies, discovered_at=typed)


def test_days_run_forward(office: Office, clock: FakeClock) -> None:
    document = add(office).document_id
    first, *_rest = ids_of(office, document)
    clock.moment += timedelta(days=3)
    case = miss(office, first)
    early = NewStep(IncidentStepKind.MEASURE, "Tìm trong tủ", done_on=TODAY)
    with pytest.raises(FieldsWrong, match="ngày phát hiện"):
        office.write(note_incident_step, *case, early).result()
    with pytest.raises(FieldsWrong, match="ngày phát hiện"):
        close(office, case, IncidentOutcome.FOUND, closed_on=TODAY)
    with pytest.raises(EventMissing, match="vụ việc số 7 năm 2026"):
        close(office, (2026, 7), IncidentOutcome.FOUND)


def test_the_books_say_who_had_it_last_and_who_has_the_others(
    office: Office,
) -> None:
    document = add(office).document_id
    first, second, _third = ids_of(office, document)
    give(office, first, "Phòng Thí Dụ")
    words = office.read(last_seen, [first]).result()
    assert words == (
        "Bản số 01 của số 01 sổ đi 2026: Đang giữ: Phòng Thí Dụ, từ 05/03/2026; ký nhận lần cuối "
        "05/03/2026, dòng số 1 Sổ chuyển giao năm 2026. Các bản khác của số 01 sổ đi 2026: Bản số "
        "02: Tại nơi lưu giữ; Bản số 03: Tại nơi lưu giữ."
    )
    assert "chưa có chữ ký nhận nào" in office.read(last_seen, [second]).result()


def test_the_papers_of_a_case(office: Office, tmp_path: Path) -> None:
    own = add(office).document_id
    top = add(office, level=Level.TUYET_MAT, subject="", doc_number="01/TM").document_id
    theirs = receive(office).document_id
    office.write(set_contacts, "Công an tỉnh Giả Định", "Công an xã Mẫu, 0000 111 222").result()
    case = miss(
        office,
        *(ids_of(office, one)[0] for one in (own, top, theirs)),
        last_seen="Trong tủ số 2, ngày 04/03/2026",
        persons="Lê Có Mặt",
    )
    step = NewStep(IncidentStepKind.MEASURE, "Đã tìm trong tủ số 2")
    office.write(note_incident_step, *case, step).result()
    said = {}
    for paper in ("incident-report", "incident-notice", "search-minutes"):
        office.write(print_event_paper, paper, *case, out=tmp_path / f"{paper}.pdf").result()
        said[paper] = said_by(office, paper, *case)
        assert "14 giờ 30 phút, ngày 05 tháng 3 năm 2026" in said[paper]
        assert "tìm trong tủ số 2" in said[paper]
        assert " mất" not in said[paper]  # nobody has concluded it
    report = said["incident-report"]
    for words in (
        "Công an tỉnh Giả Định",
        "Công an xã Mẫu, 0000 111 222",
        SECRET,
        "Trong tủ số 2",
        "Lê Có Mặt",
    ):
        assert words in report, words
    assert "Kế hoạch (không ghi trích yếu) | Tuyệt mật" in report
    notice = said["incident-notice"]
    assert "Sở Thí Dụ" in notice
    assert "12/SM-VP" in notice
    assert "01/TM" not in notice  # another's papers are not the issuer's
    printed = squeezed("".join(texts((tmp_path / "incident-report.pdf").read_bytes())))
    assert squeezed("Điều 8 NĐ 26/2020, chưa xác nhận") in printed
    other = receive(office, doc_number="77/GD-TU", issuer="Tỉnh ủy Giả Định").document_id
    both = miss(office, *ids_of(office, other), *ids_of(office, receive(office).document_id))
    letters = [said_by(office, "incident-notice", *both, place) for place in (1, 2)]
    assert [("77/GD-TU" in each, "12/SM-VP" in each) for each in letters] == [
        (True, False),
        (False, True),
    ]
    assert ["Tỉnh ủy Giả Định" in each for each in letters] == [True, False]
    with pytest.raises(PaperNotDue, match="chỉ có 2 nơi"):
        said_by(office, "incident-notice", *both, 3)
    alone = miss(office, ids_of(office, own)[1])
    with pytest.raises(PaperNotDue):
        office.write(print_event_paper, "incident-notice", *alone, out=tmp_path / "no.pdf").result()
