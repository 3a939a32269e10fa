"""The widgets of Giao – nhận: the line to give with, then three lists of which one is on view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.domain.holding import Holder
from bmnn_desktop.gui.custody.checked_view import CheckedModel, CheckedView
from bmnn_desktop.gui.custody.give_bar import GiveBar
from bmnn_desktop.gui.custody.lists import (
    DAY_COLUMNS,
    HOLDER_COLUMNS,
    NAME,
    PAPER,
    Today,
    holding_columns,
    overdue_columns,
    receipt_columns,
)
from bmnn_desktop.gui.widgets.column_model import ColumnModel
from bmnn_desktop.gui.widgets.column_view import ColumnView
from bmnn_desktop.gui.widgets.notice import Notice

_HOLDERS_WIDTH = 300
_LEAST = (980, 520)
OVERDUE, RECEIPTS, HOLDINGS, DAY = range(4)
_DAY_WORDS = (
    "Nơi nhận ghi trong sổ, chưa vào Sổ chuyển giao. Đánh dấu thì chỉ giao những dòng ấy; các dòng "
    "khác ở lại đây cho hôm khác."
)


class CustodyUi:
    """Knows no service: it lays out and names."""

    def __init__(self, page: QWidget, give_bar: GiveBar, today: Today) -> None:
        self._page = page
        self.give_bar = give_bar
        self.notice = Notice(page)
        self.day_view = CheckedView(
            CheckedModel(page, DAY_COLUMNS, lambda one: one.key), PAPER, page
        )
        self.receipts_button = self._button("In tờ ký nhận (F5)", "receipts_button", "")
        self.send_button = self._button("Gửi đi theo bảng kê bì…", "send_button", "")
        self.tabs = QTabBar(page)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Danh sách")
        self.overdue_view = _copies(page, overdue_columns(today))
        self.receipts_view = CheckedView(
            CheckedModel(page, receipt_columns(today), lambda one: one.handed.id), PAPER, page
        )
        self.holders_model = ColumnModel[Holder](page, HOLDER_COLUMNS)
        self.holders_view = ColumnView(self.holders_model, NAME, page)
        self.holders_view.setFixedWidth(_HOLDERS_WIDTH)
        self.holdings_view = _copies(page, holding_columns(today))
        self.where_box = QComboBox(page)
        self.where_box.addItem("Trong cơ quan", False)
        self.where_box.addItem("Cơ quan, tổ chức khác", True)
        self.where_box.setFixedWidth(_HOLDERS_WIDTH)
        self.where_box.setAccessibleName("Ai giữ")
        self.holder_label = _label(page, "", "field")
        self.days_label = _label(page, "", "quiet")  # after how many days a receipt is missed
        self._make_buttons()
        self._lay_out()

    def forbid_writing(self) -> None:
        """Take away what writes and prints: a guest looks."""
        self.give_bar.hide()
        for button in self.writing_buttons:
            button.setEnabled(False)
            button.hide()

    def show_counts(self, overdue: str, receipts: str, holders: str, day: str) -> None:
        """Say on the tabs how much each list holds."""
        self.tabs.setTabText(OVERDUE, f"Quá hạn trả ({overdue})   Alt+1")
        self.tabs.setTabText(RECEIPTS, f"Chờ ký nhận ({receipts})   Alt+2")
        self.tabs.setTabText(HOLDINGS, f"Ai đang giữ ({holders})   Alt+3")
        self.tabs.setTabText(DAY, f"Cần giao hôm nay ({day})   Alt+4")

    @property
    def view(self) -> QWidget:
        """Return the list on view."""
        views = (self.overdue_view, self.receipts_view, self.holders_view, self.day_view)
        return views[self.tabs.currentIndex()]

    def _make_buttons(self) -> None:
        make = self._button
        self.late_back_button = make("Trả lại…   F6", "late_back_button", "primary")
        self.remind_button = make("Ghi đã nhắc", "remind_button")
        self.slip_button = make("In phiếu nhắc trả…", "slip_button")
        self.signed_button = make("Đã ký…   F6", "signed_button", "primary")
        self.refused_button = make("Không nhận, mang về…", "refused_button")
        self.outcome_button = make("Kết quả phiếu gửi…", "outcome_button")
        self.parcels_button = make("In bảng kê bì…", "parcels_button")
        self.parcel_slip_button = make("In phiếu gửi…", "parcel_slip_button")
        self.marks_button = make("Ghi trên bì…", "marks_button")
        self.line_slip_button = make("Phiếu giao nhận…", "line_slip_button")
        self.back_button = make("Trả lại…   F6", "back_button", "primary")
        self.recall_button = make("Yêu cầu thu hồi…", "recall_button")
        self.pass_button = make("Giao hết cho người khác…", "pass_button")
        self.list_button = make("In danh mục đang giữ…", "list_button")
        self.late_slip_button = make("In phiếu nhắc trả…", "late_slip_button")
        self.days_button = make("Đặt số ngày…", "days_button")
        self.day_button = make("Ghi và in tờ ký nhận…   F6", "day_button", "primary")
        self.minutes_button = make("Biên bản bàn giao…", "minutes_button")
        self.writing_buttons = (
            *(self.day_button, self.days_button),
            *(self.receipts_button, self.send_button, self.late_back_button, self.remind_button),
            *(self.slip_button, self.signed_button, self.refused_button, self.outcome_button),
            *(self.parcels_button, self.parcel_slip_button, self.back_button, self.recall_button),
            *(self.pass_button, self.list_button, self.late_slip_button, self.minutes_button),
            *(self.marks_button, self.line_slip_button),
        )

    def _lay_out(self) -> None:
        page = self._page
        self.stack = QStackedWidget(page)
        self.stack.addWidget(
            _panel(self.overdue_view, (self.late_back_button, self.remind_button, self.slip_button))
        )
        receipts = _panel(
            self.receipts_view,
            (
                *(self.signed_button, self.refused_button, self.outcome_button),
                *(self.parcels_button, self.parcel_slip_button, self.marks_button),
                self.line_slip_button,
            ),
        )
        above: Any = receipts.layout()
        days = _row(self.days_label)
        days.addStretch(1)
        days.addWidget(self.days_button)
        above.insertLayout(0, days)
        self.stack.addWidget(receipts)
        self.stack.addWidget(self._holders_panel())
        self.stack.addWidget(self._day_panel())
        for _ in range(self.stack.count()):
            self.tabs.addTab("")
        self.show_counts("0", "0", "0", "0")
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        head = _row(_label(page, "Giao – nhận", "title"))
        head.addStretch(1)
        head.addWidget(self.send_button)
        head.addWidget(self.receipts_button)
        body = QWidget()
        body.setMinimumSize(*_LEAST)
        area = QScrollArea(page)  # in a narrow window (a large scale) one scrolls
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(body)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        column = QVBoxLayout(body)
        column.setContentsMargins(28, 18, 28, 18)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.give_bar)
        column.addWidget(self.notice)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)

    def _day_panel(self) -> QWidget:
        panel = _panel(self.day_view, (self.day_button,))
        above: Any = panel.layout()
        above.insertWidget(0, _label(self._page, _DAY_WORDS, "quiet"))
        return panel

    def _holders_panel(self) -> QWidget:
        right = _panel(
            self.holdings_view,
            (
                *(self.back_button, self.recall_button, self.pass_button),
                *(self.list_button, self.late_slip_button),
            ),
        )
        layout: Any = right.layout()
        head = _row(self.holder_label)
        head.addStretch(1)
        head.addWidget(self.minutes_button)
        layout.insertLayout(0, head)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.where_box)
        left.addWidget(self.holders_view, 1)
        panel = QWidget()
        row = QHBoxLayout(panel)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addLayout(left)
        row.addWidget(right, 1)
        return panel

    def _button(self, words: str, name: str, role: str = "compact") -> QPushButton:
        button = QPushButton(words, self._page)
        button.setObjectName(name)
        button.setProperty("role", role)
        return button


def _copies(page: QWidget, columns: Any) -> CheckedView:  # noqa: ANN401
    return CheckedView(CheckedModel(page, columns, lambda one: one.copy.id), PAPER, page)


def _panel(view: QWidget, buttons: tuple[QPushButton, ...]) -> QWidget:
    panel = QWidget()
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(view, 1)
    row = _row(*buttons)
    row.addStretch(1)
    column.addLayout(row)
    return panel


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _label(page: QWidget, words: str, role: str) -> QLabel:
    label = QLabel(words, page)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
