"""The outgoing register under a clerk's fingers."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.actions import Action
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.office import Office

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> RegisterPage:
    page = window.register_page("outgoing")
    window.go("outgoing")
    until(lambda: page.year == 2026 and not page.jobs.is_busy, "the register")
    return page


def _start(page: RegisterPage) -> None:
    press(page.view, Qt.Key.Key_N, CTRL)
    until(lambda: page.entering.is_active, "the form")


def _type(page: RegisterPage, *, level: str = "c", subject: str = "Nội dung giả định") -> None:
    form = page.entry.form
    type_text(form.editor("doc_type"), "Kế hoạch")
    if subject:
        type_text(form.editor("subject"), subject)
    choice = form.editor("level").focusProxy()
    assert choice is not None
    type_text(choice, level)
    type_text(form.editor("signer"), "Nguyễn Văn Mẫu")
    type_text(form.editor("recipients"), "Công an xã Mẫu")


def _settle(page: RegisterPage) -> None:
    until(lambda: not page.jobs.is_busy, "the answer")


def _dialog(page: RegisterPage) -> ReasonDialog:
    found = page.window().findChildren(ReasonDialog)
    assert len(found) == 1
    return found[0]


def _box(page: RegisterPage) -> QMessageBox:
    until(lambda: bool(page.window().findChildren(QMessageBox)), "the question")
    return page.window().findChildren(QMessageBox)[0]


def _click(box: QWidget, words: str) -> None:
    next(button for button in box.findChildren(QPushButton) if button.text() == words).click()


def _open(page: RegisterPage, row: int) -> None:
    page.view.setFocus()
    page.view.selectRow(row)
    press(page.view, Qt.Key.Key_Return)
    until(page.card.isVisible, "the card")
    _settle(page)


def test_a_line_typed_and_saved_stands_in_the_book_and_its_number_large(
    page: RegisterPage, office: Office
) -> None:
    _start(page)
    assert "số thứ tự 12 năm 2026" in page.entry.title.text()
    _type(page)
    assert page.entry.form.values()["doc_number"] == "12/KH-UBND"
    press(page.entry.form.editor("note"), Qt.Key.Key_S, CTRL)
    until(page.card.isVisible, "the card")
    _settle(page)
    assert page.banner.number == "SỐ THỨ TỰ 12 · 12/KH-UBND"
    (row,) = office.read(list_documents, "outgoing").result().rows
    assert (row.seq_no, row.subject, row.level) == (12, "Nội dung giả định", Level.MAT)
    assert row.recipients == ("Công an xã Mẫu",)
    assert page.model.rowCount() == 1


def test_save_and_next_leaves_an_empty_form_with_the_next_number(page: RegisterPage) -> None:
    _start(page)
    _type(page)
    press(page.entry.form.editor("note"), Qt.Key.Key_Return, CTRL)
    until(lambda: "13" in page.entry.title.text(), "the next form")
    assert page.entry.form.values()["doc_number"] == "13/UBND"
    assert page.entry.form.values()["subject"] == ""
    assert page.banner.number == "SỐ THỨ TỰ 12 · 12/KH-UBND"
    assert page.entry.isVisible()


def test_a_number_typed_by_hand_is_not_proposed_over(page: RegisterPage) -> None:
    _start(page)
    number = page.entry.form.editor("doc_number")
    press(number, Qt.Key.Key_A, CTRL)
    type_text(number, "99/ĐB")
    _type(page)
    assert page.entry.form.values()["doc_number"] == "99/ĐB"


def test_tuyet_mat_closes_and_empties_the_subject_and_names_the_article(
    page: RegisterPage, office: Office
) -> None:
    _start(page)
    _type(page, level="a", subject="gõ trước khi chọn")
    subject = page.entry.form.editor("subject")
    assert not subject.isEnabled()
    assert page.entry.form.values()["subject"] == ""
    shown = [label.text() for label in page.entry.form.findChildren(QLabel) if label.isVisible()]
    assert any("Điều 6 NĐ 63/2026/NĐ-CP" in words for words in shown)
    page.entering.save()
    until(page.card.isVisible, "the card")
    _settle(page)
    (row,) = office.read(list_documents, "outgoing").result().rows
    assert (row.level, row.subject) == (Level.TUYET_MAT, "")


def test_errors_stand_beside_their_fields_and_nothing_typed_is_lost(
    page: RegisterPage, office: Office
) -> None:
    _start(page)
    type_text(page.entry.form.editor("signer"), "Nguyễn Văn Mẫu")
    before = page.entry.form.values()
    page.entering.save()
    notes = [label.text() for label in page.entry.form.findChildren(QLabel) if label.isVisible()]
    assert "Chưa chọn Tuyệt mật, Tối mật hay Mật." in notes
    assert "Chưa ghi nơi nhận nào." in notes
    assert page.entry.form.values() == before
    assert page.entry.form.editor("doc_type").hasFocus()
    assert not office.read(list_documents, "outgoing").result().rows


def test_a_refusal_of_the_vault_keeps_the_form_as_it_is(page: RegisterPage) -> None:
    _start(page)
    _type(page)
    assert page.entry.proposal is not None
    page.entry.proposal = dataclasses.replace(page.entry.proposal, year=1999)
    before = page.entry.form.values()
    page.entering.save()
    _settle(page)
    assert "K408" in page.entry.notice.sentence
    assert page.entry.form.values() == before
    assert page.entry.save_button.isEnabled()
    assert page.entering.has_unsaved_text


def test_copy_previous_takes_what_stays_the_same(
    page: RegisterPage, add: Callable[..., int]
) -> None:
    add(1, note="chỉ của dòng này")
    page.refresh()
    until(lambda: page.model.rowCount() == 1, "the line")
    _start(page)
    press(page.entry.form.editor("doc_number"), Qt.Key.Key_D, CTRL)
    values = page.entry.form.values()
    assert values["recipients"] == ("Công an xã Mẫu", "Đảng ủy xã Mẫu")
    assert values["signer"] == "Nguyễn Văn Mẫu"
    assert values["doc_number"] == "13/KH-UBND"
    assert (values["subject"], values["note"]) == ("", "")


def test_searching_as_one_types_finds_without_diacritics(
    page: RegisterPage, add: Callable[..., int]
) -> None:
    add(1, subject="Tăng cường kiểm tra")
    add(2, subject="Đường giả định")
    type_text(page.lines.find_edit, "duong")
    until(lambda: page.model.rowCount() == 1, "the line found")
    _settle(page)
    found = page.model.document(0)
    assert found is not None
    assert found.subject == "Đường giả định"
    assert page.lines.count_label.text() == "1 dòng"
    type_text(page.lines.find_edit, "xyz")
    until(page.lines.empty_label.isVisible, "no line")
    assert page.lines.empty_label.text() == "Không có dòng nào khớp."


def test_a_correction_shows_old_and_new_and_asks_why(
    page: RegisterPage, add: Callable[..., int], office: Office
) -> None:
    add()
    page.refresh()
    until(lambda: page.model.rowCount() == 1, "the line")
    _open(page, 0)
    press(page.view, Qt.Key.Key_E, CTRL)
    until(lambda: page.entering.is_active, "the form")
    signer = page.entry.form.editor("signer")
    press(signer, Qt.Key.Key_A, CTRL)
    type_text(signer, "Trần Thị Ví Dụ")
    page.entering.save()
    dialog = _dialog(page)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Nguyễn Văn Mẫu" in shown
    assert "Trần Thị Ví Dụ" in shown
    dialog.act_button.click()
    assert dialog.notice.sentence == "Cần ghi lý do."
    type_text(dialog.reason_edit, "ghi nhầm người ký")
    dialog.act_button.click()
    until(page.card.isVisible, "the card")
    _settle(page)
    (row,) = office.read(list_documents, "outgoing").result().rows
    assert row.signer == "Trần Thị Ví Dụ"
    told = "\n".join(label.text() for label in page.card.findChildren(QLabel))
    assert "ghi nhầm người ký" in told
    assert "“Nguyễn Văn Mẫu” → “Trần Thị Ví Dụ”" in told


def test_annulling_asks_why_and_leaving_is_the_default(
    page: RegisterPage, add: Callable[..., int], office: Office
) -> None:
    add()
    page.refresh()
    until(lambda: page.model.rowCount() == 1, "the line")
    _open(page, 0)
    page.card.buttons[Action.ANNUL].click()
    dialog = _dialog(page)
    assert dialog.leave_button.isDefault()
    assert any("không cấp lại" in label.text() for label in dialog.findChildren(QLabel))
    press(dialog.reason_edit, Qt.Key.Key_Return)  # Enter does what the default does
    assert not dialog.isVisible()
    until(lambda: not page.window().findChildren(ReasonDialog), "the dialog to go")
    page.card.buttons[Action.ANNUL].click()
    dialog = _dialog(page)
    type_text(dialog.reason_edit, "đăng ký trùng")
    dialog.act_button.click()
    until(lambda: not page.card.buttons[Action.ANNUL].isEnabled(), "the number struck")
    _settle(page)
    (row,) = office.read(list_documents, "outgoing").result().rows
    assert row.annulment is not None
    assert row.annulment.reason == "đăng ký trùng"
    font = page.model.index(0, 0).data(Qt.ItemDataRole.FontRole)
    assert font.strikeOut()


def test_escape_asks_before_typed_text_is_lost(page: RegisterPage) -> None:
    _start(page)
    _type(page)
    press(page.entry.form.editor("note"), Qt.Key.Key_Escape)
    _click(_box(page), "Thôi")
    assert page.entry.isVisible()
    until(lambda: not page.window().findChildren(QMessageBox), "the question to go")
    press(page.entry.form.editor("note"), Qt.Key.Key_Escape)
    _click(_box(page), "Bỏ")
    assert not page.side.isVisible()


def test_an_untouched_form_is_left_without_a_question(page: RegisterPage) -> None:
    _start(page)
    press(page.entry.form.editor("note"), Qt.Key.Key_Escape)
    assert not page.side.isVisible()


def test_no_cell_of_the_table_reaches_the_clipboard(
    page: RegisterPage, add: Callable[..., int]
) -> None:
    add()
    page.refresh()
    until(lambda: page.model.rowCount() == 1, "the line")
    QGuiApplication.clipboard().setText("trước đó")
    page.view.setFocus()
    page.view.setCurrentIndex(page.model.index(0, 3))
    press(page.view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "trước đó"


def test_the_form_says_how_far_its_source_was_checked(page: RegisterPage) -> None:
    assert page.lines.status_label.text() == "Mẫu sổ: theo nguồn khác, chưa đối chiếu"


def test_words_of_a_document_are_never_read_as_markup(
    page: RegisterPage, add: Callable[..., int]
) -> None:
    add(1, subject="<b>đậm</b>")
    page.refresh()
    until(lambda: page.model.rowCount() == 1, "the line")
    _open(page, 0)
    labels = [label for label in page.card.findChildren(QLabel) if "đậm" in label.text()]
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert all(
        label.textInteractionFlags() == Qt.TextInteractionFlag.LinksAccessibleByMouse
        for label in labels
    )


def test_a_line_far_below_is_selected_again_after_it_was_changed(
    page: RegisterPage, add: Callable[..., int]
) -> None:
    oldest = add(1)
    for number in range(2, 122):
        add(number)
    page.refresh()
    until(lambda: page.model.rowCount() == 121 and not page.jobs.is_busy, "all lines")
    page.open_document(oldest)
    until(lambda: page.card.isVisible() and not page.jobs.is_busy, "the card")
    assert page.view.currentIndex().row() == 120
    page.refresh()  # as after a correction
    until(lambda: page.model.rowCount() == 121 and not page.jobs.is_busy, "all lines again")
    assert page.view.currentIndex().row() == 120
