"""Papers about what was copied, what is on an envelope, who hands over what, and a year's items."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.copy_order import CopyForm, Making, NewRequest, Permission
from bmnn_desktop.domain.dispatch import NewDispatch, NewParcel
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.errors import (
    CopyOrderSettled,
    HandoverMissing,
    PaperNotDue,
    ParcelMissing,
    UserUnknown,
)
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.copying_papers import print_copying_paper
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.make_copies import make_copies
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.permit_copying import permit_copying
from bmnn_desktop.services.print_handover_papers import (
    print_handover_minutes,
    print_handover_slip,
    print_parcel_marks,
)
from bmnn_desktop.services.print_people_papers import print_commitment, print_founding_minutes
from bmnn_desktop.services.program_facts import program_digest
from bmnn_desktop.services.request_copying import request_copying
from bmnn_desktop.services.send_copies import send_copies
from bmnn_desktop.services.statistics import print_statistics
from tests.services.moving import copy_id
from tests.services.offices import add
from tests.services.paper import Desktop, receive
from tests.services.test_custody_papers import says

WHO = "Nguyễn Văn Thí Dụ"


@pytest.fixture
def desktop(office: Office, tmp_path: Path) -> Desktop:
    return Desktop(office, tmp_path)


def _made(office: Office, form: CopyForm) -> int:
    line = add(office)
    new = NewRequest(requester=WHO, wanted=1, form=form, extract="Mục II")
    order = office.write(request_copying, "outgoing", year=2026, seq_no=line.seq_no, new=new)
    row = int(order.result())
    chairman = Permission("Lê Thị Mẫu", "Chủ tịch Ủy ban nhân dân cấp xã")
    office.write(permit_copying, row, chairman).result()
    return row


def test_extracts_and_photographs_have_their_record(desktop: Desktop, office: Office) -> None:
    for form, title in (
        (CopyForm.TRICH_SAO, "VĂN BẢN TRÍCH SAO"),
        (CopyForm.CHUP, "VĂN BẢN GHI NHẬN VIỆC CHỤP"),
    ):
        order = _made(office, form)
        with pytest.raises(CopyOrderSettled):
            office.write(print_copying_paper, "record", order=order, out=desktop.out()).result()
        office.write(
            make_copies, order, Making(made=1, made_by=WHO, recipients=("Sở Mẫu",))
        ).result()
        out = desktop.out()
        printed = office.write(print_copying_paper, "record", order=order, out=out).result()
        office.write(answer_print, printed.run_id, Answer.GOOD).result()
        says(out, title, "Sở Mẫu", WHO, "Lê Thị Mẫu", "05/KH-UBND")
    whole = _made(office, CopyForm.SAO_Y)
    office.write(make_copies, whole, Making(made=1, made_by=WHO)).result()
    with pytest.raises(PaperNotDue):
        office.write(print_copying_paper, "record", order=whole, out=desktop.out()).result()


def test_a_top_secret_envelope_has_two_covers(desktop: Desktop, office: Office) -> None:
    low = add(office, level=Level.MAT)
    top = add(office, level=Level.TUYET_MAT, subject="", doc_number="07/CT-TU")
    parcels = (
        NewParcel("Công an xã Mẫu", (copy_id(office, low, 1),)),
        NewParcel("Sở Mẫu", (copy_id(office, top, 1), copy_id(office, low, 2)), "Giám đốc"),
    )
    office.write(send_copies, NewDispatch(Channel.LIAISON, "Lê Văn Giao", parcels)).result()
    out = desktop.out()
    office.write(print_parcel_marks, year=2026, dispatch=1, parcel=1, out=out).result()
    says(out, "Bì (một lớp)", "Dấu ký hiệuC")
    out = desktop.out()
    office.write(print_parcel_marks, year=2026, dispatch=1, parcel=2, out=out).result()
    says(out, "I. Bì trong", "“Tuyệt mật”, dấu niêm phong", "Chỉ người có tên", "II. Bì ngoài", "A")
    with pytest.raises(ParcelMissing):
        office.write(print_parcel_marks, year=2026, dispatch=1, parcel=3, out=out).result()


def test_a_line_has_its_slip_and_a_person_his_minutes(desktop: Desktop, office: Office) -> None:
    line = add(office, level=Level.TOI_MAT)
    ids = [copy_id(office, line, 1)]
    office.write(give_copies, ids, receiver=WHO, due_on=date(2026, 4, 1)).result()
    out = desktop.out()
    office.write(print_handover_slip, year=2026, line=1, out=out).result()
    says(out, "Dòng số 01 Sổ chuyển giao năm 2026", WHO, "Bản số 01", "01/04/2026")
    with pytest.raises(HandoverMissing):
        office.write(print_handover_slip, year=2026, line=9, out=desktop.out()).result()
    out = desktop.out()
    office.write(print_handover_minutes, holder=f" {WHO}", out=out).result()
    says(out, "BIÊN BẢN", "(01 bản)", "05/KH-UBND", "Phong bì niêm phong phiếu khóa khôi phục")
    out = desktop.out()
    office.write(print_handover_minutes, holder="Người Không Giữ", out=out).result()
    says(out, "bên giao không giữ bản nào")


def test_the_minutes_of_setting_up_name_program_people_and_books(
    desktop: Desktop, office: Office
) -> None:
    out = desktop.out()
    office.write(print_founding_minutes, out=out).result()
    says(out, program_digest()[:8], "Trần Thị Thử", "Sổ đi", "Số máy (serial)", "niêm phong")
    out = desktop.out()
    office.write(print_commitment, login="giu-so", out=out).result()
    says(out, "BẢN CAM KẾT", "Trần Thị Thử", "Khi thôi việc")
    with pytest.raises(UserUnknown):
        office.write(print_commitment, login="khong-co", out=desktop.out()).result()


def test_statistics_list_a_year_in_order_and_add_up(desktop: Desktop, office: Office) -> None:
    add(office, level=Level.MAT, subject="Kế hoạch giả định")
    add(office, level=Level.TUYET_MAT, subject="", doc_number="07/CT-TU")
    receive(office)
    out = desktop.out()
    office.write(print_statistics, year=2026, out=out).result()
    says(out, "THỐNG KÊ BÍ MẬT NHÀ NƯỚC", "(03 mục)", "Kế hoạch giả định", "07/CT-TU", "Mẫu 18")
    out = desktop.out()
    office.write(print_statistics, year=2030, out=out).result()
    says(out, "Trong năm không có mục nào")
