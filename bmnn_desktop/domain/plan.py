"""A plan from above: heading, duties with their owners and times, reports, funding."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.timing import UNSTATED, Timing


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, and as what."""

    capacity: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class AttachedPlan:
    """The plan a decision promulgates."""

    type: str
    title: str | None


@dataclass(frozen=True, slots=True)
class PlanHeading:
    """What the first and last page say of the plan itself.

    `date` is as much of YYYY-MM-DD as is printed; `number` is None when left blank.
    """

    type: str | None
    number: str | None
    number_raw: str | None
    place: str | None
    date: str | None
    issuer: str | None
    title: str | None
    based_on: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    signer: Signer = Signer(None, None)
    recipients: tuple[str, ...] = ()
    attached: AttachedPlan | None = None


@dataclass(frozen=True, slots=True)
class PlanTask:
    """One duty: who does what by when, with the source's own words and line."""

    ref: str
    section: str
    summary: str
    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    requested: tuple[str, ...] = ()
    timing_text: str | None = None
    timing: Timing = UNSTATED
    deliverable: str | None = None
    report_to: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class ReportingDuty:
    """A duty to report, apart from the work itself."""

    ref: str
    who: str | None
    to: str | None
    when_text: str | None
    timing: Timing
    content: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as the parser proposes it; a person reviews it before it counts."""

    plan: PlanHeading
    tasks: tuple[PlanTask, ...]
    funding: tuple[str, ...]
    reporting_duties: tuple[ReportingDuty, ...]
