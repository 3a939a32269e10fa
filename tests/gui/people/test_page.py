"""People and keys under the fingers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.domain.text import fold
from bmnn_desktop.gui.demo.hands import press, type_text, until, wait
from bmnn_desktop.gui.founding.asked_group import where
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.people.admit_dialog import AdmitDialog
from bmnn_desktop.gui.people.own_dialog import OwnDialog
from bmnn_desktop.gui.people.page import PeoplePage
from bmnn_desktop.gui.people.rekey_dialog import RekeyDialog
from bmnn_desktop.gui.people.renew_dialog import RenewDialog
from bmnn_desktop.gui.people.revoke_dialog import RevokeDialog
from bmnn_desktop.gui.people.second_panel import SecondPanel
from bmnn_desktop.gui.people.sheet_dialog import SheetDialog
from bmnn_desktop.services.gate import Founded, Gate
from bmnn_desktop.services.list_people import list_people
from bmnn_desktop.services.recovery import replace_recovery
from bmnn_desktop.services.session import Role
from tests.gui.conftest import LOGIN, PASSPHRASE
from tests.gui.people.conftest import (
    DEPUTY,
    HEAD,
    asked,
    choose,
    copy_sheet,
    gone,
    logins,
    ready,
    signing,
)

Key = Qt.Key


def test_the_first_confirming_person_comes_with_the_sheet(
    window: MainWindow, page: PeoplePage, founded: Founded
) -> None:
    assert page.rekey_button.isEnabled() is False
    page.admit_button.click()
    dialog = asked(window, AdmitDialog)
    assert dialog.roles_choice.roles == {Role.CONFIRMER}
    press(dialog.name_edit, Key.Key_Return)
    assert dialog.isVisible(), "Enter neither admits nor throws away what was typed"
    assert logins(window) == [(LOGIN, True)]
    dialog.act_button.click()
    assert "họ và tên" in dialog.notice.sentence
    type_text(dialog.name_edit, "Lê Văn Giả")
    type_text(dialog.post_edit, "Chủ tịch")
    type_text(dialog.login_edit, "truong")
    dialog.act_button.click()
    assert "gõ lại" in dialog.notice.sentence.lower()
    phrase = dialog.new_passphrase.passphrase
    type_text(dialog.new_passphrase.repeat_edit.line, phrase)
    type_text(dialog.second_panel.key_edit, "sai")
    dialog.act_button.click()
    assert "không đúng" in dialog.notice.sentence
    dialog.second_panel.key_edit.clear()
    type_text(dialog.second_panel.key_edit, " ".join(founded.recovery.groups).lower())
    dialog.act_button.click()
    gone(window, AdmitDialog)
    copied = copy_sheet(window)
    assert copied._sheet.key != founded.recovery.key
    ready(page)
    assert logins(window) == [(LOGIN, True), ("truong", True)]
    assert "Đã thêm Lê Văn Giả." in page.notice.sentence


def test_what_is_refused_keeps_what_was_typed(
    window: MainWindow, page: PeoplePage, founded: Founded
) -> None:
    page.admit_button.click()
    dialog = asked(window, AdmitDialog)
    type_text(dialog.name_edit, "Lê Văn Giả")
    type_text(dialog.login_edit, LOGIN)
    type_text(dialog.new_passphrase.repeat_edit.line, dialog.new_passphrase.passphrase)
    type_text(dialog.second_panel.key_edit, " ".join(founded.recovery.groups))
    dialog.act_button.click()
    until(lambda: "Đã có người dùng" in dialog.notice.sentence, "the refusal")
    assert (dialog.name_edit.text(), dialog.act_button.isEnabled()) == ("Lê Văn Giả", True)
    dialog.leave_button.click()
    gone(window, AdmitDialog)


@pytest.mark.usefixtures("three")
def test_a_forgotten_passphrase_and_a_new_sheet(
    window: MainWindow, page: PeoplePage, gate: Gate
) -> None:
    signing(page, gate.place)
    choose(page, 1)
    page.rekey_button.click()
    dialog = asked(window, RekeyDialog)
    alone = [one for one in page.model.rows if one.login != DEPUTY.login]
    stuck = SecondPanel(dialog, alone, page.acts._second_of, HEAD.login)
    assert "người xác nhận duy nhất" in stuck.missing()
    names = [one.name for one in dialog.second_panel.confirmers]
    assert names == [DEPUTY.name], "nobody signs for himself"
    dialog.new_passphrase.own_check.click()
    type_text(dialog.new_passphrase.own_edit.line, "mật khẩu của trưởng")
    assert "chữ có dấu" in dialog.new_passphrase.note_label.text()
    dialog.new_passphrase.own_check.click()
    type_text(dialog.new_passphrase.repeat_edit.line, dialog.new_passphrase.passphrase)
    dialog.act_button.click()
    gone(window, RekeyDialog)
    until(lambda: HEAD.name in page.notice.sentence, "the new key")
    assert not window.findChildren(SheetDialog)
    page.renew_button.click()
    renew = asked(window, RenewDialog)
    renew.second_panel.person_box.setCurrentIndex(1)
    renew.act_button.click()
    gone(window, RenewDialog)
    copy_sheet(window)


@pytest.mark.usefixtures("three")
def test_somebody_leaves_at_once(window: MainWindow, page: PeoplePage) -> None:
    choose(page, 2)
    page.revoke_button.click()
    dialog = asked(window, RevokeDialog)
    assert DEPUTY.name in dialog.act_button.text()
    dialog.act_button.click()
    assert "lý do" in dialog.notice.sentence
    type_text(dialog.reason_edit, "nghỉ hưu")
    dialog.act_button.click()
    gone(window, RevokeDialog)
    until(lambda: "Đã thu hồi" in page.notice.sentence, "the revocation")
    ready(page)
    assert logins(window)[2] == ("pho", False)
    assert not page.revoke_button.isEnabled()


@pytest.mark.usefixtures("three")
def test_whoever_takes_his_own_right_is_locked_out(
    window: MainWindow, page: PeoplePage, left: list[str]
) -> None:
    choose(page, 0)
    page.revoke_button.click()
    dialog = asked(window, RevokeDialog)
    type_text(dialog.reason_edit, "chuyển công tác")
    dialog.act_button.click()
    until(lambda: left == ["lock"], "the lock")


def test_the_own_passphrase(window: MainWindow, page: PeoplePage, gate: Gate) -> None:
    page.own_button.click()
    dialog = asked(window, OwnDialog)
    dialog.act_button.click()
    assert "mật khẩu cũ" in dialog.notice.sentence
    type_text(dialog.old_edit.line, "khong phai cau nay")
    phrase = dialog.new_passphrase.passphrase
    type_text(dialog.new_passphrase.repeat_edit.line, phrase)
    dialog.act_button.click()
    until(lambda: "Mật khẩu cũ không đúng" in dialog.notice.sentence, "the refusal")
    dialog.old_edit.set_text("")
    type_text(dialog.old_edit.line, PASSPHRASE)
    dialog.act_button.click()
    gone(window, OwnDialog)
    window.office.close()
    gate.unlock(LOGIN, phrase).close()


def test_where_a_group_stands(founded: Founded) -> None:
    assert where(founded.recovery, 0) == "Gõ lại nhóm thứ 1 của dòng 4"
    assert where(founded.recovery, 7) == "Gõ lại nhóm thứ 4 của dòng 5"


def test_the_one_at_the_keyboard_is_never_the_second(window: MainWindow, page: PeoplePage) -> None:
    members = window.office.read(list_people).result()
    assert SecondPanel(page, members, page.acts._second_of).confirmers == []


@dataclass(frozen=True)
class Renewing:
    """The act that makes a new sheet, on its way; it ends when the test says so."""

    dialog: RenewDialog
    end: threading.Event


@pytest.fixture
def renewing(
    window: MainWindow, page: PeoplePage, founded: Founded, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Renewing]:
    begun, end = threading.Event(), threading.Event()

    def slowly(*args: Any) -> RecoverySheet:  # noqa: ANN401
        begun.set()
        end.wait(30)
        return replace_recovery(*args)

    monkeypatch.setattr("bmnn_desktop.services.act_of_two.replace_recovery", slowly)
    page.renew_button.click()
    dialog = asked(window, RenewDialog)
    type_text(dialog.second_panel.key_edit, " ".join(founded.recovery.groups))
    dialog.act_button.click()
    until(begun.is_set, "the work")
    yield Renewing(dialog, end)
    end.set()


@pytest.mark.parametrize("way", ["leave", "escape", "lock", "idle"])
def test_nothing_takes_the_sheet_away_that_is_being_made(
    window: MainWindow, renewing: Renewing, left: list[str], way: str
) -> None:
    dialog = renewing.dialog
    match way:
        case "leave":
            dialog.leave_button.click()
        case "escape":
            press(dialog, Key.Key_Escape)
        case "lock":
            press(dialog, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        case _:
            window.guard.lock_at_once()
            window.guard.lift()
    wait(100)
    renewing.end.set()
    sheet = asked(window, SheetDialog)
    assert left == []
    sheet.act_button.click()
    type_text(sheet.group_edit, fold(sheet._sheet.groups[sheet.asked_group]))
    sheet.act_button.click()
    gone(window, SheetDialog)
