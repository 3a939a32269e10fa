"""Incoming mail: two steps, the comparison, what comes later, whom the leader charged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.direction import NewDirection
from bmnn_desktop.domain.document import Copy, Document, NewDocument
from bmnn_desktop.domain.envelope import EnvelopeKind, Urgency
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import (
    DirectionMissing,
    DocumentAnnulled,
    EnvelopeOpened,
    EnvelopeSealed,
    FieldsWrong,
    NothingAwaited,
)
from bmnn_desktop.services.add_document import Registered, add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.correct_document import correct_document
from bmnn_desktop.services.give_direction import finish_direction, give_direction, list_directions
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_envelope import keep_content_closed, open_envelope
from bmnn_desktop.services.receive_rest import receive_rest
from bmnn_desktop.services.show_document import show_document
from bmnn_desktop.services.verify_vault import verify_vault
from tests.services.offices import entries, found

LETTER = NewDocument(
    arrival_date=date(2026, 3, 5),
    issuer="Sở Thí Dụ tỉnh Giả Định",
    doc_number="45/STD-VP",
    doc_date=date(2026, 3, 2),
    doc_type="Công văn",
    subject="Phối hợp diễn tập giả định",
    level=Level.MAT,
    receiving_unit="Phòng Mẫu",
    finding=Finding.COMPLETE,
    copies_announced=1,
    pages=4,
    annexes=1,
)
SEALED = NewDocument(
    arrival_date=date(2026, 3, 5),
    issuer="Công an tỉnh Giả Định",
    doc_number="7/CA",
    envelope=EnvelopeKind.SEALED,
    addressee="Nguyễn Văn Mẫu, Chủ tịch",
    urgency=Urgency.KHAN,
    finding=Finding.COMPLETE,
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office, _sheet = found(tmp_path / "vault", incoming_first_no=37)
    yield office
    office.close()


def receive(office: Office, new: NewDocument = LETTER, **changed: object) -> Registered:
    return office.write(add_document, "incoming", replace(new, **changed)).result()  # type: ignore[arg-type]


def line(office: Office, seq_no: int) -> Document:
    rows = office.read(list_documents, "incoming").result().rows
    return next(row for row in rows if row.seq_no == seq_no)


def test_a_letter_gets_its_number_and_what_the_stamp_says(office: Office) -> None:
    done = receive(office)
    assert (done.seq_no, done.arrival_no, done.arrival_date) == (37, 37, date(2026, 3, 5))
    assert (done.receiver, len(done.copies)) == ("Phòng Mẫu", 1)
    stored = line(office, 37)
    assert stored.typed() == replace(LETTER, arrival_no=37, copies_issued=1)
    assert stored.envelope is not None
    assert (stored.envelope.opened_on, stored.envelope.sender) == (
        date(2026, 3, 5),
        "Sở Thí Dụ tỉnh Giả Định",
    )


def test_an_arrival_number_of_its_own_is_kept_and_never_doubled(office: Office) -> None:
    assert receive(office, arrival_no=40).arrival_no == 40
    with pytest.raises(FieldsWrong, match=r"số 40 đã ghi ở số thứ tự 37"):
        receive(office, arrival_no=40)
    assert [receive(office).seq_no for _ in range(2)] == [38, 39]
    with pytest.raises(FieldsWrong, match="Số đến"):
        receive(office)  # the fourth line would take số đến 40 by itself
    assert receive(office, arrival_no=41).seq_no == 40


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"finding": None}, "finding"),
        ({"finding": Finding.SHORT}, "remark"),
        ({"copies_announced": 2, "copies_issued": 1}, "finding"),
        ({"copies_announced": 1, "copies_issued": 2}, "finding"),
        ({"copies_announced": 1000}, "copies_announced"),
        ({"issuer": ""}, "issuer"),
        ({"level": None}, "level"),
        ({"doc_date": None}, "doc_date"),
        ({"level": Level.TUYET_MAT}, "subject"),
        ({"subject": ""}, "subject"),
        ({"envelope": EnvelopeKind.OPENED}, "addressee"),
        ({"pages": -1}, "pages"),
        ({"arrival_no": 0}, "arrival_no"),
    ],
)
def test_a_wrong_letter_is_refused_at_its_field(
    office: Office, changed: dict[str, Any], field: str
) -> None:
    before = entries(office)
    with pytest.raises(FieldsWrong) as refused:
        receive(office, **changed)
    assert [error.field for error in refused.value.errors] == [field]
    assert entries(office) == before


def test_a_tuyet_mat_letter_has_no_subject(office: Office) -> None:
    receive(office, level=Level.TUYET_MAT, subject="")
    assert (line(office, 37).subject, line(office, 37).level) == ("", Level.TUYET_MAT)


# ── the envelope nobody here may open ────────────────────────────────────────────────────────


def test_a_closed_envelope_is_registered_from_its_cover(office: Office) -> None:
    done = receive(office, SEALED)
    assert (done.receiver, done.copies) == (
        "Nguyễn Văn Mẫu, Chủ tịch",
        (Copy(1, "Nguyễn Văn Mẫu, Chủ tịch", is_file_copy=False),),
    )
    stored = line(office, 37)
    assert stored.is_sealed
    assert (stored.level, stored.doc_date, stored.subject) == (None, None, "")


@pytest.mark.parametrize("name", ["doc_date", "doc_type", "subject", "copies_issued", "pages"])
def test_nobody_knows_what_is_inside_a_closed_envelope(office: Office, name: str) -> None:
    inside: dict[str, Any] = {name: getattr(replace(LETTER, copies_issued=1), name)}
    with pytest.raises(FieldsWrong) as refused:
        receive(office, SEALED, **inside)
    assert {error.field for error in refused.value.errors} == {name}


def test_opening_fills_in_the_line_under_its_number(office: Office) -> None:
    receive(office, SEALED)
    inside = replace(LETTER, addressee=SEALED.addressee, arrival_no=37)
    done = office.write(
        open_envelope, year=2026, seq_no=37, new=inside, opened_by="Nguyễn Văn Mẫu"
    ).result()
    assert (done.seq_no, len(done.copies)) == (37, 1)
    stored = line(office, 37)
    assert (stored.doc_number, stored.level) == ("45/STD-VP", Level.MAT)
    assert stored.envelope is not None
    assert (stored.envelope.cover_number, stored.envelope.opened_by) == ("7/CA", "Nguyễn Văn Mẫu")
    with pytest.raises(EnvelopeOpened):
        office.write(
            open_envelope, year=2026, seq_no=37, new=inside, opened_by="Nguyễn Văn Mẫu"
        ).result()
    assert office.write(verify_vault).result().ok is None


def test_a_correction_opens_no_envelope(office: Office) -> None:
    receive(office, SEALED)
    change: dict[str, Any] = {"year": 2026, "seq_no": 37, "reason": "ghi nhầm"}
    with pytest.raises(EnvelopeSealed):
        office.write(correct_document, "incoming", new=LETTER, **change).result()
    fixed = replace(SEALED, addressee="Trần Thị Thử, Phó Chủ tịch", receiving_unit="")
    office.write(correct_document, "incoming", new=fixed, **change).result()
    stored = line(office, 37)
    assert stored.is_sealed
    assert stored.receiving_unit == "Trần Thị Thử, Phó Chủ tịch"


def test_the_addressee_may_keep_the_content_out_of_the_book(office: Office) -> None:
    receive(office, SEALED)
    office.write(keep_content_closed, year=2026, seq_no=37, opened_by="Chủ tịch").result()
    stored = line(office, 37)
    assert (stored.is_sealed, stored.level) == (False, None)
    assert stored.note == "Người có tên mở bì và giữ, không đăng ký nội dung"
    assert stored.envelope_kind is EnvelopeKind.KEPT


def test_the_cover_of_a_kept_envelope_is_corrected_without_its_content(office: Office) -> None:
    receive(office, SEALED)
    office.write(keep_content_closed, year=2026, seq_no=37, opened_by="Chủ tịch").result()
    new = replace(line(office, 37).typed(), doc_number="8/CA")
    assert new.envelope is EnvelopeKind.KEPT
    office.write(
        correct_document, "incoming", year=2026, seq_no=37, new=new, reason="ghi nhầm số bì"
    ).result()
    stored = line(office, 37)
    assert (stored.doc_number, stored.doc_date, stored.level) == ("8/CA", None, None)
    assert stored.envelope is not None
    assert (stored.envelope_kind, stored.envelope.opened_by) == (EnvelopeKind.KEPT, "Chủ tịch")


def test_an_envelope_that_came_opened_and_kept_is_registered_from_its_cover(
    office: Office,
) -> None:
    receive(office, SEALED, envelope=EnvelopeKind.KEPT)
    stored = line(office, 37)
    assert (stored.envelope_kind, stored.copies_issued) == (EnvelopeKind.KEPT, None)
    assert stored.envelope is not None
    assert stored.envelope.opened_by == SEALED.addressee


def test_a_reason_longer_than_a_paper_is_refused_and_nothing_changes(office: Office) -> None:
    receive(office)
    new = replace(line(office, 37).typed(), note="để ở tủ số 1")
    with pytest.raises(FieldsWrong, match="Lý do: dài quá 2000 ký tự"):
        office.write(
            correct_document, "incoming", year=2026, seq_no=37, new=new, reason="a" * 2001
        ).result()
    assert line(office, 37).note == ""


# ── received short ───────────────────────────────────────────────────────────────────────────


def test_the_rest_closes_what_was_short(office: Office) -> None:
    short: dict[str, Any] = {"finding": Finding.SHORT, "remark": "Thiếu 1 bản", "copies_issued": 1}
    receive(office, copies_announced=3, **short)
    stored = line(office, 37)
    assert stored.comparison is not None
    assert (stored.comparison.awaiting, stored.copies_issued) == (True, 1)
    rest: dict[str, Any] = {"year": 2026, "seq_no": 37}
    office.write(receive_rest, copies=1, words="", is_all=False, **rest).result()
    office.write(receive_rest, copies=1, words="bì thứ hai", **rest).result()
    stored = line(office, 37)
    assert stored.comparison is not None
    assert (stored.comparison.awaiting, stored.comparison.settled_on) == (False, date(2026, 3, 5))
    assert stored.comparison.settlement == "thêm 1 bản; thêm 1 bản, bì thứ hai"
    card = office.read(show_document, stored.id).result()
    assert [copy.copy_no for copy in card.copies] == [1, 2, 3]
    with pytest.raises(NothingAwaited):
        office.write(receive_rest, copies=1, words="", **rest).result()


def test_nothing_at_all_is_no_rest(office: Office) -> None:
    receive(office, finding=Finding.SHORT, remark="Thiếu phụ lục")
    with pytest.raises(FieldsWrong, match="Nhận thêm những gì"):
        office.write(receive_rest, year=2026, seq_no=37, copies=0, words=" ").result()


# ── the leader ───────────────────────────────────────────────────────────────────────────────


def test_a_direction_stands_until_it_is_done(office: Office) -> None:
    done = receive(office)
    new = NewDirection("Chủ tịch", "Phòng Mẫu", date(2026, 3, 20), "Tham mưu trả lời")
    row = office.write(give_direction, year=2026, seq_no=37, new=new).result()
    (given,) = office.read(list_directions, done.document_id).result()
    assert (given.leader, given.assignee, given.due_on) == (
        "Chủ tịch",
        "Phòng Mẫu",
        date(2026, 3, 20),
    )
    office.write(finish_direction, row).result()
    (given,) = office.read(list_directions, done.document_id).result()
    assert given.done_on == date(2026, 3, 5)
    with pytest.raises(DirectionMissing):
        office.write(finish_direction, row).result()


def test_a_direction_names_who_gave_it_and_who_acts(office: Office) -> None:
    receive(office)
    with pytest.raises(FieldsWrong) as refused:
        office.write(give_direction, year=2026, seq_no=37, new=NewDirection(" ", "")).result()
    assert [error.field for error in refused.value.errors] == ["leader", "assignee"]
    office.write(annul_document, "incoming", year=2026, seq_no=37, reason="ghi nhầm").result()
    with pytest.raises(DocumentAnnulled):
        office.write(
            give_direction, year=2026, seq_no=37, new=NewDirection("Chủ tịch", "Phòng Mẫu")
        ).result()


# ── corrected afterwards ─────────────────────────────────────────────────────────────────────


def test_a_correction_to_an_arrival_number_in_use_is_refused_beside_its_field(
    office: Office,
) -> None:
    receive(office)
    receive(office)
    before = entries(office)
    with pytest.raises(FieldsWrong) as refused:
        office.write(
            correct_document,
            "incoming",
            year=2026,
            seq_no=38,
            new=replace(LETTER, arrival_no=37),
            reason="ghi nhầm số đến",
        ).result()
    assert [error.field for error in refused.value.errors] == ["arrival_no"]
    assert entries(office) == before


def test_an_envelope_opened_under_an_arrival_number_in_use_is_refused(office: Office) -> None:
    receive(office)
    office.write(add_document, "incoming", SEALED).result()
    inside = replace(LETTER, addressee=SEALED.addressee, arrival_no=37)
    with pytest.raises(FieldsWrong) as refused:
        office.write(
            open_envelope, year=2026, seq_no=38, new=inside, opened_by=SEALED.addressee
        ).result()
    assert [error.field for error in refused.value.errors] == ["arrival_no"]


def test_a_correction_does_not_wait_again_for_a_rest_that_has_come(office: Office) -> None:
    receive(
        office, finding=Finding.SHORT, remark="thiếu một bản", copies_announced=2, copies_issued=1
    )
    office.write(receive_rest, year=2026, seq_no=37, copies=1, words="bản số 02").result()
    new = replace(line(office, 37).typed(), note="để ở tủ số 1")
    office.write(
        correct_document, "incoming", year=2026, seq_no=37, new=new, reason="ghi thêm"
    ).result()
    comparison = line(office, 37).comparison
    assert comparison is not None
    assert (comparison.awaiting, comparison.settled_on) == (False, date(2026, 3, 5))


def test_a_correction_leaves_alone_who_opened_the_envelope(office: Office) -> None:
    office.write(add_document, "incoming", SEALED).result()
    inside = replace(LETTER, addressee=SEALED.addressee)
    other = "Lê Thị Giả, Phó Chủ tịch"
    office.write(open_envelope, year=2026, seq_no=37, new=inside, opened_by=other).result()
    new = replace(line(office, 37).typed(), note="để ở tủ số 1")
    office.write(
        correct_document, "incoming", year=2026, seq_no=37, new=new, reason="ghi thêm"
    ).result()
    envelope = line(office, 37).envelope
    assert envelope is not None
    assert envelope.opened_by == other


def test_the_rest_goes_on_after_the_copies_that_a_correction_left(office: Office) -> None:
    short = replace(
        LETTER, finding=Finding.SHORT, remark="thiếu", copies_announced=6, copies_issued=5
    )
    receive(office, short)
    new = replace(line(office, 37).typed(), copies_issued=2)
    office.write(
        correct_document, "incoming", year=2026, seq_no=37, new=new, reason="đếm nhầm"
    ).result()
    office.write(receive_rest, year=2026, seq_no=37, copies=1, words="").result()
    sql = "SELECT copy_no FROM copy WHERE in_use = 1 ORDER BY copy_no"
    assert office.read(lambda desk: [row[0] for row in desk.rows.all(sql)]).result() == [1, 2, 3]
    assert line(office, 37).copies_issued == 3
