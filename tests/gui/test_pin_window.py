"""The window in which the owner of a new stick chooses his PIN."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bmnn_desktop.errors import PinNotGiven
from bmnn_desktop.gui.demo.hands import type_text, until
from bmnn_desktop.gui.signing.pin_window import PinWindow
from bmnn_desktop.services.signing_talk import Ear, encode
from bmnn_desktop.services.stick_order import StickOrder
from bmnn_desktop.services.stick_post import StickPost
from tests.services.second_people import CHEAP, CHIEF, PIN


class Room:
    """The window with both ends of its talk, in this process."""

    def __init__(self, path: Path) -> None:
        (hears, to), (come, says) = os.pipe(), os.pipe()
        self._says = FileIO(to, "w")
        self._ends = [self._says, FileIO(come, "r"), FileIO(hears, "r"), FileIO(says, "w")]
        self._ear = Ear(self._ends[1])
        self.said = StickOrder(bytes(16), 7, CHIEF, "Lê Văn Giả", CHEAP, path, None)
        self._says.write(encode(self.said.to_json()))
        post = StickPost(*self._ends[2:])
        order = post.order()
        assert order == self.said
        self.window = PinWindow(order, post)
        self.window.show()

    def hear(self) -> dict[str, object]:
        return self._ear.hear(4096)

    def leave(self) -> None:
        """Be gone, as the program that ordered may be."""
        self._says.close()

    def close(self) -> None:
        self._says.close()
        until(lambda: not self.window.isVisible(), "the window to go")
        for end in self._ends:
            end.close()

    def type(self, pin: str, repeat: str) -> None:
        for edit, text in ((self.window.pin_edit, pin), (self.window.repeat_edit, repeat)):
            edit.set_text("")
            type_text(edit.line, text)
        self.window.make_button.click()


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:  # noqa: ARG001
    monkeypatch.setattr(QApplication, "exit", lambda _code: None)  # the loop is the test's
    (tmp_path / "usb").mkdir()
    made = Room(tmp_path / "usb" / "key.json")
    yield made
    made.close()


def test_a_pin_is_typed_twice_and_the_key_file_written(room: Room) -> None:
    room.type("", "")
    assert "6 đến 8 chữ số" in room.window.notice.sentence
    room.type("123456", "123456")
    assert "dãy số liền nhau" in room.window.notice.sentence
    room.type(PIN, "270618")
    assert "chưa khớp" in room.window.notice.sentence
    assert not room.said.path.exists()
    room.type(PIN, PIN)
    until(lambda: not room.window.isVisible(), "the window to go")
    key = room.said.read_key(room.hear())
    assert key.slot.signer == json.loads(room.said.path.read_text())["signer"] == 7


def test_leaving_makes_nothing_and_says_so(room: Room) -> None:
    room.window.leave_button.click()
    assert room.hear()["refused"] == PinNotGiven.code
    assert not room.window.isVisible()
    assert not room.said.path.exists()


def test_a_stick_that_was_pulled_out_is_said_and_may_be_put_back(room: Room) -> None:
    room.said.path.parent.rmdir()
    room.type(PIN, PIN)
    until(lambda: "Không ghi được tệp khóa ký" in room.window.notice.sentence, "the refusal")
    room.said.path.parent.mkdir()
    room.window.make_button.click()
    until(lambda: not room.window.isVisible(), "the window to go")
    assert room.said.path.exists()


def test_it_goes_with_the_program_that_ordered(room: Room) -> None:
    room.leave()
    until(lambda: not room.window.isVisible(), "the window to go")
    assert not room.said.path.exists()
