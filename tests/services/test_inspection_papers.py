"""Phiên kiểm tra: what he opened, and his papers."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.domain.inspection import LookKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import (
    AnchorMistyped,
    BookEmpty,
    InspectionMissing,
    NotAllowed,
    OutputExists,
)
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.answer_proposal import answer_proposal
from bmnn_desktop.services.draw_sample import draw_sample
from bmnn_desktop.services.find_documents import find_documents
from bmnn_desktop.services.inspection import (
    open_inspection,
)
from bmnn_desktop.services.inspection_papers import (
    inspection_sheet,
    preview_inspection_sheet,
    print_inspection_sheet,
    print_sample_sheet,
)
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.list_sheets import list_sheets, sheet_places
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.preview_book import preview_book
from bmnn_desktop.services.second_person import SessionHolder
from bmnn_desktop.services.session import Role, Session
from bmnn_desktop.services.show_document import show_document
from bmnn_desktop.services.spoil_sheet import spoil_sheet
from bmnn_desktop.services.verify_vault import verify_vault
from tests.printing.reading import shows_code, texts
from tests.services.inspecting import NEW, again, looks
from tests.services.offices import (
    FakeClock,
    add,
    entries,
)
from tests.services.paper import Desktop, receive
from tests.services.second_people import TwoPeople


@pytest.fixture
def guest(office: Office) -> Office:
    """Return the office with an inspector in it and two lines in the book."""
    add(office)
    add(office)
    office.write(open_inspection, NEW).result()
    return office


def test_what_is_opened_is_recorded_once(office: Office, desktop: Desktop) -> None:
    one = add(office, subject="nội dung mật").document_id
    receive(office)
    desktop.go_on()
    office.write(open_inspection, NEW).result()
    assert looks(office) == []
    for _twice in range(2):
        office.read(show_document, one).result()
        office.read(list_documents, "incoming", year=2026).result()
        office.read(list_documents, "outgoing", year=2026, search="noi dung mat").result()
        office.read(find_documents, "noi dung mat").result()
        office.read(list_sheets, "outgoing", year=2026).result()
        office.read(sheet_places, "outgoing", year=2026, sheet=1).result()
        office.read(preview_book, "incoming", year=2026).result().close()
    assert looks(office) == [
        ("document", "Sổ đi 2026, số 01"),
        ("register", "Sổ đến"),
        ("register", "Sổ đi, có tìm"),
        ("register", "Tìm trong các sổ"),
        ("volume", "Sổ đi 2026, quyển 01"),
        ("sheet", "Sổ đi 2026, quyển 01, tờ 01"),
        ("volume", "Sổ đến 2026, quyển 01"),
    ]

    def told(desk: Any) -> str:  # noqa: ANN401
        rows = desk.rows.all("SELECT * FROM inspection_look")
        return " ".join(str(value) for row in rows for value in row)

    assert "noi dung" not in office.read(told).result()


def test_what_cannot_be_shown_is_no_look(guest: Office) -> None:
    with pytest.raises(Exception, match="này"):
        guest.read(show_document, 99).result()
    assert looks(guest) == []


def test_nothing_is_recorded_without_a_guest(office: Office) -> None:
    before = entries(office)
    row = add(office).document_id
    office.read(show_document, row).result()
    assert entries(office) == before + 1


def flat(out: Path) -> str:
    return re.sub(r"\s+", " ", " ".join(texts(out.read_bytes())))


def test_the_sheet_states_the_figures_and_its_code_verifies(
    office: Office, desktop: Desktop, clock: FakeClock
) -> None:
    for _line in range(3):
        add(office)
    office.write(annul_document, "outgoing", year=2026, seq_no=2, reason="trùng").result()
    desktop.go_on()
    office.write(spoil_sheet, "outgoing", year=2026, sheet=1, reason="rách").result()
    desktop.go_on()
    office.write(open_inspection, NEW).result()
    office.read(show_document, 3).result()
    paper = office.read(inspection_sheet).result()
    outgoing = next(each for each in paper.counted if each.book == "Sổ đi")
    assert tuple(outgoing) == ("Sổ đi", 2026, "01–03", 3, 1, 0, 1, 2, 1)
    assert paper.entries == entries(office)
    out = desktop.out()
    printed = office.write(print_inspection_sheet, out=out).result()
    assert printed.entry == paper.entries + 1
    assert all(shows_code(page, printed.code) for page in texts(out.read_bytes()))
    text = flat(out)
    for words in (
        *("Đỗ Văn Kiểm", "Công an tỉnh Giả Định", "QĐ số 15/QĐ-CAT, ngày 02/03/2026"),
        *("Trần Thị Thử", "Sổ đi 2026, số 03", f"có {paper.entries} mục"),
        *("Không có lần nào", "không phải mẫu do pháp luật quy định"),
    ):
        assert words in text, words
    assert office.write(verify_vault, printed.code).result().ok
    office.close()
    next_year = again(office, clock)
    add(next_year)
    assert next_year.write(verify_vault, printed.code).result().ok
    next_year.close()


def test_a_code_that_was_not_printed_does_not_verify(guest: Office) -> None:
    with pytest.raises(AnchorMistyped):
        guest.write(verify_vault, "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE").result()
    assert guest.write(verify_vault, Anchor.of(1, 1, bytes(32)).code).result().ok is False


def test_an_older_session_can_be_printed_later(
    guest: Office, clock: FakeClock, tmp_path: Path
) -> None:
    guest.close()
    after = again(guest, clock)
    out = tmp_path / "phieu.pdf"
    after.write(print_inspection_sheet, 1, out=out).result()
    assert "Đỗ Văn Kiểm" in flat(out)
    with pytest.raises(OutputExists):
        after.write(print_inspection_sheet, 1, out=out).result()
    with pytest.raises(InspectionMissing):
        after.write(print_inspection_sheet, 7, out=tmp_path / "x.pdf").result()
    after.close()


def test_the_preview_has_no_code(guest: Office) -> None:
    preview = guest.read(preview_inspection_sheet).result()
    assert preview.names[0] == "Trang 1"
    preview.close()
    assert looks(guest) == []


def test_a_sample_is_drawn_by_its_seed_and_recorded(office: Office, tmp_path: Path) -> None:
    for number in range(1, 16):
        add(
            office,
            subject="" if number == 4 else "bí mật",
            level=(Level.TUYET_MAT if number == 4 else Level.MAT),
        )
    office.write(open_inspection, NEW).result()
    sample = office.read(draw_sample, "outgoing", year=2026, seed=42).result()
    assert len(sample.lines) == 10
    assert sample == office.read(draw_sample, "outgoing", year=2026, seed=42).result()
    with pytest.raises(BookEmpty):
        office.read(draw_sample, "incoming", year=2026, seed=42).result()
    other = office.read(draw_sample, "outgoing", year=2026, seed=43, count=3).result()
    assert len(other.lines) == 3
    recorded = looks(office)
    assert ("register", "Sổ đi 2026, bốc ngẫu nhiên, số gieo 42") in recorded
    drawn = {f"Sổ đi 2026, số {line.seq_no:02d}" for line in (*sample.lines, *other.lines)}
    assert {what for kind, what in recorded if kind == LookKind.DOCUMENT.value} == drawn
    out = tmp_path / "mau.pdf"
    office.write(print_sample_sheet, "outgoing", year=2026, seed=42, out=out).result()
    text = flat(out)
    assert "số gieo 42" in text
    assert "Tìm thấy" in text
    assert "bí mật" not in text.replace("bí mật nhà nước", "")


def test_two_signatures_within_ten_seconds_stand_on_the_sheet(
    people: TwoPeople, clock: FakeClock, tmp_path: Path
) -> None:
    office, chief = people.office, SessionHolder(people.chief)
    slow, quick = people.propose("UBND-1"), people.propose("UBND-2")
    office.write(answer_proposal, quick, approve=False, reason="sai", second=chief).result()
    clock.moment += timedelta(minutes=2)
    office.write(answer_proposal, slow, approve=True, second=chief).result()
    office.write(open_inspection, NEW).result()
    (one,) = office.read(inspection_sheet).result().quick
    assert (one.entry, one.first, one.second) == (quick + 1, "Trần Thị Thử", "Lê Văn hung")
    assert 0 < float(one.seconds.replace(",", ".")) < 10
    out = tmp_path / "phieu.pdf"
    office.write(print_inspection_sheet, out=out).result()
    text = flat(out)
    assert "Có 01 lần người thứ hai ký sau người trước dưới mười giây" in text
    assert all(words in text for words in (str(one.entry), one.second, one.seconds))


def test_a_confirming_person_opens_one(office: Office, tmp_path: Path) -> None:
    office.session = Session(1, "lanh-dao", "Lãnh Đạo", frozenset({Role.CONFIRMER}), 1)
    office.write(open_inspection, NEW).result()
    office.write(print_inspection_sheet, out=tmp_path / "phieu.pdf").result()


def test_who_neither_keeps_nor_confirms_opens_none(office: Office) -> None:
    administrator = Session(1, "quan-tri", "Quản Trị", frozenset(), 1)
    office.session = administrator
    with pytest.raises(NotAllowed):
        office.write(open_inspection, NEW).result()
