"""Cung cấp, chuyển giao: asked in writing, decided by somebody who may, given or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bmnn_desktop.domain.custody import Standing
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.provision import AskerKind, Decision, NewRequest, ProvisionOutcome
from bmnn_desktop.errors import (
    CopyMissing,
    DeciderWithoutAuthority,
    EventMissing,
    FieldsWrong,
    ForeignAsker,
    PaperNotDue,
    ProvisionSettled,
    StepImpossible,
)
from bmnn_desktop.services.decide_provision import decide_provision
from bmnn_desktop.services.duties import DutyKind
from bmnn_desktop.services.give_provision import Given, give_provision
from bmnn_desktop.services.list_provisions import list_provisions, show_provision
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_event import print_event_paper
from bmnn_desktop.services.request_provision import request_provision
from bmnn_desktop.services.take_out import take_out
from bmnn_desktop.services.today import look_at_today
from tests.printing.reading import squeezed, texts
from tests.services.events import INSIDE, chain_of, copies_of, ids_of, let_permit, standings
from tests.services.offices import add, entries

BODY = NewRequest(
    kind=AskerKind.BODY,
    asker="Sở Thí Dụ",
    representative="Phạm Đại Diện",
    request="45/ĐN-STD",
    what="Kế hoạch diễn tập giả định",
    purpose="Phối hợp diễn tập",
    commitment=True,
)
PERSON = replace(
    BODY,
    kind=AskerKind.PERSON,
    asker="Võ Cá Nhân",
    representative="",
    identity="CCCD số giả 000, xã Mẫu, chuyên viên",
)
CHAIRMAN = "Chủ tịch UBND xã"
GRANTED = Decision(granted=True, decider="Nguyễn Văn Mẫu", decider_post=CHAIRMAN)
REFUSED = replace(GRANTED, granted=False, reasons="Không thuộc phạm vi phối hợp")


def ask(office: Office, new: NewRequest = BODY, number: int = 1) -> int:
    return office.write(request_provision, "outgoing", year=2026, seq_no=number, new=new).result()


@pytest.fixture
def document(office: Office) -> int:
    let_permit(office, CHAIRMAN, "TOI_MAT")
    return add(office).document_id


def test_copies_go_out_with_a_line_of_the_transfer_log(office: Office, document: int) -> None:
    first, second, _third = ids_of(office, document)
    provision = ask(office)
    waiting = office.read(look_at_today).result().duties.must
    assert [duty.count for duty in waiting if duty.kind is DutyKind.PROVISION] == [1]
    office.write(decide_provision, provision, GRANTED).result()
    office.write(give_provision, provision, Given(), copies=(first, second)).result()
    found = office.read(show_provision, provision).result()
    assert (found.outcome, found.given_on) == (ProvisionOutcome.GRANTED, date(2026, 3, 5))
    assert found.given == "Bản số 01, Bản số 02"
    place = copies_of(office, document)[0]
    assert (place.standing, place.holder) == (Standing.SENT, "Sở Thí Dụ")
    assert place.handover_id is not None
    assert chain_of(office, first)[-1].handover_no == 1
    assert office.read(list_provisions).result() == ()


def test_information_alone_needs_its_words(office: Office, document: int) -> None:
    provision = ask(office, PERSON)
    office.write(decide_provision, provision, GRANTED).result()
    with pytest.raises(FieldsWrong, match="thông tin gì"):
        office.write(give_provision, provision, Given()).result()
    office.write(give_provision, provision, Given("Đọc tại chỗ phần II")).result()
    assert office.read(show_provision, provision).result().given == "Đọc tại chỗ phần II"
    assert standings(office, document) == [Standing.STORE] * 3


@pytest.mark.usefixtures("document")
@pytest.mark.parametrize(
    ("new", "field"),
    [
        (replace(BODY, representative=""), "representative"),
        (replace(PERSON, identity=" "), "identity"),
        (replace(BODY, what=""), "what"),
        (replace(BODY, purpose=""), "purpose"),
        (replace(BODY, request=""), "request"),
        (replace(BODY, requested_on=date(2026, 3, 6)), "requested_on"),
    ],
)
def test_a_request_names_what_article_15_asks(office: Office, new: NewRequest, field: str) -> None:
    with pytest.raises(FieldsWrong) as refused:
        ask(office, new)
    assert [wrong.field for wrong in refused.value.errors] == [field]


@pytest.mark.usefixtures("document")
def test_a_foreigner_is_sent_to_those_who_decide(office: Office) -> None:
    before = entries(office)
    with pytest.raises(ForeignAsker, match="điểm a, b, c") as refused:
        ask(office, replace(BODY, is_foreign=True))
    assert "Điều 16 Luật số 117/2025/QH15" in str(refused.value)
    assert entries(office) == before
    add(office, level=Level.TUYET_MAT, subject="")
    with pytest.raises(ForeignAsker, match="Tổng Bí thư"):
        ask(office, replace(BODY, is_foreign=True), number=2)


@pytest.mark.usefixtures("document")
def test_only_who_may_permit_copying_at_the_level_decides(office: Office) -> None:
    provision = ask(office)
    stranger = replace(GRANTED, decider_post="Trưởng phòng Văn hóa")
    with pytest.raises(DeciderWithoutAuthority, match="độ Tối mật"):
        office.write(decide_provision, provision, stranger).result()
    add(office, level=Level.TUYET_MAT, subject="")
    higher = ask(office, number=2)
    with pytest.raises(DeciderWithoutAuthority, match="độ Tuyệt mật"):
        office.write(decide_provision, higher, GRANTED).result()
    office.write(decide_provision, provision, GRANTED).result()


@pytest.mark.usefixtures("document")
def test_a_grant_needs_the_commitment_and_a_refusal_its_reasons(office: Office) -> None:
    provision = ask(office, replace(BODY, commitment=False))
    with pytest.raises(FieldsWrong, match="cam kết"):
        office.write(decide_provision, provision, GRANTED).result()
    with pytest.raises(FieldsWrong, match="lý do"):
        office.write(decide_provision, provision, replace(REFUSED, reasons=" ")).result()
    early = replace(REFUSED, decided_on=date(2026, 3, 4))
    with pytest.raises(FieldsWrong, match="ngày đề nghị"):
        office.write(decide_provision, provision, early).result()
    office.write(decide_provision, provision, REFUSED).result()
    with pytest.raises(ProvisionSettled, match="từ chối"):
        office.write(give_provision, provision, Given("x")).result()
    with pytest.raises(ProvisionSettled):
        office.write(decide_provision, provision, GRANTED).result()


def test_what_is_given_is_a_copy_of_what_was_asked_and_is_here(
    office: Office, document: int
) -> None:
    other = add(office).document_id
    provision = ask(office)
    with pytest.raises(ProvisionSettled, match="chờ quyết định"):
        office.write(give_provision, provision, Given("x")).result()
    office.write(decide_provision, provision, GRANTED).result()
    with pytest.raises(CopyMissing, match="số 02 sổ đi 2026"):
        office.write(give_provision, provision, Given(), copies=ids_of(office, other)[:1]).result()
    first, *_rest = ids_of(office, document)
    office.write(take_out, [first], INSIDE).result()
    before = entries(office)
    with pytest.raises(StepImpossible):
        office.write(give_provision, provision, Given(), copies=(first,)).result()
    with pytest.raises(EventMissing):
        office.write(give_provision, 99, Given("x")).result()
    assert entries(office) == before


@pytest.mark.usefixtures("document")
def test_the_papers_say_who_asked_and_why_not(office: Office, tmp_path: Path) -> None:
    provision = ask(office)
    form = tmp_path / "form.pdf"
    office.write(print_event_paper, "provision-request", provision, out=form).result()
    told = squeezed("".join(texts(form.read_bytes())))
    for words in ("Sở Thí Dụ", "Phạm Đại Diện", "UBND xã Mẫu", "cam kết bảo vệ", "chưa xác nhận"):
        assert squeezed(words) in told
    letter = tmp_path / "letter.pdf"
    with pytest.raises(PaperNotDue, match="chờ quyết định"):
        office.write(print_event_paper, "provision-refusal", provision, out=letter).result()
    office.write(decide_provision, provision, REFUSED).result()
    office.write(print_event_paper, "provision-refusal", provision, out=letter).result()
    told = squeezed("".join(texts(letter.read_bytes())))
    assert squeezed("Lý do: Không thuộc phạm vi phối hợp.") in told
    assert squeezed("CHỦ TỊCH UBND XÃ") in told
