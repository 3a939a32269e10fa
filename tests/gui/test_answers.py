"""What waits for a second person is answered in the journal, by whoever may and by nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.inspection import NewInspection
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.journal.answer_dialog import AnswerDialog
from bmnn_desktop.gui.journal.page import JournalPage
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.people.sheet_dialog import SheetDialog
from bmnn_desktop.gui.today_page import TodayPage
from bmnn_desktop.services.broken_off import take_broken_off
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.duties import DutyKind
from bmnn_desktop.services.gate import Founded, Gate
from bmnn_desktop.services.inspection import open_inspection
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.verify_vault import verify_vault
from tests.gui.conftest import LOGIN, PASSPHRASE
from tests.gui.two_at_work import DEPUTY, HEAD, Work, asked, gone, journal, settled

Key = Qt.Key
ACTS, PROPOSALS = 1, 2


@pytest.fixture
def work(founded: Founded, tmp_path: Path) -> Work:
    """Give a vault of keeper and head."""
    made = Work(founded, tmp_path)
    made.admit(HEAD)
    return made


@pytest.fixture
def acts(work: Work, document: Callable[..., NewDocument]) -> Work:
    """Strike three printed lines."""
    work.annul(*(document(number) for number in (1, 2, 3)))
    return work


@pytest.fixture
def proposal(work: Work) -> int:
    """Propose to reopen a closed volume; return the entry."""
    work.close()
    return work.propose()


@pytest.fixture
def as_head(
    work: Work, gate: Gate, left: list[str], qtbot: QtBot
) -> Iterator[Callable[[], MainWindow]]:
    """Unlock the vault as the head, once the keeper has done what is to be answered."""
    made: list[MainWindow] = []

    def unlock() -> MainWindow:
        work.office.close()
        office = gate.unlock(HEAD.login, HEAD.passphrase)
        window = MainWindow(
            office, lock=lambda: left.append("lock"), quit_program=lambda: left.append("quit")
        )
        made.append(window)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield unlock
    for window in made:
        window.leaving.close_vault(lambda: left.append("end of test"))
        until(lambda: bool(left), "the window to close")
        window.deleteLater()


def waiting(page: JournalPage, place: int) -> tuple[int, ...]:
    return tuple(act.seq for act in (page.acts if place == ACTS else page.proposals).rows)


def open_list(page: JournalPage, place: int) -> None:
    page.tabs[place].click()
    settled(page)


def ask(window: MainWindow, page: JournalPage, button: QPushButton) -> AnswerDialog:
    assert button.isEnabled()
    button.click()
    dialog = asked(window, AnswerDialog)
    settled(page)
    return dialog


# ── proposals ────────────────────────────────────────────────────────────────────────────────


def test_a_proposal_is_approved_by_the_other_in_a_process_of_his_own(
    window: MainWindow, work: Work, proposal: int
) -> None:
    page = journal(window)
    page.answers._second_of = work.apart
    open_list(page, PROPOSALS)
    dialog = ask(window, page, page.answer_bar.approve_button)
    assert str(page.proposals.index(0, 2).data()) in dialog.acts.words
    assert "; lý do: Sót hai văn bản" in dialog.acts.words
    assert "→ –" in dialog.acts.words  # what will be there then
    assert dialog.panel is not None
    assert [one.name for one in dialog.panel.confirmers] == [HEAD.name]
    dialog.act_button.click()
    assert f"{HEAD.name} xem và ký" in dialog.notice.sentence
    assert not dialog.panel.isEnabled()
    gone(window, AnswerDialog)
    settled(page)
    assert page.notice.sentence == f"Đã xác nhận đề nghị ở mục {proposal}."
    assert (work.is_closed(), waiting(page, PROPOSALS)) == (False, ())
    assert page.tabs[PROPOSALS].text().endswith("(0)")
    assert not page.answer_bar.approve_button.isEnabled()
    today = window.go("today")
    assert isinstance(today, TodayPage)
    until(lambda: not today.jobs.is_busy, "the truth")
    duties = work.office.read(look_at_today).result().duties
    assert DutyKind.CONFIRM not in {
        one.kind for one in (*duties.must, *duties.soon, *duties.to_know)
    }


def test_a_rejection_asks_why_and_keeps_it_when_it_is_refused(
    window: MainWindow, work: Work, proposal: int
) -> None:
    page = journal(window)
    page.answers._second_of = lambda login: work.apart(login, "khong phai cau nay dau")
    open_list(page, PROPOSALS)
    dialog = ask(window, page, page.answer_bar.reject_button)
    dialog.act_button.click()
    assert dialog.notice.sentence == "Cần ghi lý do."
    assert dialog.reason_edit is not None
    type_text(dialog.reason_edit, "Chưa có quyết định")
    dialog.act_button.click()
    until(lambda: "K201" in dialog.notice.sentence, "the refusal")
    assert dialog.reason_edit.text() == "Chưa có quyết định"
    assert dialog.reason_edit.isEnabled()
    assert work.entries() == proposal
    assert dialog.panel is not None
    dialog.panel._second_of = work.apart
    dialog.act_button.click()
    gone(window, AnswerDialog)
    settled(page)
    assert page.notice.sentence == f"Đã ghi không xác nhận đề nghị ở mục {proposal}."
    assert (work.is_closed(), waiting(page, PROPOSALS)) == (True, ())
    page.show_entry(work.entries())
    settled(page)
    assert "Chưa có quyết định" in page.entry_view.toPlainText()


def test_a_stale_proposal_says_so_and_is_only_rejected(
    as_head: Callable[[], MainWindow], work: Work, proposal: int
) -> None:
    work.propose("Lần nữa")
    window = as_head()
    page = journal(window)
    open_list(page, PROPOSALS)
    ask(window, page, page.answer_bar.approve_button).act_button.click()
    gone(window, AnswerDialog)
    settled(page)
    assert not work.is_closed(window.office)
    stale = ask(window, page, page.answer_bar.approve_button)
    assert "đã lỗi thời" in stale.notice.sentence
    assert not stale.act_button.isEnabled()
    stale.leave_button.click()
    gone(window, AnswerDialog)
    rejection = ask(window, page, page.answer_bar.reject_button)
    assert rejection.reason_edit is not None
    type_text(rejection.reason_edit, "Đã mở rồi")
    rejection.act_button.click()
    gone(window, AnswerDialog)
    settled(page)
    assert waiting(page, PROPOSALS) == ()
    assert work.entries(window.office) == proposal + 3


# ── acts ─────────────────────────────────────────────────────────────────────────────────────


def test_acts_are_confirmed_in_one_batch_without_those_taken_out(
    window: MainWindow, acts: Work
) -> None:
    page = journal(window)
    page.answers._second_of = acts.apart
    open_list(page, ACTS)
    first, *others = waiting(page, ACTS)
    bar = page.answer_bar
    assert bar.chosen_label.text() == "Đã chọn 3 trên 3 việc."
    page.acts_view.selectRow(0)
    press(page.acts_view, Key.Key_Right)  # wherever the cursor stands in the line
    press(page.acts_view, Key.Key_Space)
    assert page.acts.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert bar.chosen_label.text() == "Đã chọn 2 trên 3 việc."
    dialog = ask(window, page, bar.confirm_button)
    assert "số 12" not in dialog.acts.words
    for number in (13, 14):
        assert f"Gạch bỏ số {number} sổ đi 2026 sau khi in" in dialog.acts.words
    dialog.act_button.click()
    gone(window, AnswerDialog)
    settled(page)
    assert page.notice.sentence == "Đã xác nhận 2 việc."
    assert waiting(page, ACTS) == (first,)
    assert bar.chosen_label.text() == "Đã chọn 0 trên 1 việc.", "what was left out stays so"
    assert not bar.confirm_button.isEnabled()
    page.show_entry(acts.entries())
    settled(page)
    told = page.entry_view.toPlainText()
    assert HEAD.name in told
    assert all(f"mục {seq}" in told for seq in others)
    assert acts.office.write(verify_vault).result().ok is None


def test_the_confirmer_at_the_keyboard_signs_himself_after_one_plain_question(
    as_head: Callable[[], MainWindow],
    acts: Work,
) -> None:
    before = acts.entries()
    window = as_head()
    page = journal(window)
    open_list(page, ACTS)
    dialog = ask(window, page, page.answer_bar.confirm_button)
    assert dialog.panel is None
    assert dialog.acts.words.count("Gạch bỏ số") == 3
    assert acts.entries(window.office) == before
    dialog.act_button.click()
    gone(window, AnswerDialog)
    settled(page)
    assert (waiting(page, ACTS), acts.entries(window.office)) == ((), before + 1)


def spoil(desk: WritingDesk) -> int:
    """Do something that has to be confirmed, as whoever is logged in."""
    with desk.journal.write("sheet.spoil", reason="rách") as act:
        act.insert(
            "sheet", volume_id=1, number=9, is_blank=0, state="spoiled", state_on="2026-03-05",
            spoil_reason="rách",
        )  # fmt: skip
    return act.seq


@pytest.mark.parametrize("has_deputy", [True, False])
def test_nobody_confirms_his_own_act_the_other_is_offered(
    as_head: Callable[[], MainWindow], work: Work, has_deputy: bool
) -> None:
    if has_deputy:
        work.admit(DEPUTY)
    window = as_head()
    window.office.write(spoil).result()
    page = journal(window)
    page.answers._second_of = work.apart
    open_list(page, ACTS)
    dialog = ask(window, page, page.answer_bar.confirm_button)
    if not has_deputy:  # nor does the recovery sheet, where somebody confirms
        assert dialog.panel is None
        assert "không ai tự xác nhận" in dialog.notice.sentence
        assert not dialog.act_button.isEnabled()
        dialog.leave_button.click()
        gone(window, AnswerDialog)
        return
    assert dialog.panel is not None
    assert [one.name for one in dialog.panel.confirmers] == [DEPUTY.name]
    dialog.act_button.click()
    gone(window, AnswerDialog)
    settled(page)
    assert waiting(page, ACTS) == ()


def test_without_any_confirmer_the_recovery_sheet_signs_and_is_replaced(
    window: MainWindow, founded: Founded, document: Callable[..., NewDocument], tmp_path: Path
) -> None:
    work = Work(founded, tmp_path)
    work.annul(document(1))
    page = journal(window)
    open_list(page, ACTS)
    dialog = ask(window, page, page.answer_bar.confirm_button)
    assert dialog.panel is not None
    dialog.act_button.click()
    assert "Phiếu khóa khôi phục không đúng" in dialog.notice.sentence
    type_text(dialog.panel.key_edit, " ".join(founded.recovery.groups))
    dialog.act_button.click()
    gone(window, AnswerDialog)
    sheet = asked(window, SheetDialog)
    assert sheet._sheet.key != founded.recovery.key
    sheet.done(0)
    settled(page)
    assert waiting(page, ACTS) == ()


# ── leaving while somebody is asked ──────────────────────────────────────────────────────────


def wait_for_nobody(window: MainWindow, page: JournalPage, work: Work) -> AnswerDialog:
    """Ask somebody who does not answer, until his process runs."""
    page.answers._second_of = work.silent
    open_list(page, ACTS)
    dialog = ask(window, page, page.answer_bar.confirm_button)
    dialog.act_button.click()
    until(lambda: any(one._process for one in work.office._asked_apart), "his process")
    return dialog


def test_leaving_the_dialog_ends_the_asking(window: MainWindow, acts: Work) -> None:
    page = journal(window)
    before = acts.entries()
    dialog = wait_for_nobody(window, page, acts)
    until(lambda: not acts.office.write(lambda _desk: None).running(), "the writer, who is free")
    press(dialog, Key.Key_Escape)
    gone(window, AnswerDialog)
    until(lambda: bool(page.notice.sentence), "the word of it")
    assert "chưa xác nhận gì" in page.notice.sentence
    settled(page)
    assert (len(waiting(page, ACTS)), acts.entries()) == (3, before)
    assert not any(one._process for one in acts.office._asked_apart)


def test_a_lock_ends_the_asking_and_the_next_session_is_told(
    window: MainWindow, acts: Work, gate: Gate, left: list[str]
) -> None:
    before = acts.entries()
    wait_for_nobody(window, journal(window), acts)
    window.leaving.lock_at_once()  # as idleness does
    until(lambda: left == ["lock"], "the lock")
    office = gate.unlock(LOGIN, PASSPHRASE)
    (told,) = office.write(take_broken_off).result()
    assert "chưa xác nhận gì" in told
    assert acts.entries(office) == before
    office.close()


# ── guests ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("acts")
def test_a_guest_has_no_buttons(window: MainWindow, office: Office) -> None:
    office.write(
        open_inspection, NewInspection("Lê Văn Thử", "Công an tỉnh Giả Định", "12/QĐ-CAT", None)
    ).result()
    page = journal(window)
    for place in (ACTS, PROPOSALS):
        open_list(page, place)
        assert page.answer_bar.isHidden()
