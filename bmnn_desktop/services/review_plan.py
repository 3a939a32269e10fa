"""Đọc kế hoạch để duyệt: a parsed plan sorted for our unit, with how sure each cell is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bmnn_desktop.domain.body_name import covers, is_group, same_name
from bmnn_desktop.domain.plan import Plan, PlanTask
from bmnn_desktop.domain.task import DraftPlan, DraftTask, Sure, TaskSort
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.domain.timing import TimingKind
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import people, tasks

_ALIKE = 0.8  # of the words of two duties that are the same one


def review_plan(desk: Desk, plan: Plan, own_names: Sequence[str] = ()) -> DraftPlan:
    """Return the proposal of a parsed plan; without a name our unit is called as in the books.

    Nothing is stored. A duty that an accepted plan gave already is offered as linked.
    """
    names = tuple(filter(None, map(tidy, own_names)))
    if not names:
        names = (people.organisation(desk.rows, desk.today()).name,)
    kept = [(row["id"], _words(row["summary"] or "")) for row in tasks.summaries(desk.rows)]
    drafts = sort_again(tuple(map(_draft, plan.tasks)), names, issuer=plan.plan.issuer or "")
    return DraftPlan(
        heading=plan.plan,
        tasks=tuple(replace(one, same_as=_same(one, kept)) for one in drafts),
        own_names=names,
        funding="\n".join(map(tidy, plan.funding)),
    )


def sort_again(
    drafts: Sequence[DraftTask], own_names: Sequence[str], *, issuer: str
) -> tuple[DraftTask, ...]:
    """Return the duties sorted anew for what the plan calls our unit."""
    is_issuer = any(same_name(name) == same_name(issuer) for name in own_names)
    return tuple(_sorted(one, own_names, is_issuer=is_issuer) for one in drafts)


def _draft(task: PlanTask) -> DraftTask:
    owner = Sure.HIGH if task.lead else Sure.FAIR if task.requested else Sure.LOW
    timing = task.timing
    if timing.approximate or timing.tentative:
        time = Sure.FAIR
    elif task.timing_text and timing.kind is TimingKind.UNSTATED:
        time = Sure.LOW
    else:
        time = Sure.HIGH
    return DraftTask(
        ref=task.ref,
        summary=_capital(tidy(task.summary)),
        section=tidy(task.section),
        lead=_names(task.lead),
        coordinate=_names(task.coordinate),
        requested=_names(task.requested),
        timing_text=tidy(task.timing_text or ""),
        timing=timing,
        deliverable=tidy(task.deliverable or ""),
        report_to=tidy(task.report_to or ""),
        line=task.line,
        sure_owner=owner,
        sure_time=time,
    )


def _sorted(task: DraftTask, own_names: Sequence[str], *, is_issuer: bool) -> DraftTask:
    """Sort by who has it: ours when we lead or nobody is named, urged when we gave the plan."""

    def is_us(names: Sequence[str]) -> bool:
        return any(covers(name, own) for name in names for own in own_names)

    def by_name(names: Sequence[str]) -> bool:
        return any(not is_group(name) and is_us((name,)) for name in names)

    if by_name(task.lead):
        return replace(task, sort=TaskSort.OURS, sure_sort=Sure.HIGH)
    if is_us(task.lead):
        return replace(task, sort=TaskSort.OURS, sure_sort=Sure.FAIR)
    if by_name(task.coordinate) or is_us(task.requested):
        return replace(task, sort=TaskSort.OURS, sure_sort=Sure.FAIR)
    if is_issuer:
        return replace(task, sort=TaskSort.URGED, sure_sort=Sure.FAIR)
    if not task.lead and not task.requested:
        return replace(task, sort=TaskSort.OURS, sure_sort=Sure.LOW)
    sure = Sure.FAIR if is_us(task.coordinate) else Sure.HIGH
    return replace(task, sort=TaskSort.KNOW, sure_sort=sure)


def _same(task: DraftTask, kept: Sequence[tuple[int, frozenset[str]]]) -> int | None:
    words = _words(task.summary)
    best = max(kept, key=lambda one: _alike(words, one[1]), default=None)
    return best[0] if best is not None and _alike(words, best[1]) >= _ALIKE else None


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _words(summary: str) -> frozenset[str]:
    return frozenset(same_name(summary).split())


def _names(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(tidy, names)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
