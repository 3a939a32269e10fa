"""A form pack in the window: its wrong line, what it looks like, and its installation by two."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.year.forms_dialog import FormsDialog
from bmnn_desktop.gui.year.install_form_dialog import InstallFormDialog
from bmnn_desktop.gui.year.volumes_page import VolumesPage
from bmnn_desktop.services.gate import Founded
from tests.cli.test_forms import write_pack
from tests.gui.two_at_work import HEAD, Work, asked, gone


@pytest.fixture
def work(founded: Founded, tmp_path: Path) -> Work:
    """Give a vault of keeper and head."""
    made = Work(founded, tmp_path)
    made.admit(HEAD)
    return made


def shown(over: QWidget) -> PreviewWindow:
    until(lambda: bool(over.findChildren(PreviewWindow)), "the preview")
    found = over.findChildren(PreviewWindow)[0]
    until(lambda: found.is_ready, "its page")
    return found


def test_a_pack_is_checked_looked_at_and_signed_for(
    window: MainWindow, work: Work, tmp_path: Path
) -> None:
    page = window.go("volumes")
    assert isinstance(page, VolumesPage)
    page.forms._second_of = work.apart
    page.forms_button.click()
    forms = asked(window, FormsDialog)
    until(lambda: bool(forms.model.rows), "the forms")
    assert [one.form.id for one in forms.model.rows] == [
        *("incoming-2026", "outgoing-2026", "stock-2026", "transfer-2026", "copying-2026"),
    ]
    assert forms.source_label.text().startswith("Căn cứ: Phụ lục kèm theo Nghị định 63/2026")
    forms.preview_button.click()
    preview = shown(forms)
    assert not preview.ui.out_frame.isVisible(), "it is only looked at"
    assert preview.ui.count_label.text() == "/ 2"
    preview.close()
    forms.act_button.click()
    until(lambda: bool(forms.findChildren(InstallFormDialog)), "the question")
    dialog = forms.findChildren(InstallFormDialog)[0]
    dialog.act_button.click()
    assert dialog.notice.sentence.startswith("Chưa kiểm tra tệp")
    wrong = write_pack(tmp_path, 'align = "left"', 'align = "middle"')
    type_text(dialog.file_edit, str(wrong))
    press(dialog.file_edit, Qt.Key.Key_Return)
    until(lambda: "dòng" in dialog.notice.sentence, "the wrong line")
    assert "sai ở dòng 34, columns 3: align: chỉ nhận left" in dialog.notice.sentence
    assert not dialog.preview_button.isEnabled()
    write_pack(tmp_path)
    dialog.check_button.click()
    until(dialog.preview_button.isEnabled, "the pack")
    assert dialog.found_label.text().startswith(
        "Tệp đúng: biểu mẫu copying-2027 của sổ sao, chụp, hiệu lực từ 02/03/2026, 14 cột, "
        "đã xác nhận. Căn cứ: Đề xuất"
    )
    dialog.act_button.click()
    gone(window, InstallFormDialog)
    assert forms.notice.sentence == (
        "Đã cài biểu mẫu copying-2027; các quyển mở từ 02/03/2026 in theo mẫu này."
    )
    until(lambda: len(forms.model.rows) == 6, "the new list")
    assert [one.form.id for one in forms.model.rows if one.is_installed] == ["copying-2027"]
