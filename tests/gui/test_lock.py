"""Leaving: the vault is closed first, typed text is never lost unasked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.actions import Action
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from bmnn_desktop.services.drafts import find_draft
from bmnn_desktop.services.duties import DutyKind
from bmnn_desktop.services.gate import Gate
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.store.keys import Kdf
from bmnn_desktop.wiring import Wiring
from tests.gui.conftest import LOGIN, PASSPHRASE

CTRL = Qt.KeyboardModifier.ControlModifier


def _type_something(window: MainWindow) -> RegisterPage:
    window.start_registering()
    page = window.register_page("outgoing")
    until(lambda: page.entering.is_active, "the form")
    form = page.entry.form
    type_text(form.editor("doc_type"), "Kế hoạch")
    type_text(form.editor("subject"), "Nội dung giả định")
    choice = form.editor("level").focusProxy()
    assert choice is not None
    type_text(choice, "c")
    type_text(form.editor("signer"), "Nguyễn Văn Mẫu")
    type_text(form.editor("recipients"), "Công an xã Mẫu")
    return page


def _choose(window: MainWindow, words: str) -> None:
    until(lambda: bool(window.findChildren(QMessageBox)), "the question")
    box = window.findChildren(QMessageBox)[0]
    assert {button.text() for button in box.findChildren(QPushButton)} == {"Ghi", "Bỏ", "Thôi"}
    next(button for button in box.findChildren(QPushButton) if button.text() == words).click()


def test_ctrl_l_closes_the_vault_before_the_process_is_replaced(
    window: MainWindow, left: list[str], gate: Gate
) -> None:
    begun = time.monotonic()
    press(window, Qt.Key.Key_L, CTRL)
    until(lambda: bool(left), "the lock")
    assert left == ["lock"]
    assert time.monotonic() - begun < 2
    assert not window.isVisible()
    gate.unlock(LOGIN, PASSPHRASE).close()  # the lock file is free


def test_closing_the_window_closes_the_vault(
    window: MainWindow, left: list[str], gate: Gate
) -> None:
    window.close()
    until(lambda: bool(left), "the end")
    assert left == ["quit"]
    gate.unlock(LOGIN, PASSPHRASE).close()


def test_text_not_saved_is_asked_about_and_staying_keeps_it(
    window: MainWindow, left: list[str]
) -> None:
    page = _type_something(window)
    before = page.entry.form.values()
    window.close()
    _choose(window, "Thôi")
    assert not left
    assert page.entry.form.values() == before


def test_text_may_be_dropped_on_quitting_and_its_draft_goes_with_it(
    window: MainWindow, left: list[str], gate: Gate
) -> None:
    page = _type_something(window)
    kept: list[str] = []
    page.keep_draft(lambda: kept.append("draft"))
    until(lambda: bool(kept), "the draft")
    window.close()
    _choose(window, "Bỏ")
    until(lambda: bool(left), "the end")
    office = gate.unlock(LOGIN, PASSPHRASE)
    assert office.read(find_draft, "register.outgoing").result() is None
    office.close()


def test_locking_asks_nothing_and_keeps_what_was_typed(
    window: MainWindow, left: list[str], gate: Gate
) -> None:
    _type_something(window)
    press(window, Qt.Key.Key_L, CTRL)
    until(lambda: bool(left), "the lock")
    assert left == ["lock"]
    office = gate.unlock(LOGIN, PASSPHRASE)
    draft = office.read(find_draft, "register.outgoing").result()
    today = office.read(look_at_today).result()
    office.close()
    assert draft is not None
    assert draft.content["signer"] == "Nguyễn Văn Mẫu"
    assert [duty.kind for duty in today.duties.must] == [DutyKind.DRAFT]


def test_text_may_be_saved_on_quitting(window: MainWindow, left: list[str], gate: Gate) -> None:
    _type_something(window)
    window.close()
    _choose(window, "Ghi")
    until(lambda: bool(left), "the end")
    office = gate.unlock(LOGIN, PASSPHRASE)
    (row,) = office.read(list_documents, "outgoing").result().rows
    office.close()
    assert row.subject == "Nội dung giả định"


def test_text_that_cannot_be_saved_keeps_the_window(window: MainWindow, left: list[str]) -> None:
    page = _type_something(window)
    page.entry.form.set_values({"recipients": ()})
    window.close()
    _choose(window, "Ghi")
    assert not left
    assert window.isVisible()
    assert page.entering.has_unsaved_text


def test_a_question_on_the_screen_does_not_keep_ctrl_l_away(
    window: MainWindow, left: list[str], add: Callable[..., int]
) -> None:
    add()
    page = window.register_page("outgoing")
    window.go("outgoing")
    until(lambda: page.model.rowCount() == 1 and not page.jobs.is_busy, "the line")
    page.open_line(0)
    until(page.card.isVisible, "the card")
    page.card.buttons[Action.ANNUL].click()
    (dialog,) = window.findChildren(ReasonDialog)
    press(dialog.reason_edit, Qt.Key.Key_L, CTRL)
    until(lambda: bool(left), "the lock")


@pytest.mark.skipif(os.name != "posix", reason="execv keeps the process on POSIX only")
def test_the_process_itself_becomes_a_new_one_before_the_locked_door(tmp_path: Path) -> None:
    """A real process unlocks, presses Ctrl+L and is looked at from outside."""
    place = tmp_path / "vault"
    root = Path(__file__).parents[2]
    driver = subprocess.Popen(
        [sys.executable, "-m", "tests.gui.lock_driver", str(place)],
        cwd=root,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        command = Path(f"/proc/{driver.pid}/cmdline")
        end = time.monotonic() + 60
        while b"bmnn_desktop\0--vault" not in command.read_bytes():
            assert driver.poll() is None, driver.communicate()
            assert time.monotonic() < end, "never executed again"
            time.sleep(0.05)
        maps = Path(f"/proc/{driver.pid}/maps")
        while "libQt6Widgets" not in maps.read_text(encoding="utf-8", errors="replace"):
            assert driver.poll() is None, driver.communicate()
            assert time.monotonic() < end, "no window again"
            time.sleep(0.05)
        while not _waits(driver.pid):
            assert driver.poll() is None, driver.communicate()
            assert time.monotonic() < end, "it never came to rest"
        assert _unlocks(Wiring(kdf=Kdf(1024, 1, 1)).gate(place))
    finally:
        driver.send_signal(signal.SIGABRT)
        told = driver.communicate(timeout=20)
    assert "unlocked" in told[0]
    assert "in open_window" in told[1]  # the new process stood in its event loop


def _waits(process: int) -> bool:
    """Tell whether it sleeps through a second: one that is still starting is running or ready."""
    stat = Path(f"/proc/{process}/stat")
    seen = set()
    for _look in range(20):
        state, *fields = stat.read_text(encoding="utf-8").rsplit(") ", 1)[1].split()
        seen.add((state, *fields[10:12]))  # what it has had of the processor
        time.sleep(0.05)
    return len(seen) == 1 and state == "S"


def _unlocks(gate: Gate) -> bool:
    office: Office = gate.unlock(LOGIN, PASSPHRASE)
    office.close()
    return True
