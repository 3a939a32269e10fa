"""The forgotten passphrase, before the locked door."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bmnn_desktop.domain.text import fold
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.people.recover_dialog import RecoverDialog
from bmnn_desktop.gui.people.sheet_dialog import SheetDialog
from bmnn_desktop.gui.unlock_window import UnlockWindow
from bmnn_desktop.services.gate import Founded, Gate
from bmnn_desktop.services.office import Office
from tests.gui.conftest import LOGIN
from tests.gui.lock.conftest import covers, lift_dialog

D = TypeVar("D", bound=AskDialog)


def asked(window: QWidget, kind: type[D]) -> D:
    until(lambda: bool(window.findChildren(kind)), "the question")
    dialog: D = window.findChildren(kind)[0]
    until(dialog.isVisible, "the dialog")
    return dialog


def covered_until(sheet: SheetDialog, window: UnlockWindow, phrase: str) -> None:
    """Leave the sheet alone for long, and come back with the new passphrase."""
    veil = window.veil
    assert veil is not None
    now = veil.idle.clock()
    veil.idle.clock = lambda: now + 5000
    veil.idle.look()
    assert covers(sheet)
    assert covers(window)
    press(sheet, Qt.Key.Key_Space)
    dialog = lift_dialog()
    type_text(dialog.passphrase_edit.line, phrase)
    dialog.act_button.click()
    until(lambda: not covers(sheet), "the sheet")
    assert not covers(window)


def test_the_sheet_opens_the_door_again(qtbot: QtBot, gate: Gate, founded: Founded) -> None:
    founded.office.close()
    window = UnlockWindow(gate)
    qtbot.addWidget(window)
    opened: list[Office] = []
    window.opened.connect(opened.append)
    window.show()
    window.ui.forgotten_button.click()
    dialog = asked(window, RecoverDialog)
    assert dialog.login_edit.text() == LOGIN
    phrase = dialog.new_passphrase.passphrase
    type_text(dialog.new_passphrase.repeat_edit.line, phrase)
    type_text(dialog.key_edit, "sai")
    dialog.act_button.click()
    assert "không đúng" in dialog.notice.sentence
    dialog.key_edit.clear()
    type_text(dialog.key_edit, " ".join(founded.recovery.groups))
    dialog.login_edit.clear()
    type_text(dialog.login_edit, "khong-co")
    dialog.act_button.click()
    dialog.reject()
    assert dialog.isVisible(), "the new sheet would be lost"
    until(lambda: "khong-co" in dialog.notice.sentence, "the refusal")
    dialog.login_edit.clear()
    type_text(dialog.login_edit, LOGIN)
    dialog.act_button.click()
    sheet = asked(window, SheetDialog)
    names = [label for label in sheet.groups_panel.findChildren(QWidget) if label.isVisible()]
    assert all(label.width() >= label.minimumSizeHint().width() for label in names)
    assert sheet._sheet.key != founded.recovery.key
    covered_until(sheet, window, phrase)
    sheet.act_button.click()
    type_text(sheet.group_edit, fold(sheet._sheet.groups[sheet.asked_group]))
    sheet.act_button.click()
    until(lambda: not window.findChildren(SheetDialog), "the sheet to be copied")
    assert "mật khẩu mới" in window.ui.notice.sentence
    type_text(window.ui.passphrase_edit.line, phrase)
    window.ui.unlock_button.click()
    until(lambda: bool(opened), "the vault")
    assert opened[0].session.login == LOGIN
    opened[0].close()
