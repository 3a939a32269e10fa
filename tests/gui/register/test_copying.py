"""Sao, chụp on the card: asked for, permitted, made, or entered at once, by clicks and keys."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from bmnn_desktop.domain.copy_order import Making, NewRequest, OrderState, Permission
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.copying.orders_dialog import OrdersDialog, Wish
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.register.actions import Action
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog
from bmnn_desktop.gui.sheets.page import SheetsPage
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.authorities import list_authorities
from bmnn_desktop.services.list_copy_orders import list_copy_orders
from bmnn_desktop.services.make_copies import enter_copying
from bmnn_desktop.services.office import Office
from tests.gui.register.clerk import CTRL, SHIFT, Clerk

Receive = Callable[..., object]
CHAIRMAN = "Chủ tịch Ủy ban nhân dân cấp xã"
PICTURES = os.environ.get("BMNN_TEST_PICTURES", "")


def keep_picture(widget: QWidget, name: str) -> None:
    """Keep what a window looks like, for whoever wants to look at it."""
    if PICTURES:
        widget.grab().save(str(Path(PICTURES) / f"{name}.png"))


def orders(clerk: Clerk) -> OrdersDialog:
    clerk.settle()
    (dialog,) = (one for one in clerk.window.findChildren(OrdersDialog) if one.isVisible())
    return dialog


def asked(clerk: Clerk) -> FieldsDialog:
    clerk.settle()
    until(lambda: isinstance(QApplication.activeModalWidget(), FieldsDialog), "the fields")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FieldsDialog)
    return dialog


def fill(dialog: FieldsDialog, **values: object) -> None:
    dialog.set_values(values)


def go_on(clerk: Clerk, dialog: FieldsDialog) -> None:
    dialog.act_button.click()
    clerk.settle()


@pytest.fixture
def list_of(incoming: Clerk, receive: Receive) -> OrdersDialog:
    """Open the list of a document nobody has copied."""
    receive(1)
    incoming.open()
    incoming.press(Qt.Key.Key_C, CTRL | SHIFT)
    return orders(incoming)


def test_an_order_goes_its_way(incoming: Clerk, list_of: OrdersDialog, office: Office) -> None:
    assert not any(button.isEnabled() for button in list_of.wishes.values())
    list_of.act_button.click()
    dialog = asked(incoming)
    go_on(incoming, dialog)
    assert dialog.view("requester").wrong == "chưa ghi."
    fill(dialog, requester="Lê Văn Thí", wanted=3, purpose="Họp giả định")
    keep_picture(dialog, "request")
    go_on(incoming, dialog)
    (order,) = office.read(list_copy_orders).result()
    assert (order.requester, order.wanted) == ("Lê Văn Thí", 3)
    assert list_of.chosen == order
    assert list_of.wishes[Wish.PERMIT].isEnabled()
    assert not list_of.wishes[Wish.MAKE].isEnabled()
    list_of.wishes[Wish.PERMIT].click()
    dialog = asked(incoming)
    labels = [label for _value, label in dialog.view("post").field.choices]
    assert CHAIRMAN in labels
    assert "Bộ trưởng – chưa xác nhận" in labels
    fill(dialog, post="Bộ trưởng")
    assert dialog.view("post").note.text().endswith("theo luật cũ, chưa xác nhận")
    fill(dialog, post=None)
    go_on(incoming, dialog)
    assert dialog.view("permitter").wrong == "chưa ghi."
    fill(dialog, permitter="Nguyễn Văn Mẫu", post=CHAIRMAN, permitted=2)
    keep_picture(dialog, "permit")
    go_on(incoming, dialog)
    assert "căn cứ: Điều 11 Luật 117/2025/QH15" in list_of.told.text()
    list_of.wishes[Wish.MAKE].click()
    dialog = asked(incoming)
    fill(dialog, recipients=("Công an xã Mẫu", "Văn phòng", "Đảng ủy xã Mẫu"), spoiled=1)
    fill(dialog, destroyed_by="Lê Văn Thí")
    go_on(incoming, dialog)
    assert "3 nơi nhận nhưng chỉ 2 bản sao" in dialog.notice.sentence
    fill(dialog, recipients=("Công an xã Mẫu", "Văn phòng"))
    keep_picture(dialog, "make")
    go_on(incoming, dialog)
    keep_picture(list_of, "orders")
    made = list_of.chosen
    assert made is not None
    assert (made.state, made.numbers, made.made_on) == (
        OrderState.MADE,
        "01–02",
        date(2026, 11, 16),
    )
    assert list_of.wishes[Wish.STAMP].isEnabled()


def test_a_job_done_already_is_entered_at_once(
    incoming: Clerk, list_of: OrdersDialog, office: Office
) -> None:
    list_of.enter_button.click()
    dialog = asked(incoming)
    fill(dialog, requester="Lê Văn Thí", permitter="Nguyễn Văn Mẫu", post=CHAIRMAN)
    fill(dialog, made=2, recipients=("Văn phòng",), made_on=date(2026, 11, 12))
    keep_picture(dialog, "enter")
    assert dialog.height() <= 700
    go_on(incoming, dialog)
    (order,) = office.read(list_copy_orders, 2026).result()
    assert (order.made, order.permitted, order.is_late) == (2, 2, True)
    assert list_of.model.index(0, 5).data() == "số 01/2026 (ghi sau)"


def test_a_refusal_keeps_what_was_typed(
    incoming: Clerk, list_of: OrdersDialog, office: Office
) -> None:
    list_of.enter_button.click()
    dialog = asked(incoming)
    fill(dialog, requester="Lê Văn Thí", permitter="Nguyễn Văn Mẫu", post=CHAIRMAN, made=None)
    go_on(incoming, dialog)  # nothing made: said below, there is no field for what was asked
    assert "phải từ 1 đến" in dialog.notice.sentence
    assert dialog.view("requester").value() == "Lê Văn Thí"
    assert office.read(list_copy_orders, 2026).result() == ()


def test_copying_is_not_permitted(incoming: Clerk, list_of: OrdersDialog) -> None:
    list_of.act_button.click()
    dialog = asked(incoming)
    fill(dialog, requester="Lê Văn Thí", wanted=1)
    go_on(incoming, dialog)
    list_of.wishes[Wish.REFUSE].click()
    dialog = asked(incoming)
    fill(dialog, permitter="Nguyễn Văn Mẫu", post=CHAIRMAN)
    go_on(incoming, dialog)
    assert "Cần ghi lý do" in dialog.notice.sentence
    fill(dialog, reason="Không cần thiết")
    keep_picture(dialog, "refuse")
    go_on(incoming, dialog)
    refused = list_of.chosen
    assert refused is not None
    assert (refused.state, refused.refusal) == (OrderState.REFUSED, "Không cần thiết")
    assert [wish for wish, button in list_of.wishes.items() if button.isEnabled()] == [Wish.SLIP]


def test_a_post_of_the_units_own_is_added(
    incoming: Clerk, list_of: OrdersDialog, office: Office
) -> None:
    list_of.authority_button.click()
    dialog = asked(incoming)
    fill(dialog, post="Chỉ huy trưởng Giả Định", citation="Văn bản giả định")
    go_on(incoming, dialog)
    assert dialog.view("level").wrong
    fill(dialog, level=Level.TOI_MAT)
    go_on(incoming, dialog)
    assert office.read(list_authorities).result().of_post("Chỉ huy trưởng Giả Định")


def test_the_slip_is_looked_at_before_it_is_printed(
    incoming: Clerk, list_of: OrdersDialog, window: MainWindow
) -> None:
    list_of.act_button.click()
    dialog = asked(incoming)
    fill(dialog, requester="Lê Văn Thí", wanted=1)
    go_on(incoming, dialog)
    list_of.wishes[Wish.SLIP].click()
    until(lambda: bool(window.findChildren(PreviewWindow)), "the preview")
    (preview,) = window.findChildren(PreviewWindow)
    until(lambda: preview.is_ready, "the page")
    assert preview.ui.book_label.text() == "Phiếu đề nghị sao, chụp – mã 1"
    preview.close()


def test_a_document_that_may_not_be_copied_says_why(
    outgoing: Clerk, document: Callable[..., NewDocument], office: Office
) -> None:
    office.write(add_document, "outgoing", document(1, copying_allowed=False)).result()
    outgoing.open()
    assert outgoing.page.card.can(Action.COPY)
    outgoing.page.card.buttons[Action.COPY].click()
    orders(outgoing).act_button.click()
    dialog = asked(outgoing)
    fill(dialog, requester="Lê Văn Thí", wanted=1)
    go_on(outgoing, dialog)
    assert "không được phép sao, chụp" in dialog.notice.sentence


def test_a_closed_envelope_offers_no_copying(incoming: Clerk, receive: Receive) -> None:
    receive(
        1,
        envelope=EnvelopeKind.SEALED,
        addressee="Chủ tịch",
        doc_date=None,
        doc_type="",
        subject="",
        level=None,
    )
    incoming.open()
    assert not incoming.page.card.can(Action.COPY)


def test_the_log_stands_among_the_books_that_are_printed(
    window: MainWindow, receive: Receive, office: Office
) -> None:
    receive(1)
    new = NewRequest(requester="Lê Văn Thí", wanted=1)
    given = Permission(permitter="Nguyễn Văn Mẫu", post=CHAIRMAN)
    made = Making(made=1, made_by="Lê Thị Tập Huấn")
    office.write(
        enter_copying, "incoming", year=2026, seq_no=1, new=new, given=given, made=made
    ).result()
    page = window.go("sheets")
    assert isinstance(page, SheetsPage)
    until(lambda: not page.jobs.is_busy, "the page")
    books = page.ui.books_view.model()
    words = [books.index(row, 0).data() for row in range(books.rowCount())]
    assert "Sổ sao, chụp\n1 dòng chưa in" in words
    page.ui.books_view.setCurrentIndex(books.index(words.index("Sổ sao, chụp\n1 dòng chưa in"), 0))
    until(lambda: not page.jobs.is_busy, "the log")
    keep_picture(window, "log")
    assert page.ui.go_on_button.isEnabled()
    assert not page.ui.signing_action.isEnabled()  # nobody signs in it
