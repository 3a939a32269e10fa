"""Hôm nay, preview, backup and verification, one after the other as on a desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from bmnn_desktop.gui.backup_page import BackupPage
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.register.actions import Action
from bmnn_desktop.gui.sheets.spoiled_dialog import SpoiledDialog
from bmnn_desktop.gui.today_page import TodayPage
from bmnn_desktop.gui.verify_page import VerifyPage
from tests.printing.reading import shows_code, texts


def _today(window: MainWindow) -> TodayPage:
    page = window.go("today")
    assert isinstance(page, TodayPage)
    until(lambda: not page.jobs.is_busy, "the truth")
    return page


def _preview(window: MainWindow) -> PreviewWindow:
    preview = window.open_preview("outgoing", 2026)
    until(lambda: preview.is_ready, "the preview")
    return preview


def _print(preview: PreviewWindow, out: Path) -> None:
    type_text(preview.ui.out_edit, str(out))
    preview.ui.print_button.click()
    until(lambda: bool(preview.code) and not preview.jobs.is_busy, "the print")


def _verify(window: MainWindow, code: str = "") -> VerifyPage:
    page = window.go("verify")
    assert isinstance(page, VerifyPage)
    type_text(page.ui.anchor_edit, code)
    page.ui.start_button.click()
    until(lambda: not page.jobs.is_busy, "the verdict")
    return page


def _words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_hom_nay_tells_the_truth_and_never_a_subject(
    window: MainWindow, add: Callable[..., int]
) -> None:
    add(1, subject="nội dung không được hiện")
    words = _words(_today(window))
    assert "Sổ đi 2026, quyển 01: đến số 12" in words
    assert "1 dòng chưa in" in words
    assert "Để biết (2)" in _today(window).ui.know_section.head.text()
    assert "chưa có bản sao lưu nào được kiểm tra" in words
    assert "nội dung không được hiện" not in words
    assert "Kho tập huấn – số liệu giả" in _words(window)


def test_f3_opens_the_form(window: MainWindow) -> None:
    press(_today(window), Qt.Key.Key_F3)
    page = window.register_page("outgoing")
    until(lambda: page.entering.is_active, "the form")
    assert page.entry.isVisible()


def test_the_preview_turns_pages_and_zooms(window: MainWindow, add: Callable[..., int]) -> None:
    for number in range(1, 25):
        add(number)
    preview = _preview(window)
    assert preview.ui.page_box.maximum() > 2
    assert not preview.ui.previous_button.isEnabled()
    press(preview, Qt.Key.Key_PageDown)
    until(lambda: preview.is_ready, "the page")
    assert preview.ui.page_list.currentIndex().row() == 1
    before = preview.ui.page_view._page.pixmap().width()
    preview.ui.zoom_box.setCurrentText("200 %")
    until(lambda: preview.is_ready, "the page")
    assert preview.ui.page_view._page.pixmap().width() > before
    preview.close()


def test_printing_asks_whether_the_sheets_came_out_well(
    window: MainWindow, add: Callable[..., int], tmp_path: Path
) -> None:
    add()
    preview = _preview(window)
    out = tmp_path / "so.pdf"
    _print(preview, out)
    assert all(shows_code(page, preview.code) for page in texts(out.read_bytes()))
    assert preview.code in preview.ui.question_label.text()
    preview.ui.good_button.click()
    until(preview.ui.question_frame.isHidden, "the answer")
    preview.close()
    assert "đã in hết" in _words(_today(window))
    page = window.register_page("outgoing")
    window.go("outgoing")
    until(lambda: page.model.rowCount() == 1 and not page.jobs.is_busy, "the line")
    page.open_line(0)
    until(page.card.isVisible, "the card")
    assert page.card.buttons[Action.CORRECT].text() == "Đính chính   Ctrl+E"


def test_a_print_left_unanswered_is_asked_about_on_hom_nay(
    window: MainWindow, add: Callable[..., int], tmp_path: Path
) -> None:
    add()
    preview = _preview(window)
    _print(preview, tmp_path / "so.pdf")
    preview.close()
    today = _today(window)
    assert today.ui.print_frame.isVisible()
    assert "tờ 1: tờ in có tốt không?" in today.ui.print_label.text()
    today.ui.spoiled_button.click()
    (dialog,) = window.findChildren(SpoiledDialog)
    type_text(dialog.reason_edit, "Kẹt giấy")
    dialog.act_button.click()
    until(today.ui.print_frame.isHidden, "the answer")
    assert "1 dòng chưa in" in _words(today)


def test_an_existing_file_is_never_printed_over(
    window: MainWindow, add: Callable[..., int], tmp_path: Path
) -> None:
    add()
    out = tmp_path / "so.pdf"
    out.write_bytes(b"mine")
    preview = _preview(window)
    type_text(preview.ui.out_edit, str(out))
    preview.ui.print_button.click()
    until(lambda: not preview.jobs.is_busy, "the refusal")
    assert "K503" in preview.ui.notice.sentence
    assert out.read_bytes() == b"mine"
    preview.close()


def test_a_backup_may_be_removed_only_when_it_was_read_back(
    window: MainWindow, add: Callable[..., int], tmp_path: Path
) -> None:
    add()
    medium = tmp_path / "medium"
    medium.mkdir()
    page = window.go("backup")
    assert isinstance(page, BackupPage)
    type_text(page.ui.medium_edit, str(medium))
    page.ui.start_button.click()
    assert "Có thể rút" not in _words(page)
    until(lambda: not page.jobs.is_busy, "the backup")
    assert "Có thể rút USB" in page.ui.notice.sentence
    (file,) = medium.iterdir()
    assert file.name in page.ui.result_label.text()
    until(lambda: "hôm nay" in page.ui.last_label.text(), "the truth")
    until(page.ui.openers_label.isVisible, "who opens it")
    assert page.ui.openers_label.text() == "Mở được bản sao lưu sau cùng: chỉ phiếu khóa khôi phục."


def test_a_medium_that_is_not_there_is_refused_in_its_place(window: MainWindow) -> None:
    page = window.go("backup")
    assert isinstance(page, BackupPage)
    type_text(page.ui.medium_edit, "/nowhere/at/all")
    page.ui.start_button.click()
    until(lambda: not page.jobs.is_busy, "the refusal")
    assert "K610" in page.ui.notice.sentence
    assert page.ui.medium_edit.text() == "/nowhere/at/all"
    assert page.ui.start_button.isEnabled()


def test_without_a_code_from_paper_the_verdict_is_amber_with_one_it_is_green(
    window: MainWindow, add: Callable[..., int], tmp_path: Path
) -> None:
    add()
    preview = _preview(window)
    _print(preview, tmp_path / "so.pdf")
    code = preview.code
    preview.close()
    page = _verify(window)
    assert page.ui.verdict_label.property("tone") == "amber"
    assert "Chưa kết luận được" in page.ui.verdict_label.text()
    page = _verify(window, code)
    assert page.ui.verdict_label.property("tone") == "good"


def test_a_code_of_another_vault_fails_and_a_mistyped_one_is_said_beside_the_field(
    window: MainWindow,
) -> None:
    from bmnn_desktop.domain.anchor import Anchor  # noqa: PLC0415

    page = _verify(window, "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
    assert page.ui.anchor_wrong_label.isVisible()
    assert page.ui.verdict_frame.isHidden()
    page.ui.anchor_edit.clear()
    page = _verify(window, Anchor.of(1, 1, bytes(32)).code)
    assert page.ui.verdict_label.property("tone") == "bad"
    assert "không toàn vẹn" in page.ui.verdict_label.text()


@pytest.mark.parametrize("key", ["today", "outgoing", "backup", "verify"])
def test_titles_and_tooltips_carry_no_subject(
    window: MainWindow, add: Callable[..., int], key: str
) -> None:
    add(1, subject="nội dung không được hiện")
    window.go(key)
    page = window.register_page("outgoing")
    until(lambda: not page.jobs.is_busy, "the lines")
    told = [window.windowTitle()]
    told += [widget.toolTip() for widget in window.findChildren(QWidget)]
    assert not [words for words in told if "nội dung" in words]


def test_a_place_that_names_a_key_is_reached_by_it(window: MainWindow) -> None:
    buttons = [
        each for each in window.findChildren(QPushButton) if each.objectName().endswith("_place")
    ]
    told = {each.toolTip(): each for each in buttons if each.toolTip()}
    assert {f"Ctrl+{digit}" for digit in "1234567890"} == told.keys()
    for digit in "234567890":
        press(window, Qt.Key(ord(digit)), Qt.KeyboardModifier.ControlModifier)
        assert told[f"Ctrl+{digit}"].isChecked()
    until(lambda: not window.jobs.is_busy, "the window")
