"""The preview: its first page at once, words found on its pages, everything by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.preview_book import preview_book
from tests.services.offices import add

Step = Callable[[PreviewWindow, object], None]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def preview(window: MainWindow, office: Office) -> Iterator[PreviewWindow]:
    for number in range(60):
        subject = "Bảo vệ mục tiêu Đồng Giả" if number == 55 else "Nội dung thường"
        add(office, doc_number=f"{number}/KH", subject=subject)
    shown = window.open_preview("outgoing", 2026)
    until(lambda: shown.is_ready, "the pages")
    yield shown
    shown.close()


def yellow(image: QImage) -> int:
    """Return how many pixels the pen has touched."""
    return sum(
        image.pixelColor(x, y).blue() < 120 < image.pixelColor(x, y).red()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def test_words_are_found_without_marks_and_shown_with_a_pen(preview: PreviewWindow) -> None:
    ui = preview.ui
    press(preview, Qt.Key.Key_F, CTRL)
    assert ui.find_edit.hasFocus()
    type_text(ui.find_edit, "bao ve muc tieu dong gia")
    press(ui.find_edit, Qt.Key.Key_Return)
    until(lambda: preview.is_ready and ui.page_box.value() > 2, "the page")
    assert ui.page_list.currentIndex().row() == ui.page_box.value() - 1
    until(lambda: yellow(ui.page_view._page.pixmap().toImage()) > 50, "the pen")
    page = ui.page_box.value()
    press(preview, Qt.Key.Key_F3)  # round again: there is no other
    until(lambda: preview.is_ready, "the search")
    assert ui.page_box.value() == page
    press(preview, Qt.Key.Key_F, CTRL)  # what was typed is chosen, and gives way
    type_text(ui.find_edit, "không có đâu")
    press(ui.find_edit, Qt.Key.Key_Return)
    until(lambda: bool(ui.notice.sentence), "the word of it")
    assert ui.notice.sentence == "Không trang nào có “không có đâu”."
    assert ui.page_box.value() == page


def test_pages_and_sizes_by_keys(preview: PreviewWindow) -> None:
    ui = preview.ui
    last = ui.page_box.maximum()
    assert last > 3
    for key, page in ((Qt.Key.Key_End, last), (Qt.Key.Key_Home, 1)):
        press(preview, key, CTRL)
        assert ui.page_box.value() == page
    press(preview, Qt.Key.Key_Plus, CTRL)
    assert ui.zoom_box.currentText() == "75 %"
    press(preview, Qt.Key.Key_0, CTRL)
    assert ui.zoom_box.currentText() == "Vừa trang"


@pytest.mark.usefixtures("preview")
def test_the_opening_is_the_first_pages_of_the_whole(office: Office) -> None:
    whole = office.read(preview_book, "outgoing", year=2026).result()
    opening = office.read(preview_book, "outgoing", year=2026, opening=True).result()
    try:
        assert opening.page_count < whole.page_count
        for page in (0, 1):
            assert opening.picture(page, 50).data == whole.picture(page, 50).data
    finally:
        whole.close()
        opening.close()


def noted(order: list[str], name: str, known: Step) -> Step:
    """Return a step that is noted before it is done."""

    def step(window: PreviewWindow, what: object) -> None:
        order.append(name)
        known(window, what)

    return step


def test_the_first_page_stands_before_all_are_laid_out(
    window: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(office)
    order: list[str] = []
    for name in ("_show_first", "_arrived"):
        monkeypatch.setattr(PreviewWindow, name, noted(order, name, getattr(PreviewWindow, name)))
    shown = window.open_preview("outgoing", 2026)
    until(lambda: shown.is_ready, "the pages")
    assert order == ["_show_first", "_arrived"]
    assert shown.ui.count_label.text() == "/ 2"
    shown.close()
