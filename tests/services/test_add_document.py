"""Registering: numbers dealt without gap, copies numbered, nothing stored on error."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import BookUnknown, FieldsWrong, NotAllowed, VolumeExists, VolumeMissing
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.list_documents import list_documents, list_ids
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import list_volumes, open_volume
from bmnn_desktop.services.propose_document import propose_document
from bmnn_desktop.services.session import Session
from bmnn_desktop.services.show_document import show_document
from tests.services.offices import DOCUMENT, FakeClock, add, document, entries, found


def stored(office: Office) -> list[int]:
    page = office.read(list_documents, "outgoing", limit=1000).result()
    return [row.seq_no for row in page.rows]


def test_numbers_are_dealt_in_order_and_never_again(office: Office) -> None:
    assert [add(office).seq_no for _ in range(3)] == [1, 2, 3]
    office.write(annul_document, "outgoing", year=2026, seq_no=3, reason="Ghi trùng").result()
    assert add(office).seq_no == 4


def test_a_series_opens_at_the_number_the_paper_book_has_reached(tmp_path: Path) -> None:
    office, _sheet = found(tmp_path / "vault", first_no=218, paper_reference="Quyển 01/2026 giấy")
    try:
        assert office.read(propose_document, "outgoing").result().seq_no == 218
        assert [add(office).seq_no for _ in range(2)] == [218, 219]
    finally:
        office.close()


def test_each_year_has_its_own_series_and_the_newest_is_the_default(office: Office) -> None:
    add(office)
    opened = office.write(open_volume, "outgoing", year=2027, first_no=5).result()
    assert (opened.year, opened.number, opened.first_no) == (2027, 1, 5)
    assert [volume.year for volume in office.read(list_volumes, "outgoing").result()] == [
        2027,
        2026,
    ]
    assert (add(office).year, add(office).seq_no) == (2027, 6)
    old = add(office, year=2026)
    assert (old.year, old.seq_no) == (2026, 2)
    with pytest.raises(VolumeMissing, match="2025"):
        add(office, year=2025)
    with pytest.raises(VolumeExists):
        office.write(open_volume, "outgoing", year=2027, first_no=9).result()


@pytest.mark.parametrize(("year", "first_no"), [(1944, 1), (2200, 1), (2027, 0), (2027, 100_000)])
def test_a_volume_with_an_impossible_year_or_number_is_refused(
    office: Office, year: int, first_no: int
) -> None:
    before = entries(office)
    with pytest.raises(FieldsWrong):
        office.write(open_volume, "outgoing", year=year, first_no=first_no).result()
    assert entries(office) == before


def test_each_recipient_gets_a_copy_and_the_file_copy_is_last(office: Office) -> None:
    done = add(office, recipients=("Đảng ủy xã Mẫu", " Công an  xã Mẫu ", ""), copies_issued=4)
    copies = [(copy.copy_no, copy.holder, copy.is_file_copy) for copy in done.copies]
    assert copies == [
        (1, "Đảng ủy xã Mẫu", False),
        (2, "Công an xã Mẫu", False),
        (3, "Văn phòng", True),
        (4, "Văn phòng", True),
    ]
    assert office.read(show_document, done.document_id).result().copies == done.copies


def test_as_many_copies_as_recipients_leave_none_on_file(office: Office) -> None:
    assert not any(copy.is_file_copy for copy in add(office, copies_issued=2).copies)


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"doc_number": " \u200b"}, ["doc_number"]),
        ({"subject": ""}, ["subject"]),
        ({"level": Level.TUYET_MAT}, ["subject"]),
        ({"signer": "", "holding_unit": ""}, ["signer", "holding_unit"]),
        ({"recipients": ("", " ")}, ["recipients"]),
        ({"recipients": ("Công an xã Mẫu", "Công an xã  Mẫu")}, ["recipients"]),
        ({"copies_issued": 1}, ["copies_issued"]),
        ({"copies_issued": 0}, ["copies_issued"]),
        ({"copies_issued": 1000}, ["copies_issued"]),
        ({"note": "x" * 2001}, ["note"]),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_stored(
    office: Office, changed: dict[str, object], fields: list[str]
) -> None:
    before = entries(office)
    with pytest.raises(FieldsWrong) as caught:
        office.write(add_document, "outgoing", document(**changed)).result()
    assert [error.field for error in caught.value.errors] == fields
    assert (entries(office), stored(office)) == (before, [])
    assert add(office).seq_no == 1


def test_tuyet_mat_is_registered_without_subject(office: Office) -> None:
    done = add(office, level=Level.TUYET_MAT, subject="")
    shown = office.read(show_document, done.document_id).result().document
    assert (shown.level, shown.subject) == (Level.TUYET_MAT, "")


def test_the_database_itself_refuses_a_subject_for_tuyet_mat(office: Office) -> None:
    done = add(office)
    empty = add(office, level=Level.TUYET_MAT, subject="")

    def smuggle(desk: WritingDesk, /, row: int, **columns: str) -> None:
        with desk.journal.write("document.correct", reason="thử") as act:
            act.update("document", row, **columns)

    before = entries(office)
    for row, columns in (
        (empty.document_id, {"subject": "lộ"}),
        (done.document_id, {"level": "TUYET_MAT"}),
    ):
        with pytest.raises(sqlcipher.IntegrityError):
            office.write(smuggle, row, **columns).result()
    assert entries(office) == before
    kept = office.read(show_document, empty.document_id).result().document
    assert kept.subject == ""


def test_an_unknown_book_is_refused(office: Office) -> None:
    with pytest.raises(BookUnknown):
        office.write(add_document, "guests", DOCUMENT).result()


def test_who_is_no_keeper_registers_nothing(office: Office) -> None:
    def as_guest(desk: WritingDesk, new: NewDocument) -> None:
        guest = Session(1, "khach", "Khách", frozenset(), 1)
        add_document(replace(desk, session=guest), "outgoing", new)

    before = entries(office)
    with pytest.raises(NotAllowed):
        office.write(as_guest, DOCUMENT).result()
    assert entries(office) == before


def test_a_line_is_dated_by_the_day_in_viet_nam(office: Office, clock: FakeClock) -> None:
    clock.moment = datetime(2026, 6, 30, 17, 30, tzinfo=UTC)
    done = add(office)
    shown = office.read(show_document, done.document_id).result().document
    assert shown.registered_on == date(2026, 7, 1)


def test_a_bug_in_the_middle_of_an_act_leaves_nothing_behind(office: Office) -> None:
    def stumble(desk: WritingDesk) -> None:
        with desk.journal.write("document.add") as act:
            act.insert("recipient", document_id=1, position=9, name="Ai", in_use=1)
            raise ZeroDivisionError

    add(office)
    before = entries(office)
    with pytest.raises(ZeroDivisionError):
        office.write(stumble).result()
    assert (entries(office), stored(office)) == (before, [1])
    assert add(office).seq_no == 2


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["add", "add", "wrong", "annul", "secret"]), max_size=12))
def test_numbers_have_no_gap_whatever_is_refused(tmp_path: Path, acts: list[str]) -> None:
    office, _sheet = found(tmp_path / f"vault{len(list(tmp_path.iterdir()))}", first_no=7)
    try:
        added = 0
        for act in acts:
            if act in {"wrong", "secret"}:
                level = Level.TUYET_MAT if act == "secret" else Level.MAT
                with pytest.raises(FieldsWrong):
                    add(office, signer="" if act == "wrong" else "Ai", level=level)
            elif act == "add":
                added += 1
                add(office, doc_number=f"{added}/X")
            elif added and stored(office):
                _annul_oldest(office)
        assert sorted(stored(office)) == list(range(7, 7 + added))
        assert len(office.read(list_ids, "outgoing").result()) == added
    finally:
        office.close()


def _annul_oldest(office: Office) -> None:
    rows = office.read(list_documents, "outgoing", limit=1000).result().rows
    alive = [row.seq_no for row in rows if not row.is_annulled]
    if alive:
        last = alive[-1]
        office.write(annul_document, "outgoing", year=2026, seq_no=last, reason="thử").result()


def test_a_document_written_in_pieces_is_stored_composed(office: Office) -> None:
    done = add(office, subject="Ke\u0302\u0301 hoa\u0323ch\n mật", signer="Nguyễn\u200b Văn  Mẫu")
    shown = office.read(show_document, done.document_id).result().document
    assert (shown.subject, shown.signer) == ("Kế hoạch mật", "Nguyễn Văn Mẫu")


def test_the_proposal_repeats_the_last_holding_unit(office: Office) -> None:
    first = office.read(propose_document, "outgoing").result()
    assert (first.seq_no, first.symbol, first.holding_unit) == (1, "UBND", "Văn phòng")
    office.write(add_document, "outgoing", document(holding_unit="Phòng Nội vụ")).result()
    second = office.read(propose_document, "outgoing", 2026).result()
    assert (second.seq_no, second.holding_unit) == (2, "Phòng Nội vụ")
