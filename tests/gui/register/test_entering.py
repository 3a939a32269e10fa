"""What both books' forms do alike: paper entries, late entries, suggestions, the next line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bmnn_desktop.domain.document import EntryKind
from bmnn_desktop.gui.demo.hands import type_text, until
from bmnn_desktop.gui.widgets.suggesting_edit import SuggestingEdit
from bmnn_desktop.services.add_document import Registered
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import open_volume
from tests.gui.register.clerk import CTRL, Clerk
from tests.services.offices import FakeClock

Receive = Callable[..., Registered]
_LETTER = (
    *("UBND tỉnh Giả Định", "", "15/CV-UBND", "12/11", "Công văn", "V/v giả định"),
    *("c", "Phòng Kinh tế", "", "d"),
)


def test_a_line_from_paper_keeps_the_papers_number(incoming: Clerk) -> None:
    incoming.start()
    assert not incoming.editor("back_no").isVisible()
    incoming.press(Qt.Key.Key_B, CTRL)
    assert incoming.editor("back_no").hasFocus()
    assert incoming.page.entry.title.text() == "Nhập bù từ sổ giấy – năm 2026"
    incoming.editor("issuer").setFocus()
    incoming.type(*_LETTER)
    incoming.save()
    assert (
        incoming.notes().count("Chưa ghi.") + incoming.notes().count("Số trên sổ giấy: chưa ghi.")
        == 2
    )  # number and place on paper
    assert not incoming.lines()
    incoming.type("45", "tờ dự phòng 7, dòng 3")
    incoming.save()
    line = incoming.line()
    assert (line.seq_no, line.arrival_no, line.entry_kind) == (45, 45, EntryKind.BACK)
    assert "nhập bù từ sổ giấy: tờ dự phòng 7, dòng 3" in incoming.card()
    assert incoming.page.model.index(0, 1).data() == "nhập bù"
    incoming.start()
    assert "số thứ tự 46" in incoming.page.entry.title.text()
    assert not incoming.editor("back_no").isVisible()


def test_a_number_on_paper_that_is_taken_is_refused_beside_it(
    incoming: Clerk, receive: Receive
) -> None:
    receive(1)
    incoming.start()
    incoming.press(Qt.Key.Key_B, CTRL)
    incoming.type("1", "tờ dự phòng 7, dòng 3")
    incoming.editor("issuer").setFocus()
    incoming.type(*_LETTER)
    incoming.save()
    assert any("Số 1 năm 2026 đã có trong sổ" in note for note in incoming.notes())
    assert incoming.editor("back_no").hasFocus()
    assert incoming.values["paper_reference"] == "tờ dự phòng 7, dòng 3"
    assert len(incoming.lines()) == 1


def test_the_proposed_numbers_follow_the_number_on_paper(outgoing: Clerk) -> None:
    outgoing.start()
    assert outgoing.values["doc_number"] == "12/UBND"
    outgoing.press(Qt.Key.Key_B, CTRL)
    outgoing.type("20")
    assert outgoing.values["doc_number"] == "20/UBND"
    outgoing.press(Qt.Key.Key_B, CTRL)  # not from paper after all
    assert outgoing.values["doc_number"] == "12/UBND"


def test_a_late_entry_says_so_before_and_after(
    incoming: Clerk, office: Office, clock: FakeClock
) -> None:
    clock.moment = datetime(2027, 1, 4, 1, 30, tzinfo=UTC)
    office.write(open_volume, "incoming", year=2027).result()
    incoming.page.hide()
    incoming.page.show()
    incoming.settle()
    years = incoming.page.lines.year_box
    assert [years.itemText(place) for place in range(years.count())] == ["Năm 2027", "Năm 2026"]
    years.setCurrentIndex(1)
    incoming.settle()
    years.setFocus()
    incoming.start()
    entry = incoming.page.entry
    assert entry.lead.sentence == "Đăng ký bổ sung vào sổ năm 2026."
    assert incoming.values["arrival_date"] is None
    incoming.type("30/12", "")
    incoming.press(Qt.Key.Key_Tab)
    incoming.type(*_LETTER)
    incoming.save()
    line = incoming.line()
    assert (line.year, line.entry_kind) == (2026, EntryKind.LATE)
    assert incoming.page.model.index(0, 1).data() == "đăng ký bổ sung"
    assert "đăng ký bổ sung vào sổ năm 2026" in incoming.card()


def test_what_was_registered_is_suggested_at_once(incoming: Clerk) -> None:
    incoming.start()
    incoming.type(*_LETTER)
    incoming.press(Qt.Key.Key_Return, CTRL)
    until(lambda: "số thứ tự 02" in incoming.page.entry.title.text(), "the next form")
    incoming.settle()
    issuer = incoming.editor("issuer")
    assert isinstance(issuer, SuggestingEdit)
    type_text(issuer, "ubnd")
    assert issuer.popup.shown() == ["UBND tỉnh Giả Định"]
    incoming.press(Qt.Key.Key_Down)
    incoming.press(Qt.Key.Key_Return)
    assert incoming.values["issuer"] == "UBND tỉnh Giả Định"


def test_the_outgoing_form_goes_on_with_the_first_field_to_type(outgoing: Clerk) -> None:
    outgoing.start()
    assert outgoing.editor("doc_type").hasFocus()
    outgoing.type("Kế hoạch", "V/v giả định", "c", "Nguyễn Văn Mẫu", "Công an xã Mẫu")
    outgoing.press(Qt.Key.Key_Return, CTRL)
    until(lambda: "số thứ tự 13" in outgoing.page.entry.title.text(), "the next form")
    outgoing.settle()
    assert outgoing.editor("doc_type").hasFocus()
    assert outgoing.page.banner.number == "SỐ THỨ TỰ 12 · 12/KH-UBND"
    assert outgoing.page.banner.more.startswith("Bản số 01, lưu 02 · ")


def test_nothing_reads_the_vault_on_the_windows_thread(incoming: Clerk) -> None:
    """Every answer comes by a job: right after a key nothing has been waited for."""
    incoming.press(Qt.Key.Key_N, CTRL)
    assert incoming.page.jobs.is_busy
    assert not incoming.page.entering.is_active
    until(lambda: incoming.page.entering.is_active, "the form")


def test_escape_in_the_calendar_closes_the_month_and_not_the_form(incoming: Clerk) -> None:
    incoming.start()
    incoming.editor("doc_date").setFocus()
    incoming.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert QApplication.activePopupWidget() is not None
    incoming.press(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert incoming.page.entering.is_active
