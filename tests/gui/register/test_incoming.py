"""The incoming register under a clerk's fingers: the envelope, what is inside, the comparison."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.demo.hands import until
from tests.gui.register.clerk import CTRL, Clerk

_INSIDE = ("doc_date", "doc_type", "subject", "copies_issued", "pages", "annexes")
# From the field where the form opens to the result of the comparison.
_LETTER = (
    *("UBND tỉnh Giả Định", "", "15/CV-UBND", "12/11", "Công văn", "V/v giả định"),
    *("c", "Phòng Kinh tế", "", "d"),
)


def test_an_ordinary_letter_is_registered_by_the_keyboard_alone(incoming: Clerk) -> None:
    incoming.start()
    assert incoming.editor("issuer").hasFocus()
    assert incoming.values["envelope"] is EnvelopeKind.ORDINARY
    assert incoming.values["finding"] is None
    incoming.type(*_LETTER)
    incoming.save()
    (line,) = incoming.lines()
    assert line.arrival_date == date(2026, 11, 16)
    assert (line.arrival_no, line.issuer) == (line.seq_no, "UBND tỉnh Giả Định")
    assert (line.doc_number, line.doc_date) == ("15/CV-UBND", date(2026, 11, 12))
    assert (line.doc_type, line.subject, line.level) == ("Công văn", "V/v giả định", Level.MAT)
    assert line.receiving_unit == "Phòng Kinh tế"
    assert line.comparison is not None
    assert line.comparison.finding is Finding.COMPLETE


def test_the_number_for_the_stamp_stands_large(incoming: Clerk) -> None:
    incoming.start()
    number = incoming.editor("arrival_no")
    assert isinstance(number, QLineEdit)
    assert number.placeholderText() == "01"
    incoming.type_in("arrival_no", "37")
    assert "Khác số thứ tự 01: ghi đúng số ở dấu ĐẾN." in incoming.notes()
    incoming.editor("issuer").setFocus()
    incoming.type(*_LETTER)
    incoming.save()
    banner = incoming.page.banner
    assert banner.isVisible()
    assert banner.number == "SỐ ĐẾN 37 · ngày 16/11/2026 · Chuyển: Phòng Kinh tế"
    assert banner.more.startswith("Số thứ tự trong sổ 01 · nhận 1 bản · mục nhật ký ")


def test_a_sealed_envelope_asks_only_what_its_cover_tells(incoming: Clerk) -> None:
    incoming.start()
    incoming.type("Công an tỉnh Giả Định", "c")  # Chỉ người có tên được bóc, còn nguyên bì
    assert not any(incoming.editor(name).isVisible() for name in _INSIDE)
    assert incoming.editor("addressee").isVisible()
    incoming.save()
    assert "Chưa ghi tên người được bóc bì." in incoming.notes()
    assert not incoming.lines()
    incoming.type_in("addressee", "Chủ tịch Nguyễn Văn Mẫu")
    incoming.type_in("finding", "d")
    incoming.save()
    (line,) = incoming.lines()
    assert line.is_sealed
    assert line.envelope is not None
    assert line.envelope.addressee == "Chủ tịch Nguyễn Văn Mẫu"
    assert (line.level, line.doc_date, line.subject) == (None, None, "")
    assert incoming.page.banner.number.endswith("Chuyển: Chủ tịch Nguyễn Văn Mẫu")


def test_what_was_typed_comes_back_when_it_was_no_sealed_envelope(incoming: Clerk) -> None:
    incoming.start()
    incoming.type_in("subject", "V/v giả định")
    incoming.type_in("envelope", "c")
    assert incoming.values["subject"] == ""
    incoming.type_in("envelope", "b")
    assert incoming.values["subject"] == "V/v giả định"
    assert not incoming.editor("addressee").isVisible()


def test_a_difference_is_asked_about_once_it_is_found(incoming: Clerk) -> None:
    incoming.start()
    incoming.type(*_LETTER)
    assert not incoming.editor("remark").isVisible()
    incoming.type("t", "2", "1")  # Thiếu, chờ bổ sung; ghi ở bì 2, thực nhận 1
    assert incoming.editor("remark").isVisible()
    incoming.save()
    assert "Chưa ghi rõ sai lệch." in incoming.notes()
    assert not incoming.lines()
    assert incoming.editor("remark").hasFocus()
    incoming.type("Thiếu bản số 2")
    incoming.save()
    (line,) = incoming.lines()
    assert (line.copies_announced, line.copies_issued) == (2, 1)
    assert line.comparison is not None
    assert (line.comparison.finding, line.comparison.awaiting) == (Finding.SHORT, True)


def test_errors_stand_beside_the_fields_and_keep_what_was_typed(incoming: Clerk) -> None:
    incoming.start()
    incoming.type(*_LETTER, "2", "1")
    incoming.type_in("level", "a")
    before = incoming.values
    assert before["subject"] == ""
    incoming.save()
    assert "Nhận ít hơn số ghi ở bì thì không phải là đủ." in incoming.notes()
    assert "Độ Tuyệt mật không ghi trích yếu (Điều 6 NĐ 63/2026/NĐ-CP)." in incoming.notes()
    assert incoming.editor("finding").hasFocus()
    assert incoming.values == before
    assert not incoming.lines()


def test_a_number_that_is_taken_is_refused_beside_its_field(incoming: Clerk) -> None:
    for _ in range(2):
        incoming.start()
        incoming.type_in("arrival_no", "7")
        incoming.editor("issuer").setFocus()
        incoming.type(*_LETTER)
        incoming.save()
    assert "Số đến: số 7 đã ghi ở số thứ tự 1." in incoming.notes()
    assert incoming.values["issuer"] == "UBND tỉnh Giả Định"
    assert len(incoming.lines()) == 1


def test_save_and_next_goes_on_with_the_first_field_to_type(incoming: Clerk) -> None:
    page = incoming.page
    incoming.start()
    incoming.type(*_LETTER)
    incoming.press(Qt.Key.Key_Return, CTRL)
    until(lambda: "số thứ tự 02" in page.entry.title.text(), "the next form")
    incoming.settle()
    assert page.banner.number.startswith("SỐ ĐẾN 01 ")
    assert incoming.editor("issuer").hasFocus()
    incoming.press(Qt.Key.Key_D, CTRL)
    values = incoming.values
    assert (values["issuer"], values["receiving_unit"]) == ("UBND tỉnh Giả Định", "Phòng Kinh tế")
    assert (values["subject"], values["finding"]) == ("", None)
    incoming.type("", "", "16/CV-UBND", "13/11", "", "V/v giả định 2", "c", "", "", "d")
    incoming.press(Qt.Key.Key_Return, CTRL)
    until(lambda: "số thứ tự 03" in page.entry.title.text(), "the third form")
    assert [line.doc_number for line in incoming.lines()] == ["16/CV-UBND", "15/CV-UBND"]


def test_the_hint_of_the_field_is_said_below_the_form_on_one_line(incoming: Clerk) -> None:
    incoming.start()
    incoming.editor("finding").setFocus()
    hint = incoming.page.entry.hint
    assert "Điều 13 Luật 117/2025/QH15" in hint.text()
    form = incoming.page.entry.form
    told = [form.view(field.name).field.hint for field in form.fields]
    metrics = hint.fontMetrics()
    assert [words for words in told if metrics.horizontalAdvance(words) > hint.width()] == []


def test_nothing_of_the_form_is_wider_than_its_place(incoming: Clerk) -> None:
    incoming.start()
    form = incoming.page.entry.form
    incoming.save()  # every error at once: the form scrolls
    until(form.verticalScrollBar().isVisible, "the form to scroll", seconds=3)
    body = form.widget()
    assert body is not None
    until(lambda: body.width() <= form.viewport().width(), "the fields to fit", seconds=3)
