"""Work that a lock breaks off leaves no half file, and the next session says so."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from bmnn_desktop.gui.backup_page import BackupPage
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.job import Job
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.actions import Action
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from bmnn_desktop.gui.verify_page import VerifyPage
from bmnn_desktop.services.broken_off import Work, note_broken_off, take_broken_off
from bmnn_desktop.services.gate import Gate
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.verify_vault import verify_vault
from tests.gui.conftest import LOGIN, PASSPHRASE
from tests.gui.lock.conftest import Wind


class Gateway:
    """Holds long work at a step of its progress until the test lets it go on."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.go_on = threading.Event()
        self.at = ""  # the beginning of the step's words at which to wait

    def pass_through(self, step: str) -> None:
        if step.startswith(self.at) and not self.reached.is_set():
            self.reached.set()
            assert self.go_on.wait(20)


@pytest.fixture
def gateway(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gateway]:
    held = Gateway()
    report = Job.report
    cancel = Job.cancel

    def slowly(job: Job, step: str, share: float) -> None:
        if job.work is not None:
            held.pass_through(step)
        report(job, step, share)

    def stop(job: Job) -> None:
        cancel(job)
        held.go_on.set()

    monkeypatch.setattr(Job, "report", slowly)
    monkeypatch.setattr(Job, "cancel", stop)
    yield held
    held.go_on.set()


@pytest.fixture
def again(gate: Gate) -> Iterator[Callable[[], MainWindow]]:
    """Unlock once more: the window of the next session."""
    made: list[MainWindow] = []
    left: list[str] = []

    def unlock() -> MainWindow:
        office = gate.unlock(LOGIN, PASSPHRASE)
        window = MainWindow(
            office, lock=lambda: left.append("lock"), quit_program=lambda: left.append("quit")
        )
        window.show()
        made.append(window)
        until(lambda: not window.jobs.is_busy, "the window")
        return window

    yield unlock
    for window in made:
        if not window.leaving.is_over:
            window.leaving.close_vault(lambda: left.append("end"))
            until(lambda window=window: window.leaving.is_over, "the end")  # type: ignore[misc]
        window.deleteLater()


def lock(window: MainWindow, left: list[str]) -> None:
    window.guard.lock_at_once()
    until(lambda: bool(left), "the lock")
    assert left == ["lock"]


@pytest.mark.parametrize("step", ["Chụp lại", "Niêm phong", "Đọc lại"])
@pytest.mark.parametrize("by_key", [True, False], ids=["key", "at once"])
def test_a_backup_is_broken_off_and_it_is_said_once(  # noqa: PLR0917
    window: MainWindow,
    left: list[str],
    again: Callable[[], MainWindow],
    gateway: Gateway,
    tmp_path: Path,
    step: str,
    by_key: bool,
) -> None:
    medium = tmp_path / "medium"
    medium.mkdir()
    page = window.go("backup")
    assert isinstance(page, BackupPage)
    gateway.at = step
    type_text(page.ui.medium_edit, str(medium))
    press(page.ui.start_button, Qt.Key.Key_Space)
    until(gateway.reached.is_set, "the work")
    if by_key:
        press(page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        until(lambda: bool(left), "the lock")
    else:
        lock(window, left)
    assert list(medium.iterdir()) == []
    assert not list((tmp_path / "vault").glob("*.tmp"))
    following = again()
    said = following.ui.notice.sentence
    assert "sao lưu đang làm dở đã dừng khi khóa" in said
    assert "chưa có bản sao lưu mới nào được ghi" in said
    following.leaving.lock()
    until(lambda: following.leaving.is_over, "the second lock")
    assert again().ui.notice.sentence == ""


def test_a_backup_that_ended_in_time_is_not_called_broken_off(
    window: MainWindow,
    left: list[str],
    again: Callable[[], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    medium = tmp_path / "medium"
    medium.mkdir()
    page = window.go("backup")
    assert isinstance(page, BackupPage)
    monkeypatch.setattr(Job, "cancel", lambda _job: None)  # it comes too late
    type_text(page.ui.medium_edit, str(medium))
    page.start()
    lock(window, left)
    assert [path.suffix for path in medium.iterdir()] == [".age"]
    assert again().ui.notice.sentence == ""


def test_a_print_is_broken_off_and_nothing_came_out(  # noqa: PLR0917
    window: MainWindow,
    left: list[str],
    again: Callable[[], MainWindow],
    add: Callable[..., int],
    gateway: Gateway,
    tmp_path: Path,
) -> None:
    add()
    out = tmp_path / "so.pdf"
    preview = window.open_preview("outgoing", 2026)
    until(lambda: preview.is_ready, "the preview")
    preview.print_to(str(out))
    until(gateway.reached.is_set, "the work")
    lock(window, left)
    assert not out.exists()
    assert not list(tmp_path.glob("*.pdf*"))
    following = again()
    assert "không có tờ nào ra" in following.ui.notice.sentence
    assert following.office.read(look_at_today).result().unanswered_print is None


def test_a_verification_is_broken_off(
    window: MainWindow,
    left: list[str],
    again: Callable[[], MainWindow],
    gateway: Gateway,
) -> None:
    page = window.go("verify")
    assert isinstance(page, VerifyPage)
    page.start()
    until(gateway.reached.is_set, "the work")
    lock(window, left)
    following = again()
    assert "toàn vẹn của sổ đang làm dở đã dừng khi khóa" in following.ui.notice.sentence
    assert following.office.write(verify_vault).result().ok is None


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "at once"])
def test_drafts_wait_for_the_work_and_are_kept_behind_it(
    window: MainWindow,
    left: list[str],
    again: Callable[[], MainWindow],
    gateway: Gateway,
    *,
    by_key: bool,
) -> None:
    from tests.gui.test_lock import _type_something  # noqa: PLC0415

    _type_something(window)
    page = window.go("verify")
    assert isinstance(page, VerifyPage)
    page.start()
    until(gateway.reached.is_set, "the work")
    if by_key:
        press(page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        until(lambda: bool(left), "the lock", 10)
    else:
        lock(window, left)
    following = again()
    form = following.register_page("outgoing")
    until(lambda: form.entering.has_unsaved_text, "the draft")
    assert form.entry.form.values()["subject"] == "Nội dung giả định"


def test_text_in_a_dialog_is_not_kept_and_that_is_said(
    window: MainWindow,
    left: list[str],
    again: Callable[[], MainWindow],
    add: Callable[..., int],
    wind: Wind,
) -> None:
    add()
    page = window.register_page("outgoing")
    window.go("outgoing")
    until(lambda: page.model.rowCount() == 1 and not page.jobs.is_busy, "the line")
    page.open_line(0)
    until(page.card.isVisible, "the card")
    page.card.buttons[Action.ANNUL].click()
    (dialog,) = window.findChildren(ReasonDialog)
    title = dialog.windowTitle()
    type_text(dialog.reason_edit, "Ghi nhầm")
    wind(120)
    wind(480)
    until(lambda: bool(left), "the lock")
    said = again().ui.notice.sentence
    assert f"Hộp “{title}”" in said
    assert "chưa được ghi" in said


def test_a_dialog_that_was_only_looked_at_is_not_told_of(
    window: MainWindow, left: list[str], again: Callable[[], MainWindow]
) -> None:
    window.guard.ask_minutes()
    lock(window, left)
    assert again().ui.notice.sentence == ""


def test_the_note_is_taken_once_and_names_each_work_once(office: Office) -> None:
    both = [Work.PRINT, Work.VERIFICATION, Work.PRINT]
    office.write(note_broken_off, lambda: both, ["Gạch bỏ số"]).result()
    said = office.write(take_broken_off).result()
    assert len(said) == 3
    assert "“Gạch bỏ số”" in said[2]
    assert office.write(take_broken_off).result() == ()
    office.write(note_broken_off, list, []).result()
    assert office.write(take_broken_off).result() == ()
