"""The papers of giao – nhận, printed with what the vault holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.dispatch import NewDispatch, NewParcel
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.sheet import Answer, RunKind
from bmnn_desktop.errors import (
    ClearFileRefused,
    DispatchMissing,
    NothingDue,
    NothingHeld,
    ParcelMissing,
)
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.printing.papers.held_item import HeldItem
from bmnn_desktop.printing.papers.parts import Table
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.list_sheets import waiting_prints
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_custody_papers import (
    holdings_paper,
    parcel_list_paper,
    parcel_slip_paper,
    preview_holdings,
    preview_parcel_list,
    preview_parcel_slip,
    preview_reminder,
    print_holdings,
    print_parcel_list,
    print_parcel_slip,
    print_reminder,
    reminder_paper,
)
from bmnn_desktop.services.print_paper import letterhead_of
from bmnn_desktop.services.send_copies import send_copies
from bmnn_desktop.services.sign_lines import sign_lines
from tests.printing.reading import squeezed, texts
from tests.services.moving import DAY, copy_id
from tests.services.offices import FakeClock, add, found
from tests.services.paper import Desktop, receive

WHO = "Nguyễn Văn Thí Dụ"
SUBJECT = "Diễn tập khu vực phòng thủ giả định"


def says(out: Path, *words: str) -> None:
    """Assert that a paper says these words."""
    seen = squeezed("".join(texts(out.read_bytes())))
    for each in words:
        assert squeezed(each) in seen, each


def rows_of(office: Office, paper: Callable[..., Paper], *asked: object) -> list[tuple[str, ...]]:
    """Return the rows of a paper's table."""

    def read(desk: Desk) -> list[tuple[str, ...]]:
        parts = paper(desk, *asked).compose(letterhead_of(desk)).body
        return [row for part in parts if isinstance(part, Table) for row in part.rows]

    return office.read(read).result()


def test_what_one_holds_is_listed_for_his_signature(desktop: Desktop, office: Office) -> None:
    line = add(office, pages=12, annexes=2)
    top = add(office, level=Level.TUYET_MAT, subject="", doc_number="07/CT-TU")
    closed = receive(
        office,
        envelope=EnvelopeKind.SEALED,
        addressee="Chủ tịch UBND xã",
        receiving_unit="",
        doc_date=None,
        doc_type="",
        subject="",
    )
    ids = [copy_id(office, each, 1) for each in (line, top, closed)]
    done = office.write(give_copies, ids, receiver=WHO, due_on=date(2026, 4, 1)).result()
    office.write(sign_lines, year=2026, numbers=done.lines[:2]).result()
    out = desktop.out()
    printed = office.write(print_holdings, holder=f" {WHO}", out=out).result()
    (run,) = office.read(waiting_prints).result()
    assert (run.kind, run.book, run.seq_no) == (RunKind.HOLDINGS, "", None)
    office.write(answer_print, printed.run_id, Answer.GOOD).result()
    says(out, f"{WHO} đang giữ 03 bản", "Trần Thị Thử")
    taken = "05/03/2026\nsố"
    assert rows_of(office, holdings_paper, WHO) == [
        (
            *("1", "05/KH-UBND\n05/03/2026", f"Kế hoạch. {SUBJECT}", "Tối mật"),
            *("Bản số 01\n12 trang, 02 phụ lục", f"{taken} 1/2026", "01/04/2026"),
        ),
        (
            *("2", "07/CT-TU\n05/03/2026", "Kế hoạch", "Tuyệt mật"),
            *("Bản số 01", f"{taken} 2/2026", "01/04/2026"),
        ),
        (
            *("3", "12/SM-VP", "Bì còn nguyên", "Mật"),
            *("Bản số 01", "chưa ký\nsố 3/2026", "01/04/2026"),
        ),
    ]
    with pytest.raises(NothingHeld):
        office.write(print_holdings, holder="Không Ai", out=desktop.out()).result()


def test_a_reminder_names_what_is_due_and_no_subject(
    desktop: Desktop, office: Office, clock: FakeClock
) -> None:
    line = add(office)
    first, second, third = (copy_id(office, line, number) for number in (1, 2, 3))
    office.write(give_copies, (first,), receiver=WHO, due_on=DAY + timedelta(days=3)).result()
    office.write(give_copies, (second,), receiver=WHO, due_on=DAY + timedelta(days=90)).result()
    office.write(give_copies, (third,), receiver=WHO).result()
    with pytest.raises(NothingDue):
        office.write(print_reminder, holder=WHO, out=desktop.out()).result()
    clock.moment += timedelta(days=10)
    out = desktop.out()
    office.write(print_reminder, holder=WHO, out=out).result()
    says(out, "PHIẾU NHẮC TRẢ", f"Kính gửi: {WHO}")
    assert rows_of(office, reminder_paper, WHO) == [
        ("1", "05/KH-UBND\n05/03/2026", "Tối mật", "Bản số 01", "chưa ký", "08/03/2026", "7 ngày")
    ]


def test_envelopes_are_listed_by_the_highest_level_in_each(
    desktop: Desktop, office: Office
) -> None:
    low, high = add(office, level=Level.MAT), add(office, doc_number="06/KH-UBND")
    parcels = (
        NewParcel("Công an xã Mẫu", (copy_id(office, low, 1), copy_id(office, high, 1))),
        NewParcel("Sở Mẫu", (copy_id(office, low, 2),), "Giám đốc", date(2026, 4, 1)),
    )
    new = NewDispatch(Channel.LIAISON, "Lê Văn Giao Liên", parcels, "Túi niêm phong")
    office.write(send_copies, new).result()
    out = desktop.out()
    office.write(print_parcel_list, year=2026, dispatch=1, out=out).result()
    says(out, "Số 01/2026", "Túi niêm phong", "đã nhận đủ 02 bì")
    assert rows_of(office, parcel_list_paper, 2026, 1) == [
        ("01", "Công an xã Mẫu", "05/KH-UBND (bản số 01); 06/KH-UBND (bản số 01)", "B", ""),
        ("02", "Sở Mẫu", "05/KH-UBND (bản số 02)", "C", "Giám đốc"),
    ]
    out = desktop.out()
    office.write(print_parcel_slip, year=2026, dispatch=1, parcel=2, out=out).result()
    says(
        out,
        "Kính gửi: Sở Mẫu",
        "Chỉ người có tên mới được bóc bì: Giám đốc",
        "cắt theo đường này",
        "Gửi lại: UBND xã Mẫu",
        "Phiếu gửi: bì số 02, bảng kê số 01/2026, ngày 05 tháng 3 năm 2026",
    )
    assert rows_of(office, parcel_slip_paper, 2026, 1, 2) == [
        ("1", "05/KH-UBND\n05/03/2026", "Kế hoạch", "Mật", "Bản số 02", "01/04/2026")
    ]
    for year, dispatch, parcel, error in (
        (2025, 1, 1, DispatchMissing),
        (2026, 2, 1, DispatchMissing),
        (2026, 1, 3, ParcelMissing),
    ):
        with pytest.raises(error):
            office.write(
                print_parcel_slip,
                year=year,
                dispatch=dispatch,
                parcel=parcel,
                out=desktop.out(),
            ).result()


def test_every_paper_can_be_looked_at_first(office: Office) -> None:
    line = add(office)
    office.write(
        give_copies, (copy_id(office, line, 1),), receiver=WHO, occasion="Họp giao ban"
    ).result()
    parcel = NewParcel("Sở Mẫu", (copy_id(office, line, 2),))
    new = NewDispatch(Channel.POST, "Lê Văn Giao Liên", (parcel,))
    office.write(send_copies, new).result()
    for preview in (
        office.read(preview_holdings, WHO).result(),
        office.read(preview_reminder, WHO).result(),
        office.read(preview_parcel_list, year=2026, dispatch=1).result(),
        office.read(preview_parcel_slip, year=2026, dispatch=1, parcel=1).result(),
    ):
        assert preview.names == ("Trang 1",)
        preview.close()


def test_a_working_vault_writes_no_paper_in_clear(tmp_path: Path) -> None:
    office, _sheet = found(tmp_path / "working", training=False)
    line = add(office)
    office.write(give_copies, (copy_id(office, line, 1),), receiver=WHO).result()
    with pytest.raises(ClearFileRefused):
        office.write(print_holdings, holder=WHO, out=tmp_path / "giu.pdf").result()
    office.close()


def test_an_item_on_paper_has_no_subject_that_its_level_forbids() -> None:
    for level in (None, Level.TUYET_MAT):
        with pytest.raises(ValueError, match="subject"):
            HeldItem("Bản số 01", "Sổ đi 2026, số 01", subject=SUBJECT, level=level)
