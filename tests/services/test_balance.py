"""Every copy is somewhere: balances close, and a copy not found is the difference until it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.custody import Standing, Step
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.errors import DiscrepancyMissing, StepImpossible
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.balance import print_balance_sheet, read_balance
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.copy_steps import chosen, take_step
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.see_copies import count_unseen, see_copies
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import copies
from tests.printing.reading import texts
from tests.services.offices import add
from tests.services.paper import receive

STOCK = NewDocument(
    doc_number="12/KH-UBND",
    doc_date=date(2019, 5, 6),
    doc_type="Kế hoạch",
    subject="Nội dung giả định năm cũ",
    level=Level.TOI_MAT,
    issuer="Ủy ban nhân dân huyện Thí Dụ",
    copies_issued=2,
    paper_reference="Sổ đến 2019, số 37",
    holding_unit="Tủ số 2",
)


def miss(office: Office, document: int, place: int = 0) -> None:
    def act(desk: WritingDesk) -> None:
        with desk.journal.write("incident.open") as writing:
            copy = copies.of_document(writing.rows, document)[place]
            some = chosen(writing.rows, [copy.id])
            take_step(writing, some, Step.MISS, desk.today(), today=desk.today())

    office.write(act).result()


def standings(office: Office, document: int) -> list[tuple[Standing, str, str]]:
    def read(desk: Desk) -> list[tuple[Standing, str, str]]:
        found = copies.of_document(desk.rows, document)
        return [(copy.standing, copy.holder, copy.place) for copy in found]

    return office.read(read).result()


def test_what_came_and_what_went_out_is_somewhere(office: Office) -> None:
    receive(
        office, finding=Finding.SHORT, remark="Bì ghi 3 bản", copies_announced=3, copies_issued=2
    )
    add(office)  # two recipients and a file copy
    found = office.read(read_balance).result()
    one = found.total
    assert (one.announced, one.received, one.issued) == (3, 2, 3)
    assert (one.held, one.missing_at_receipt, one.born, one.difference) == (5, 1, 6, 0)
    assert found.out == ()
    incoming = office.read(read_balance, "incoming", year=2026).result().total
    assert (incoming.born, incoming.held, incoming.missing_at_receipt) == (3, 2, 1)


def test_a_surplus_here_never_hides_a_lack_there(office: Office) -> None:
    receive(office, finding=Finding.SHORT, remark="thiếu", copies_announced=3, copies_issued=2)
    receive(office, finding=Finding.SURPLUS, remark="thừa", copies_announced=1, copies_issued=2)
    one = office.read(read_balance).result().total
    assert (one.announced, one.received, one.missing_at_receipt) == (5, 4, 1)
    assert one.difference == 0


def test_a_struck_number_has_no_copies(office: Office) -> None:
    add(office)
    office.write(annul_document, "outgoing", year=2026, seq_no=1, reason="Ghi trùng").result()
    assert office.read(read_balance).result().total.born == 0


def test_a_copy_not_found_is_the_difference_until_its_case_ends(office: Office) -> None:
    done = add(office)
    miss(office, done.document_id)
    found = office.read(read_balance, "outgoing", year=2026, volume=1).result()
    assert (found.total.born, found.total.held, found.total.difference) == (3, 2, 1)
    (wrong,) = found.out
    assert (wrong.document.seq_no, wrong.balance.difference) == (1, 1)
    assert wrong.where == ("Bản số 01: Chưa tìm thấy",)
    with pytest.raises(StepImpossible, match="khóa cho tới khi vụ việc kết thúc"):
        miss(office, done.document_id)


def test_a_volume_with_a_difference_closes_with_words_and_a_confirmation(
    office: Office, tmp_path: Path
) -> None:
    done = add(office)
    miss(office, done.document_id, 1)
    with pytest.raises(DiscrepancyMissing, match="1 bản chưa tìm thấy"):
        office.write(close_volume, "outgoing", year=2026, number=1).result()
    out = tmp_path / "can-doi.pdf"
    printed = office.write(print_balance_sheet, "outgoing", year=2026, volume=1, out=out).result()
    assert printed.sheets == 1
    office.write(answer_print, printed.run_id, Answer.GOOD).result()
    page = " ".join(texts(out.read_bytes())[0].split())
    assert "BẢNG CÂN ĐỐI BẢN" in page.upper()
    assert "số 01 sổ đi 2026" in page
    assert "Bản số 02: Chưa tìm thấy" in page
    closed = office.write(
        close_volume, "outgoing", year=2026, number=1, discrepancy="Bản số 02 chưa tìm thấy"
    ).result()
    assert closed.is_closed

    def last(desk: Desk) -> str:
        return str(desk.rows.value("SELECT action FROM entry ORDER BY seq DESC LIMIT 1"))

    assert office.read(last).result() == "volume.close_short"


def test_what_lay_in_the_safe_before_is_in_the_balance_and_unseen(office: Office) -> None:
    done = office.write(add_document, "stock", STOCK).result()
    assert (done.book, done.seq_no, len(done.copies)) == ("stock", 1, 2)
    held = replace(STOCK, receiving_unit="Công an xã Mẫu", copies_issued=1)
    other = office.write(add_document, "stock", held).result()
    assert other.seq_no == 2
    assert standings(office, done.document_id) == [(Standing.STORE, "", "Tủ số 2")] * 2
    assert standings(office, other.document_id) == [(Standing.HELD, "Công an xã Mẫu", "")]
    one = office.read(read_balance).result().total
    assert (one.stock, one.held, one.unseen, one.difference) == (3, 3, 3, 0)
    assert office.read(count_unseen).result() == 3

    def first(desk: Desk) -> int:
        return copies.of_document(desk.rows, done.document_id)[0].id

    seen = office.read(first).result()
    office.write(see_copies, [seen]).result()
    assert office.read(count_unseen).result() == 2
    assert office.read(read_balance).result().total.unseen == 2
    assert office.write(verify_vault, None).result().ok is not False


def test_the_stock_list_opens_by_itself_and_stands_on_the_closing_sheet(office: Office) -> None:
    first = office.write(add_document, "stock", STOCK).result()
    assert first.year == 2026

    def last(desk: Desk) -> str:
        return str(desk.rows.value("SELECT action FROM entry ORDER BY seq DESC LIMIT 1"))

    assert office.read(last).result() == "stock.enter"
    assert "stock.enter" in actions.keys(Grade.LISTED)
