"""The demonstration's first part: the wizard, typed through from its first field to its last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from bmnn_desktop.domain.text import fold
from bmnn_desktop.gui.demo import documents
from bmnn_desktop.gui.demo.camera import Camera
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.founding.wizard import FoundingWizard

ORGANISATION = "Ủy ban nhân dân xã Mẫu"
PARENT = "Ủy ban nhân dân tỉnh Giả Định"
PLACE = "Xã Mẫu"
KEEPER = "Lê Thị Tập Huấn"
LOGIN = "vanthu"
PAPER = "Quyển số 01, đến số 11"
PAPER_IN = "Quyển số 01, đến số 36"
FIRST_INCOMING = 37


def found(wizard: FoundingWizard, camera: Camera, passphrase_file: Path, sheet_file: Path) -> None:
    """Found a training vault; the passphrase goes to `passphrase_file` before the first use."""
    ui = wizard.ui
    ui.training_radio.click()
    type_text(ui.org_edit, ORGANISATION)
    type_text(ui.parent_org_edit, PARENT)
    type_text(ui.place_edit, PLACE)
    type_text(ui.symbol_edit, documents.SYMBOL)
    camera.take(wizard, "lap-kho-so-co-quan")
    press(ui.next_button, Qt.Key.Key_Space)
    type_text(ui.name_edit, KEEPER)
    type_text(ui.login_edit, LOGIN)
    camera.take(wizard, "lap-kho-so-nguoi-giu")
    press(ui.next_button, Qt.Key.Key_Space)
    ui.incoming_first_box.setValue(FIRST_INCOMING)
    type_text(ui.incoming_paper_edit, PAPER_IN)
    ui.first_box.setValue(documents.FIRST_NO)
    type_text(ui.paper_edit, PAPER)
    camera.take(wizard, "lap-kho-so-so-di")
    press(ui.next_button, Qt.Key.Key_Space)
    passphrase_file.touch(mode=0o600, exist_ok=False)
    passphrase_file.write_text(f"{wizard.passphrase}\n", encoding="utf-8")
    type_text(ui.repeat_edit.line, wizard.passphrase)
    camera.take(wizard, "lap-kho-so-mat-khau")
    press(ui.next_button, Qt.Key.Key_Space)
    camera.take(wizard, "lap-kho-so-nguoi-xac-nhan")
    press(ui.next_button, Qt.Key.Key_Space)
    until(lambda: wizard.sheet is not None, "the vault to be founded")
    _copy_the_sheet(wizard, camera, sheet_file)


def _copy_the_sheet(wizard: FoundingWizard, camera: Camera, sheet_file: Path) -> None:
    ui, sheet = wizard.ui, wizard.sheet
    if sheet is None:
        return
    type_text(ui.save_edit, str(sheet_file))
    press(ui.save_button, Qt.Key.Key_Space)
    until(lambda: not wizard.jobs.is_busy, "the sheet's file")
    camera.take(wizard, "phieu-khoa-khoi-phuc")
    press(ui.next_button, Qt.Key.Key_Space)
    type_text(ui.group_edit, fold(sheet.groups[wizard.asked_group]))
    camera.take(wizard, "go-lai-mot-nhom")
    press(ui.next_button, Qt.Key.Key_Space)
    camera.take(wizard, "lap-xong")
    press(ui.next_button, Qt.Key.Key_Space)
