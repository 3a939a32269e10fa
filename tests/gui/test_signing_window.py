"""The second person's own window: what he sees, a wrong secret, leaving, signing."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from io import FileIO
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bmnn_desktop.errors import SecondDeclined
from bmnn_desktop.gui.demo.hands import type_text, until
from bmnn_desktop.gui.signing.window import SigningWindow
from bmnn_desktop.services.answer_proposal import answer_proposal
from bmnn_desktop.services.show_to_second import show_acts, show_proposal
from bmnn_desktop.services.signed_apart import SignedApart, sign_command
from bmnn_desktop.services.signing_post import SigningPost
from bmnn_desktop.services.signing_talk import Ear, Request, encode
from bmnn_desktop.store.asked import Asked
from tests.house.tree import ROOT
from tests.services.offices import FakeClock
from tests.services.second_people import CHIEF, CHIEF_PASSPHRASE, PIN, TwoPeople, two_people


@pytest.fixture
def people(tmp_path: Path) -> Iterator[TwoPeople]:
    both = two_people(tmp_path, FakeClock())
    yield both
    both.office.close()


class Room:
    """The window with both ends of its talk, in this process."""

    def __init__(self, people: TwoPeople, asked: Asked) -> None:
        (hears, to), (come, says) = os.pipe(), os.pipe()
        self._says = FileIO(to, "w")
        self._ends = [self._says, FileIO(come, "r"), FileIO(hears, "r"), FileIO(says, "w")]
        self._ear = Ear(self._ends[1])
        self.post = SigningPost(*self._ends[2:])
        self.say(Request(people.office.place, CHIEF, asked).to_json())
        desk = self.post.desk()
        assert desk is not None
        self.window = SigningWindow(desk, self.post)
        self.window.show()

    def say(self, line: dict[str, Any]) -> None:
        self._says.write(encode(line))

    def hear(self) -> dict[str, Any]:
        """Hear a line while the window works."""
        heard: list[dict[str, Any]] = []
        threading.Thread(target=lambda: heard.append(self._ear.hear(4096)), daemon=True).start()
        until(lambda: bool(heard), "an answer")
        return heard[0]

    def leave(self) -> None:
        """Be gone, as the program that asked may be."""
        self._says.close()

    def close(self) -> None:
        """Close both ends; the window goes with them."""
        self._says.close()
        until(lambda: not self.window.isVisible(), "the window to go")
        for end in self._ends:
            end.close()

    def type(self, secret: str) -> None:
        line = self.window.secret.secret_edit.line
        line.clear()
        type_text(line, secret)


Show = Callable[[Asked], Room]


@pytest.fixture
def exits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Keep the test's own application running."""
    left: list[int] = []
    monkeypatch.setattr(QApplication, "exit", staticmethod(left.append))
    return left


def proposal(people: TwoPeople, *, approve: bool = True, reason: str = "") -> Asked:
    return people.office.write(
        show_proposal, people.apart(), people.propose(), approve=approve, reason=reason
    ).result()


@pytest.fixture
def show(people: TwoPeople, qtbot: QtBot, exits: list[int]) -> Iterator[Show]:
    """Return what shows a window; its application runs on."""
    rooms: list[Room] = []

    def make(asked: Asked) -> Room:
        rooms.append(Room(people, asked))
        qtbot.addWidget(rooms[-1].window)
        return rooms[-1]

    yield make
    assert exits is not None
    for room in rooms:
        room.close()


def test_it_says_who_proposes_what_why_old_and_new(
    people: TwoPeople, show: Show, exits: list[int]
) -> None:
    room = show(proposal(people))
    words = room.window.acts.words
    assert "Đổi họ tên, chức vụ, vai trò" in words
    assert "Trần Thị Thử đề nghị, 05/03/2026" in words
    assert "; lý do: đổi ký hiệu\n" in words
    assert "Ký hiệu: UBND → UBND-VP" in words
    assert room.window.sign_button.text() == "Ký xác nhận"
    room.leave()
    until(lambda: bool(exits), "the end")


def test_a_wrong_secret_stays_in_the_window_and_the_right_one_is_ready(
    people: TwoPeople, show: Show, exits: list[int]
) -> None:
    room = show(proposal(people))
    window = room.window
    window.sign_button.click()
    assert "Hãy ghi đủ" in window.notice.sentence
    room.type("sai mat khau roi")
    window.sign_button.click()
    until(lambda: "K201" in window.notice.sentence, "the refusal")
    assert window.isVisible()
    assert window.sign_button.isEnabled()
    room.type(CHIEF_PASSPHRASE)
    window.sign_button.click()
    assert room.hear()["ready"]["signer"] == people.chief.row
    assert not exits
    room.say({"content": "ab" * 32, "salt": None})  # no entry at all
    until(lambda: exits == [1], "the end")
    assert not window.isVisible()


def test_too_many_wrong_secrets_are_waited_out(
    people: TwoPeople, show: Show, exits: list[int]
) -> None:
    room = show(proposal(people))
    for _again in range(5):
        room.type("sai mat khau roi")
        room.window.sign_button.click()
        until(lambda: not room.window.jobs.is_busy, "the refusal")
    assert "chờ" in room.window.notice.sentence
    assert not room.window.sign_button.isEnabled()
    room.leave()
    until(lambda: bool(exits), "the end")


def test_a_stick_and_its_pin_are_asked_for_where_there_is_one(
    people: TwoPeople, show: Show, exits: list[int]
) -> None:
    row = people.enrol()
    room = show(proposal(people))
    panel = room.window.secret
    assert panel.is_stick
    assert panel.secret_label.text() == "Mã PIN"
    panel.passphrase_choice.click()
    assert not panel.place_edit.isVisible()
    panel.stick_choice.click()
    room.type(PIN)
    room.window.sign_button.click()
    assert "Hãy ghi đủ" in room.window.notice.sentence
    type_text(panel.place_edit, str(people.stick_dir))
    room.type("864213")
    room.window.sign_button.click()
    until(lambda: "K469" in room.window.notice.sentence, "the refusal")
    room.type(PIN)
    room.window.sign_button.click()
    assert room.hear()["ready"]["signer"] == row
    room.leave()
    until(lambda: bool(exits), "the end")


def test_leaving_signs_nothing(people: TwoPeople, show: Show, exits: list[int]) -> None:
    room = show(proposal(people))
    room.type(CHIEF_PASSPHRASE)
    room.window.leave_button.click()
    assert room.hear()["refused"] == SecondDeclined.code
    assert exits == [1]
    room.leave()


def test_it_goes_with_the_program_that_asked(
    people: TwoPeople, show: Show, exits: list[int]
) -> None:
    room = show(proposal(people))
    room.leave()
    until(lambda: exits == [1], "the end")
    assert not room.window.isVisible()


def test_a_rejection_and_a_batch_say_what_they_are(
    people: TwoPeople, show: Show, exits: list[int]
) -> None:
    room = show(proposal(people, approve=False, reason="chưa có quyết định"))
    assert room.window.sign_button.text() == "Ký không đồng ý"
    room.leave()
    seqs = [people.strike_printed() for _again in range(3)]
    batch = show(people.office.write(show_acts, people.apart(), seqs).result())
    assert "1. Gạch bỏ số 01 sổ đi 2026 sau khi in" in batch.window.acts.words
    assert "3. Gạch bỏ số 03 sổ đi 2026 sau khi in" in batch.window.acts.words
    batch.leave()
    until(lambda: len(exits) == 2, "both ends")


# ── the process itself ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("secret", [CHIEF_PASSPHRASE, ""])
def test_a_window_of_a_process_of_its_own_signs_or_does_not(
    people: TwoPeople, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.chdir(ROOT)
    words = [sys.executable, "-m", "tests.gui.signing_hands", secret]
    second = SignedApart(people.office.place, CHIEF, command=lambda _window: words, patience=60)
    seq = people.propose()
    work = people.office.write(answer_proposal, seq, approve=True, second=second)
    if secret:
        work.result()
        assert people.symbol() == "UBND-VP"
    else:
        with pytest.raises(SecondDeclined):
            work.result()
        assert people.symbol() == "UBND"


def test_the_hidden_command_opens_the_window_and_ends_with_its_input(
    people: TwoPeople,
) -> None:
    command = sign_command(True)
    assert command[-2:] == ["sign", "--window"]
    child = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    request = Request(people.office.place, CHIEF, proposal(people)).to_json()
    out, _err = child.communicate(encode(request), timeout=60)
    assert (child.returncode, out) == (1, b"")


@pytest.mark.parametrize("typed", [b"", b"\n", b"{}\n", b"x", b'{"place":1}\n'])
@pytest.mark.parametrize("window", [True, False])
def test_without_a_request_nothing_opens(typed: bytes, window: bool) -> None:
    done = subprocess.run(
        sign_command(window), cwd=ROOT, input=typed, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
