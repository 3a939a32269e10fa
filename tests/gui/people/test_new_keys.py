"""New keys through the window: until the switch nothing happened, after it the office closes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from bmnn_desktop.domain.text import fold
from bmnn_desktop.errors import DiskFull, SecondSilent
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.people.new_keys_dialog import NewKeysDialog
from bmnn_desktop.gui.people.page import PeoplePage
from bmnn_desktop.gui.people.sheet_dialog import SheetDialog
from bmnn_desktop.services.drafts import find_draft
from bmnn_desktop.services.gate import Founded, Gate
from bmnn_desktop.services.office import Office
from bmnn_desktop.store import generation, header
from bmnn_desktop.store.journal import Signer
from bmnn_desktop.store.rows import Rows
from tests.gui.conftest import LOGIN, PASSPHRASE
from tests.gui.people.conftest import HEAD, asked, copy_sheet, ready
from tests.services.offices import entries
from tests.services.signing import InPerson

CTRL = Qt.KeyboardModifier.ControlModifier


def told() -> QMessageBox | None:
    """Return the last words of a window that is gone."""
    boxes = [one for one in QApplication.topLevelWidgets() if one.objectName() == "told_box"]
    shown = [one for one in boxes if isinstance(one, QMessageBox) and one.isVisible()]
    return shown[0] if shown else None


def last_words(left: list[str]) -> str:
    """Read the last words; only then is the door locked."""
    until(lambda: told() is not None, "the last words")
    box = told()
    assert box is not None
    assert left == []
    words = box.text()
    box.button(QMessageBox.StandardButton.Ok).click()
    until(lambda: left == ["lock"], "the lock")
    return words


@dataclass(frozen=True)
class Asking:
    """The page, and the groups of the recovery sheet as they are typed."""

    window: MainWindow
    page: PeoplePage
    sheet: str

    def want(self, *, with_sheet: bool = True) -> NewKeysDialog:
        """Ask for new keys, with a reason and perhaps the sheet."""
        self.page.new_keys_button.click()
        dialog = asked(self.window, NewKeysDialog)
        type_text(dialog.reason_edit, "hằng năm")
        if with_sheet:
            type_text(dialog.second_panel.key_edit, self.sheet)
        return dialog


@pytest.fixture
def asking(window: MainWindow, page: PeoplePage, founded: Founded) -> Asking:
    return Asking(window, page, fold(" ".join(founded.recovery.groups)))


def generation_of(place: Path) -> int:
    return header.read(place).header.generation


@dataclass
class Slow:
    """Somebody who signs only when he is let, or sent away."""

    asked: threading.Event = field(default_factory=threading.Event)
    sent: threading.Event = field(default_factory=threading.Event)

    def signer(self, rows: Rows) -> Signer:  # noqa: ARG002
        self.asked.set()
        self.sent.wait(30)
        raise SecondSilent

    def leave(self) -> None:
        self.sent.set()


@pytest.fixture
def untouched(window: MainWindow, founded: Founded) -> Callable[[], None]:
    """Tell later whether the vault is as it is now, and still works."""
    del window
    office = founded.office
    before = (entries(office), header.read(office.place).header)

    def check() -> None:
        assert (entries(office), header.read(office.place).header) == before
        assert not (office.place / "register.next").exists()

    return check


def test_the_sheet_signs_and_success_is_told_when_the_office_is_closed(
    window: MainWindow, page: PeoplePage, founded: Founded, gate: Gate, left: list[str]
) -> None:
    key = window.office.training_database_key()
    page.new_keys_button.click()
    dialog = asked(window, NewKeysDialog)
    dialog.act_button.click()
    assert dialog.notice.sentence == "Cần ghi lý do."
    type_text(dialog.reason_edit, "người giữ khóa nghỉ hưu")
    dialog.act_button.click()
    assert "không đúng" in dialog.notice.sentence
    type_text(dialog.second_panel.key_edit, fold(" ".join(founded.recovery.groups)))
    dialog.act_button.click()
    copy_sheet(window)
    words = last_words(left)
    assert "thế hệ 2" in words
    assert "phiếu mới thay phiếu cũ" in words
    assert not (gate.place / "register.next").exists()
    office = gate.unlock(LOGIN, PASSPHRASE)
    assert office.notices == (), "closing the vault left nothing to finish"
    assert office.training_database_key() != key
    reasons = office.read(
        lambda desk: desk.rows.all("SELECT reason FROM entry WHERE action = 'generation.begin'")
    ).result()
    assert [row[0] for row in reasons] == ["người giữ khóa nghỉ hưu", None]
    office.close()


def test_what_was_typed_before_is_kept_under_the_new_keys(
    asking: Asking,
    gate: Gate,
    left: list[str],
) -> None:
    asking.window.start_registering()
    register = asking.window.register_page("outgoing")
    until(lambda: register.entry.isVisible() and not register.jobs.is_busy, "the form")
    type_text(register.entry.form.editor("doc_number"), "05/KH")
    assert register.has_unsaved_text
    asking.window.go("people")
    ready(asking.page)
    asking.want().act_button.click()
    copy_sheet(asking.window)
    assert "thế hệ 2" in last_words(left)
    office = gate.unlock(LOGIN, PASSPHRASE)
    drafts = office.read(lambda desk: find_draft(desk, "register.outgoing")).result()
    assert drafts is not None
    office.close()


@pytest.mark.usefixtures("three")
def test_a_confirming_person_signs(
    asking: Asking,
    gate: Gate,
    left: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    head = InPerson(gate.place, HEAD.login, HEAD.passphrase)
    monkeypatch.setattr(asking.window.office, "second_person", lambda _login: head)
    dialog = asking.want(with_sheet=False)
    assert not dialog.second_panel.key_edit.isVisible()
    dialog.act_button.click()
    assert "thế hệ 2" in last_words(left)
    for login, phrase in ((LOGIN, PASSPHRASE), (HEAD.login, HEAD.passphrase)):
        gate.unlock(login, phrase).close()


@pytest.mark.usefixtures("three")
def test_whoever_asks_for_it_does_not_confirm_it(
    asking: Asking,
    gate: Gate,
    untouched: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keeper = InPerson(gate.place, LOGIN, PASSPHRASE)
    monkeypatch.setattr(asking.window.office, "second_person", lambda _login: keeper)
    dialog = asking.want(with_sheet=False)
    dialog.act_button.click()
    until(lambda: "K453" in dialog.notice.sentence, "the refusal")
    assert (dialog.reason_edit.text(), dialog.reason_edit.isEnabled()) == ("hằng năm", True)
    untouched()


def test_an_old_way_in_is_named_and_changes_nothing(
    asking: Asking,
    untouched: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from dataclasses import replace  # noqa: PLC0415

    vault = asking.window.office._vault
    old = tuple(replace(one, box=None) if one.is_passphrase else one for one in vault.header.slots)
    whole = vault.header
    monkeypatch.setattr(vault, "header", replace(whole, slots=old))
    dialog = asking.want()
    dialog.act_button.click()
    until(lambda: "K241" in dialog.notice.sentence, "the refusal")
    assert LOGIN in dialog.notice.sentence
    untouched()


def test_a_full_disk_changes_nothing(
    asking: Asking,
    left: list[str],
    untouched: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_path: Path) -> None:
        raise DiskFull

    monkeypatch.setattr(generation, "_sync_and_forget", full)
    dialog = asking.want()
    dialog.act_button.click()
    until(lambda: bool(dialog.notice.sentence), "the refusal")
    assert str(DiskFull()) in dialog.notice.sentence
    untouched()
    monkeypatch.undo()
    dialog.act_button.click()  # what was typed stayed
    copy_sheet(asking.window)
    assert "thế hệ 2" in last_words(left)


def test_stopping_sends_the_second_person_away_and_changes_nothing(
    asking: Asking,
    untouched: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slow = Slow()
    dialog = asking.want()
    monkeypatch.setattr(dialog.second_panel, "second", lambda: slow)
    dialog.act_button.click()
    until(slow.asked.is_set, "the second person")
    assert dialog.progress_line.isVisible()
    assert not dialog.reason_edit.isEnabled()
    dialog.leave_button.click()
    until(lambda: "Đã dừng theo yêu cầu" in dialog.notice.sentence, "the stop")
    assert dialog.isVisible(), "it says so before it goes"
    untouched()
    dialog.leave_button.click()
    until(lambda: not asking.window.findChildren(NewKeysDialog), "the way out")


def test_a_lock_meanwhile_stops_it_and_the_next_session_is_told(
    asking: Asking,
    gate: Gate,
    left: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slow = Slow()
    dialog = asking.want()
    monkeypatch.setattr(dialog.second_panel, "second", lambda: slow)
    dialog.act_button.click()
    until(slow.asked.is_set, "the second person")
    press(dialog, Qt.Key.Key_L, CTRL)
    until(lambda: left == ["lock"], "the lock")
    assert told() is None
    assert generation_of(gate.place) == 1
    office = gate.unlock(LOGIN, PASSPHRASE)
    again = MainWindow(office, lock=lambda: None, quit_program=lambda: None)
    until(lambda: "đổi toàn bộ khóa" in again.ui.notice.sentence, "what was broken off")
    done: list[str] = []
    again.leaving.close_vault(lambda: done.append("end"))
    until(lambda: bool(done), "the end")
    again.deleteLater()


def test_a_late_draft_gets_a_sentence_and_no_crash(
    asking: Asking,
    left: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A save that comes between the switch and the closing is refused in words."""
    begun: list[object] = []
    monkeypatch.setattr(asking.window.leaving, "lock_and_tell", begun.append)
    asking.window.start_registering()
    register = asking.window.register_page("outgoing")
    until(lambda: register.entry.isVisible() and not register.jobs.is_busy, "the form")
    asking.window.go("people")
    ready(asking.page)
    asking.want().act_button.click()
    copy_sheet(asking.window)
    until(lambda: bool(begun), "the switch")
    type_text(register.entry.form.editor("doc_number"), "05/KH")
    register.keep_draft(lambda: begun.append("kept"))
    boxes: list[QMessageBox] = []

    def shown() -> bool:
        boxes[:] = [one for one in asking.window.findChildren(QMessageBox) if one.isVisible()]
        return bool(boxes)

    until(shown, "the sentence")
    assert "Khóa của kho sổ vừa được đổi" in boxes[0].text()
    assert "kept" not in begun
    boxes[0].close()
    monkeypatch.undo()
    asking.window.leaving.lock_and_tell("Đã đổi toàn bộ khóa.")
    assert last_words(left) == "Đã đổi toàn bộ khóa."


def test_a_switch_that_closing_cannot_finish_is_told_and_locks(
    asking: Asking,
    gate: Gate,
    left: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_args: object) -> None:
        raise DiskFull

    monkeypatch.setattr(generation, "settle", fails)
    asking.want().act_button.click()
    copy_sheet(asking.window)
    words = last_words(left)
    assert "ngắt giữa chừng" in words
    assert "Đã đổi" not in words
    monkeypatch.undo()
    office = gate.unlock(LOGIN, PASSPHRASE)
    assert "đã làm nốt" in office.notices[0]
    office.close()


def test_a_switch_that_fails_at_once_is_told_and_locks(
    asking: Asking,
    gate: Gate,
    left: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_args: object) -> None:
        raise DiskFull

    monkeypatch.setattr(generation, "switch", fails)
    asking.want().act_button.click()
    advice = asked(asking.window, SheetDialog).advice_label.text()
    assert "giữ cả hai phiếu" in advice
    copy_sheet(asking.window)
    words = last_words(left)
    assert "ngắt giữa chừng" in words
    assert "phiếu khóa khôi phục cũ và phiếu mới" in words
    monkeypatch.undo()
    office: Office = gate.unlock(LOGIN, PASSPHRASE)
    assert "khóa vẫn như cũ" in office.notices[0]
    assert generation_of(gate.place) == 1
    office.close()
