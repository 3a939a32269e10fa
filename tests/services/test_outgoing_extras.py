"""Outgoing beyond the columns: channels, drafter, lists; moving, back-entry, late entry, drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.correction import CorrectionKind
from bmnn_desktop.domain.document import Document, EntryKind
from bmnn_desktop.errors import (
    ChannelForbidden,
    DocumentNotPrinted,
    DocumentPrinted,
    FieldsWrong,
    ListMissing,
    NothingChanged,
    NumberOutside,
    NumberTaken,
    PaperReferenceMissing,
    SameBook,
)
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.back_entry import BackEntry
from bmnn_desktop.services.correct_document import amend_document, correct_document
from bmnn_desktop.services.distribution_lists import (
    distribution_lists,
    drop_distribution_list,
    save_distribution_list,
)
from bmnn_desktop.services.drafts import drop_draft, find_draft, save_draft
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.move_document import move_document
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.services.remembered_values import remembered_values
from bmnn_desktop.services.show_document import DocumentCard, show_document
from bmnn_desktop.services.verify_vault import verify_vault
from tests.services.offices import (
    DOCUMENT,
    PASSPHRASE,
    FakeClock,
    add,
    cheap_wiring,
    document,
    entries,
    found,
    print_out,
)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[Office]:
    office, _sheet = found(tmp_path / "vault", clock)
    yield office
    office.close()


def line(office: Office, seq_no: int, book: str = "outgoing") -> Document:
    rows = office.read(list_documents, book).result().rows
    return next(row for row in rows if row.seq_no == seq_no)


def card(office: Office, seq_no: int) -> DocumentCard:
    return office.read(show_document, line(office, seq_no).id).result()


# ── channels ─────────────────────────────────────────────────────────────────────────────────


def test_each_recipient_has_the_common_channel_or_its_own(office: Office) -> None:
    names = ("Công an xã Mẫu", "Sở Thí Dụ @bưu chính", "Đảng ủy xã Mẫu")
    add(office, recipients=names, channel=Channel.LIAISON)
    stored = line(office, 1)
    assert stored.recipients == ("Công an xã Mẫu", "Sở Thí Dụ", "Đảng ủy xã Mẫu")
    assert stored.channels == (Channel.LIAISON, Channel.POST, Channel.LIAISON)
    assert stored.typed().recipients == names
    assert stored.typed().channel is Channel.LIAISON


@pytest.mark.parametrize(
    "way", ["zalo", "Zalo nhóm", "email", "qua Internet", "tin nhắn", "E-mail"]
)
def test_forbidden_channels_are_refused_with_their_article(office: Office, way: str) -> None:
    before = entries(office)
    with pytest.raises(FieldsWrong, match="Điều 5 Luật 117/2025/QH15"):
        add(office, recipients=(f"Sở Thí Dụ @{way}",))
    assert entries(office) == before


def test_an_unknown_channel_is_refused(office: Office) -> None:
    with pytest.raises(FieldsWrong, match="Không rõ cách gửi"):
        add(office, recipients=("Sở Thí Dụ @bồ câu",))
    with pytest.raises(FieldsWrong, match="không có tên"):
        add(office, recipients=("@bưu chính",))


# ── lists ────────────────────────────────────────────────────────────────────────────────────


def test_a_list_is_saved_changed_and_dropped(office: Office) -> None:
    seven = tuple(f"Phòng Giả Định số {number}" for number in range(1, 8))
    office.write(save_distribution_list, "Các phòng, ban", seven, Channel.DIRECT).result()
    (kept,) = office.read(distribution_lists).result()
    assert (kept.name, kept.members, kept.channel) == ("Các phòng, ban", seven, Channel.DIRECT)
    office.write(save_distribution_list, "các phòng, BAN", seven[:3], None).result()
    (kept,) = office.read(distribution_lists).result()
    assert (kept.members, kept.channel) == (seven[:3], None)
    office.write(drop_distribution_list, "Các phòng, ban").result()
    assert office.read(distribution_lists).result() == ()
    with pytest.raises(ListMissing):
        office.write(drop_distribution_list, "Các phòng, ban").result()
    assert office.write(verify_vault).result().ok is None


def test_a_list_takes_no_forbidden_channel(office: Office) -> None:
    with pytest.raises(ChannelForbidden):
        office.write(save_distribution_list, "Nhóm", ("Sở Thí Dụ @zalo",)).result()
    with pytest.raises(FieldsWrong):
        office.write(save_distribution_list, " ", ()).result()


# ── after printing ───────────────────────────────────────────────────────────────────────────


def test_a_printed_line_is_corrected_by_a_line_of_its_own(office: Office, tmp_path: Path) -> None:
    add(office)
    change: dict[str, Any] = {"year": 2026, "seq_no": 1, "reason": "ghi nhầm người ký"}
    right = document(signer="Trần Thị Thử")
    with pytest.raises(DocumentNotPrinted):
        office.write(amend_document, "outgoing", new=right, **change).result()
    print_out(office, tmp_path / "so.pdf")
    with pytest.raises(DocumentPrinted):
        office.write(correct_document, "outgoing", new=right, **change).result()
    office.write(amend_document, "outgoing", new=right, **change).result()
    shown = card(office, 1)
    (correction,) = shown.corrections
    assert (correction.kind, correction.fields) == (CorrectionKind.CORRECT, ("signer",))
    assert (correction.words, correction.made_by) == ("ghi nhầm người ký", "Trần Thị Thử")
    assert shown.document.signer == "Trần Thị Thử"
    assert shown.history[-1].changes == (("Người ký", "Nguyễn Văn Mẫu", "Trần Thị Thử"),)


def test_what_the_book_does_not_print_needs_no_line(office: Office, tmp_path: Path) -> None:
    add(office)
    print_out(office, tmp_path / "so.pdf")
    office.write(
        amend_document,
        "outgoing",
        year=2026,
        seq_no=1,
        new=document(drafter="Lê Thị Soạn"),
        reason="ghi thêm",
    ).result()
    assert card(office, 1).corrections == ()
    assert card(office, 1).document.drafter == "Lê Thị Soạn"


def test_a_printed_line_that_is_struck_gets_a_line_too(office: Office, tmp_path: Path) -> None:
    add(office)
    add(office)
    print_out(office, tmp_path / "so.pdf")
    office.write(annul_document, "outgoing", year=2026, seq_no=1, reason="trùng").result()
    (correction,) = card(office, 1).corrections
    assert (correction.kind, correction.words) == (CorrectionKind.ANNUL, "trùng")
    assert card(office, 2).corrections == ()


# ── the wrong book ───────────────────────────────────────────────────────────────────────────


def test_a_line_in_the_wrong_book_is_struck_and_entered_in_the_right_one(office: Office) -> None:
    add(office)
    new = replace(
        DOCUMENT,
        arrival_date=date(2026, 3, 5),
        issuer="Sở Thí Dụ",
        receiving_unit="Phòng Mẫu",
        finding=Finding.COMPLETE,
        recipients=(),
    )
    before = entries(office)
    move: dict[str, Any] = {"year": 2026, "seq_no": 1, "reason": "nhầm sổ"}
    done = office.write(move_document, "outgoing", into="incoming", new=new, **move).result()
    assert entries(office) == before + 1  # one act
    assert (done.book, done.seq_no, done.arrival_no) == ("incoming", 1, 1)
    struck = line(office, 1).annulment
    assert struck is not None
    assert struck.reason == "nhầm sổ"
    assert line(office, 1, "incoming").issuer == "Sở Thí Dụ"
    with pytest.raises(SameBook):
        office.write(move_document, "outgoing", into="outgoing", new=DOCUMENT, **move).result()


def test_a_move_in_december_stays_in_its_year_though_the_next_is_open(office: Office) -> None:
    add(office)
    office.write(open_volume, "incoming", year=2027).result()
    new = replace(
        DOCUMENT,
        arrival_date=date(2026, 3, 5),
        issuer="Sở Thí Dụ",
        receiving_unit="Phòng Mẫu",
        finding=Finding.COMPLETE,
        recipients=(),
    )
    move: dict[str, Any] = {"year": 2026, "seq_no": 1, "reason": "nhầm sổ"}
    done = office.write(move_document, "outgoing", into="incoming", new=new, **move).result()
    assert (done.year, done.seq_no) == (2026, 1)


def test_a_move_that_is_refused_leaves_the_line_alone(office: Office) -> None:
    add(office)
    with pytest.raises(FieldsWrong):
        office.write(
            move_document,
            "outgoing",
            year=2026,
            seq_no=1,
            into="incoming",
            new=DOCUMENT,
            reason="x",
        ).result()
    assert not line(office, 1).is_annulled
    assert office.read(list_documents, "incoming").result().rows == ()


# ── from paper, and late ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("number", [100_000, 2**63])
def test_a_mistyped_paper_number_pushes_no_numbers_up(office: Office, number: int) -> None:
    back = BackEntry(number, "quyển giấy số 2")
    with pytest.raises(FieldsWrong) as refused:
        office.write(add_document, "outgoing", document(), back=back).result()
    assert [error.field for error in refused.value.errors] == ["back_no"]
    assert add(office).seq_no == 1


def test_back_entry_takes_the_papers_number_and_numbering_goes_on_above(office: Office) -> None:
    add(office)
    back = BackEntry(4, "tờ dự phòng số 2, dòng 1")
    done = office.write(add_document, "outgoing", document(), back=back).result()
    assert (done.seq_no, done.kind) == (4, EntryKind.BACK)
    assert add(office).seq_no == 5
    gap = office.write(add_document, "outgoing", document(), back=replace(back, seq_no=2)).result()
    assert gap.seq_no == 2
    assert add(office).seq_no == 6
    assert line(office, 4).paper_reference == "tờ dự phòng số 2, dòng 1"


def test_back_entry_never_doubles_a_number_and_cites_its_paper(office: Office) -> None:
    add(office)
    with pytest.raises(NumberTaken):
        office.write(add_document, "outgoing", document(), back=BackEntry(1, "tờ 2")).result()
    with pytest.raises(PaperReferenceMissing):
        office.write(add_document, "outgoing", document(), back=BackEntry(9, " ")).result()


def test_back_entry_stays_above_where_the_book_opened(tmp_path: Path) -> None:
    office, _sheet = found(tmp_path / "vault", first_no=12)
    with pytest.raises(NumberOutside):
        office.write(add_document, "outgoing", document(), back=BackEntry(11, "tờ 1")).result()
    office.close()


def test_a_line_entered_after_its_year_is_flagged(office: Office, clock: FakeClock) -> None:
    assert add(office).kind is EntryKind.ON_TIME
    clock.moment = datetime(2027, 1, 4, 1, 0, tzinfo=UTC)
    done = add(office)
    assert (done.year, done.seq_no, done.kind) == (2026, 2, EntryKind.LATE)
    assert line(office, 2).registered_on == date(2027, 1, 4)


# ── what is remembered and kept ──────────────────────────────────────────────────────────────


def test_values_are_remembered_most_used_first(office: Office) -> None:
    add(office, signer="Ít Dùng")
    for _ in range(3):
        add(office)
    found_values = office.read(remembered_values, "outgoing").result()
    assert found_values["signer"] == ("Nguyễn Văn Mẫu", "Ít Dùng")
    assert found_values["recipients"] == ("Ban Chỉ huy quân sự xã Mẫu", "Công an xã Mẫu")
    assert "subject" not in found_values


def test_a_draft_is_kept_over_a_lock_and_never_holds_a_secret_subject(
    office: Office, tmp_path: Path
) -> None:
    typed: dict[str, object] = {
        "doc_number": "05/KH",
        "level": "MAT",
        "subject": "Nội dung đang gõ",
    }
    office.write(save_draft, "outgoing", typed).result()
    office.write(save_draft, "incoming", typed | {"level": "TUYET_MAT"}).result()
    office.close()
    again = cheap_wiring().gate(tmp_path / "vault").unlock("giu-so", PASSPHRASE)
    kept = again.read(find_draft, "outgoing").result()
    assert kept is not None
    assert kept.content == typed
    secret = again.read(find_draft, "incoming").result()
    assert secret is not None
    assert "subject" not in secret.content
    again.write(save_draft, "incoming", {"subject": "chưa chọn độ mật"}).result()
    secret = again.read(find_draft, "incoming").result()
    assert secret is not None
    assert "subject" not in secret.content
    again.write(drop_draft, "outgoing").result()
    assert again.read(find_draft, "outgoing").result() is None
    assert again.write(verify_vault).result().ok is None
    again.close()


def test_a_correction_must_change_something(office: Office) -> None:
    add(office, channel=Channel.POST)
    change: dict[str, Any] = {"year": 2026, "seq_no": 1, "reason": "x"}
    same = document(channel=Channel.POST)
    with pytest.raises(NothingChanged):
        office.write(correct_document, "outgoing", new=same, **change).result()
    office.write(
        correct_document, "outgoing", new=replace(same, channel=Channel.DIRECT), **change
    ).result()
    assert set(line(office, 1).channels) == {Channel.DIRECT}
