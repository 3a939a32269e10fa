"""Hôm nay under the fingers: four keys, things to do that lead where they are done, finding."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from bmnn_desktop.domain.direction import NewDirection
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.find.find_dialog import FindDialog
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.gui.today_page import TodayPage
from bmnn_desktop.services.find_documents import find_documents
from bmnn_desktop.services.give_direction import give_direction
from bmnn_desktop.services.office import Office
from bmnn_desktop.wiring import Wiring
from tests.gui.conftest import CHEAP
from tests.services.offices import FakeClock
from tests.services.received import SECRET, receive

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 3, 5, 1, 30, tzinfo=UTC))


@pytest.fixture
def wiring(clock: FakeClock) -> Wiring:
    return Wiring(clock=clock, kdf=CHEAP)


def today(window: MainWindow) -> TodayPage:
    page = window.go("today")
    assert isinstance(page, TodayPage)
    until(lambda: not page.jobs.is_busy, "the truth")
    return page


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def direct(office: Office, seq_no: int, due_on: date) -> None:
    new = NewDirection("Chủ tịch", "Nguyễn Văn A", due_on)
    office.write(give_direction, year=2026, seq_no=seq_no, new=new).result()


def card_of(window: MainWindow, book: str) -> tuple[str, int]:
    """Wait for a card in a book and return which it is."""
    page = window.register_page(book)
    until(lambda: page.card.isVisible() and not page.jobs.is_busy, "the card")
    assert page.card.document is not None
    return page.card.document.book, page.card.document.seq_no


@pytest.mark.parametrize(("key", "book"), [(Key.Key_F2, "incoming"), (Key.Key_F3, "outgoing")])
@pytest.mark.parametrize("place", ["today", "verify", "incoming"])
def test_f2_and_f3_open_the_form_from_anywhere(
    window: MainWindow, key: Key, book: str, place: str
) -> None:
    press(window.go(place), key)
    page = window.register_page(book)
    until(lambda: page.entering.is_active, "the form")
    assert window.ui.pages.currentWidget() is page
    assert page.entry.isVisible()


@pytest.mark.parametrize(("key", "there"), [(Key.Key_F4, "custody"), (Key.Key_F5, "sheets")])
@pytest.mark.parametrize("place", ["today", "outgoing"])
def test_f4_and_f5_lead_to_hand_overs_and_sheets_from_anywhere(
    window: MainWindow, key: Key, there: str, place: str
) -> None:
    press(window.go(place), key)
    assert window.ui.pages.currentWidget() is window.page(there)


def test_the_large_actions_are_buttons_too(window: MainWindow) -> None:
    page = today(window)
    press(page.ui.incoming_button, Key.Key_Space)
    until(lambda: window.register_page("incoming").entering.is_active, "the form")


def test_nothing_due_is_said(window: MainWindow) -> None:
    page = today(window)
    assert page.ui.nothing_label.isVisible()
    assert "Hôm nay không có việc quá hạn." in said(page)
    assert not page.ui.must_list.isVisible()


def test_a_thing_to_do_opens_what_it_is_about(
    window: MainWindow, office: Office, clock: FakeClock
) -> None:
    receive(office)
    receive(office)
    direct(office, 2, date(2026, 3, 6))
    clock.moment += timedelta(days=2)
    page = today(window)
    assert page.ui.must_list.texts()[0] == (
        "Sổ đến 2026 số 02 (Tối mật, Công an tỉnh Giả Định): Nguyễn Văn A xử lý – quá hạn 1 ngày"
    )
    page.ui.must_list.setFocus()
    press(page.ui.must_list, Key.Key_Return)
    assert card_of(window, "incoming") == ("incoming", 2)


def test_the_backup_leads_to_its_page_by_keys_alone(window: MainWindow, office: Office) -> None:
    receive(office)
    page = today(window)
    page.ui.must_list.setFocus()
    press(page.ui.must_list, Key.Key_End)
    press(page.ui.must_list, Key.Key_Return)
    assert window.ui.pages.currentWidget() is window.page("backup")


def test_more_than_seven_are_counted_and_shown_when_asked_for(
    window: MainWindow, office: Office
) -> None:
    for number in range(1, 10):
        receive(office)
        direct(office, number, date(2026, 3, 1))
    page = today(window)
    texts = page.ui.must_list.texts()
    assert len(texts) == 8
    assert texts[-1] == "còn 3 việc, xem hết"
    page.ui.must_list.setFocus()
    press(page.ui.must_list, Key.Key_End)
    press(page.ui.must_list, Key.Key_Space)
    until(lambda: len(page.ui.must_list.texts()) == 10, "all of them")
    assert "việc" not in page.ui.must_list.texts()[-1]


def test_what_is_soon_and_what_is_to_know_is_folded_until_asked_for(
    window: MainWindow, office: Office
) -> None:
    receive(office)
    direct(office, 1, date(2026, 3, 20))
    page = today(window)
    soon = page.ui.soon_section
    assert soon.head.text() == "▸  Sắp đến hạn 30 ngày (1)"
    assert not soon.list.isVisible()
    press(soon.head, Key.Key_Space)
    assert soon.list.isVisible()
    assert soon.list.texts()[0].endswith("còn 15 ngày")
    assert "Chưa có người xác nhận" in page.ui.know_section.list.texts()[0]


def test_the_place_of_the_year_is_there_when_it_is_time(
    window: MainWindow, clock: FakeClock
) -> None:
    today(window)
    button = window.findChild(QWidget, "year_place")
    assert button is not None
    assert not button.isVisible()
    clock.moment = datetime(2026, 12, 16, 2, tzinfo=UTC)
    today(window)
    assert button.isVisible()


# ── finding ──────────────────────────────────────────────────────────────────────────────────


def found(page: TodayPage) -> list[tuple[str, int]]:
    until(lambda: page.finding.is_settled and not page.jobs.is_busy, "what is found")
    return [(line.book, line.seq_no) for line in page.ui.results_view.documents()]


def test_finding_as_one_types_over_both_books_and_never_a_subject(
    window: MainWindow, office: Office, add: Callable[..., int]
) -> None:
    add(1, recipients=("Sở Nội vụ tỉnh Giả Định",))
    receive(office, issuer="Sở Nội vụ tỉnh Giả Định")
    receive(office)
    page = today(window)
    press(page, Key.Key_K, CTRL)
    assert page.ui.find_edit.hasFocus()
    type_text(page.ui.find_edit, "so noi vu")
    assert found(page) == [("incoming", 1), ("outgoing", 12)]
    assert page.ui.results_view.isVisible()
    assert not page.ui.must_list.isVisible()
    model = page.ui.results_view.model()
    cells = [
        str(model.index(row, column).data())
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert "Tối mật" in cells
    assert not [cell for cell in cells if SECRET in cell or "Diễn tập" in cell]
    press(page.ui.find_edit, Key.Key_Down)
    press(page.ui.find_edit, Key.Key_Return)
    assert card_of(window, "outgoing") == ("outgoing", 12)
    assert today(window).ui.find_edit.text() == ""


def test_enter_right_after_the_last_letter_opens_what_it_finds(
    window: MainWindow, office: Office
) -> None:
    for _number in range(3):
        receive(office)
    page = today(window)
    page.ui.find_edit.setFocus()
    type_text(page.ui.find_edit, "2")
    press(page.ui.find_edit, Key.Key_Return)  # before the answer has come
    assert card_of(window, "incoming") == ("incoming", 2)


def test_a_word_that_is_taken_back_leaves_the_things_to_do(
    window: MainWindow, office: Office
) -> None:
    receive(office)
    page = today(window)
    type_text(page.ui.find_edit, "xyz")
    assert found(page) == []
    assert page.ui.results_label.text() == "Không có dòng nào khớp."
    press(page.ui.find_edit, Key.Key_Escape)
    assert page.ui.find_edit.text() == ""
    assert page.ui.below_stack.currentIndex() == 0


def test_every_keystroke_asks_anew_and_a_late_answer_to_an_older_one_is_not_shown(
    window: MainWindow, office: Office
) -> None:
    for _number in range(12):
        receive(office)
    first, twelfth = (office.read(find_documents, text).result()[:1] for text in ("1", "12"))
    page = today(window)
    answers: list[Future[object]] = []
    stopped: list[Future[object]] = []

    def read(_service: object, *_arguments: object) -> Future[object]:
        answers.append(Future())
        return answers[-1]

    office.read = read  # type: ignore[method-assign, assignment]
    office.stop_read = stopped.append  # type: ignore[method-assign, assignment]
    edit = page.ui.find_edit
    type_text(edit, "1")
    until(lambda: len(answers) == 1, "the first question")
    assert stopped == []
    type_text(edit, "2")
    assert stopped == answers
    until(lambda: len(answers) == 2, "the second question")
    answers[1].set_result(twelfth)
    answers[0].set_result(first)
    assert found(page) == [("incoming", 12)]


def test_ctrl_k_finds_from_a_books_page_and_shows_subjects_there(
    window: MainWindow, add: Callable[..., int]
) -> None:
    add(1)
    add(2)
    page = window.go("outgoing")
    assert isinstance(page, RegisterPage)
    until(lambda: page.model.rowCount() == 2 and not page.jobs.is_busy, "the lines")
    press(page.view, Key.Key_K, CTRL)
    (dialog,) = window.findChildren(FindDialog)
    type_text(dialog.find_edit, "dien tap 12")
    until(lambda: dialog.finding.is_settled, "what is found")
    type_text(dialog.find_edit, "x")
    press(dialog.find_edit, Key.Key_A, CTRL)
    type_text(dialog.find_edit, "12")
    until(lambda: dialog.finding.is_settled and dialog.view.documents() != [], "the number")
    assert dialog.view.documents()[0].seq_no == 12
    last = dialog.view.model().columnCount() - 1
    assert "Diễn tập giả định số 1" in dialog.view.model().index(0, last).data()
    press(dialog.find_edit, Key.Key_Return)
    assert card_of(window, "outgoing") == ("outgoing", 12)
    assert QApplication.activeModalWidget() is None


def test_ctrl_l_locks_from_the_find_dialog(window: MainWindow, left: list[str]) -> None:
    window.go("verify")
    press(window, Key.Key_K, CTRL)
    (dialog,) = window.findChildren(FindDialog)
    press(dialog.find_edit, Key.Key_L, CTRL)
    until(lambda: bool(left), "the lock")
