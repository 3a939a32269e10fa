"""Another name, a stick, a release: what is done about somebody who is there or was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bmnn_desktop.domain.text import fold
from bmnn_desktop.gui.demo.hands import type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.people.change_dialog import ChangeDialog
from bmnn_desktop.gui.people.page import PeoplePage
from bmnn_desktop.gui.people.release_dialog import ReleaseDialog
from bmnn_desktop.gui.people.stick_dialog import StickDialog
from bmnn_desktop.services import plugged_sticks
from bmnn_desktop.services.gate import Founded, Gate
from bmnn_desktop.services.list_people import Member, list_people
from bmnn_desktop.services.plugged_sticks import plugged_places
from bmnn_desktop.services.revoke_person import revoke_person
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import header, stick
from tests.gui.people.conftest import (
    DEPUTY,
    HEAD,
    PIN,
    asked,
    choose,
    copy_sheet,
    gone,
    logins,
    ready,
    signing,
)


def people(window: MainWindow) -> tuple[Member, ...]:
    return window.office.read(list_people).result()


@pytest.mark.usefixtures("three")
def test_a_person_gets_another_post_and_other_roles(
    window: MainWindow, page: PeoplePage, gate: Gate
) -> None:
    signing(page, gate.place)
    choose(page, 2)
    page.change_button.click()
    dialog = asked(window, ChangeDialog)
    assert (dialog.name_edit.text(), dialog.post_edit.text()) == (DEPUTY.name, "")
    assert dialog.roles_choice.roles == DEPUTY.roles
    dialog.act_button.click()
    assert dialog.notice.sentence == "Chưa đổi gì."
    dialog.name_edit.clear()
    dialog.act_button.click()
    assert dialog.notice.sentence == "Chưa ghi họ và tên."
    type_text(dialog.name_edit, "Ngô  Văn Phó Mới ")
    type_text(dialog.post_edit, "Chánh Văn phòng")
    dialog.roles_choice.buttons[Role.KEEPER].click()
    dialog.roles_choice.administrator_check.click()
    dialog.act_button.click()
    gone(window, ChangeDialog)
    until(lambda: "Ngô Văn Phó Mới" in page.notice.sentence, "the change")
    changed = people(window)[2]
    assert (changed.name, changed.post) == ("Ngô Văn Phó Mới", "Chánh Văn phòng")
    assert changed.roles == {Role.KEEPER, Role.ADMINISTRATOR}
    ready(page)
    page.change_button.click()
    again = asked(window, ChangeDialog)
    assert again.roles_choice.roles == changed.roles


def test_the_keeper_alone_changes_his_post_with_the_sheet(
    window: MainWindow, page: PeoplePage, founded: Founded
) -> None:
    page.change_button.click()
    dialog = asked(window, ChangeDialog)
    assert dialog.roles_choice.roles == {Role.KEEPER, Role.ADMINISTRATOR}
    type_text(dialog.post_edit, "Văn thư")
    type_text(dialog.second_panel.key_edit, fold(" ".join(founded.recovery.groups)))
    dialog.act_button.click()
    gone(window, ChangeDialog)
    copy_sheet(window)
    assert people(window)[0].post == "Văn thư"


@pytest.mark.usefixtures("three")
def test_whoever_left_is_released_by_two(window: MainWindow, page: PeoplePage, gate: Gate) -> None:
    signing(page, gate.place)
    choose(page, 2)
    assert (page.revoke_button.isVisible(), page.release_button.isVisible()) == (True, False)
    window.office.write(revoke_person, DEPUTY.login, reason="nghỉ hưu").result()
    page.refresh()
    ready(page)
    choose(page, 0)
    choose(page, 2)
    assert (page.revoke_button.isVisible(), page.release_button.isVisible()) == (False, True)
    assert not any(
        one.isEnabled() for one in (page.change_button, page.rekey_button, page.stick_button)
    )
    page.release_button.click()
    dialog = asked(window, ReleaseDialog)
    assert [one.name for one in dialog.second_panel.confirmers] == [HEAD.name]
    dialog.act_button.click()
    gone(window, ReleaseDialog)
    until(lambda: "Đã giải tỏa" in page.notice.sentence, "the release")
    assert people(window)[2].released_on is not None
    ready(page)
    assert not page.release_button.isEnabled()


@pytest.fixture
def plugged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the place where sticks are mounted, with one plugged in."""
    place = tmp_path / "media"
    (place / "usb").mkdir(parents=True)
    monkeypatch.setattr(plugged_sticks, "_MOUNTED", (f"{place}/*",))
    return place


@pytest.mark.usefixtures("three")
def test_a_stick_is_enrolled_with_a_pin_chosen_apart(
    window: MainWindow, page: PeoplePage, gate: Gate, plugged: Path
) -> None:
    signing(page, gate.place)
    assert not page.stick_button.isEnabled(), "the keeper confirms nothing"
    choose(page, 1)
    page.stick_button.click()
    dialog = asked(window, StickDialog)
    assert dialog.place_box.currentText() == str(plugged / "usb")
    dialog.place_box.setCurrentText("")
    dialog.act_button.click()
    assert dialog.notice.sentence == "Chưa chọn USB."
    assert list((plugged / "usb").iterdir()) == []
    dialog.look()
    dialog.act_button.click()
    gone(window, StickDialog)
    until(lambda: "Đã cấp USB ký" in page.notice.sentence, "the stick")
    (path,) = (plugged / "usb").iterdir()
    assert str(path) in page.notice.sentence
    assert people(window)[1].signs
    key = json.loads(path.read_text())
    head = header.read(gate.place).header
    head.unlock_stick(HEAD.login, key["signer"], PIN, bytes.fromhex(key["secret"]))


@pytest.mark.usefixtures("three")
def test_a_used_stick_is_refused_and_what_was_typed_stays(
    window: MainWindow, page: PeoplePage, gate: Gate, plugged: Path
) -> None:
    signing(page, gate.place)
    (plugged / "usb" / stick.NAME).write_text("khóa khác")
    choose(page, 2)
    page.stick_button.click()
    dialog = asked(window, StickDialog)
    (plugged / "thu hai").mkdir()
    dialog.again_button.click()
    assert dialog.place_box.currentText() == "", "of two, one is to be chosen"
    dialog.act_button.click()
    assert dialog.notice.sentence == "Chưa chọn USB."
    dialog.place_box.setCurrentText(str(plugged / "usb"))
    dialog.act_button.click()
    until(lambda: "K467" in dialog.notice.sentence, "the refusal")
    assert (dialog.place_box.currentText(), dialog.act_button.isEnabled()) == (
        str(plugged / "usb"),
        True,
    )
    assert (plugged / "usb" / stick.NAME).read_text() == "khóa khác"
    assert not any(one.signs for one in people(window))
    assert logins(window)[2] == (DEPUTY.login, True)


def test_places_that_cannot_be_written_are_none(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    (tmp_path / "c").write_text("no place")
    assert plugged_places((f"{tmp_path}/*", "/nowhere/*")) == (tmp_path / "a", tmp_path / "b")
