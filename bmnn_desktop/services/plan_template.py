"""Kế hoạch theo mẫu, kế hoạch của ta: what a plan is begun from when it came on paper, or is ours.

From a parent plan: what it gives us to do, each duty linked to the one it carries out.
"""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop import resources
from bmnn_desktop.domain.plan import Plan, PlanHeading
from bmnn_desktop.domain.task import DraftPlan, DraftTask, PartRole, TaskSort, TaskState
from bmnn_desktop.domain.timing import UNSTATED, TimingKind
from bmnn_desktop.errors import TemplateMissing
from bmnn_desktop.plans.template_file import Template, read_template
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.list_tasks import show_plan, show_task
from bmnn_desktop.services.review_plan import review_plan
from bmnn_desktop.store import people, tasks, timings

_FILES = {
    "law-2025": "plans/law-2025.toml",
    "directive-32": "plans/directive-32.toml",
    "year": "plans/year.toml",
}
_GOES_ON = (TimingKind.OPEN_ENDED, TimingKind.ANNUAL, TimingKind.MONTHLY, TimingKind.QUARTERLY)


@dataclass(frozen=True, slots=True)
class TemplateName:
    """A template that can be begun from."""

    key: str
    title: str
    citation: str
    tasks: int


def list_templates(desk: Desk) -> tuple[TemplateName, ...]:
    """Return the templates; raise LawFileWrong for one that cannot be read."""
    year = desk.today().year
    found = {key: _template(desk, key, year) for key in _FILES}
    return tuple(
        TemplateName(key, one.title, one.citation, len(one.tasks)) for key, one in found.items()
    )


def draft_from_template(desk: Desk, key: str, year: int) -> DraftPlan:
    """Return a plan of a kind for a year, to be reviewed; raise TemplateMissing, LawFileWrong."""
    template = _template(desk, key, year)
    plan = Plan(_own_heading(desk, template.subject, (template.citation,)), template.tasks, (), ())
    draft = review_plan(desk, plan)
    return DraftPlan(draft.heading, draft.tasks, draft.own_names, source="template")


def draft_from_plan(desk: Desk, plan: int, year: int) -> DraftPlan:
    """Return our own plan from what a kept one gives us to do or to urge; raise PlanMissing.

    For a later year: what goes on, and what is not done yet, rolls over.
    """
    parent = show_plan(desk, plan)
    own = people.organisation(desk.rows, desk.today()).name
    drafts: list[DraftTask] = []
    for kept in tasks.listed(desk.rows, plan=plan):
        if kept.sort is TaskSort.KNOW or kept.state is not TaskState.OPEN:
            continue
        card = show_task(desk, kept.id)
        row = tasks.raw(desk.rows, kept.id)
        timing = timings.read(row["timing"]) if row is not None else None
        if timing is None:
            continue
        is_over = kept.due_on is not None and kept.due_on.year < year
        goes_on = not is_over or timing.kind in _GOES_ON
        leads = tuple(part.name for part in card.parts if part.role is PartRole.LEAD)
        drafts.append(
            DraftTask(
                ref=f"II.{len(drafts) + 1}",
                summary=kept.summary,
                sort=kept.sort,
                lead=(own,) if kept.sort is TaskSort.OURS else leads,
                coordinate=card.coordinate,
                timing_text=kept.timing_text if goes_on else "",
                timing=timing if goes_on else UNSTATED,
                deliverable=card.deliverable,
                same_as=kept.id,
            )
        )
    named = f"{parent.type} {parent.number}".strip()
    title = f"Thực hiện {named} của {parent.issuer}" if parent.issuer else f"Thực hiện {named}"
    heading = _own_heading(desk, title, (parent.name,), year)
    return DraftPlan(heading, tuple(drafts), (own,), source="template", parent=plan)


def _template(desk: Desk, key: str, year: int) -> Template:
    if key not in _FILES:
        raise TemplateMissing(template=key)
    own = people.organisation(desk.rows, desk.today()).name
    return read_template(resources.path(_FILES[key]), own=own, year=year)


def _own_heading(
    desk: Desk, title: str, bases: tuple[str, ...], year: int | None = None
) -> PlanHeading:
    organisation = people.organisation(desk.rows, desk.today())
    return PlanHeading(
        type="Kế hoạch",
        number=None,
        number_raw=None,
        place=organisation.place,
        date=desk.today().isoformat() if year is None else None,
        issuer=organisation.name,
        title=title if year is None else f"{title} năm {year}",
        based_on=bases,
    )
