"""What a duty inherits from the paragraphs above it, and what the walk has gathered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bmnn_desktop.domain.plan import PlanTask, ReportingDuty
from bmnn_desktop.plans.roles import NOBODY, Roles
from bmnn_desktop.plans.timing import Found


@dataclass(frozen=True, slots=True)
class Situation:
    """What stands above a duty; `must_name` where a paragraph without an owner is no duty."""

    section: str = ""
    roles: Roles = NOBODY
    time: Found | None = None
    deliverable: str | None = None
    is_purpose: bool = False
    is_funding: bool = False
    must_name: bool = False


@dataclass(slots=True)
class Harvest:
    """What the walk has gathered; `year` and `issued` are the plan's own."""

    year: int | None
    issued: date | None
    tasks: list[PlanTask] = field(default_factory=list)
    reports: list[ReportingDuty] = field(default_factory=list)
    funding: list[str] = field(default_factory=list)
