"""Papers for hands, looked at from the page of hand-overs, of people and of volumes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from bmnn_desktop.gui.custody.page_ui import HOLDINGS, RECEIPTS
from bmnn_desktop.gui.demo.hands import press, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.people.page import PeoplePage
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.year.volumes_page import VolumesPage
from bmnn_desktop.services.add_document import Registered
from bmnn_desktop.services.duties import Duty, DutyKind
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.office import Office
from tests.gui.custody.counter import Counter
from tests.services.moving import copy_id

WHO = "Nguyễn Văn Thí Dụ"


def _looked_at(window: MainWindow, button: QAbstractButton) -> str:
    """Press the button; return the title of the preview once its page is there."""
    until(button.isEnabled, "the button")
    press(button, Qt.Key.Key_Space)
    until(lambda: bool(window.findChildren(PreviewWindow)), "the preview")
    shown = window.findChildren(PreviewWindow)[-1]
    until(lambda: shown.is_ready, "the page")
    title = shown.ui.book_label.text()
    shown.close()
    shown.setParent(None)
    return title


def test_a_line_and_a_holder_have_their_papers(
    letters: tuple[Registered, ...], office: Office, window: MainWindow
) -> None:
    ids = [copy_id(office, letters[0], 1)]
    office.write(give_copies, ids, receiver=WHO).result()
    counter = Counter(window)
    ui = counter.page.ui
    counter.page.show_list(RECEIPTS)
    counter.settle()
    ui.receipts_view.selectRow(0)
    assert _looked_at(window, ui.line_slip_button) == "Phiếu giao nhận – dòng số 01/2026"
    assert not ui.marks_button.isEnabled()  # the copy went in no envelope
    counter.page.show_list(HOLDINGS)
    counter.settle()
    ui.holders_view.selectRow(0)
    counter.settle()
    assert _looked_at(window, ui.minutes_button) == f"Biên bản bàn giao – {WHO}"


def test_people_and_computer_have_their_papers(window: MainWindow) -> None:
    window.follow(Duty(DutyKind.CONFIRMER))
    page = window.ui.pages.currentWidget()
    assert isinstance(page, PeoplePage)
    assert _looked_at(window, page.setup_button) == "Biên bản cài đặt, nghiệm thu máy"
    assert _looked_at(window, page.commitment_button).startswith("Bản cam kết – ")


def test_a_year_has_its_statistics(window: MainWindow) -> None:
    window.go("volumes")
    page = window.ui.pages.currentWidget()
    assert isinstance(page, VolumesPage)
    assert _looked_at(window, page.statistics_button) == "Thống kê bí mật nhà nước 2026"
