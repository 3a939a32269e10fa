"""How Kế hoạch is laid out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.gui.plans.month_view import MonthModel, MonthView
from bmnn_desktop.gui.plans.tasks_model import SUMMARY, TasksModel
from bmnn_desktop.gui.register.card_parts import label
from bmnn_desktop.gui.widgets.column_view import ColumnView
from bmnn_desktop.gui.widgets.notice import Notice

VIEWS = (
    ("followed", "Đang theo dõi"),
    ("overdue", "Quá hạn"),
    ("month", "Lịch tháng"),
    ("all", "Tất cả"),
    ("reports", "Báo cáo của đơn vị"),
)
DEEDS = {
    "note": "Ghi tiến độ…",
    "change": "Sửa nhiệm vụ…",
    "ask_reports": "Lập lịch báo cáo…",
    "receive": "Ghi nhận báo cáo…",
    "holiday": "Ngày nghỉ…",
}
PAPERS = {"list": "In danh sách…", "progress": "Báo cáo tiến độ…"}


class PageUi:
    """The widgets of the page; `do` is called with the name of what is pressed."""

    def __init__(self, page: QWidget, do: Callable[[str], None]) -> None:
        self._page = page
        self._do = do
        self.buttons: dict[str, QPushButton] = {}
        self.counts: dict[str, QPushButton] = {}
        self.notice = Notice(page)
        self.plan_choice = QComboBox(page)
        self.plan_choice.setObjectName("plan_choice")
        self.plan_choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.plan_choice.setMinimumContentsLength(30)
        self.view_choice = QComboBox(page)
        self.view_choice.setObjectName("view_choice")
        for key, words in VIEWS:
            self.view_choice.addItem(words, key)
        self.model = TasksModel(page)
        self.view = ColumnView(self.model, SUMMARY, page)
        self.view.setObjectName("tasks_view")
        self.view.setWordWrap(False)
        self.month_model = MonthModel(page)
        self.month_view = MonthView(self.month_model, page)
        self.stack = QStackedWidget(page)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.month_view)
        self.month_label = label("", "subtitle")
        self.month_label.setWordWrap(False)
        self.details = label("")
        self.details.setMinimumHeight(self.details.fontMetrics().lineSpacing() * 5)
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.nothing = label("", "quiet")
        self.menu = QMenu(page)
        self._build()

    def _build(self) -> None:
        title = QLabel("Kế hoạch, nhiệm vụ", self._page)
        title.setProperty("role", "title")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(self.notice)
        choose = QHBoxLayout()
        choose.setSpacing(8)
        choose.addWidget(self.plan_choice)
        choose.addWidget(self.view_choice)
        for name, words in (("earlier", "‹ Tháng trước"), ("later", "Tháng sau ›")):
            self._button(choose, name, words)
        choose.addWidget(self.month_label)
        choose.addStretch(1)
        self._button(choose, "file", "Nhận từ tệp…")
        paper = self._button(choose, "paper", "Nhập nhanh từ giấy")
        paper.setMenu(self.menu)
        column.addLayout(choose)
        drill = QHBoxLayout()
        drill.setSpacing(8)
        for name in ("overdue", "ours", "urged", "done"):
            button = self.counts[name] = QPushButton(self._page)
            button.setObjectName(f"count_{name}_button")
            button.setFlat(True)
            button.clicked.connect(lambda _=False, name=name: self._do(f"count_{name}"))
            drill.addWidget(button)
        drill.addStretch(1)
        column.addLayout(drill)
        column.addWidget(self.nothing)
        column.addWidget(self.stack, 1)
        column.addWidget(self.details)
        row = QHBoxLayout()
        row.setSpacing(10)
        for name, words in DEEDS.items():
            self._button(row, name, words)
        row.addStretch(1)
        for name, words in PAPERS.items():
            self._button(row, name, words)
        column.addLayout(row)

    def _button(self, row: QHBoxLayout, name: str, words: str) -> QPushButton:
        button = self.buttons[name] = QPushButton(words, self._page)
        button.setObjectName(f"{name}_button")
        button.clicked.connect(lambda _=False, name=name: self._do(name))
        row.addWidget(button)
        return button
