"""Nhận kế hoạch: what was reviewed is kept, from then on its duties are followed."""

from __future__ import annotations

from bmnn_desktop.domain.body_name import is_group
from bmnn_desktop.domain.task import DraftPlan, DraftTask, PartRole, TaskSort, TaskState
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import PlanAccepted, PlanEmpty, TaskMissing
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.task_deadline import begins_on, columns_of, first_deadline
from bmnn_desktop.store import tasks, timings
from bmnn_desktop.store.act import Act

_TWICE = "SELECT id FROM plan WHERE type = ? AND number = ? AND issuer = ? AND title = ?"


def accept_plan(desk: WritingDesk, draft: DraftPlan) -> int:
    """Keep a reviewed plan and return its row; every duty gets the day that counts.

    Raises PlanEmpty, PlanAccepted, TaskMissing, DayUnknown, NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    today = desk.today()
    kept = [one for one in draft.tasks if tidy(one.summary)]
    if not kept:
        raise PlanEmpty
    heading = draft.heading
    named = tuple(
        tidy(text or "") for text in (heading.type, heading.number, heading.issuer, heading.title)
    )
    with desk.journal.write("plan.accept") as act:
        twin = act.rows.value(_TWICE, named)
        if twin is not None:
            raise PlanAccepted(plan=twin)
        dated_on = heading.date or ""
        plan = act.insert(
            "plan",
            type=named[0] or "Kế hoạch",
            number=named[1],
            place=tidy(heading.place or ""),
            dated_on=dated_on,
            issuer=named[2],
            title=named[3],
            bases="\n".join(map(tidy, heading.based_on)),
            recipients="\n".join(map(tidy, heading.recipients)),
            signer=tidy(heading.signer.name or ""),
            signer_post=tidy(heading.signer.capacity or ""),
            funding=draft.funding,
            own_name="\n".join(map(tidy, draft.own_names)),
            source=draft.source,
            parent_id=draft.parent,
            accepted_on=today.isoformat(),
        )
        begins = begins_on(dated_on, today)
        for position, one in enumerate(kept, 1):
            if one.same_as is not None and tasks.by_id(act.rows, one.same_as) is None:
                raise TaskMissing(task=one.same_as)
            requested = bool(one.requested) and not one.lead and not one.coordinate
            found = first_deadline(
                desk,
                one.timing,
                begins_on=begins,
                target_on=one.target_on,
                requested=requested,
            )
            row = act.insert(
                "task",
                plan_id=plan,
                position=position,
                ref=tidy(one.ref),
                section=tidy(one.section),
                summary=tidy(one.summary),
                sort=one.sort.value,
                timing_text=tidy(one.timing_text),
                timing=timings.write(one.timing),
                deliverable=tidy(one.deliverable),
                report_to=tidy(one.report_to),
                decider="",
                line=one.line,
                sure_owner=one.sure_owner.value,
                sure_time=one.sure_time.value,
                sure_sort=one.sure_sort.value,
                target_on=None if one.target_on is None else one.target_on.isoformat(),
                event_on=None,
                **columns_of(found),
                estimate=None,
                spent=None,
                same_as_id=one.same_as,
                after_id=None,
                state=TaskState.OPEN.value,
                ended_on=None,
                done_until=None,
            )
            _put_parts(act, row, one)
    return plan


def _put_parts(act: Act, task: int, one: DraftTask) -> None:
    for role, names in (
        (PartRole.LEAD, one.lead),
        (PartRole.COORDINATE, one.coordinate),
        (PartRole.REQUESTED, one.requested),
    ):
        for name in dict.fromkeys(filter(None, map(tidy, names))):
            act.insert(
                "task_part",
                task_id=task,
                role=role.value,
                name=name,
                of_group=name if is_group(name) else "",
                done_on=None,
                in_use=1,
            )


def count_sorts(draft: DraftPlan) -> dict[TaskSort, int]:
    """Return how many duties are of each sort."""
    return {sort: sum(one.sort is sort for one in draft.tasks) for sort in TaskSort}
