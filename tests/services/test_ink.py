"""Who has signed where: in the books' own lines, or on the sheets of the transfer log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.sheet import Answer, SheetState
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.errors import (
    BookUnknown,
    FieldsWrong,
    NothingToHandOver,
    PlaceMissing,
    ReasonMissing,
    SheetMissing,
)
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.back_entry import BackEntry
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.correct_document import amend_document
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.list_sheets import sheet_places, sheets_overview
from bmnn_desktop.services.mark_signed import Marked, mark_signed, take_back_mark
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_envelope import open_envelope
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.services.prepare_handovers import prepare_handovers
from bmnn_desktop.services.print_blank_sheets import print_blank_sheets
from bmnn_desktop.services.print_receipt_sheet import print_receipt_sheet
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.services.set_signing import set_signing
from bmnn_desktop.services.sign_places import unsigned_places
from bmnn_desktop.services.spoil_sheet import spoil_sheet
from bmnn_desktop.services.verify_vault import verify_vault
from tests.services.offices import FakeClock, add, document
from tests.services.paper import INCOMING, Desktop, receive

LONG = "Diễn tập khu vực phòng thủ giả định trên nhiều địa bàn. " * 7
SIGNED = "\x1f"


def open_keys(office: Office) -> list[tuple[str, int, str]]:
    found = office.read(unsigned_places).result()
    return [(each.book, each.sheet_no, each.place.key) for each in found]


def mark(
    office: Office,
    sheet: int = 1,
    book: str = "outgoing",
    *,
    except_places: tuple[str, ...] = (),
    on: date | None = None,
) -> Marked:
    return office.write(
        mark_signed, book, year=2026, sheet=sheet, except_places=except_places, on=on
    ).result()


def hand_over(desktop: Desktop, day: date | None = None) -> Printed:
    office = desktop.office
    printed = office.write(print_receipt_sheet, out=desktop.out(), day=day).result()
    desktop.answer(printed)
    return printed


def test_one_act_marks_every_place_but_the_exceptions(desktop: Desktop, office: Office) -> None:
    add(office)
    receive(office)
    add(office, recipients=("Đảng ủy xã Mẫu",))
    assert open_keys(office) == []  # nothing is on paper
    desktop.go_on()
    desktop.go_on("incoming")
    assert open_keys(office) == [
        ("outgoing", 1, "1.1"),
        ("outgoing", 1, "1.2"),
        ("outgoing", 1, "2.1"),
        ("incoming", 1, "1"),
    ]
    done = mark(office, except_places=("1.2",))
    assert (done.signed, done.open, done.state) == (2, 1, SheetState.OPEN)
    assert open_keys(office) == [("outgoing", 1, "1.2"), ("incoming", 1, "1")]
    assert mark(office, book="incoming").signed == 1
    done = mark(office)
    assert (done.signed, done.open, done.state) == (1, 0, SheetState.OPEN)
    assert open_keys(office) == []


def test_a_sheet_is_signed_once_it_is_full_and_nothing_is_open(
    desktop: Desktop, office: Office
) -> None:
    for _document in range(3):
        add(office, subject=LONG)
    desktop.go_on()
    assert desktop.states() == {1: "full", 2: "open"}
    assert mark(office, except_places=("1.1",)).state is SheetState.FULL
    assert mark(office).state is SheetState.SIGNED
    assert mark(office, sheet=2).state is SheetState.OPEN
    for _document in range(3):
        add(office, subject=LONG)
    desktop.go_on()
    assert desktop.states()[2] == "full"
    assert [key for _book, sheet, key in open_keys(office) if sheet == 2] != []


def test_a_sheet_signed_while_open_is_signed_as_soon_as_it_is_full(
    desktop: Desktop, office: Office
) -> None:
    add(office, subject=LONG)
    add(office, subject=LONG)
    desktop.go_on()
    mark(office)
    add(office, subject=LONG)
    assert desktop.go_on().numbers == (2,)
    assert desktop.states() == {1: "signed", 2: "open"}


def test_closing_a_volume_settles_its_sheets(desktop: Desktop, office: Office) -> None:
    add(office)
    desktop.go_on()
    mark(office)
    assert desktop.states() == {1: "open"}
    office.write(close_volume, "outgoing", year=2026, number=1).result()
    assert desktop.states() == {1: "signed"}


def test_a_wrong_exception_or_day_marks_nothing(desktop: Desktop, office: Office) -> None:
    add(office)
    desktop.go_on()
    with pytest.raises(PlaceMissing):
        mark(office, except_places=("1.1", "9"))
    with pytest.raises(FieldsWrong):
        mark(office, on=date(2026, 3, 6))
    with pytest.raises(SheetMissing):
        mark(office, sheet=2)
    with pytest.raises(BookUnknown):
        mark(office, book="none")
    assert len(open_keys(office)) == 2


def test_days_are_counted_from_the_print(
    desktop: Desktop, office: Office, clock: FakeClock
) -> None:
    add(office)
    desktop.go_on()
    clock.moment += timedelta(days=6)
    assert [each.days for each in office.read(unsigned_places).result()] == [6, 6]
    mark(office, on=date(2026, 3, 7), except_places=("1.2",))
    places = office.read(sheet_places, "outgoing", year=2026, sheet=1).result()
    assert [place.signed_on for place in places] == [date(2026, 3, 7), None]


def test_a_mark_is_taken_back_with_a_reason(desktop: Desktop, office: Office) -> None:
    for _document in range(3):
        add(office, subject=LONG)
    desktop.go_on()
    mark(office)
    assert desktop.states()[1] == "signed"

    def take_back(place: str, reason: str) -> int:
        return office.write(
            take_back_mark, "outgoing", year=2026, sheet=1, place=place, reason=reason
        ).result()

    with pytest.raises(ReasonMissing):
        take_back("1.1", "")
    with pytest.raises(PlaceMissing):
        take_back("8.1", "nhầm dòng")
    take_back("1.1", "nhầm dòng")
    assert desktop.states()[1] == "full"
    assert ("outgoing", 1, "1.1") in open_keys(office)


def test_an_annulled_line_is_signed_by_nobody(desktop: Desktop, office: Office) -> None:
    add(office)
    add(office)
    desktop.go_on()
    office.write(annul_document, "outgoing", year=2026, seq_no=1, reason="ghi trùng").result()
    desktop.go_on()
    assert {key for _book, _sheet, key in open_keys(office)} == {"2.1", "2.2"}


def test_a_receiver_named_by_a_correction_signs_in_its_line(
    desktop: Desktop, office: Office
) -> None:
    add(office)
    desktop.go_on()
    mark(office)
    new = document(recipients=("Công an xã Mẫu", "Đảng ủy xã Mẫu", "Trạm y tế xã Mẫu"))
    office.write(
        amend_document, "outgoing", year=2026, seq_no=1, new=new, reason="thiếu nơi nhận"
    ).result()
    desktop.go_on()
    line = desktop.lines(1)[1]
    assert line.cells[6] == f"Công an xã Mẫu{SIGNED}\nĐảng ủy xã Mẫu\nTrạm y tế xã Mẫu"
    assert open_keys(office) == [("outgoing", 1, "1.2"), ("outgoing", 1, "1.3")]


def test_who_signed_on_a_spoiled_sheet_need_not_sign_again(
    desktop: Desktop, office: Office
) -> None:
    add(office)
    desktop.go_on()
    mark(office, except_places=("1.2",))
    office.write(spoil_sheet, "outgoing", year=2026, sheet=1, reason="rách").result()
    desktop.go_on()
    (line,) = desktop.lines(2)
    assert line.cells[6] == f"Công an xã Mẫu{SIGNED}đã ký, tờ số 1\nBan Chỉ huy quân sự xã Mẫu"
    assert open_keys(office) == [("outgoing", 2, "1.2")]


def test_a_line_written_by_hand_is_signed_too(desktop: Desktop, office: Office) -> None:
    blank = office.write(
        print_blank_sheets, "outgoing", year=2026, count=1, out=desktop.out()
    ).result()
    desktop.answer(blank)
    office.write(add_document, "outgoing", document(), back=BackEntry(1, sheet=1)).result()
    assert open_keys(office) == [("outgoing", 1, "1.1"), ("outgoing", 1, "1.2")]
    assert mark(office).signed == 2


def test_registers_cite_the_receipt_sheet(desktop: Desktop, office: Office) -> None:
    for book in ("incoming", "outgoing"):
        office.write(set_signing, book, year=2026, signing=Signing.RECEIPT_SHEET).result()
    receive(office)
    add(office)
    add(office, recipients=("Đảng ủy xã Mẫu",))
    assert office.read(sheets_overview).result().handovers == 4
    printed = hand_over(desktop)
    assert (printed.lines, printed.numbers) == (4, (1,))
    lines = desktop.lines(1, "transfer")
    assert [line.cells[0] for line in lines] == ["01", "02", "03", "04"]
    assert [line.cells[6] for line in lines] == [
        "Phòng Thí Dụ",
        "Công an xã Mẫu",
        "Ban Chỉ huy quân sự xã Mẫu",
        "Đảng ủy xã Mẫu",
    ]
    assert [line.cells[7] for line in lines] == [""] * 4
    assert lines[0].cells[9] == "Sổ đến: 01/2026"
    desktop.go_on()
    desktop.go_on("incoming")
    assert desktop.lines(1)[0].cells[6] == (
        f"Công an xã Mẫu{SIGNED}TKN 1/2026, dòng 2\n"
        f"Ban Chỉ huy quân sự xã Mẫu{SIGNED}TKN 1/2026, dòng 3"
    )
    assert desktop.lines(1, "incoming")[0].cells[8] == f"Phòng Thí Dụ{SIGNED}TKN 1/2026, dòng 1"
    # All sign once, on the receipt sheet.
    assert open_keys(office) == [("transfer", 1, str(number)) for number in range(1, 5)]
    assert mark(office, book="transfer", except_places=("3",)).open == 1
    with pytest.raises(NothingToHandOver):
        hand_over(desktop)


def test_what_is_not_handed_over_yet_leaves_the_citation_to_the_pen(
    desktop: Desktop, office: Office
) -> None:
    office.write(set_signing, "outgoing", year=2026, signing=Signing.RECEIPT_SHEET).result()
    add(office, recipients=("Đảng ủy xã Mẫu",))
    desktop.go_on()
    assert desktop.lines(1)[0].cells[6] == f"Đảng ủy xã Mẫu{SIGNED}TKN ……, dòng ……"


def test_the_receipt_sheet_is_fed_again_the_same_day(desktop: Desktop, office: Office) -> None:
    office.write(set_signing, "outgoing", year=2026, signing=Signing.RECEIPT_SHEET).result()
    add(office)
    hand_over(desktop)
    add(office)
    again = hand_over(desktop)
    assert (again.numbers, again.lines) == ((1,), 2)
    assert desktop.numbers(1, "transfer") == ["01", "02", "03", "04"]
    office.write(spoil_sheet, "transfer", year=2026, sheet=1, reason="rách").result()
    office.write(prepare_handovers).result()
    assert desktop.go_on("transfer").lines == 4


def test_books_that_sign_in_their_lines_need_no_receipt_sheet(
    desktop: Desktop, office: Office
) -> None:
    add(office)
    with pytest.raises(NothingToHandOver):
        hand_over(desktop)
    assert not list(desktop.folder.glob("*.pdf"))


def test_a_document_of_the_old_year_is_handed_over_in_the_new_one(
    desktop: Desktop, office: Office, clock: FakeClock
) -> None:
    office.write(set_signing, "outgoing", year=2026, signing=Signing.RECEIPT_SHEET).result()
    clock.moment += timedelta(days=301)  # 31/12/2026
    add(office, recipients=("Công an xã Mẫu",))
    hand_over(desktop)
    add(office, recipients=("Đảng ủy xã Mẫu",))
    clock.moment += timedelta(days=3)  # 03/01/2027
    office.write(open_volume, "outgoing", year=2027).result()
    printed = hand_over(desktop)
    assert (printed.lines, printed.numbers) == (1, (1,))
    (line,) = desktop.lines(1, "transfer", year=2027)
    assert line.cells[:2] == ("01", "03/01/2027")
    assert line.cells[9] == "Sổ đi: 02/2026"
    desktop.go_on()
    assert desktop.lines(1)[1].cells[6] == f"Đảng ủy xã Mẫu{SIGNED}TKN 1/2027, dòng 1"


def test_a_closed_envelope_is_handed_to_the_person_it_names(
    desktop: Desktop, office: Office
) -> None:
    office.write(set_signing, "incoming", year=2026, signing=Signing.RECEIPT_SHEET).result()
    sealed = NewDocument(
        arrival_date=INCOMING.arrival_date,
        issuer="Công an tỉnh Giả Định",
        envelope=EnvelopeKind.SEALED,
        addressee="Chủ tịch UBND xã",
        finding=INCOMING.finding,
    )
    office.write(add_document, "incoming", sealed).result()
    hand_over(desktop)
    (line,) = desktop.lines(1, "transfer")
    assert (line.cells[3], line.cells[5], line.cells[6]) == (
        "Bì còn nguyên",
        "01",
        "Chủ tịch UBND xã",
    )


def test_what_was_in_the_envelope_is_handed_anew_to_whom_it_is_for(
    desktop: Desktop, office: Office
) -> None:
    office.write(set_signing, "incoming", year=2026, signing=Signing.RECEIPT_SHEET).result()
    sealed = replace(
        INCOMING,
        envelope=EnvelopeKind.SEALED,
        addressee="Chủ tịch UBND xã",
        receiving_unit="",
        doc_date=None,
        doc_type="",
        subject="",
    )
    office.write(add_document, "incoming", sealed).result()
    hand_over(desktop)
    desktop.go_on("incoming")
    inside = replace(INCOMING, addressee=sealed.addressee, receiving_unit="Công an xã Mẫu")
    office.write(open_envelope, year=2026, seq_no=1, new=inside, opened_by="Chủ tịch").result()
    hand_over(desktop)
    assert [line.cells[6] for line in desktop.lines(1, "transfer")] == [
        "Chủ tịch UBND xã",
        "Công an xã Mẫu",
    ]
    desktop.go_on("incoming")
    cells = [line.cells[8] for line in desktop.lines(1, "incoming")]
    assert cells == [
        f"Chủ tịch UBND xã{SIGNED}TKN 1/2026, dòng 1",
        f"Công an xã Mẫu{SIGNED}TKN 1/2026, dòng 2",
    ]
    with pytest.raises(NothingToHandOver):
        hand_over(desktop)


def test_who_signed_in_the_line_is_not_handed_it_again(desktop: Desktop, office: Office) -> None:
    add(office)
    desktop.go_on()
    mark(office, except_places=("1.2",))
    office.write(set_signing, "outgoing", year=2026, signing=Signing.RECEIPT_SHEET).result()
    printed = hand_over(desktop)
    assert printed.lines == 1
    assert desktop.lines(1, "transfer")[0].cells[6] == "Ban Chỉ huy quân sự xã Mẫu"
    # The old line still has its dotted line: a signature in either place is the one signature.
    mark(office, book="transfer")
    assert open_keys(office) == []


def test_marks_and_handovers_verify(desktop: Desktop, office: Office) -> None:
    office.write(set_signing, "outgoing", year=2026, signing=Signing.RECEIPT_SHEET).result()
    add(office)
    printed = office.write(print_receipt_sheet, out=desktop.out()).result()
    desktop.answer(printed, Answer.SPOILED)
    printed = desktop.go_on("transfer")
    mark(office, sheet=2, book="transfer")
    verdict = office.write(verify_vault, printed.code).result()
    assert (verdict.ok, verdict.verdict) == (True, "pass"), verdict.what

    def receipts(desk: Desk) -> int:
        return int(desk.rows.value("SELECT count(*) FROM receipt WHERE in_use = 1"))

    assert office.read(receipts).result() == 2
