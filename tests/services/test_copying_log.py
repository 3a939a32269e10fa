"""Sổ quản lý sao, chụp on paper: printed, gone on with, closed; it cites the transfer log."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bmnn_desktop.domain.custody import Origin
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.errors import BookUnknown, DiscrepancyMissing, VolumeClosed
from bmnn_desktop.services.close_volume import close_volume, look_at_loose_ends
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.list_sheets import list_sheets, sheets_overview
from bmnn_desktop.services.look_at_volumes import look_at_volumes
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_blank_sheets import print_blank_sheets
from bmnn_desktop.services.print_receipt_sheet import print_receipt_sheet
from bmnn_desktop.services.set_signing import set_signing
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import closing_figures
from bmnn_desktop.store.closing_figures import LineFigures
from tests.services.copying import MAKING, PERMISSION, REQUEST, copies_of, enter
from tests.services.offices import FakeClock, add, print_out
from tests.services.paper import Desktop, receive

CITED = "\x1f"


def cells(desktop: Desktop, sheet: int = 1) -> list[tuple[str, ...]]:
    return [line.cells for line in desktop.lines(sheet, "copying")]


def test_a_line_tells_the_whole_job(desktop: Desktop, office: Office, clock: FakeClock) -> None:
    receive(office)
    clock.moment = datetime(2026, 3, 9, 1, 30, tzinfo=UTC)
    enter(
        office,
        given=replace(PERMISSION, delegation="Văn bản 03/UQ-UBND"),
        made=replace(
            MAKING, made_on=date(2026, 3, 6), spare=1, spoiled=2, destroyed_by="Trần Thị Thử"
        ),
    )
    desktop.go_on("copying")
    (line,) = cells(desktop)
    assert line == (
        "01",
        "06/03/2026",
        "12/SM-VP, 02/03/2026",
        "Công văn. Phối hợp diễn tập giả định",
        "Mật",
        "Sao y bản chính",
        "03",
        "01–03",
        "Phòng Thí Dụ: 01\nĐảng ủy xã Mẫu: 02\nLưu tại nơi lưu giữ: 03",
        "Nguyễn Văn Mẫu, Chủ tịch Ủy ban nhân dân cấp xã ngày 06/03/2026\nTheo Văn bản 03/UQ-UBND",
        "Trần Thị Thử, Phòng máy, máy photo số 1",
        "01 bản dư, 02 bản hỏng: tiêu hủy ngày 06/03/2026, Trần Thị Thử",
        f"{CITED}TKN ……, dòng ……\n{CITED}TKN ……, dòng ……",
        (
            "Sổ đến: 01/2026\nGhi việc cho phép ngày 09/03/2026\nGhi sổ ngày 09/03/2026\n"
            "Căn cứ: Điều 11 Luật 117/2025/QH15"
        ),
    )
    assert office.write(verify_vault).result() is not None


def test_what_is_known_only_from_old_law_is_unconfirmed_on_paper(
    desktop: Desktop, office: Office
) -> None:
    add(office, level=Level.TUYET_MAT, subject="")
    post = "Chủ tịch Ủy ban nhân dân cấp tỉnh"
    enter(office, "outgoing", given=replace(PERMISSION, post=post))
    desktop.go_on("copying")
    (line,) = cells(desktop)
    assert line[3] == "Kế hoạch"  # no subject
    assert "theo luật cũ, chưa xác nhận" in line[13]


def test_receivers_sign_in_the_transfer_log_and_the_line_says_where(
    desktop: Desktop, office: Office
) -> None:
    receive(office)
    enter(office)
    printed = office.write(print_receipt_sheet, out=desktop.out()).result()
    desktop.answer(printed)
    assert printed.lines == 2  # the third is kept here
    desktop.go_on("copying")
    (line,) = cells(desktop)
    assert line[12] == f"{CITED}TKN 1/2026, dòng 1\n{CITED}TKN 1/2026, dòng 2"
    made = [one for one in copies_of(office, 1) if one.origin is Origin.MADE]
    assert [one.holder for one in made] == ["Phòng Thí Dụ", "Đảng ủy xã Mẫu", ""]
    overview = office.read(sheets_overview).result()
    assert {each.book: each.open_places for each in overview.books}["copying"] == 0


def test_new_lines_go_on_on_the_same_sheet(desktop: Desktop, office: Office) -> None:
    receive(office)
    enter(office)
    assert office.read(list_sheets, "copying", year=2026).result().pending == 1
    assert desktop.go_on("copying").lines == 1
    enter(office)
    again = desktop.go_on("copying")
    assert (again.lines, again.numbers) == (1, (1,))
    assert desktop.numbers(1, "copying") == ["01", "02"]
    assert office.read(list_sheets, "copying", year=2026).result().pending == 0


def test_the_whole_book_and_blank_sheets_are_printed(desktop: Desktop, office: Office) -> None:
    receive(office)
    enter(office)
    printed = print_out(office, desktop.out(), book="copying")
    assert (printed.lines, printed.sheets) == (1, 1)
    blank = office.write(
        print_blank_sheets, "copying", year=2026, count=1, out=desktop.out()
    ).result()
    desktop.answer(blank)
    assert desktop.states("copying") == {1: "open", 2: "open"}


def test_a_volume_of_the_log_closes_and_takes_nothing_more(
    desktop: Desktop, office: Office
) -> None:
    receive(office)
    enter(office)
    ends = office.read(look_at_loose_ends, "copying", 2026, 1).result()
    assert (ends.unprinted, ends.unsigned, ends.vacant) == (1, 0, ())
    with pytest.raises(DiscrepancyMissing, match="1 dòng chưa in"):
        office.write(close_volume, "copying", year=2026, number=1).result()
    desktop.go_on("copying")
    closed = office.write(close_volume, "copying", year=2026, number=1).result()
    assert closed.last_no == 1
    with pytest.raises(VolumeClosed):
        enter(office)
    state = next(
        one for one in office.read(look_at_volumes).result() if one.volume.book == "copying"
    )
    assert (state.last_no, state.volume.is_closed) == (1, True)
    with pytest.raises(BookUnknown):  # nobody signs in it: there is nothing to choose
        office.write(set_signing, "copying", year=2026, signing=Signing.RECEIPT_SHEET).result()


def test_the_closing_sheet_counts_its_lines(office: Office) -> None:
    receive(office)
    enter(office)
    enter(office, new=replace(REQUEST, wanted=5))

    def count(desk: Desk) -> tuple[LineFigures, tuple[str, ...]]:
        days = (date(2026, 3, 1), date(2026, 3, 31))
        stamps = ("2026-03-01", "2026-04-01")
        return (
            closing_figures.of_book(desk.rows, "copying", 2026, *days),
            closing_figures.workers(desk.rows, "copying", 2026, *stamps),
        )

    found, workers = office.read(count).result()
    assert (found.first_no, found.last_no, found.lines) == (1, 2, 2)
    assert workers == ("Trần Thị Thử",)
