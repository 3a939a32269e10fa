"""What is said about missing copies waits on the closing sheet and is confirmed in one batch."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bmnn_desktop.domain.incident import Closing, IncidentOutcome, NewIncident
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import SelfApproval
from bmnn_desktop.services.add_document import Registered
from bmnn_desktop.services.authorities import save_authority
from bmnn_desktop.services.close_incident import close_incident
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.closing_sheet import closing_sheet, print_closing_sheet
from bmnn_desktop.services.confirm_acts import confirm_acts
from bmnn_desktop.services.duties import DutyKind
from bmnn_desktop.services.let_go import archive_copies
from bmnn_desktop.services.open_incident import open_incident
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.services.waiting_acts import look_at_waiting_acts
from tests.printing.reading import squeezed, texts
from tests.services.moving import copy_id
from tests.services.offices import add
from tests.services.second_people import TwoPeople

LOST = Closing(IncidentOutcome.LOST, "Tìm ba ngày không thấy")
CASE = NewIncident(discovered_at="08:30", discoverer="Trần Thị Thử")
SHORT = (
    "Khóa quyển 01 sổ đi 2026 có sai lệch số bản: đang tìm bản số 01, ngày 05/03/2026",
    (
        "Kết thúc vụ việc số 1 năm 2026: xác định đã mất; mất bản số 01 của số 01 sổ đi 2026, ngày "
        "05/03/2026"
    ),
)


@pytest.fixture
def line(people: TwoPeople) -> Registered:
    return add(people.office)


@pytest.fixture
def waiting(people: TwoPeople, line: Registered) -> tuple[int, ...]:
    """Close a volume short of a missing copy, then the copy's case; return what waits."""
    office = people.office
    office.write(open_incident, (copy_id(office, line, 1),), CASE).result()
    office.write(
        close_volume, "outgoing", year=2026, number=1, discrepancy="đang tìm bản số 01"
    ).result()
    office.write(close_incident, 2026, 1, LOST).result()
    return tuple(one.seq for one in office.read(look_at_waiting_acts).result().acts)


def test_both_stand_on_the_sheet_and_on_its_paper(
    people: TwoPeople, waiting: tuple[int, ...]
) -> None:
    sheet = people.office.read(closing_sheet).result()
    assert tuple(one.sentence for one in sheet.acts) == SHORT
    assert tuple(one.entry for one in sheet.acts) == waiting
    out = people.home / "to-chot-so.pdf"
    people.office.write(print_closing_sheet, out=out).result()
    whole = "".join(texts(out.read_bytes()))
    said = squeezed(whole.replace("Trần Thị Thử", ""))  # who did it stands beside the first line
    for sentence in SHORT:
        assert squeezed(sentence) in said


def test_what_never_waits_is_listed_on_the_same_sheet(people: TwoPeople, line: Registered) -> None:
    office = people.office
    office.write(archive_copies, (copy_id(office, line, 3),), archive="Lưu trữ tỉnh").result()
    office.write(open_incident, (copy_id(office, line, 1),), CASE).result()
    office.write(save_authority, "Chánh Văn phòng", Level.MAT, "Quy chế số 1").result()
    sheet = office.read(closing_sheet).result()
    assert sheet.acts == ()
    assert [one.sentence for one in sheet.listed] == [
        "Nộp lưu trữ bản số 03 của số 01 sổ đi 2026: Lưu trữ tỉnh, ngày 05/03/2026",
        "Báo chưa tìm thấy, vụ việc số 1 năm 2026: bản số 01 của số 01 sổ đi 2026, ngày 05/03/2026",
        (
            "Ghi người có thẩm quyền cho phép: “Chánh Văn phòng”, đến độ Mật, căn cứ Quy chế số 1, "
            "ngày 05/03/2026"
        ),
    ]


def test_after_45_days_they_are_red(people: TwoPeople, waiting: tuple[int, ...]) -> None:
    done = people.clock.moment
    for days, is_red in ((45, False), (46, True)):
        people.clock.moment = done + timedelta(days=days)
        acts = people.office.read(look_at_waiting_acts).result().acts
        assert [(one.seq, one.days, one.is_red) for one in acts] == [
            (seq, days, is_red) for seq in waiting
        ]
        duties = people.office.read(look_at_today, 50).result().duties
        assert [one.is_red for one in duties.must if one.kind is DutyKind.CONFIRM] == (
            [True] if is_red else []
        )


def test_one_batch_confirms_them_and_never_the_keepers_own(
    people: TwoPeople, waiting: tuple[int, ...]
) -> None:
    office = people.office
    with pytest.raises(SelfApproval):
        office.write(confirm_acts, list(waiting)).result()
    entry = office.write(confirm_acts, list(waiting), second=people.apart()).result().entry
    sql = "SELECT kind, signer, json_array_length(detail, '$.acts') FROM entry WHERE seq = ?"
    (told,) = office.read(lambda desk: desk.rows.all(sql, (entry,))).result()
    assert tuple(told) == ("confirm", people.chief.row, len(waiting))
    assert office.read(look_at_waiting_acts).result().acts == ()
    assert office.read(closing_sheet).result().acts == ()
    assert office.write(verify_vault).result().ok is None
