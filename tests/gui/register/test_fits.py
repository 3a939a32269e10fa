"""Nothing of a book's page is cut off at 1366×768 or narrower."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.services.add_document import Registered
from tests.gui.register.clerk import CTRL, Clerk
from tests.gui.test_fits_the_screen import _cut_off

Receive = Callable[..., Registered]


def test_the_incoming_form_fits_in_every_shape(incoming: Clerk) -> None:
    incoming.start()
    assert _cut_off(incoming.window) == []
    incoming.save()  # every error at once
    assert _cut_off(incoming.window) == []
    incoming.type_in("envelope", "c")
    assert _cut_off(incoming.window) == []
    incoming.press(Qt.Key.Key_B, CTRL)
    assert _cut_off(incoming.window) == []


def test_the_outgoing_form_needs_no_scrolling(outgoing: Clerk) -> None:
    outgoing.start()
    assert _cut_off(outgoing.window) == []
    bar = outgoing.page.entry.form.verticalScrollBar()
    assert bar.maximum() == 0


@pytest.mark.parametrize(
    "facts",
    [
        {"finding": Finding.SHORT, "remark": "Thiếu bản số 2", "copies_announced": 2},
        {
            "envelope": EnvelopeKind.SEALED,
            "addressee": "Chủ tịch Nguyễn Văn Mẫu",
            "doc_date": None,
            "doc_type": "",
            "subject": "",
        },
    ],
    ids=["short", "sealed"],
)
def test_the_card_fits_with_all_its_buttons(
    incoming: Clerk, receive: Receive, facts: dict[str, object]
) -> None:
    receive(1, **facts)
    incoming.open()
    assert _cut_off(incoming.window) == []


def test_a_narrow_window_gives_its_whole_width_to_the_form(incoming: Clerk) -> None:
    incoming.start()
    incoming.window.resize(1024, 700)
    QApplication.processEvents()
    page = incoming.page
    assert not page.view.isVisible()
    assert page.side.width() == page.width()
