"""The change of the year and the volumes under the fingers; a clock that says 2010."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.clock_dialog import ClockDialog
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.people.sheet_dialog import SheetDialog
from bmnn_desktop.gui.today_page import TodayPage
from bmnn_desktop.gui.year.close_dialog import CloseDialog
from bmnn_desktop.gui.year.open_dialog import OpenDialog
from bmnn_desktop.gui.year.reopen_dialog import ReopenDialog
from bmnn_desktop.gui.year.volumes_page import VolumesPage
from bmnn_desktop.gui.year.year_page import YearPage
from bmnn_desktop.gui.year.year_question import YearQuestion
from bmnn_desktop.services.gate import Founded, Gate
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import list_volumes, open_volume
from bmnn_desktop.services.year_change import Step
from bmnn_desktop.wiring import Wiring
from tests.gui.conftest import CHEAP, LOGIN, PASSPHRASE
from tests.services.offices import FakeClock, add
from tests.services.received import put_on_paper, receive, sign

Key = Qt.Key
D = TypeVar("D", bound=AskDialog)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 12, 30, 1, tzinfo=UTC))


@pytest.fixture
def wiring(clock: FakeClock) -> Wiring:
    return Wiring(clock=clock, kdf=CHEAP)


def new_year(clock: FakeClock) -> None:
    clock.moment = datetime(2027, 1, 2, 0, 30, tzinfo=UTC)


def asked(window: MainWindow, kind: type[D]) -> D:
    until(lambda: bool(window.findChildren(kind)), "the question")
    dialog: D = window.findChildren(kind)[0]
    return dialog


def gone(window: MainWindow, kind: type[AskDialog]) -> None:
    until(lambda: not window.findChildren(kind), "the answer")


def volumes(office: Office, book: str) -> list[tuple[int, int, bool]]:
    found = office.read(list_volumes, book).result()
    return [(one.year, one.number, one.is_closed) for one in found]


def page_of(window: MainWindow) -> YearPage:
    page = window.go("year")
    assert isinstance(page, YearPage)
    until(lambda: not page.jobs.is_busy, "the steps")
    return page


def signs(page: YearPage) -> str:
    return "".join(row.sign_label.text() for row in page.rows.values())


def push(page: YearPage, step: Step, words: str) -> None:
    buttons = page.rows[step].buttons
    (button,) = [button for button in buttons if words in button.text()]
    press(button, Key.Key_Space)


# ── the question of 2 January ────────────────────────────────────────────────────────────────


def test_enter_opens_the_new_years_book_and_the_form(
    window: MainWindow, office: Office, clock: FakeClock
) -> None:
    receive(office, arrival_date=date(2026, 12, 30))
    new_year(clock)
    press(window, Key.Key_F2)
    question = asked(window, YearQuestion)
    assert question.act_button.text() == "Mở sổ đến 2027 từ số 01 và đăng ký   Enter"
    assert question.late_button.text() == "Đăng ký bổ sung vào sổ 2026, số 02"
    press(question, Key.Key_Return)
    page = window.register_page("incoming")
    until(lambda: page.entering.is_active, "the form")
    assert volumes(office, "incoming") == [(2027, 1, False), (2026, 1, False)]
    assert volumes(office, "outgoing") == [(2026, 1, False)]
    proposal = page.entry.proposal
    assert proposal is not None
    assert (proposal.year, proposal.seq_no, proposal.is_late) == (2027, 1, False)
    gone(window, YearQuestion)
    press(page.view, Key.Key_F2)
    until(lambda: not page.jobs.is_busy, "the form again")
    assert not window.findChildren(YearQuestion)  # never again for this book
    assert page.year == 2027


def test_the_keys_of_the_window_mean_the_newest_year_the_pages_own_the_one_on_view(
    window: MainWindow, office: Office, clock: FakeClock
) -> None:
    new_year(clock)
    office.write(open_volume, "incoming", year=2027).result()
    page = window.register_page("incoming")
    window.go("incoming")
    until(lambda: page.year == 2027 and not page.jobs.is_busy, "the lines")
    page.lines.year_box.setCurrentIndex(1)
    assert page.year == 2026
    press(page.view, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    until(lambda: page.entering.is_active and not page.jobs.is_busy, "the form")
    assert page.entry.proposal is not None
    assert (page.entry.proposal.year, page.entry.proposal.is_late) == (2026, True)
    press(page.view, Key.Key_F2)
    until(lambda: page.year == 2027 and not page.jobs.is_busy, "the other form")
    assert (page.entry.proposal.year, page.entry.proposal.is_late) == (2027, False)


def test_a_line_may_still_go_into_the_old_year(
    window: MainWindow, office: Office, clock: FakeClock
) -> None:
    new_year(clock)
    press(window, Key.Key_F3)
    question = asked(window, YearQuestion)
    press(question.late_button, Key.Key_Space)
    page = window.register_page("outgoing")
    until(lambda: page.entering.is_active, "the form")
    assert volumes(office, "outgoing") == [(2026, 1, False)]
    proposal = page.entry.proposal
    assert proposal is not None
    assert (proposal.year, proposal.is_late) == (2026, True)


def test_nobody_who_leaves_the_question_opens_anything(
    window: MainWindow, office: Office, clock: FakeClock
) -> None:
    new_year(clock)
    press(window, Key.Key_F2)
    question = asked(window, YearQuestion)
    press(question, Key.Key_Escape)
    gone(window, YearQuestion)
    page = window.register_page("incoming")
    assert not page.entering.is_active
    assert volumes(office, "incoming") == [(2026, 1, False)]


# ── Chuyển năm ───────────────────────────────────────────────────────────────────────────────


def test_the_steps_are_done_from_the_page_and_can_be_left_and_resumed(
    window: MainWindow, office: Office, clock: FakeClock
) -> None:
    line = add(office, doc_date=date(2026, 12, 30)).document_id
    new_year(clock)
    page = page_of(window)
    assert page.title_label.text() == "Chuyển năm 2026 → 2027"
    assert signs(page) == "○○✓○○○○○"
    push(page, Step.OPEN, "Mở sổ đến 2027")
    dialog = asked(window, OpenDialog)
    assert (dialog.year_box.value(), dialog.first_box.value()) == (2027, 1)
    dialog.first_box.setValue(4)
    type_text(dialog.paper_edit, "quyển giấy 01/2027, đến số 3")
    press(dialog.paper_edit, Key.Key_Return)
    gone(window, OpenDialog)
    opened = office.read(list_volumes, "incoming").result()[0]
    assert (opened.year, opened.first_no, opened.paper_reference) == (
        2027,
        4,
        "quyển giấy 01/2027, đến số 3",
    )
    until(lambda: not page.jobs.is_busy, "the steps")
    assert "Sổ đi 2027 chưa mở" in page.rows[Step.OPEN].detail_label.text()

    sign(office, line, put_on_paper(office, line))
    window.go("verify")
    page = page_of(window)
    assert signs(page) == "○✓✓○○○○○"
    push(page, Step.CROSS, "Đã gạch bằng bút")
    until(lambda: signs(page) == "○✓✓✓○○○○", "the mark")
    push(page, Step.CROSS, "Bỏ đánh dấu")
    until(lambda: signs(page) == "○✓✓○○○○○", "the mark to go")
    for name in ("Khóa sổ đến 2026", "Khóa sổ đi 2026"):
        push(page, Step.CLOSE, name)
        close = asked(window, CloseDialog)
        assert not close.discrepancy_edit.isVisible()
        press(close.act_button, Key.Key_Space)
        gone(window, CloseDialog)
        until(lambda: not page.jobs.is_busy, "the steps")
    assert signs(page) == "○✓✓○✓○○○"
    push(page, Step.BACKUP, "Đến Sao lưu")
    assert window.ui.pages.currentWidget() is window.page("backup")


# ── the volumes ──────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def shelf(window: MainWindow) -> VolumesPage:
    page = window.go("volumes")
    assert isinstance(page, VolumesPage)
    until(lambda: page.model.rowCount() > 0 and not page.jobs.is_busy, "the volumes")
    return page


def choose(page: VolumesPage, book: str, number: int = 1) -> None:
    for row in range(page.model.rowCount()):
        state = page.model.at(row)
        if state and (state.volume.book, state.volume.number) == (book, number):
            page.view.selectRow(row)


def test_a_volume_that_lacks_something_is_closed_with_words_and_reopened_by_the_sheet(
    window: MainWindow, shelf: VolumesPage, office: Office, founded: Founded
) -> None:
    add(office, doc_date=date(2026, 12, 30))
    shelf.refresh()
    until(lambda: not shelf.jobs.is_busy, "the volumes")
    choose(shelf, "outgoing")
    assert not shelf.reopen_button.isEnabled()
    press(shelf.close_button, Key.Key_Space)
    close = asked(window, CloseDialog)
    press(close.act_button, Key.Key_Space)
    assert close.notice.sentence == "Cần ghi rõ sai lệch; chưa khóa sổ."
    type_text(close.discrepancy_edit, "Máy in hỏng, in sau")
    press(close.act_button, Key.Key_Space)
    gone(window, CloseDialog)
    until(lambda: not shelf.jobs.is_busy, "the volumes")
    assert shelf.notice.sentence == "Đã khóa: Sổ đi 2026, quyển 01."

    choose(shelf, "outgoing")
    assert not shelf.close_button.isEnabled()
    press(shelf.reopen_button, Key.Key_Space)
    reopen = asked(window, ReopenDialog)
    type_text(reopen.reason_edit, "Sót hai văn bản")
    key_edit = reopen.second_panel.key_edit
    type_text(key_edit, "AAAAAAAA BBBBBBBB")
    press(reopen.act_button, Key.Key_Space)
    assert "Phiếu khóa khôi phục không đúng" in reopen.notice.sentence
    key_edit.clear()
    type_text(key_edit, " ".join(founded.recovery.groups))
    press(reopen.act_button, Key.Key_Space)
    gone(window, ReopenDialog)
    sheet = asked(window, SheetDialog)
    assert sheet._sheet.key != founded.recovery.key
    sheet.done(0)
    assert volumes(office, "outgoing") == [(2026, 1, False)]


def test_the_next_volume_of_the_year_is_opened(
    window: MainWindow, shelf: VolumesPage, office: Office
) -> None:
    choose(shelf, "incoming")
    press(shelf.next_button, Key.Key_Space)
    dialog = asked(window, OpenDialog)
    assert not dialog.first_box.isVisible()
    press(dialog.act_button, Key.Key_Space)
    gone(window, OpenDialog)
    assert volumes(office, "incoming") == [(2026, 2, False), (2026, 1, False)]


# ── the clock ────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def late(
    founded: Founded, gate: Gate, clock: FakeClock, left: list[str], qtbot: QtBot
) -> Iterator[MainWindow]:
    """Return the window unlocked on a morning when the clock says 2010."""
    founded.office.close()
    clock.moment = datetime(2010, 1, 1, 0, 10, tzinfo=UTC)
    office = gate.unlock(LOGIN, PASSPHRASE)
    window = MainWindow(
        office, lock=lambda: left.append("lock"), quit_program=lambda: left.append("quit")
    )
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isVisible)
    yield window
    if not window.leaving.is_under_way:
        window.leaving.close_vault(lambda: left.append("end of test"))
    until(lambda: bool(left), "the window to close")
    window.deleteLater()


def test_the_window_asks_once_which_day_it_is(late: MainWindow) -> None:
    dialog = asked(late, ClockDialog)
    told = dialog.findChild(QWidget, "day_edit")
    assert told is dialog.day_edit
    type_text(dialog.day_edit, "2/1/2062")
    press(dialog.day_edit, Key.Key_Return)
    until(lambda: "K442" in dialog.notice.sentence, "the refusal")
    assert dialog.act_button.text() == "Đúng là ngày này"
    dialog.day_edit.clear()
    type_text(dialog.day_edit, "2/1/2027")
    press(dialog.day_edit, Key.Key_Return)
    gone(late, ClockDialog)
    page = late.page("today")
    assert isinstance(page, TodayPage)
    until(lambda: not page.jobs.is_busy and page.ui.day_notice.isVisible(), "the truth")
    assert page.ui.date_label.text() == "Thứ Bảy, ngày 02 tháng 01 năm 2027"
    assert page.ui.day_notice.sentence == (
        "Máy báo ngày 01/01/2010; đang ghi sổ theo ngày 02/01/2027 do người giữ sổ ghi."
    )
    press(late, Key.Key_F2)
    question = asked(late, YearQuestion)  # the stated day decides what is asked
    assert "2027" in question.act_button.text()
    question.reject()


def test_who_says_no_day_may_look_but_not_register(late: MainWindow) -> None:
    press(asked(late, ClockDialog), Key.Key_Escape)
    gone(late, ClockDialog)
    page = late.go("today")
    assert isinstance(page, TodayPage)
    until(lambda: not page.jobs.is_busy and page.ui.day_notice.isVisible(), "the truth")
    assert "Chưa biết hôm nay là ngày nào" in page.ui.day_notice.sentence
    press(page.ui.day_button, Key.Key_Space)
    assert asked(late, ClockDialog).isVisible()


def test_a_likely_clock_is_not_asked_about(window: MainWindow) -> None:
    until(lambda: not window.jobs.is_busy, "the clock")
    assert not window.findChildren(ClockDialog)


def test_every_button_of_the_dialogs_can_be_reached_by_tab(
    window: MainWindow, clock: FakeClock
) -> None:
    new_year(clock)
    press(window, Key.Key_F2)
    question = asked(window, YearQuestion)
    buttons = [one for one in question.findChildren(QPushButton) if one.isVisible()]
    seen: set[str] = set()
    for _press in buttons:
        focus: QWidget | None = question.focusWidget()
        assert focus is not None
        seen.add(focus.objectName())
        press(focus, Key.Key_Tab)
    assert seen == {one.objectName() for one in buttons}
    question.reject()
