"""What is typed is kept over a pause, a lock and a crash, and goes when it is saved or dropped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.demo.hands import until, wait
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.services.add_document import Registered
from bmnn_desktop.services.drafts import Draft, find_draft
from bmnn_desktop.services.gate import Founded, Gate
from bmnn_desktop.services.office import Office
from tests.gui.conftest import LOGIN, PASSPHRASE
from tests.gui.register.clerk import CTRL, Clerk

Receive = Callable[..., Registered]
_ROOT = Path(__file__).parents[3]
_SEALED: dict[str, object] = {
    "envelope": EnvelopeKind.SEALED,
    "addressee": "Chủ tịch Nguyễn Văn Mẫu",
    "doc_date": None,
    "doc_type": "",
    "subject": "",
    "level": None,
    "receiving_unit": "",
}


def kept(office: Office, book: str = "incoming") -> Draft | None:
    return office.read(find_draft, f"register.{book}").result()


def until_kept(office: Office, book: str = "incoming") -> Draft:
    until(lambda: kept(office, book) is not None, "the draft")
    draft = kept(office, book)
    assert draft is not None
    return draft


@contextmanager
def again(office: Office, book: str) -> Iterator[Clerk]:
    """Open a window on a vault that is open again, at the page of `book`."""
    left: list[str] = []
    window = MainWindow(office, lock=lambda: left.append("x"), quit_program=lambda: None)
    window.show()
    clerk = Clerk(window, book)
    until(lambda: clerk.page.entering.is_active, "the draft to come back")
    clerk.settle()
    yield clerk
    window.lock()
    until(lambda: bool(left), "the window to close")
    window.deleteLater()


def test_a_pause_keeps_what_is_typed_and_not_each_key(incoming: Clerk, office: Office) -> None:
    incoming.start()
    incoming.type("UBND tỉnh", "c", "Chủ tịch Nguyễn Văn Mẫu")
    wait(300)
    incoming.type(" xã")
    wait(800)
    assert kept(office) is None, "typing went on"
    content = until_kept(office).content
    assert content["issuer"] == "UBND tỉnh"
    assert content["envelope"] == "sealed"
    assert content["addressee"] == "Chủ tịch Nguyễn Văn Mẫu xã"
    assert content["arrival_date"] == "2026-11-16"
    assert content["errand"] == "new"


def test_an_untouched_form_leaves_no_draft(incoming: Clerk, office: Office) -> None:
    incoming.start()
    wait(1300)
    assert kept(office) is None


def test_a_lock_keeps_the_form_and_opening_brings_it_back(
    incoming: Clerk, gate: Gate, left: list[str]
) -> None:
    incoming.start()
    incoming.type("UBND tỉnh Giả Định", "", "15/CV-UBND", "12/11", "Công văn", "V/v giả định", "b")
    incoming.type_in("finding", "t")
    incoming.type_in("remark", "Thiếu bản số 2")
    typed = incoming.values
    incoming.press(Qt.Key.Key_L, CTRL)
    until(lambda: bool(left), "the lock")
    with again(gate.unlock(LOGIN, PASSPHRASE), "incoming") as clerk:
        assert clerk.values == typed
        assert clerk.values["finding"] is Finding.SHORT
        assert clerk.values["doc_date"] == date(2026, 11, 12)
        notice = clerk.page.entry.draft_notice
        assert notice.isVisible()
        assert notice.sentence == "Đã lấy lại phần đang gõ lúc 08:30, 16/11."
        assert clerk.editor("receiving_unit").hasFocus()
        clerk.type("Phòng Kinh tế")
        clerk.save()
        assert clerk.line().subject == "V/v giả định"
        clerk.settle()
        assert kept(clerk.window.office) is None


def test_saving_forgets_the_draft(outgoing: Clerk, office: Office) -> None:
    outgoing.start()
    outgoing.type("Kế hoạch", "V/v giả định", "c", "Nguyễn Văn Mẫu", "Công an xã Mẫu")
    assert until_kept(office, "outgoing").content["recipients"] == ["Công an xã Mẫu"]
    outgoing.save()
    assert len(outgoing.lines()) == 1
    assert kept(office, "outgoing") is None


def test_throwing_away_forgets_the_draft(incoming: Clerk, office: Office) -> None:
    incoming.start()
    incoming.type("UBND tỉnh")
    until_kept(office)
    incoming.press(Qt.Key.Key_Escape)
    incoming.answer("Bỏ")
    assert kept(office) is None
    assert not incoming.page.side.isVisible()
    incoming.start()
    assert incoming.values["issuer"] == ""


def test_what_came_back_can_be_dropped(incoming: Clerk, gate: Gate, left: list[str]) -> None:
    incoming.start()
    incoming.type("UBND tỉnh")
    incoming.press(Qt.Key.Key_L, CTRL)
    until(lambda: bool(left), "the lock")
    with again(gate.unlock(LOGIN, PASSPHRASE), "incoming") as clerk:
        clerk.page.entry.draft_notice.drop_button.click()
        clerk.settle()
        assert clerk.values["issuer"] == ""
        assert not clerk.page.entry.draft_notice.isVisible()
        assert clerk.page.entering.is_active
        assert kept(clerk.window.office) is None


def test_asking_for_an_empty_form_does_not_wipe_what_came_back(
    incoming: Clerk, gate: Gate, left: list[str]
) -> None:
    incoming.start()
    incoming.type("UBND tỉnh")
    incoming.press(Qt.Key.Key_L, CTRL)
    until(lambda: bool(left), "the lock")
    office = gate.unlock(LOGIN, PASSPHRASE)
    closed: list[str] = []
    window = MainWindow(office, lock=lambda: closed.append("x"), quit_program=lambda: None)
    window.show()
    window.start_registering("incoming")  # the page is made and asked for a form at once
    page = window.register_page("incoming")
    until(lambda: page.entry.draft_notice.isVisible() and not page.jobs.is_busy, "the draft")
    assert page.entry.form.values()["issuer"] == "UBND tỉnh"
    window.lock()
    until(lambda: bool(closed), "the window to close")
    window.deleteLater()


@pytest.mark.parametrize("errand", ["open", "correct"])
def test_every_errand_comes_back_as_what_it_was(
    incoming: Clerk, receive: Receive, gate: Gate, left: list[str], errand: str
) -> None:
    receive(1, **_SEALED)
    incoming.open()
    incoming.press(Qt.Key.Key_O if errand == "open" else Qt.Key.Key_E, CTRL)
    incoming.type_in("doc_number", "77/CV")
    typed, title = incoming.values, incoming.page.entry.title.text()
    incoming.press(Qt.Key.Key_L, CTRL)
    until(lambda: bool(left), "the lock")
    with again(gate.unlock(LOGIN, PASSPHRASE), "incoming") as clerk:
        assert clerk.page.entry.title.text() == title
        assert clerk.values == typed
        assert not clerk.editor("envelope").isEnabled()


def test_a_line_on_the_move_and_one_from_paper_come_back(
    incoming: Clerk, receive: Receive, gate: Gate, left: list[str]
) -> None:
    receive(1)
    incoming.open()
    incoming.press(Qt.Key.Key_M, CTRL)
    outgoing = Clerk(incoming.window, "outgoing")
    until(lambda: outgoing.page.entering.is_active, "the form")
    outgoing.type("Nguyễn Văn Mẫu")
    Clerk(incoming.window, "incoming").start()
    incoming.press(Qt.Key.Key_B, CTRL)
    incoming.type("45", "tờ 7, dòng 3")
    incoming.press(Qt.Key.Key_L, CTRL)
    until(lambda: bool(left), "the lock")
    with again(gate.unlock(LOGIN, PASSPHRASE), "incoming") as clerk:
        assert clerk.values["back_no"] == 45
        assert clerk.values["paper_reference"] == "tờ 7, dòng 3"
        assert clerk.page.entry.is_back_entry
        moving = Clerk(clerk.window, "outgoing")
        until(lambda: moving.page.entering.is_active, "the draft to come back")
        moving.settle()
        assert "Ghi lại vào sổ đi" in moving.page.entry.title.text()
        assert moving.values["signer"] == "Nguyễn Văn Mẫu"
        assert moving.values["subject"] == "V/v giả định số 1"


def test_the_subject_of_a_tuyet_mat_item_is_never_kept(incoming: Clerk, office: Office) -> None:
    incoming.start()
    incoming.type_in("subject", "V/v giả định")
    assert "subject" not in until_kept(office).content, "the level is not known yet"
    incoming.type_in("level", "c")
    until(lambda: until_kept(office).content.get("level") == Level.MAT.value, "the level")
    assert until_kept(office).content["subject"] == "V/v giả định"
    incoming.type_in("level", "a")
    until(lambda: until_kept(office).content.get("level") == Level.TUYET_MAT.value, "the level")
    assert "subject" not in until_kept(office).content


def test_keeping_calls_back_once_the_draft_is_in_the_vault(incoming: Clerk, office: Office) -> None:
    called: list[Draft | None] = []
    incoming.page.keep_draft(lambda: called.append(kept(office)))
    assert called == [None], "nothing to keep: at once"
    assert incoming.page.save_draft_now() is None
    incoming.start()
    incoming.type("UBND tỉnh")
    incoming.page.keep_draft(lambda: called.append(kept(office)))
    incoming.settle()
    draft = called[1]
    assert draft is not None
    assert draft.content["issuer"] == "UBND tỉnh"


@pytest.mark.skipif(os.name != "posix", reason="kills a process by signal")
def test_a_killed_process_leaves_what_was_typed(
    gate: Gate, founded: Founded, tmp_path: Path
) -> None:
    """A real process is killed with SIGKILL while its form is open."""
    founded.office.close()
    typist = subprocess.Popen(
        [sys.executable, "-m", "tests.gui.register.typist", str(tmp_path / "vault")],
        cwd=_ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert typist.stdout is not None
    assert typist.stdout.readline() == "kept\n"
    typist.send_signal(signal.SIGKILL)
    typist.communicate(timeout=20)
    with again(gate.unlock(LOGIN, PASSPHRASE), "incoming") as clerk:
        assert clerk.values["issuer"] == "UBND tỉnh Giả Định"
        assert clerk.values["doc_number"] == "15/CV-UBND"
        assert clerk.page.entry.draft_notice.isVisible()
        assert not clerk.lines()
