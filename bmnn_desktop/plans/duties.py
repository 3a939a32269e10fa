"""The clauses of one paragraph into duties and reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bmnn_desktop.domain.plan import PlanTask, ReportingDuty
from bmnn_desktop.domain.timing import UNSTATED, Timing, TimingKind
from bmnn_desktop.plans import clauses
from bmnn_desktop.plans.deliverable import deliverable
from bmnn_desktop.plans.outline import Node
from bmnn_desktop.plans.roles import NOBODY, Clause, Roles, clause_roles, heading_roles
from bmnn_desktop.plans.situation import Harvest, Situation
from bmnn_desktop.plans.timing import Found, find_timing

FUNDING = re.compile(r"(?:nguồn\s+)?kinh phí|dự toán|bảo đảm kinh phí|ngân sách", re.IGNORECASE)
_PROMPTLY = re.compile(
    r"[Kk]ịp thời[^,.;]{0,40}?báo cáo|[Kk]ịp thời\s+(?:phản ánh|báo cáo|thông tin)"
)
_ENDS = " .;,/"
_SUMMARY = 300


@dataclass(frozen=True, slots=True)
class _Duty:
    text: str
    roles: Roles
    time: Found | None

    def joined(self, other: _Duty) -> _Duty:
        """Return one duty made of two."""
        return _Duty(
            f"{self.text}; {other.text}", self.roles | other.roles, self.time or other.time
        )


@dataclass(frozen=True, slots=True)
class _Acting:
    """A clause with everybody who acts in it."""

    text: str
    clause: Clause
    roles: Roles


def emit(node: Node, text: str, here: Situation, found: Harvest, *, labelled: bool) -> None:
    """Note the duties, reports and funding of a paragraph.

    A paragraph with labels of its own (`labelled`) is one duty.
    """
    if here.is_funding or FUNDING.match(text):
        found.funding.append(f"{node.ref}: {text.strip(_ENDS)[:_SUMMARY]}")
    duties: list[_Duty] = []
    for acting in _acting(clauses.sentences(text), here, labelled=labelled):
        if _reported(node, acting, found) or clauses.is_statement(acting.text):
            continue
        time = here.time or find_timing(acting.text, year=found.year, issued=found.issued)
        duty = _Duty(acting.text, acting.roles, time)
        if duties and (labelled or _belongs_to_last(acting, time)):
            duties[-1] = duties[-1].joined(duty)
        else:
            duties.append(duty)
    if here.must_name or here.is_funding or node.marker is None:
        duties = [duty for duty in duties if duty.roles.is_named]
    for number, duty in enumerate(duties, start=1):
        ref = f"{node.ref}#{number}" if len(duties) > 1 else node.ref
        found.tasks.append(_task(ref, duty, here, node.line))


def _acting(
    sentences: Sequence[Sequence[str]], here: Situation, *, labelled: bool
) -> Iterator[_Acting]:
    """Yield the clauses; a lead acts on till another is named, partners till the full stop."""
    roles = here.roles
    for sentence in sentences:
        partners = NOBODY
        for clause_text in sentence:
            text = clause_text
            owner, colon, rest = text.partition(":")
            title = heading_roles(owner) if colon and rest.strip() else NOBODY
            if title.is_named:
                roles, text = title, rest.strip()
            clause = clause_roles(text)
            if clause.roles.is_named and not (labelled and here.roles.is_named):
                roles = replace(clause.roles, coordinate=())
            partners |= Roles(coordinate=clause.roles.coordinate)
            inherited = NOBODY if clause.roles.is_named and not labelled else here.roles
            acting = roles | Roles(coordinate=inherited.coordinate) | partners
            yield _Acting(text, clause, acting.without_doubles())


def _belongs_to_last(acting: _Acting, time: Found | None) -> bool:
    """Tell a clause that is no duty of its own: it says who or when, or has no verb."""
    rest = acting.text[acting.clause.predicate :]
    says_who = acting.clause.roles.is_named and clauses.is_assignment_only(rest)
    if says_who or clauses.is_time_only(acting.text):
        return True
    is_free = time is None and not acting.clause.roles.is_named
    return is_free and not clauses.begins_with_verb(acting.text)


def _task(ref: str, duty: _Duty, here: Situation, line: int) -> PlanTask:
    return PlanTask(
        ref=ref,
        section=here.section,
        summary=duty.text.strip(_ENDS)[:_SUMMARY],
        lead=duty.roles.lead,
        coordinate=duty.roles.coordinate,
        requested=duty.roles.requested,
        timing_text=duty.time.text if duty.time else None,
        timing=duty.time.timing if duty.time else UNSTATED,
        deliverable=here.deliverable or deliverable(duty.text),
        report_to=clauses.report_to(duty.text),
        line=line,
    )


def _reported(node: Node, acting: _Acting, found: Harvest) -> bool:
    """Note a report; return True when the clause is nothing else."""
    text = acting.text
    only = clauses.is_report(text, acting.clause.predicate)
    if not only and "báo cáo" not in text:
        return False
    time = find_timing(text, year=found.year, issued=found.issued)
    prompt = _PROMPTLY.search(text)
    if time is None and prompt:
        time = Found(prompt[0], Timing(TimingKind.IMMEDIATE))
    who = acting.roles.lead or acting.roles.requested
    found.reports.append(
        ReportingDuty(
            ref=node.ref,
            who=", ".join(who) or None,
            to=clauses.report_to(text),
            when_text=time.text if time else None,
            timing=time.timing if time else UNSTATED,
            content=text.strip(_ENDS)[:_SUMMARY],
            line=node.line,
        )
    )
    return only
