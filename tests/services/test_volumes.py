"""Volumes open one after the other, close with or without a discrepancy, and reopen by two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import (
    DiscrepancyMissing,
    FieldsWrong,
    NotAllowed,
    ReasonMissing,
    RecoverySheetForeign,
    VolumeClosed,
    VolumeExists,
    VolumeMissing,
    VolumeNotNewest,
    VolumeOpen,
    VolumeOutOfOrder,
    VolumeUnanswered,
    YearClosed,
)
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.back_entry import BackEntry
from bmnn_desktop.services.close_volume import LooseEnds, close_volume, look_at_loose_ends
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.look_at_volumes import look_at_volumes
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.services.print_book import print_book
from bmnn_desktop.services.reopen_volume import Reopening, reopen_volume
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.session import Session
from bmnn_desktop.services.verify_vault import verify_vault
from tests.services.offices import add, document, entries, found, print_out
from tests.services.received import put_on_paper, sign


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Office, RecoverySheet]]:
    office, sheet = found(tmp_path / "vault")
    yield office, sheet
    office.close()


def open_next(office: Office, number: int = 2, year: int = 2026, **given: object) -> Volume:
    return office.write(
        open_volume,
        "outgoing",
        year=year,
        number=number,
        **given,  # type: ignore[arg-type]
    ).result()


def close(office: Office, number: int = 1, discrepancy: str = "", year: int = 2026) -> Volume:
    return office.write(
        close_volume, "outgoing", year=year, number=number, discrepancy=discrepancy
    ).result()


def reopen(office: Office, sheet: RecoverySheet, number: int = 1, reason: str = "sót") -> Reopening:
    return office.write(
        reopen_volume,
        "outgoing",
        year=2026,
        number=number,
        reason=reason,
        second=RecoverySheetHolder(sheet.key),
    ).result()


def lacks(office: Office, number: int = 1) -> LooseEnds:
    return office.read(look_at_loose_ends, "outgoing", 2026, number).result()


def signed_line(office: Office) -> int:
    line = add(office).document_id
    sign(office, line, put_on_paper(office, line))
    return line


# ── opening ──────────────────────────────────────────────────────────────────────────────────


def test_numbers_run_on_in_the_next_volume_and_new_lines_go_there(office: Office) -> None:
    add(office)
    add(office)
    volume = open_next(office, paper_reference="quyển giấy 02")
    assert (volume.number, volume.first_no, volume.paper_reference) == (2, 3, "quyển giấy 02")
    assert add(office).seq_no == 3
    states = office.read(look_at_volumes).result()
    told = [
        (one.volume.book, one.volume.number, one.last_no, one.is_newest)
        for one in states
        if one.volume.book == "outgoing"
    ]
    assert told == [("outgoing", 2, 3, True), ("outgoing", 1, 2, False)]


def test_a_volume_is_opened_once_and_none_is_left_out(office: Office) -> None:
    with pytest.raises(VolumeExists):
        open_next(office, 1)
    with pytest.raises(VolumeOutOfOrder, match="quyển 2"):
        open_next(office, 3)
    with pytest.raises(VolumeOutOfOrder):
        open_next(office, 2, year=2027)
    open_next(office, 2)
    with pytest.raises(VolumeExists):
        open_next(office, 2)


def test_a_volume_of_a_year_that_is_not_near_is_refused(office: Office) -> None:
    with pytest.raises(FieldsWrong, match="phải từ 1945 đến 2027"):
        open_next(office, 1, year=2028)
    assert open_next(office, 1, year=2027).year == 2027


def test_a_next_volume_cannot_begin_at_a_number_of_its_own(office: Office) -> None:
    add(office)
    with pytest.raises(FieldsWrong, match="nối tiếp quyển trước, là 2"):
        open_next(office, first_no=10)
    assert open_next(office, first_no=2).first_no == 2


@pytest.mark.parametrize(("given", "first_no"), [({}, 1), ({"first_no": 6}, 6)])
def test_a_new_year_begins_at_one_or_at_the_number_given(
    office: Office, given: dict[str, int], first_no: int
) -> None:
    add(office)
    assert open_next(office, 1, year=2027, **given).first_no == first_no


def test_a_closed_year_is_not_opened_by_the_back_door(office: Office) -> None:
    close(office)
    open_next(office, 1, year=2027)
    with pytest.raises(YearClosed, match="mở lại quyển 1"):
        open_next(office, 2)


def test_a_full_volume_is_closed_and_the_year_goes_on_in_the_next(office: Office) -> None:
    signed_line(office)
    close(office)
    with pytest.raises(VolumeClosed):
        add(office)
    assert open_next(office).first_no == 2
    assert add(office).seq_no == 2


def test_a_line_from_paper_goes_into_the_volume_of_its_number(office: Office) -> None:
    add(office)
    office.write(
        add_document, "outgoing", document(), back=BackEntry(5, "tờ dự phòng 7, dòng 1")
    ).result()
    open_next(office)  # from 6
    office.write(
        add_document, "outgoing", document(), back=BackEntry(3, "tờ dự phòng 7, dòng 2")
    ).result()
    assert lacks(office).vacant == ((2, 2), (4, 4))
    assert lacks(office, 2).vacant == ()


# ── closing ──────────────────────────────────────────────────────────────────────────────────


def test_a_whole_volume_closes_without_words(office: Office) -> None:
    signed_line(office)
    signed_line(office)
    assert lacks(office) == LooseEnds(0, 0, (), False)
    volume = close(office)
    assert (volume.closed_on, volume.last_no, volume.discrepancy) == (date(2026, 3, 5), 2, "")


def test_an_empty_volume_closes_too(office: Office) -> None:
    assert close(office).last_no is None


def test_what_lacks_is_listed_and_needs_words_but_never_blocks(office: Office) -> None:
    signed_line(office)
    put_on_paper(office, add(office).document_id)
    add(office)
    office.write(
        add_document, "outgoing", document(), back=BackEntry(7, "tờ dự phòng 1, dòng 1")
    ).result()
    before = entries(office)
    with pytest.raises(DiscrepancyMissing) as refused:
        close(office, discrepancy="  ")
    assert "2 dòng chưa in, 2 chỗ chưa ký nhận, số bỏ trống 04–06" in str(refused.value)
    assert entries(office) == before
    volume = close(office, discrepancy="Mất điện từ 3/3; đã lập biên bản")
    assert (volume.last_no, volume.discrepancy) == (7, "Mất điện từ 3/3; đã lập biên bản")


def test_a_struck_line_printed_so_lacks_nothing(office: Office) -> None:
    line = add(office).document_id
    office.write(annul_document, "outgoing", year=2026, seq_no=1, reason="ghi trùng").result()
    assert lacks(office).words == "1 dòng chưa in"
    put_on_paper(office, line)
    assert lacks(office).words == ""


def test_a_print_not_answered_keeps_the_volume_open(office: Office, tmp_path: Path) -> None:
    add(office)
    office.write(print_book, "outgoing", year=2026, out=tmp_path / "so.pdf").result()
    with pytest.raises(VolumeUnanswered):
        close(office, discrepancy="bất kỳ")


def test_a_closed_volume_takes_no_line_and_closes_once(office: Office) -> None:
    close(office)
    with pytest.raises(VolumeClosed):
        add(office)
    with pytest.raises(VolumeClosed):
        close(office)
    with pytest.raises(VolumeMissing):
        close(office, number=2)


def test_who_is_no_keeper_closes_nothing(office: Office) -> None:
    def as_guest(desk: WritingDesk) -> None:
        guest = Session(1, "khach", "Khách", frozenset(), 1)
        close_volume(replace(desk, session=guest), "outgoing", year=2026, number=1)

    with pytest.raises(NotAllowed):
        office.write(as_guest).result()


# ── reopening ────────────────────────────────────────────────────────────────────────────────


def test_reopening_is_proposed_and_approved_by_the_recovery_sheet(
    opened: tuple[Office, RecoverySheet],
) -> None:
    office, sheet = opened
    add(office)
    close(office, discrepancy="chưa in")
    before = entries(office)
    done = reopen(office, sheet, reason="Sót hai văn bản ngày 31/12")
    volume = done.volume
    assert (volume.closed_on, volume.last_no, volume.discrepancy) == (None, None, "")
    assert add(office).seq_no == 2

    def told(desk: WritingDesk) -> list[tuple[str, str, str | None, int]]:
        sql = "SELECT kind, action, reason, signer FROM entry WHERE seq > ? ORDER BY seq LIMIT 2"
        return [tuple(row) for row in desk.rows.all(sql, (before,))]

    assert office.write(told).result() == [
        ("propose", "volume.reopen", "Sót hai văn bản ngày 31/12", 1),
        ("approve", "volume.reopen", None, 2),
    ]
    assert done.entry == before + 1
    # The sheet is used up: the act brought another, which signs from now on.
    close(office, discrepancy="chưa in")
    with pytest.raises(RecoverySheetForeign):
        reopen(office, sheet)
    assert done.sheet is not None
    assert not reopen(office, done.sheet).volume.is_closed
    assert office.write(verify_vault, None).result().ok is None  # sound, and nothing compared


def test_a_wrong_sheet_changes_nothing(
    opened: tuple[Office, RecoverySheet], tmp_path: Path
) -> None:
    office, sheet = opened
    other, foreign = found(tmp_path / "other")
    other.close()
    close(office)
    before = entries(office)
    for wrong in (foreign, replace(sheet, key=bytes(32))):
        with pytest.raises(RecoverySheetForeign):
            reopen(office, wrong)
    with pytest.raises(ReasonMissing):
        reopen(office, sheet, reason="  ")
    assert entries(office) == before
    with pytest.raises(VolumeClosed):
        add(office)


def test_only_the_newest_closed_volume_of_a_year_is_reopened(
    opened: tuple[Office, RecoverySheet],
) -> None:
    office, sheet = opened
    with pytest.raises(VolumeOpen):
        reopen(office, sheet)
    close(office)
    open_next(office)
    before = entries(office)
    with pytest.raises(VolumeNotNewest, match="quyển 2"):
        reopen(office, sheet)
    with pytest.raises(VolumeMissing):
        reopen(office, sheet, number=3)
    assert entries(office) == before


def test_an_older_years_volume_may_be_reopened_beside_the_new_year(
    opened: tuple[Office, RecoverySheet],
) -> None:
    office, sheet = opened
    close(office)
    open_next(office, 1, year=2027)
    reopen(office, sheet)
    assert add(office, year=2026).year == 2026


def test_print_out_and_close_tell_the_same_figures(office: Office, tmp_path: Path) -> None:
    add(office)
    print_out(office, tmp_path / "so.pdf")
    assert lacks(office).words == "2 chỗ chưa ký nhận"
