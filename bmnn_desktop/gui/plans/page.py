"""Kế hoạch: what plans ask of us, by list, by month, what is late, and who has reported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bmnn_desktop.domain.task import KeptPlan, KeptTask, TaskCard
from bmnn_desktop.domain.unit_report import UnitReport
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.plans.acts import PlanActs
from bmnn_desktop.gui.plans.details import details_of
from bmnn_desktop.gui.plans.page_ui import DEEDS, PageUi
from bmnn_desktop.gui.preview.subject import plan_paper
from bmnn_desktop.gui.sheets.files import PrintFiles
from bmnn_desktop.gui.show_error import show_error
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.services.list_tasks import show_task
from bmnn_desktop.services.look_at_plans import PlansSeen, look_at_plans
from bmnn_desktop.services.plan_template import TemplateName, list_templates

if TYPE_CHECKING:
    from bmnn_desktop.services.office import Office

_FILES = "Kế hoạch (*.txt *.docx *.pdf)"
_PAPERS = {"followed": "tasks", "all": "tasks", "overdue": "overdue", "month": "month"}
_MONTHS = 12


class PlansPage(QWidget):
    """A guest only looks and prints."""

    preview_wanted = Signal(object)  # a Subject

    has_unsaved_text = False

    def __init__(self, office: Office, lock: Callable[[], None]) -> None:
        super().__init__()
        self._office = office
        self._is_read_only = office.session.guest.is_here
        self._month: tuple[int, int] | None = None
        self._filter = ""  # a count that was pressed
        self._seen: PlansSeen | None = None
        self._card: TaskCard | None = None
        self.jobs = Jobs(self, lambda error: show_error(self, error))
        self.acts = PlanActs(self, office, self.jobs, lock)
        self.acts.changed.connect(self.tell)
        self.ui = PageUi(self, self._do)
        self.model, self.view = self.ui.model, self.ui.view
        self.ui.plan_choice.activated.connect(self.refresh)
        self.ui.view_choice.activated.connect(self._view_chosen)
        self.view.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.ui.month_view.selectionModel().currentChanged.connect(self._day_chosen)
        self.view.doubleClicked.connect(lambda: self._do("note"))
        for name in ("file", "paper", *DEEDS):
            self.ui.buttons[name].setVisible(not self._is_read_only)
        if not self._is_read_only:
            self.jobs.new(self._offer_templates).watch(office.read(list_templates))
        self.setFocusProxy(self.view)

    def refresh(self) -> None:
        """Look again."""
        today = self._office.day.today()
        self.jobs.new(self._arrived).watch(
            self._office.read(
                look_at_plans,
                view=self._view,
                plan=self.ui.plan_choice.currentData(),
                month=self._month or (today.year, today.month),
            )
        )

    def stop(self) -> None:
        """End the work: the window is going away."""
        self.jobs.stop()

    def tell(self, words: str) -> None:
        """Say what was done, and look again."""
        self.ui.notice.say(Tone.GOOD, words)
        self.refresh()

    @property
    def chosen(self) -> KeptTask | UnitReport | None:
        """Return what is chosen in the list."""
        found = self.model.at(self.view.currentIndex().row())
        return found if isinstance(found, KeptTask | UnitReport) else None

    @property
    def _view(self) -> str:
        return str(self.ui.view_choice.currentData())

    def _view_chosen(self) -> None:
        self._filter = ""
        self.refresh()

    # ── what arrives ─────────────────────────────────────────────────────────────────────────

    def _arrived(self, seen: PlansSeen) -> None:
        self._seen = seen
        self._show_plans(seen.plans)
        row = max(0, self.view.currentIndex().row())
        is_month = self._view == "month"
        self.ui.stack.setCurrentWidget(self.ui.month_view if is_month else self.view)
        for name in ("earlier", "later"):
            self.ui.buttons[name].setVisible(is_month)
        self.ui.month_label.setText(
            f"Tháng {seen.month[1]} năm {seen.month[0]}" if is_month else ""
        )
        self._month = seen.month
        tasks = tuple(one for one in seen.tasks if self._is_shown(one))
        if is_month:
            self.ui.month_model.show_month(*seen.month, tasks, seen.today)
        elif self._view == "reports":
            self.model.show_reports(seen.reports, seen.today)
        else:
            self.model.show_tasks(tasks, seen.today)
        if self.model.rows and not is_month:
            self.view.selectRow(min(row, len(self.model.rows) - 1))
        self.ui.nothing.setText(_nothing(seen))
        self.ui.nothing.setVisible(not seen.plans or not (tasks or seen.reports or is_month))
        for name, words in seen.counts.items():
            self.ui.counts[name].setText(words)
        self._row_chosen()

    def _is_shown(self, task: KeptTask) -> bool:
        if self._filter in ("ours", "urged"):
            return task.sort.value == self._filter
        return self._filter != "done" or task.state.value == "done"

    def _show_plans(self, plans: tuple[KeptPlan, ...]) -> None:
        choice = self.ui.plan_choice
        chosen = choice.currentData()
        choice.clear()
        choice.addItem("Mọi kế hoạch", None)
        for plan in plans:
            choice.addItem(f"{plan.name}: {plan.title}", plan.id)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))

    def _row_chosen(self) -> None:
        self._card = None
        chosen = self.chosen if self.ui.stack.currentWidget() is self.view else None
        is_task, is_report = isinstance(chosen, KeptTask), isinstance(chosen, UnitReport)
        has_plan = self.ui.plan_choice.currentData() is not None
        for name, is_possible in (
            ("note", is_task),
            ("change", is_task),
            ("receive", is_report),
            ("ask_reports", has_plan),
            ("progress", has_plan),
        ):
            self.ui.buttons[name].setEnabled(is_possible)
        self.ui.details.setText("")
        if isinstance(chosen, KeptTask):
            self.jobs.new(self._card_arrived).watch(self._office.read(show_task, chosen.id))

    def _card_arrived(self, card: TaskCard) -> None:
        self._card = card
        self.ui.details.setText(details_of(card))

    def _day_chosen(self) -> None:
        found = self.ui.month_model.tasks_at(self.ui.month_view.currentIndex())
        today = self._office.day.today()
        self.ui.details.setText(
            "\n".join(f"{one.ref} {one.summary} · {one.standing(today)}" for one in found)
        )

    def _offer_templates(self, templates: tuple[TemplateName, ...]) -> None:
        menu, acts = self.ui.menu, self.acts
        menu.addAction("Bảng trống").triggered.connect(acts.type_from_paper)
        for one in templates:
            make = partial(acts.begin_from_template, one.key, self._office.day.today().year)
            menu.addAction(f"{one.title} ({one.tasks} việc)").triggered.connect(make)
        menu.addSeparator()
        for words, ahead in (("năm nay", 0), ("năm sau", 1)):
            action = menu.addAction(f"Kế hoạch của ta từ kế hoạch đang chọn, {words}")
            action.triggered.connect(partial(self._own_plan, ahead))

    # ── what is done ─────────────────────────────────────────────────────────────────────────

    def _own_plan(self, ahead: int) -> None:
        plan = self.ui.plan_choice.currentData()
        if plan is None:
            self.ui.notice.say(Tone.AMBER, "Hãy chọn một kế hoạch trước.")
            return
        self.acts.begin_from_plan(plan, self._office.day.today().year + ahead)

    def _do(self, name: str) -> None:
        if name.startswith("count_"):
            self._drill(name.removeprefix("count_"))
        elif name in ("earlier", "later"):
            self._turn(1 if name == "later" else -1)
        elif name == "file":
            path, _kind = QFileDialog.getOpenFileName(self, "Chọn tệp kế hoạch", "", _FILES)
            if path:
                self.acts.read_file(Path(path))
        elif name in ("list", "progress"):
            self._print(name)
        else:
            self._deed(name)

    def _deed(self, name: str) -> None:
        chosen, plan = self.chosen, self.ui.plan_choice.currentData()
        if self._is_read_only:
            return
        if name == "holiday":
            self.acts.add_holiday()
        elif name == "ask_reports" and plan is not None:
            self.acts.ask_for_reports(plan)
        elif isinstance(chosen, UnitReport):
            self.acts.receive(chosen)
        elif isinstance(chosen, KeptTask) and name == "change":
            self.acts.change(chosen)
        elif isinstance(chosen, KeptTask):
            self.acts.note(chosen, self._card)

    def _drill(self, name: str) -> None:
        """Show what a count counts."""
        self.ui.view_choice.setCurrentIndex(
            self.ui.view_choice.findData("overdue" if name == "overdue" else "all")
        )
        self._filter = "" if name == "overdue" else name
        self.refresh()

    def _turn(self, months: int) -> None:
        year, month = self._month or (date.min.year, 1)
        whole = year * _MONTHS + month - 1 + months
        self._month = whole // _MONTHS, whole % _MONTHS + 1
        self.refresh()

    def _print(self, name: str) -> None:
        plan = self.ui.plan_choice.currentData()
        which: tuple[int, ...] = () if plan is None else (plan,)
        paper = "progress" if name == "progress" else _PAPERS.get(self._view, "unit-reports")
        if paper == "month":
            which = self._month or ()
        elif paper == "overdue":
            which = ()
        out = PrintFiles(self._office.place).next(paper)
        self.preview_wanted.emit(plan_paper(self._office, paper, which, out))


def _nothing(seen: PlansSeen) -> str:
    if not seen.plans:
        return (
            "Chưa nhận kế hoạch nào. Nhận từ tệp .txt, .docx, PDF có chữ, hoặc nhập nhanh từ giấy."
        )
    return "Không có gì ở đây."
