"""The copying orders of one document, and what can be done next with the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from bmnn_desktop.domain.copy_order import CopyForm, CopyOrder, OrderState
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.copying.orders_model import REQUESTER, OrdersModel
from bmnn_desktop.gui.widgets.column_view import ColumnView

_WIDTH = 860
_HEIGHT = 180


class Wish(Enum):
    """What is wanted; the value is (words on the button, the states in which it can be done)."""

    PERMIT = ("Cho phép…", (OrderState.REQUESTED,))
    REFUSE = ("Không cho phép…", (OrderState.REQUESTED, OrderState.PERMITTED))
    MAKE = ("Đã sao, chụp…", (OrderState.PERMITTED,))
    SLIP = ("Phiếu đề nghị", tuple(OrderState))
    STAMP = ("Phiếu đóng dấu", (OrderState.MADE,))
    RECORD = ("Văn bản trích, chụp", (OrderState.MADE,))

    @property
    def words(self) -> str:
        """Return what stands on the button."""
        words: str = self.value[0]
        return words

    @property
    def states(self) -> tuple[OrderState, ...]:
        """Return when it can be done."""
        states: tuple[OrderState, ...] = self.value[1]
        return states


class OrdersDialog(AskDialog):
    """Only shows and asks; its owner does what is wanted."""

    request_wanted = Signal()
    entry_wanted = Signal()
    authority_wanted = Signal()
    wanted = Signal(Wish, CopyOrder)

    def __init__(self, parent: QWidget, line: Document, lock: Callable[[], None]) -> None:
        super().__init__(parent, "Sao, chụp", "Đề nghị sao, chụp…", lock)
        self.setMinimumWidth(_WIDTH)
        number = f"số thứ tự {show_number(line.seq_no)} năm {line.year}"
        self.say(f"Sao, chụp · {number} · {line.level_label}", "subtitle")
        self.model = OrdersModel(self)
        self.view = ColumnView(self.model, REQUESTER, self)
        self.view.setObjectName("orders_view")
        self.view.setFixedHeight(_HEIGHT)
        self.view.selectionModel().currentRowChanged.connect(self._offer)
        self.body.addWidget(self.view)
        self.told: QLabel = self.say("", "quiet")
        row = QHBoxLayout()
        row.setSpacing(8)
        self.wishes = {wish: self._button(wish.words, wish.name) for wish in Wish}
        for wish, button in self.wishes.items():
            button.clicked.connect(lambda _=False, which=wish: self._want(which))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.enter_button = self._button("Ghi việc đã làm xong…", "enter")
        self.enter_button.clicked.connect(self.entry_wanted)
        self.authority_button = self._button("Thêm chức vụ có thẩm quyền…", "authority")
        self.authority_button.setProperty("role", "quiet")
        self.authority_button.clicked.connect(self.authority_wanted)
        self.buttons.insertWidget(0, self.authority_button)
        self.buttons.insertWidget(self.buttons.indexOf(self.act_button), self.enter_button)
        self.leave_button.setText("Đóng")
        self._offer()

    def act(self) -> None:
        """Ask for a new order."""
        self.request_wanted.emit()

    def show_orders(self, orders: tuple[CopyOrder, ...]) -> None:
        """Show the orders, the newest one chosen."""
        self.model.show_rows(orders)
        self.view.selectRow(len(orders) - 1)
        self._offer()

    @property
    def chosen(self) -> CopyOrder | None:
        """Return the order that is chosen."""
        return self.model.at(self.view.currentIndex().row())

    def _want(self, wish: Wish) -> None:
        if self.chosen is not None:
            self.wanted.emit(wish, self.chosen)

    def _offer(self) -> None:
        order = self.chosen
        for wish, button in self.wishes.items():
            button.setEnabled(order is not None and _can(wish, order))
        self.told.setText(_told(order))

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"{name.lower()}_button")
        button.setAutoDefault(False)
        return button


def _told(order: CopyOrder | None) -> str:
    """Return the order in words, with the right by which it was permitted."""
    if order is None:
        return "Chưa có việc sao, chụp nào của tài liệu này."
    parts = [f"Mã {order.id}", order.purpose, order.extract]
    by = ", ".join(part for part in (order.permitter, order.permitter_post) if part)
    if order.refused_on is not None:
        day = short_date(order.refused_on)
        parts.append(f"{by} không cho phép ngày {day}: {order.refusal}")
    if order.permitted_on is not None:
        day = short_date(order.permitted_on)
        parts += [f"{by} cho phép {order.permitted} bản ngày {day}", f"căn cứ: {order.basis}"]
    return " · ".join(part for part in parts if part)


def _can(wish: Wish, order: CopyOrder) -> bool:
    """Tell whether it can be done: a record is made of extracts and photographs alone."""
    is_whole = order.form not in (CopyForm.TRICH_SAO, CopyForm.CHUP)
    return order.state in wish.states and not (wish is Wish.RECORD and is_whole)
