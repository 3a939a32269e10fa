"""Papers about an incoming document and about a volume, printed with what the vault holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.direction import NewDirection
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.sheet import Answer, RunKind
from bmnn_desktop.errors import (
    ClearFileRefused,
    DocumentMissing,
    NothingWrong,
    OutputExists,
    VolumeMissing,
)
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.back_entry import BackEntry
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.correct_document import amend_document
from bmnn_desktop.services.give_direction import give_direction
from bmnn_desktop.services.list_sheets import waiting_prints
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_blank_sheets import print_blank_sheets
from bmnn_desktop.services.print_certificate import (
    closing_figures,
    print_closing_certificate,
    print_opening_certificate,
)
from bmnn_desktop.services.print_direction_slip import print_direction_slip
from bmnn_desktop.services.print_letter import print_letter
from bmnn_desktop.services.print_minutes import print_minutes
from bmnn_desktop.services.print_new_lines import print_new_lines
from bmnn_desktop.services.spoil_sheet import spoil_sheet
from bmnn_desktop.services.verify_vault import verify_vault
from tests.printing.reading import texts
from tests.services.offices import add, document, entries, found
from tests.services.paper import INCOMING, Desktop, receive


def flat(out: Path) -> str:
    return " ".join(" ".join(texts(out.read_bytes())).split())


def short(office: Office) -> int:
    """Register a document of which one copy is missing; return its number."""
    return receive(
        office,
        finding=Finding.SHORT,
        copies_announced=2,
        copies_issued=1,
        pages=12,
        remark="thiếu bản số 02",
    ).seq_no


def test_minutes_tell_what_was_wrong(desktop: Desktop, office: Office) -> None:
    number = short(office)
    out = desktop.out()
    printed = office.write(print_minutes, year=2026, seq_no=number, out=out).result()
    text = flat(out)
    for words in ("Sở Thí Dụ", "12/SM-VP", "02 bản", "01 bản", "12 trang", "Thiếu bản số 02."):
        assert words in text, words
    assert "Trần Thị Thử" in text
    assert "Phối hợp diễn tập" not in text  # never a subject
    anchor = Anchor.parse(printed.code)
    assert anchor.seq == printed.entry
    (waiting,) = office.read(waiting_prints).result()
    assert (waiting.kind, waiting.book, waiting.seq_no) == (RunKind.MINUTES, "incoming", number)
    assert waiting.sheets == ()
    office.write(answer_print, printed.run_id, Answer.GOOD).result()
    assert office.write(verify_vault, printed.code).result().ok is True


def test_a_paper_that_waits_for_its_answer_stops_no_sheet(desktop: Desktop, office: Office) -> None:
    number = short(office)
    office.write(print_letter, year=2026, seq_no=number, out=desktop.out()).result()
    office.write(print_opening_certificate, "incoming", year=2026, out=desktop.out()).result()
    assert desktop.go_on("incoming").numbers == (1,)
    assert len(office.read(waiting_prints).result()) == 2


def test_the_letter_asks_the_sender_for_the_rest(desktop: Desktop, office: Office) -> None:
    number = short(office)
    out = desktop.out()
    office.write(print_letter, year=2026, seq_no=number, out=out).result()
    text = flat(out)
    assert "Sở Thí Dụ" in text
    assert "gửi bổ sung phần còn thiếu" in text


def test_what_came_in_order_has_no_minutes(desktop: Desktop, office: Office) -> None:
    receive(office)
    before = entries(office)
    for service in (print_minutes, print_letter):
        with pytest.raises(NothingWrong):
            office.write(service, year=2026, seq_no=1, out=desktop.out()).result()
        with pytest.raises(DocumentMissing):
            office.write(service, year=2026, seq_no=9, out=desktop.out()).result()
    assert entries(office) == before
    assert not list(desktop.folder.glob("*.pdf"))


def test_the_slip_shows_what_the_leader_directed(desktop: Desktop, office: Office) -> None:
    receive(office, copies_issued=2, pages=3)
    new = NewDirection("Chủ tịch", "Ban Chỉ huy quân sự xã", date(2026, 3, 20), "Tham mưu")
    empty, filled = desktop.out(), desktop.out()
    office.write(print_direction_slip, year=2026, seq_no=1, out=empty).result()
    office.write(give_direction, year=2026, seq_no=1, new=new).result()
    office.write(
        print_direction_slip, year=2026, seq_no=1, out=filled, addressee="Chủ tịch UBND xã"
    ).result()
    assert "Phối hợp diễn tập giả định" in flat(empty)
    assert "02 bản, 03 trang" in flat(empty)
    assert "Ban Chỉ huy quân sự xã" not in flat(empty)
    for words in ("Chủ tịch UBND xã", "Ban Chỉ huy quân sự xã", "20/03/2026", "Tham mưu"):
        assert words in flat(filled), words


def test_a_slip_tells_no_subject_where_none_may_stand(desktop: Desktop, office: Office) -> None:
    receive(office, level=Level.TUYET_MAT, subject="")
    sealed = NewDocument(
        arrival_date=INCOMING.arrival_date,
        issuer="Công an tỉnh Giả Định",
        envelope=EnvelopeKind.SEALED,
        addressee="Chủ tịch UBND xã",
        finding=Finding.COMPLETE,
    )
    office.write(add_document, "incoming", sealed).result()
    for number, words in ((1, "không ghi"), (2, "Bì còn nguyên")):
        out = desktop.out()
        office.write(print_direction_slip, year=2026, seq_no=number, out=out).result()
        assert words in flat(out)


def test_the_certificate_of_closing_states_the_figures_of_the_vault(
    desktop: Desktop, office: Office
) -> None:
    for _document in range(3):
        add(office)
    office.write(annul_document, "outgoing", year=2026, seq_no=2, reason="ghi trùng").result()
    desktop.go_on()
    office.write(spoil_sheet, "outgoing", year=2026, sheet=1, reason="đổ cà phê").result()
    desktop.go_on()
    blank = office.write(
        print_blank_sheets, "outgoing", year=2026, count=2, out=desktop.out()
    ).result()
    desktop.answer(blank)
    office.write(add_document, "outgoing", document(), back=BackEntry(6, sheet=3)).result()
    new = document(signer="Lê Văn Giả Định")
    office.write(
        amend_document, "outgoing", year=2026, seq_no=1, new=new, reason="sai người ký"
    ).result()
    desktop.go_on()
    office.write(
        close_volume, "outgoing", year=2026, number=1, discrepancy="máy hỏng hai ngày"
    ).result()
    assert desktop.states() == {1: "spoiled", 2: "open", 3: "open", 4: "unused"}
    figures = office.read(closing_figures, "outgoing", year=2026).result()
    assert (figures.first_no, figures.last_no, figures.sheets) == (1, 6, 4)
    assert figures.struck == (2,)
    assert figures.vacant == (4, 5)
    assert [tuple(each) for each in figures.spoiled] == [(1, "đổ cà phê")]
    assert figures.unused_blanks == (4,)
    assert figures.corrections == 1
    assert figures.discrepancies == "máy hỏng hai ngày; còn 6 chỗ chưa ký nhận"
    out = desktop.out()
    office.write(print_closing_certificate, "outgoing", year=2026, out=out).result()
    text = flat(out)
    for words in ("Từ số 01 đến số 06", "tờ số 01 (đổ cà phê)", "04–05", "04 tờ"):
        assert words in text, words


def test_the_certificate_of_opening_names_the_book_before(desktop: Desktop, office: Office) -> None:
    out = desktop.out()
    office.write(print_opening_certificate, "incoming", year=2026, out=out).result()
    text = flat(out)
    assert "đăng ký từ số 01" in text
    assert "SỔ ĐĂNG KÝ BÍ MẬT NHÀ NƯỚC ĐẾN" in text
    with pytest.raises(VolumeMissing):
        office.write(print_opening_certificate, "incoming", year=2030, out=desktop.out()).result()
    with pytest.raises(OutputExists):
        office.write(print_opening_certificate, "incoming", year=2026, out=out).result()


def test_a_real_vault_writes_no_paper_and_no_sheet_in_clear(tmp_path: Path) -> None:
    office, _sheet = found(tmp_path / "vault", training=False)
    try:
        number = short(office)
        before = entries(office)
        out = tmp_path / "bb.pdf"
        for call in (
            office.write(print_minutes, year=2026, seq_no=number, out=out),
            office.write(print_new_lines, "incoming", year=2026, out=out),
            office.write(print_blank_sheets, "incoming", year=2026, count=1, out=out),
        ):
            with pytest.raises(ClearFileRefused):
                call.result()
        assert entries(office) == before
        assert not out.exists()
    finally:
        office.close()
