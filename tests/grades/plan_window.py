"""How each act about plans is done in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

from bmnn_desktop.domain.task import KeptTask
from bmnn_desktop.domain.unit_report import UnitReport
from bmnn_desktop.gui.plans.acts import PlanActs
from bmnn_desktop.services.list_tasks import show_task
from bmnn_desktop.services.receive_report import list_reports
from tests.grades.plan_deeds import ASKED, DONE, SECOND, TET, URGED

if TYPE_CHECKING:
    from tests.grades.driving import Hand

Step = Callable[["Hand"], object]


def _acts(hand: Hand) -> PlanActs:
    return PlanActs(hand.window, hand.office, hand.jobs, hand.window.lock)


def _task(hand: Hand) -> KeptTask:
    return hand.office.read(show_task, hand.scene.stage.plans.task).result().task


def _ask(act: Step, values: object) -> Step:
    def do(hand: Hand) -> None:
        act(hand)
        hand.answer(values)

    return do


def _report(hand: Hand) -> UnitReport:
    return hand.office.read(list_reports).result()[0]


PLAN_DRIVERS: dict[str, Step] = {
    "plan.accept": _ask(lambda h: _acts(h).review(SECOND), SECOND),
    "plan.change": _ask(lambda h: _acts(h).change(_task(h)), asdict(URGED)),
    "plan.note": _ask(lambda h: _acts(h).note(_task(h)), asdict(DONE)),
    "plan.ask_reports": _ask(lambda h: _acts(h).ask_for_reports(h.scene.stage.plans.plan), ASKED),
    "plan.receive_report": _ask(
        lambda h: _acts(h).receive(_report(h)),
        {"on_day": None, "reference": "3/BC-TYT"},
    ),
    "plan.holiday": _ask(lambda h: _acts(h).add_holiday(), asdict(TET)),
}
