"""What is done about plans from the window: asks, then does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.book import Field
from bmnn_desktop.domain.holiday import FIXED_BASIS, HOLIDAY_FIELDS, Holiday
from bmnn_desktop.domain.plan import PlanHeading
from bmnn_desktop.domain.task import DraftPlan, DraftTask, KeptTask, TaskCard, TaskSort
from bmnn_desktop.domain.task_change import CHANGE_FIELDS, TaskChange
from bmnn_desktop.domain.task_note import NOTE_FIELDS, NewNote
from bmnn_desktop.domain.unit_report import ASK_FIELDS, RECEIVED_FIELDS, WINDOW_BASIS, UnitReport
from bmnn_desktop.gui.plans.review_dialog import ReviewDialog
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog
from bmnn_desktop.services.accept_plan import accept_plan
from bmnn_desktop.services.ask_reports import ask_reports
from bmnn_desktop.services.change_task import change_as_it_stands, change_task
from bmnn_desktop.services.note_task import note_task
from bmnn_desktop.services.parse_plan import parse_plan
from bmnn_desktop.services.plan_template import draft_from_plan, draft_from_template
from bmnn_desktop.services.receive_report import receive_report
from bmnn_desktop.services.review_plan import review_plan
from bmnn_desktop.services.save_holiday import save_holiday

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bmnn_desktop.domain.plan import Plan
    from bmnn_desktop.gui.ask_dialog import AskDialog
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office

_EMPTY_ROWS = 12  # from paper: as many duties as one commune has of a plan


class PlanActs(QObject):
    """`changed` says in words what was done; a refusal keeps what was typed."""

    changed = Signal(str)

    def __init__(self, page: QWidget, office: Office, jobs: Jobs, lock: Callable[[], None]) -> None:
        super().__init__(page)
        self._page = page
        self._office = office
        self._jobs = jobs
        self._lock = lock

    # ── a plan comes in ──────────────────────────────────────────────────────────────────────

    def read_file(self, path: Path) -> None:
        """Read a file, off the window's thread, and open the review."""

        def read(plan: Plan) -> None:
            self._jobs.new(self.review).watch(self._office.read(review_plan, plan))

        self._jobs.new(read).start(lambda: parse_plan(path))

    def type_from_paper(self) -> None:
        """Open the review on empty rows."""
        heading = PlanHeading("Kế hoạch", None, None, None, None, None, None)
        rows = tuple(DraftTask(ref=str(at + 1), summary="") for at in range(_EMPTY_ROWS))
        self.review(DraftPlan(heading, rows, (self._office.org_name,), source="paper"))

    def begin_from_template(self, key: str, year: int) -> None:
        """Open the review on a template."""
        self._jobs.new(self.review).watch(self._office.read(draft_from_template, key, year))

    def begin_from_plan(self, plan: int, year: int) -> None:
        """Open the review on our own plan made from a kept one."""
        self._jobs.new(self.review).watch(self._office.read(draft_from_plan, plan, year))

    def review(self, draft: DraftPlan) -> None:
        """Let a plan be corrected, then keep it."""
        dialog = ReviewDialog(self._page.window(), draft, self._lock, year=self._year)

        def go_on(corrected: DraftPlan) -> None:
            ours = sum(one.sort is TaskSort.OURS and bool(one.summary) for one in corrected.tasks)
            self._finish(
                dialog,
                self._office.write(accept_plan, corrected),
                lambda row: f"Đã nhận kế hoạch, mã {row}; {ours} việc của ta.",
            )

        dialog.confirmed.connect(go_on)
        dialog.open()

    # ── a duty ───────────────────────────────────────────────────────────────────────────────

    def note(self, task: KeptTask, card: TaskCard | None = None) -> None:
        """Ask what is to be noted about a duty."""
        dialog = self._fields(f"Ghi tiến độ · mục {task.ref}", "Ghi", NOTE_FIELDS, abreast=2)
        if card is not None:
            dialog.set_suggestions({"whom": tuple(part.name for part in card.parts)})

        def go_on(values: dict[str, Any]) -> None:
            self._finish(
                dialog,
                self._office.write(note_task, task.id, NewNote(**values)),
                lambda kept: f"Đã ghi; mục {kept.ref}: {kept.standing(self._today)}.",
            )

        dialog.confirmed.connect(go_on)
        dialog.open()

    def change(self, task: KeptTask) -> None:
        """Ask what is to be changed of a duty, beginning with how it stands."""

        def ask(stands: TaskChange) -> None:
            title = f"Sửa nhiệm vụ · mục {task.ref} (mã {task.id})"
            dialog = self._fields(title, "Ghi", CHANGE_FIELDS, abreast=2)
            dialog.set_values(asdict(stands))

            def go_on(values: dict[str, Any]) -> None:
                self._finish(
                    dialog,
                    self._office.write(change_task, task.id, TaskChange(**values)),
                    lambda kept: f"Đã ghi; mục {kept.ref}: {kept.standing(self._today)}.",
                )

            dialog.confirmed.connect(go_on)
            dialog.open()

        self._jobs.new(ask).watch(self._office.read(change_as_it_stands, task.id))

    # ── reports of units, days not worked ────────────────────────────────────────────────────

    def ask_for_reports(self, plan: int) -> None:
        """Ask which units owe a report about a plan."""
        dialog = self._fields("Lập lịch báo cáo của đơn vị", "Lập lịch", ASK_FIELDS)
        dialog.say(WINDOW_BASIS.line, "quiet")
        dialog.set_values({"year": self._year})

        def go_on(values: dict[str, Any]) -> None:
            self._finish(
                dialog,
                self._office.write(ask_reports, plan, **values),
                lambda found: f"Lịch báo cáo năm {values['year']}: {len(found)} đơn vị.",
            )

        dialog.confirmed.connect(go_on)
        dialog.open()

    def receive(self, report: UnitReport) -> None:
        """Ask when a report came."""
        dialog = self._fields(
            f"Nhận báo cáo năm {report.year} · {report.unit}", "Ghi nhận", RECEIVED_FIELDS
        )

        def go_on(values: dict[str, Any]) -> None:
            self._finish(
                dialog,
                self._office.write(receive_report, report.id, **values),
                lambda found: f"{found.unit}: {found.state(self._today).label.lower()}.",
            )

        dialog.confirmed.connect(go_on)
        dialog.open()

    def add_holiday(self) -> None:
        """Ask for a day that is not worked, or is."""
        dialog = self._fields("Ngày nghỉ, ngày làm bù", "Ghi", HOLIDAY_FIELDS)
        dialog.say(FIXED_BASIS.line, "quiet")

        def go_on(values: dict[str, Any]) -> None:
            self._finish(
                dialog,
                self._office.write(save_holiday, Holiday(**values)),
                lambda found: f"Đã ghi; bảng ngày nghỉ, làm bù có {len(found)} ngày.",
            )

        dialog.confirmed.connect(go_on)
        dialog.open()

    # ── common ground ────────────────────────────────────────────────────────────────────────

    @property
    def _today(self) -> date:
        return self._office.day.today()

    @property
    def _year(self) -> int:
        return self._office.day.today().year

    def _fields(
        self, title: str, act: str, fields: tuple[Field, ...], abreast: int = 1
    ) -> FieldsDialog:
        dialog = FieldsDialog(
            self._page.window(),
            title,
            act,
            self._lock,
            fields=fields,
            year=self._year,
            abreast=abreast,
        )
        dialog.say(title, "subtitle")
        return dialog

    def _finish(self, dialog: AskDialog, work: Future[Any], words: Callable[[Any], str]) -> None:
        def done(result: Any) -> None:  # noqa: ANN401  (each act returns its own)
            dialog.accept()
            self.changed.emit(words(result))

        self._jobs.new(done, dialog.refuse).watch(work)
