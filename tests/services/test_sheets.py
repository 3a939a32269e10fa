"""Sheets fill up over several prints; what came out is said sheet by sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.errors import (
    AnswerContradicts,
    NothingToPrint,
    PrintRunUnknown,
    PrintRunWaiting,
    ReasonMissing,
    SheetMissing,
    SheetNotInRun,
    SheetSpoiled,
)
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.correct_document import amend_document, correct_document
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.list_sheets import waiting_prints
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_book import print_book
from bmnn_desktop.services.reprint_sheet import reprint_sheet
from bmnn_desktop.services.spoil_sheet import spoil_sheet
from bmnn_desktop.services.verify_vault import verify_vault
from tests.printing.reading import texts
from tests.services.offices import (
    FOUNDING,
    PASSPHRASE,
    FakeClock,
    add,
    cheap_wiring,
    document,
    entries,
    found,
)
from tests.services.paper import Desktop

LONG = "Diễn tập khu vực phòng thủ giả định trên nhiều địa bàn. " * 7


def test_a_sheet_is_printed_in_three_runs(desktop: Desktop, office: Office) -> None:
    for _run in range(3):
        add(office)
        add(office)
        printed = desktop.go_on()
        assert (printed.numbers, printed.lines) == ((1,), 2)
    lines = desktop.lines(1)
    assert [line.cells[0] for line in lines] == ["01", "02", "03", "04", "05", "06"]
    assert [line.position for line in lines] == [1, 2, 3, 4, 5, 6]
    ends = [(line.top or 0) + (line.height or 0) for line in lines]
    assert [line.top for line in lines] == [0, *ends[:-1]]
    assert desktop.states() == {1: "open"}
    shown = [texts((desktop.folder / f"in-{run}.pdf").read_bytes())[0] for run in range(3)]
    assert ["Tờ số 1" in text for text in shown] == [True, False, False]
    assert ["SỔ ĐĂNG KÝ" in text or "Nơi nhận" in text for text in shown] == [True, False, False]


def test_a_full_sheet_is_followed_by_the_next(desktop: Desktop, office: Office) -> None:
    for _document in range(4):
        add(office, subject=LONG)
    assert desktop.go_on().numbers == (1, 2)
    assert desktop.states() == {1: "full", 2: "open"}
    assert desktop.numbers(1) + desktop.numbers(2) == ["01", "02", "03", "04"]
    assert sum(each.lines for each in desktop.sheets()) == 4


def test_nothing_new_is_not_printed(desktop: Desktop, office: Office) -> None:
    add(office)
    desktop.go_on()
    before = entries(office)
    with pytest.raises(NothingToPrint):
        desktop.go_on()
    assert entries(office) == before
    assert not desktop.out().with_name("in-1.pdf").exists()


def test_a_print_waits_for_its_answer_before_the_next(desktop: Desktop, office: Office) -> None:
    add(office)
    printed = desktop.go_on(answer=None)
    add(office)
    with pytest.raises(PrintRunWaiting):
        desktop.go_on()
    with pytest.raises(PrintRunWaiting):
        office.write(spoil_sheet, "outgoing", year=2026, sheet=1, reason="rách").result()
    (waiting,) = office.read(waiting_prints).result()
    assert (waiting.id, waiting.book, waiting.sheets) == (printed.run_id, "outgoing", (1,))
    desktop.answer(printed)
    assert desktop.go_on().numbers == (1,)
    assert office.read(waiting_prints).result() == ()


def test_a_print_that_nobody_answered_is_asked_again_after_a_restart(tmp_path: Path) -> None:
    office, _sheet = found(tmp_path / "vault")
    add(office)
    printed = Desktop(office, tmp_path).go_on(answer=None)
    office.close()  # as after a kill: the entry stands, the answer does not
    office = cheap_wiring().gate(tmp_path / "vault").unlock(FOUNDING.login, PASSPHRASE)
    try:
        desktop = Desktop(office, tmp_path)
        assert [run.id for run in office.read(waiting_prints).result()] == [printed.run_id]
        assert desktop.states() == {}
        desktop.answer(printed)
        assert desktop.numbers(1) == ["01"]
    finally:
        office.close()


def test_nothing_came_out_leaves_lines_and_numbers_free(desktop: Desktop, office: Office) -> None:
    add(office)
    desktop.go_on(answer=Answer.NOTHING)
    assert desktop.states() == {}
    office.write(
        correct_document, "outgoing", year=2026, seq_no=1, new=document(note="x"), reason="sửa"
    ).result()
    again = desktop.go_on()
    assert again.numbers == (1,)
    (line,) = desktop.lines(1)
    assert (line.top, line.position) == (0, 1)
    assert "In lại" not in line.cells[-1]


def test_nothing_came_out_of_a_sheet_in_use_leaves_its_old_lines(
    desktop: Desktop, office: Office
) -> None:
    add(office)
    desktop.go_on()
    (first,) = desktop.lines(1)
    add(office)
    desktop.go_on(answer=Answer.NOTHING)
    assert desktop.lines(1) == (first,)
    desktop.go_on()
    assert desktop.lines(1)[0] == first
    assert desktop.lines(1)[1].top == first.height


def test_a_sheet_spoiled_in_the_middle_sends_all_its_lines_to_the_next(
    desktop: Desktop, office: Office
) -> None:
    add(office)
    desktop.go_on()
    add(office)
    printed = desktop.go_on(answer=None)
    with pytest.raises(ReasonMissing):
        office.write(answer_print, printed.run_id, Answer.SPOILED).result()
    with pytest.raises(SheetNotInRun):
        desktop.answer(printed, Answer.SPOILED, spoiled=(7,))
    with pytest.raises(AnswerContradicts):
        desktop.answer(printed, Answer.GOOD, spoiled=(1,))
    desktop.answer(printed, Answer.SPOILED, reason="kẹt giấy")
    assert desktop.states() == {1: "spoiled"}
    assert desktop.sheets()[0].sheet.spoil_reason == "kẹt giấy"
    assert desktop.go_on().numbers == (2,)
    assert desktop.numbers(2) == ["01", "02"]
    assert [line.cells[-1] for line in desktop.lines(2)] == ["In lại, thay tờ số 1 hỏng"] * 2
    assert desktop.states() == {1: "spoiled", 2: "open"}


def test_one_of_three_sheets_is_spoiled_and_the_last_never_came_out(
    desktop: Desktop, office: Office
) -> None:
    for _document in range(8):
        add(office, subject=LONG)
    printed = desktop.go_on(answer=None)
    assert len(printed.numbers) >= 3
    held = {number: desktop.numbers(number) for number in printed.numbers}
    last = printed.numbers[-1]
    desktop.answer(printed, Answer.SPOILED, spoiled=(1,), missing_from=last, reason="nhòe mực")
    assert desktop.states() == {
        number: "spoiled" if number == 1 else "open" if number == last - 1 else "full"
        for number in range(1, last)
    }
    again = desktop.go_on()
    assert again.numbers[0] in (last - 1, last)
    placed = [
        number for sheet in range(2, max(again.numbers) + 1) for number in desktop.numbers(sheet)
    ]
    assert sorted(set(placed)) == [f"{number:02d}" for number in range(1, 9)]
    assert [number for number in placed if number in held[1]] == held[1]


def test_a_line_over_several_sheets_goes_again_as_a_whole(desktop: Desktop, office: Office) -> None:
    add(office)
    names = tuple(f"Ủy ban nhân dân xã Giả Định số {number}" for number in range(1, 60))
    add(office, recipients=names)
    printed = desktop.go_on(answer=None)
    assert len(printed.numbers) >= 2
    desktop.answer(printed, Answer.SPOILED, spoiled=(printed.numbers[-1],), reason="rách")
    # The half line stays on sheet 1, but the line counts as printed only as a whole.
    assert desktop.numbers(1) == ["01"]
    left = desktop.lines(1, all_of_them=True)
    assert [line.in_use for line in left] == [True, False]
    desktop.go_on()
    flags = {
        row.seq_no: row.printed for row in office.read(list_documents, "outgoing").result().rows
    }
    assert flags == {1: True, 2: True}
    again = desktop.lines(printed.numbers[-1] + 1)
    assert again[0].part == 1
    assert again[0].cells[-1] == f"In lại, thay tờ số {printed.numbers[-1]} hỏng"


def test_an_unknown_print_is_not_answered(desktop: Desktop, office: Office) -> None:
    add(office)
    printed = desktop.go_on()
    with pytest.raises(PrintRunUnknown):
        desktop.answer(printed, Answer.NOTHING)
    assert desktop.states() == {1: "open"}


def test_corrections_stand_after_what_was_registered_until_then(
    desktop: Desktop, office: Office, clock: FakeClock
) -> None:
    add(office)
    add(office)
    desktop.go_on()
    new = document(signer="Lê Văn Giả Định")
    office.write(
        amend_document, "outgoing", year=2026, seq_no=2, new=new, reason="sai người ký"
    ).result()
    add(office)
    office.write(annul_document, "outgoing", year=2026, seq_no=1, reason="ghi trùng").result()
    clock.moment += timedelta(days=1)
    add(office)
    assert desktop.go_on().lines == 4
    assert desktop.numbers(1) == ["01", "02", "03", "ĐC 02", "GB 01", "04"]
    amended, annulled = desktop.lines(1)[3:5]
    assert amended.cells[5] == "Lê Văn Giả Định"
    assert amended.cells[1] == ""
    assert amended.cells[-1] == "Đính chính ngày 05/03/2026: sai người ký (Trần Thị Thử)"
    assert annulled.cells[1:6] == ("",) * 5
    assert annulled.cells[-1] == "Gạch bỏ số ngày 05/03/2026: ghi trùng (Trần Thị Thử)"


def test_a_column_corrected_twice_is_told_by_the_last_line(
    desktop: Desktop, office: Office
) -> None:
    add(office)
    desktop.go_on()
    for name in ("Lê Văn Một", "Lê Văn Hai"):
        office.write(
            amend_document,
            "outgoing",
            year=2026,
            seq_no=1,
            new=document(signer=name),
            reason=f"đúng là {name}",
        ).result()
    desktop.go_on()
    assert [line.cells[5] for line in desktop.lines(1)] == ["Nguyễn Văn Mẫu", "", "Lê Văn Hai"]


def test_the_whole_volume_on_fresh_paper_is_a_marked_reprint(
    desktop: Desktop, office: Office
) -> None:
    add(office)
    desktop.go_on()
    (first,) = desktop.lines(1)
    add(office)
    out = desktop.out()
    printed = office.write(print_book, "outgoing", year=2026, out=out).result()
    desktop.answer(printed)
    assert (printed.lines, printed.sheets) == (2, 1)
    assert desktop.lines(1)[0] == first
    assert desktop.lines(1)[1].top == first.height
    cover, sheet = texts(out.read_bytes())
    assert "In lại lần 1" in cover
    assert "In lại lần 1" in sheet
    assert sheet.count("05/KH-UBND") == 2
    add(office)
    desktop.go_on()
    assert [line.position for line in desktop.lines(1)] == [1, 2, 3]


def test_a_spoiled_reprint_spoils_no_sheet_of_the_book(desktop: Desktop, office: Office) -> None:
    add(office)
    desktop.go_on()
    add(office)
    printed = office.write(print_book, "outgoing", year=2026, out=desktop.out()).result()
    desktop.answer(printed, Answer.SPOILED)
    assert desktop.states() == {1: "open"}
    assert desktop.numbers(1) == ["01"]
    desktop.go_on()
    assert desktop.numbers(1) == ["01", "02"]
    assert desktop.lines(1)[1].cells[-1] == ""


def test_a_sheet_spoiled_later_is_printed_again_marked(desktop: Desktop, office: Office) -> None:
    add(office)
    desktop.go_on()
    with pytest.raises(ReasonMissing):
        office.write(spoil_sheet, "outgoing", year=2026, sheet=1, reason=" ").result()
    office.write(spoil_sheet, "outgoing", year=2026, sheet=1, reason="đổ cà phê").result()
    with pytest.raises(SheetSpoiled):
        office.write(spoil_sheet, "outgoing", year=2026, sheet=1, reason="nữa").result()
    with pytest.raises(SheetMissing):
        office.write(spoil_sheet, "outgoing", year=2026, sheet=2, reason="rách").result()
    assert desktop.go_on().numbers == (2,)
    assert desktop.lines(2)[0].cells[-1] == "In lại, thay tờ số 1 hỏng"


def test_a_reprint_of_one_sheet_counts_for_nothing(desktop: Desktop, office: Office) -> None:
    add(office)
    desktop.go_on()
    before = desktop.lines(1)
    for number in (1, 2):
        out = desktop.out()
        printed = office.write(reprint_sheet, "outgoing", year=2026, sheet=1, out=out).result()
        desktop.answer(printed)
        assert f"In lại lần {number}" in texts(out.read_bytes())[0]
    assert desktop.lines(1) == before
    add(office)
    desktop.go_on()
    assert [line.position for line in desktop.lines(1)] == [1, 2]
    with pytest.raises(SheetMissing):
        office.write(reprint_sheet, "outgoing", year=2026, sheet=3, out=desktop.out()).result()


def test_the_vault_of_many_sheets_verifies(desktop: Desktop, office: Office) -> None:
    add(office)
    desktop.go_on(answer=Answer.NOTHING)
    desktop.go_on(answer=Answer.SPOILED)
    printed = desktop.go_on()
    new = replace(document(), signer="Lê Văn Giả Định")
    office.write(
        amend_document, "outgoing", year=2026, seq_no=1, new=new, reason="sai tên"
    ).result()
    desktop.go_on()
    verdict = office.write(verify_vault, printed.code).result()
    assert (verdict.ok, verdict.verdict) == (True, "pass"), verdict.what
