"""What is done about plans: accepted, changed, noted, reports asked for and received."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.holiday import Holiday
from bmnn_desktop.domain.task import TaskSort
from bmnn_desktop.domain.task_change import TaskChange
from bmnn_desktop.domain.task_note import NewNote, NoteKind
from bmnn_desktop.services.accept_plan import accept_plan
from bmnn_desktop.services.ask_reports import ask_reports
from bmnn_desktop.services.change_task import change_task
from bmnn_desktop.services.note_task import note_task
from bmnn_desktop.services.receive_report import receive_report
from bmnn_desktop.services.save_holiday import save_holiday
from tests.grades import plan_stage
from tests.grades.deed import KEEPERS, Deed

SECOND = plan_stage.draft("02/KH-UBND")
URGED = TaskChange(sort=TaskSort.URGED, units=(plan_stage.OWN,))
DONE = NewNote(NoteKind.RESULT, "Đã rà soát xong")
TET = Holiday(date(2027, 2, 5), "Tết Nguyên đán", is_off=True, citation="Thông báo số 1")
UNITS = ("Trường Tiểu học Mẫu",)
ASKED = {"units": UNITS, "year": 2026, "due_on": None, "via": ""}

PLAN_DEEDS: tuple[Deed, ...] = (
    Deed(
        "plan.accept",
        KEEPERS,
        lambda o, _s: o.write(accept_plan, SECOND),
        lambda _s: ["plan", "from-template", "year", "--year", 2026, "--accept"],
    ),
    Deed(
        "plan.change",
        KEEPERS,
        lambda o, s: o.write(change_task, s.stage.plans.task, URGED),
        lambda s: ["plan", "change", s.stage.plans.task, "--sort", "urged"],
    ),
    Deed(
        "plan.note",
        KEEPERS,
        lambda o, s: o.write(note_task, s.stage.plans.task, DONE),
        lambda s: [
            *("plan", "note", s.stage.plans.task, "--kind", "result", "--words", DONE.words),
        ],
    ),
    Deed(
        "plan.ask_reports",
        KEEPERS,
        lambda o, s: o.write(ask_reports, s.stage.plans.plan, units=UNITS, year=2026),
        lambda s: [
            *("plan", "ask-reports", s.stage.plans.plan, "--unit", *UNITS),
            *("--year", 2026),
        ],
    ),
    Deed(
        "plan.receive_report",
        KEEPERS,
        lambda o, s: o.write(receive_report, s.stage.plans.report),
        lambda s: ["plan", "receive", s.stage.plans.report, "--reference", "3/BC-TYT"],
    ),
    Deed(
        "plan.holiday",
        KEEPERS,
        lambda o, _s: o.write(save_holiday, TET),
        lambda _s: ["plan", "holiday", "05/02/2027", "--name", TET.name],
    ),
)
