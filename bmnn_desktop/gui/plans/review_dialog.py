"""Duyệt kế hoạch: begins with what the plan calls our unit, then its duties, cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from bmnn_desktop.domain.dates import parse_date, short_date
from bmnn_desktop.domain.plan import PlanHeading
from bmnn_desktop.domain.task import DraftPlan, TaskSort
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.plans.drafts_model import SUMMARY, DraftsModel
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.services.accept_plan import count_sorts
from bmnn_desktop.services.review_plan import sort_again

_SIZE = (1280, 640)
_WIDTHS = {0: 70, 1: 112, 3: 150, 4: 116, 5: 136, 6: 104, 7: 112, 8: 50, 9: 88}
_ISO = 10
_HEAD = (("number", "Số, ký hiệu", 130), ("date", "Ngày", 100), ("issuer", "Cơ quan", 220))
_SORTS = ((TaskSort.OURS, "Ctrl+1"), (TaskSort.URGED, "Ctrl+2"), (TaskSort.KNOW, "Ctrl+3"))


class ReviewDialog(AskDialog):
    """`confirmed` carries the plan as it was corrected; nothing is stored before."""

    confirmed = Signal(object)  # a DraftPlan

    def __init__(
        self, parent: QWidget, draft: DraftPlan, lock: Callable[[], None], *, year: int
    ) -> None:
        super().__init__(parent, "Duyệt kế hoạch", "Nhận kế hoạch", lock)
        self.draft = draft
        self._year = year
        self._offered = {
            one.line: one.same_as for one in draft.tasks if one.same_as is not None and one.line
        }
        self.edits: dict[str, QLineEdit] = {}
        self.resize(*_SIZE)
        self.setMinimumSize(1100, 560)
        self._build_head()
        self.model = DraftsModel(self, year)
        self.view = self._build_grid()
        self.body.addWidget(self.view, 1)
        self.whole = self.say("")
        self.whole.setMinimumHeight(self.whole.fontMetrics().lineSpacing() * 3)
        self.view.selectionModel().currentRowChanged.connect(self._show_whole)
        self._build_deeds()
        self.counts = self.say("", "quiet")
        self.model.dataChanged.connect(self._count)
        self.model.modelReset.connect(self._count)
        self.model.show_rows(draft.tasks)
        self.act_button.setProperty("role", "primary")
        self.own_edit.setFocus()

    def corrected(self) -> DraftPlan:
        """Return the plan as it stands in the window."""
        heading = self.draft.heading
        typed = {name: edit.text().strip() for name, edit in self.edits.items()}
        day = parse_date(typed["date"], year=self._year)
        return replace(
            self.draft,
            heading=replace(
                heading,
                number=typed["number"] or None,
                date=day.isoformat() if day is not None else typed["date"] or None,
                issuer=typed["issuer"] or None,
                title=typed["title"] or None,
            ),
            tasks=tuple(self.model.rows),
            own_names=self._own_names(),
        )

    def act(self) -> None:
        """Give the plan as it was corrected."""
        typed = self.edits["date"].text().strip()
        if typed and parse_date(typed, year=self._year) is None and not _is_partial(typed):
            self.notice.say(Tone.AMBER, "Ngày của kế hoạch phải như 05/03/2026, hoặc để trống.")
            self.edits["date"].setFocus()
            return
        self.act_button.setEnabled(False)
        self.confirmed.emit(self.corrected())

    def sort_again(self) -> None:
        """Sort every duty anew for what is typed as our unit."""
        names = self._own_names()
        if names:
            issuer = self.edits["issuer"].text()
            self.model.show_rows(sort_again(self.model.rows, names, issuer=issuer))

    @property
    def chosen(self) -> list[int]:
        """Return the rows that are chosen."""
        return sorted(index.row() for index in self.view.selectionModel().selectedRows())

    def _fit(self) -> None:
        """Keep the size: the grid takes the room there is."""

    def _own_names(self) -> tuple[str, ...]:
        return tuple(filter(None, (part.strip() for part in self.own_edit.text().split(";"))))

    def _show_whole(self) -> None:
        task = self.model.at(self.view.currentIndex().row())
        if task is None:
            self.whole.setText("")
            return
        where = f"Dòng {task.line}, phần “{task.section}”: " if task.line else ""
        asked = f" Đề nghị: {'; '.join(task.requested)}." if task.requested else ""
        self.whole.setText(f"{where}{task.summary[:400]}.{asked}")

    def _count(self) -> None:
        counts = count_sorts(replace(self.draft, tasks=tuple(self.model.rows)))
        words = ", ".join(f"{count} {sort.label.lower()}" for sort, count in counts.items())
        linked = sum(one.same_as is not None for one in self.model.rows)
        also = f"; {linked} việc kế hoạch khác đã giao, chỉ theo dõi một nơi" if linked else ""
        self.counts.setText(
            f"{len(self.model.rows)} việc: {words}{also}. Hai loại đầu mới hiện ở Hôm nay."
        )

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _build_head(self) -> None:
        row = QHBoxLayout()
        self.own_edit = QLineEdit("; ".join(self.draft.own_names), self)
        self.own_edit.setObjectName("own_edit")
        again = QPushButton("Xếp loại lại", self)
        again.setObjectName("sort_button")
        again.setAutoDefault(False)
        again.clicked.connect(self.sort_again)
        self.own_edit.returnPressed.connect(self.sort_again)
        row.addWidget(QLabel("Đơn vị ta là", self))
        row.addWidget(self.own_edit, 1)
        row.addWidget(again)
        self.body.addLayout(row)
        heading = self.draft.heading
        row = QHBoxLayout()
        for name, words, width in _HEAD:
            edit = self.edits[name] = QLineEdit(_told(heading, name), self)
            edit.setObjectName(f"{name}_edit")
            edit.setFixedWidth(width)
            row.addWidget(QLabel(words, self))
            row.addWidget(edit)
        title = self.edits["title"] = QLineEdit(heading.title or "", self)
        title.setObjectName("title_edit")
        title.setCursorPosition(0)
        row.addWidget(QLabel("Tên kế hoạch", self))
        row.addWidget(title, 1)
        self.body.addLayout(row)

    def _build_grid(self) -> QTableView:
        view = QTableView(self)
        view.setModel(self.model)
        view.setObjectName("drafts_view")
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setWordWrap(False)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().lineSpacing() + 12)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            view.setColumnWidth(column, width)
        header.setSectionResizeMode(SUMMARY, QHeaderView.ResizeMode.Stretch)
        return view

    def _build_deeds(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for sort, key in _SORTS:
            self._button(
                row,
                f"{sort.value}_button",
                sort.label,
                partial(self._sort, sort),
                key,
            )
        for name, words, deed in (
            ("merge_button", "Gộp", lambda: self.model.merge_rows(self.chosen)),
            ("split_button", "Tách", self._split),
            ("drop_button", "Bỏ dòng", lambda: self.model.drop_rows(self.chosen)),
            ("add_button", "Thêm dòng", self.model.add_row),
            ("unlink_button", "Không trùng", lambda: self._link(linked=False)),
            ("link_button", "Trùng", lambda: self._link(linked=True)),
        ):
            self._button(row, name, words, deed)
        row.addStretch(1)
        self.body.addLayout(row)

    def _button(
        self,
        row: QHBoxLayout,
        name: str,
        words: str,
        deed: Callable[[], None],
        key: str = "",
    ) -> None:
        button = QPushButton(f"{words} ({key})" if key else words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        if key:
            button.setShortcut(QKeySequence(key))
        button.clicked.connect(lambda _=False: deed())
        row.addWidget(button)

    def _sort(self, sort: TaskSort) -> None:
        self.model.sort_rows(self.chosen, sort)

    def _split(self) -> None:
        if self.chosen:
            self.model.split_row(self.chosen[0])

    def _link(self, *, linked: bool) -> None:
        self.model.link_rows(self.chosen, linked=linked, offered=self._offered)


def _told(heading: PlanHeading, name: str) -> str:
    value = str(getattr(heading, name) or "")
    if name == "date" and len(value) == _ISO:
        day = parse_date(value, year=0)
        return value if day is None else short_date(day)
    return value


def _is_partial(typed: str) -> bool:
    """Tell whether it is a year, or a year and a month, as a plan leaves its day blank."""
    return typed.replace("-", "").isdigit() and len(typed) < _ISO
