"""The locked door."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from bmnn_desktop.gui.demo.hands import type_text, until
from bmnn_desktop.gui.unlock_window import UnlockWindow
from bmnn_desktop.services.gate import Founded, Gate
from bmnn_desktop.services.office import Office
from tests.gui.conftest import LOGIN, PASSPHRASE


@pytest.fixture
def opened() -> Iterator[list[Office]]:
    offices: list[Office] = []
    yield offices
    for office in offices:
        office.close()


@pytest.fixture
def door(
    qtbot: QtBot, gate: Gate, founded: Founded, opened: list[Office]
) -> Callable[[], UnlockWindow]:
    founded.office.close()

    def make() -> UnlockWindow:
        window = UnlockWindow(gate)
        qtbot.addWidget(window)
        window.opened.connect(opened.append)
        window.show()
        return window

    return make


def test_the_right_passphrase_opens_the_vault(
    door: Callable[[], UnlockWindow], opened: list[Office]
) -> None:
    window = door()
    assert window.ui.login_box.currentText() == LOGIN
    assert window.ui.training_band.isVisible()
    type_text(window.ui.passphrase_edit.line, PASSPHRASE)
    window.ui.unlock_button.click()
    until(lambda: bool(opened), "the vault")
    assert opened[0].session.login == LOGIN
    assert window.ui.passphrase_edit.text == ""


def test_a_wrong_passphrase_is_refused_and_stays_as_typed(
    door: Callable[[], UnlockWindow], opened: list[Office]
) -> None:
    window = door()
    type_text(window.ui.passphrase_edit.line, "sai sai sai sai sai")
    window.ui.unlock_button.click()
    until(lambda: not window.jobs.is_busy, "the refusal")
    assert not opened
    assert window.ui.passphrase_edit.text == "sai sai sai sai sai"
    assert "K201" in window.ui.notice.sentence
    assert window.ui.unlock_button.isEnabled()


def test_after_too_many_tries_the_window_counts_down(door: Callable[[], UnlockWindow]) -> None:
    window = door()
    window.ui.passphrase_edit.set_text("sai sai sai sai sai")
    for _ in range(6):
        window.unlock()
        until(lambda: not window.jobs.is_busy, "the refusal")
    assert "giây" in window.ui.notice.sentence
    assert not window.ui.unlock_button.isEnabled()
    assert window.ui.passphrase_edit.text == "sai sai sai sai sai"


def test_a_counter_that_was_taken_away_is_told_before_anything_is_typed(
    door: Callable[[], UnlockWindow], gate: Gate
) -> None:
    (gate.place / "attempts").unlink()
    window = door()
    assert "Tệp đếm số lần nhập sai" in window.ui.notice.sentence
    assert "900 giây" in window.ui.notice.sentence
    assert not window.ui.unlock_button.isEnabled()


def test_marked_letters_make_the_window_ask_about_the_input_method(
    door: Callable[[], UnlockWindow],
) -> None:
    window = door()
    assert "passphrase.txt" in window.ui.hint_label.text()
    type_text(window.ui.passphrase_edit.line, "bím")
    assert "bộ gõ" in window.ui.hint_label.text()


def test_a_damaged_header_is_told_in_one_sentence(
    door: Callable[[], UnlockWindow], gate: Gate
) -> None:
    for name in ("keys.a", "keys.b"):
        (gate.place / name).write_bytes(b"{}")
    window = door()
    assert "K301" in window.ui.notice.sentence
    assert not window.ui.unlock_button.isEnabled()


def test_a_second_instance_is_refused(
    door: Callable[[], UnlockWindow], gate: Gate, opened: list[Office]
) -> None:
    window = door()
    opened.append(gate.unlock(LOGIN, PASSPHRASE))
    window.ui.passphrase_edit.set_text(PASSPHRASE)
    window.unlock()
    until(lambda: not window.jobs.is_busy, "the refusal")
    assert "K103" in window.ui.notice.sentence


def test_closing_while_the_key_turns_leaves_no_vault_open(
    door: Callable[[], UnlockWindow], gate: Gate, opened: list[Office]
) -> None:
    window = door()
    window.ui.passphrase_edit.set_text(PASSPHRASE)
    window.unlock()
    window.close()
    until(lambda: not window.isVisible(), "the window to go")
    assert not opened
    opened.append(gate.unlock(LOGIN, PASSPHRASE))  # the lock file is free again
