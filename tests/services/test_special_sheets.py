"""Blank sheets, crossing out, previews, and a printer that is set right."""

from __future__ import annotations

import pytest

from bmnn_desktop.errors import (
    BlankCountWrong,
    NoSheetToCross,
    NothingToPrint,
    OffsetWrong,
    SheetEmpty,
    SheetNotBlank,
    VolumeClosed,
)
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.back_entry import BackEntry
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.cross_sheet import cross_sheet
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.preview_book import preview_book, preview_new_lines
from bmnn_desktop.services.print_blank_sheets import print_blank_sheets
from bmnn_desktop.services.print_book import print_book
from bmnn_desktop.services.print_test_page import print_test_page
from bmnn_desktop.services.printer_offset import PrinterOffset, read_offset, set_offset
from bmnn_desktop.services.reprint_sheet import reprint_sheet
from tests.printing.reading import texts
from tests.services.offices import add, document, entries
from tests.services.paper import Desktop

LONG = "Diễn tập khu vực phòng thủ giả định trên nhiều địa bàn. " * 7


def test_what_was_written_on_a_blank_sheet_is_not_printed_again(
    desktop: Desktop, office: Office
) -> None:
    add(office)
    desktop.go_on()
    for wrong in (0, 21):
        with pytest.raises(BlankCountWrong):
            office.write(
                print_blank_sheets, "outgoing", year=2026, count=wrong, out=desktop.out()
            ).result()
    blank = office.write(
        print_blank_sheets, "outgoing", year=2026, count=2, out=desktop.out()
    ).result()
    assert blank.numbers == (2, 3)
    back = BackEntry(2, sheet=2)
    with pytest.raises(SheetNotBlank):  # not answered yet: perhaps it never came out
        office.write(add_document, "outgoing", document(), back=back).result()
    desktop.answer(blank)
    assert desktop.states() == {1: "open", 2: "open", 3: "open"}
    office.write(add_document, "outgoing", document(), back=back).result()
    with pytest.raises(SheetNotBlank):
        office.write(add_document, "outgoing", document(), back=BackEntry(3, sheet=1)).result()
    (row, _first) = office.read(list_documents, "outgoing").result().rows
    assert (row.seq_no, row.printed, row.paper_reference) == (2, True, "tờ dự phòng số 2, dòng 1")
    with pytest.raises(NothingToPrint):
        desktop.go_on()
    add(office)
    assert desktop.go_on().numbers == (1,)  # the printed sheet goes on, above the blank ones
    assert desktop.numbers(1) == ["01", "03"]
    with pytest.raises(SheetEmpty):
        office.write(reprint_sheet, "outgoing", year=2026, sheet=3, out=desktop.out()).result()


def test_a_whole_volume_shows_what_was_written_by_hand(desktop: Desktop, office: Office) -> None:
    add(office)
    desktop.go_on()
    blank = office.write(
        print_blank_sheets, "outgoing", year=2026, count=1, out=desktop.out()
    ).result()
    desktop.answer(blank)
    office.write(
        add_document, "outgoing", document(doc_number="77/BB-UBND"), back=BackEntry(2, sheet=2)
    ).result()
    add(office, doc_number="78/KH-UBND")
    out = desktop.out()
    printed = office.write(print_book, "outgoing", year=2026, out=out).result()
    desktop.answer(printed)
    # The open sheet is not the last of the volume: its page is not fed again, lines go on anew.
    assert printed.numbers == (1, 2, 3)
    pages = texts(out.read_bytes())
    assert "77/BB-UBND" in pages[2]
    assert "78/KH-UBND" in pages[3]
    assert desktop.states() == {1: "full", 2: "open", 3: "open"}


def test_what_is_left_of_a_sheet_is_crossed_out(desktop: Desktop, office: Office) -> None:
    with pytest.raises(NoSheetToCross):
        office.write(cross_sheet, "outgoing", year=2026, out=desktop.out()).result()
    add(office)
    desktop.go_on()
    desktop.answer(office.write(cross_sheet, "outgoing", year=2026, out=desktop.out()).result())
    assert desktop.states() == {1: "full"}
    add(office)
    assert desktop.go_on().numbers == (2,)


def test_the_preview_says_which_paper_to_put_in(desktop: Desktop, office: Office) -> None:
    add(office)
    desktop.go_on()
    for _document in range(4):
        add(office, subject=LONG)
    preview = office.read(preview_new_lines, "outgoing", year=2026).result()
    try:
        assert [step.words for step in preview.feed] == [
            "Đặt lại tờ số 1 vào khay, in 2 dòng từ dòng 2.",
            "Lấy 1 tờ trắng: tờ số 2, in 2 dòng.",
        ]
        assert preview.names == ("Tờ 1", "Tờ 2")
    finally:
        preview.close()
    before = entries(office)
    whole = office.read(preview_book, "outgoing", year=2026).result()
    assert whole.names == ("Bìa", "Tờ 1", "Tờ 2")
    whole.close()
    assert entries(office) == before
    assert desktop.go_on().numbers == (1, 2)


def test_a_printer_is_set_right_once(desktop: Desktop, office: Office) -> None:
    assert office.read(read_offset).result() == PrinterOffset()
    office.write(set_offset, PrinterOffset(150, -75)).result()
    assert office.read(read_offset).result() == PrinterOffset(150, -75)
    assert office.read(read_offset, "máy khác").result() == PrinterOffset()
    for wrong in (PrinterOffset(2001, 0), PrinterOffset(0, -2001)):
        with pytest.raises(OffsetWrong):
            office.write(set_offset, wrong).result()
    before = entries(office)
    out = desktop.out()
    office.write(print_test_page, out=out).result()
    assert out.stat().st_size > 1000
    assert entries(office) == before


def test_a_closed_volume_gets_no_blank_sheets(desktop: Desktop, office: Office) -> None:
    office.write(close_volume, "outgoing", year=2026, number=1).result()
    out = desktop.out()
    with pytest.raises(VolumeClosed):
        office.write(print_blank_sheets, "outgoing", year=2026, count=2, out=out).result()
    assert not out.exists()
    assert desktop.sheets() == ()
