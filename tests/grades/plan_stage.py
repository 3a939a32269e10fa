"""An accepted plan, a duty of it, and a report a unit owes: what acts about plans begin at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.plan import PlanHeading
from bmnn_desktop.domain.task import DraftPlan, DraftTask
from bmnn_desktop.domain.timing import Timing, TimingKind
from bmnn_desktop.services.accept_plan import accept_plan
from bmnn_desktop.services.ask_reports import ask_reports
from bmnn_desktop.services.office import Office

OWN = "UBND xã Mẫu"


@dataclass(frozen=True)
class Plans:
    """The rows that acts about plans begin at."""

    plan: int
    task: int
    report: int


def draft(number: str) -> DraftPlan:
    """Return a plan of one duty."""
    heading = PlanHeading(
        "Kế hoạch", number, None, "Giả Định", "2026-02-02", "UBND tỉnh Giả Định", "Giữ tài liệu"
    )
    due = Timing(TimingKind.BY_DATE, due=date(2026, 3, 31))
    task = DraftTask(
        "II.1", "Rà soát tủ đựng tài liệu", lead=(OWN,), timing_text="chậm nhất 31/3", timing=due
    )
    return DraftPlan(heading, (task,), (OWN,))


def stand(office: Office) -> Plans:
    """Accept a plan and ask one unit for its report."""
    plan = office.write(accept_plan, draft("01/KH-UBND")).result()
    (report,) = office.write(ask_reports, plan, units=("Trạm Y tế Mẫu",), year=2026).result()
    return Plans(plan, 1, report.id)
