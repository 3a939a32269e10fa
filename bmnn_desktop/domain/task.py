"""Nhiệm vụ: a duty of an accepted plan, whose it is, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.plan import PlanHeading
from bmnn_desktop.domain.task_note import Note
from bmnn_desktop.domain.timing import UNSTATED, Timing


class TaskSort(Enum):
    """Whose business it is; the value is what the vault stores. Only the first two reach Today."""

    OURS = "ours"
    URGED = "urged"
    KNOW = "know"

    @property
    def label(self) -> str:
        """Return the sort as the screen names it."""
        return _SORTS[self]


_SORTS = {
    TaskSort.OURS: "Việc của ta",
    TaskSort.URGED: "Việc ta đôn đốc",
    TaskSort.KNOW: "Để biết",
}


class TaskState(Enum):
    """How far it is; the value is what the vault stores."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """Return the state as the screen names it."""
        return {"open": "Đang làm", "done": "Đã xong", "dropped": "Thôi theo dõi"}[self.value]


class PartRole(Enum):
    """What a body has to do with a duty; the value is what the vault stores."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    REQUESTED = "requested"

    @property
    def label(self) -> str:
        """Return the role as the screen names it."""
        return {"lead": "Chủ trì", "coordinate": "Phối hợp", "requested": "Đề nghị"}[self.value]


class Sure(Enum):
    """How sure the reader of a plan is of a cell."""

    LOW = 0
    FAIR = 1
    HIGH = 2

    @property
    def label(self) -> str:
        """Return it as the screen names it."""
        return ("cần xem lại", "khá chắc", "chắc")[self.value]


@dataclass(frozen=True, slots=True)
class DraftTask:
    """A duty as it is proposed and corrected before the plan is accepted."""

    ref: str
    summary: str
    sort: TaskSort = TaskSort.OURS
    section: str = ""
    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    requested: tuple[str, ...] = ()
    timing_text: str = ""
    timing: Timing = UNSTATED
    deliverable: str = ""
    report_to: str = ""
    line: int = 0
    sure_owner: Sure = Sure.HIGH
    sure_time: Sure = Sure.HIGH
    sure_sort: Sure = Sure.HIGH
    same_as: int | None = None  # a duty of another plan, already kept
    target_on: date | None = None

    @property
    def doubt(self) -> Sure:
        """Return the weakest of its cells."""
        return min((self.sure_owner, self.sure_time, self.sure_sort), key=lambda one: one.value)


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """A plan before it is accepted; `own_names` are what it calls our unit."""

    heading: PlanHeading
    tasks: tuple[DraftTask, ...]
    own_names: tuple[str, ...]
    funding: str = ""
    source: str = "file"  # or paper, template
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """An accepted plan, with how its duties stand."""

    id: int
    type: str
    number: str
    dated_on: str  # as much of YYYY-MM-DD as is printed
    issuer: str
    title: str
    accepted_on: date
    own_name: str
    parent: int | None
    tasks: int
    open: int
    ours: int
    overdue: int

    @property
    def name(self) -> str:
        """Return "Kế hoạch 12/KH-UBND của UBND tỉnh …" without its title."""
        number = f" {self.number}" if self.number else ""
        issuer = f" của {self.issuer}" if self.issuer else ""
        return f"{self.type}{number}{issuer}"


@dataclass(frozen=True, slots=True)
class Part:
    """A body of a duty; of a group that was opened up, one of its units."""

    id: int
    role: PartRole
    name: str
    group: str  # what the plan wrote, where it wrote a group
    done_on: date | None


@dataclass(frozen=True, slots=True)
class KeptTask:
    """A duty of an accepted plan as lists show it."""

    id: int
    plan: int
    plan_name: str
    ref: str
    section: str
    summary: str
    sort: TaskSort
    state: TaskState
    lead: tuple[str, ...]
    requested: tuple[str, ...]
    timing_text: str
    due_on: date | None
    due_time: str
    can_be_late: bool
    is_check_in: bool
    units: int  # of how many bodies it is the duty
    units_done: int
    ended_on: date | None
    line: int
    doubt: Sure
    same_as: int | None

    def days_late(self, on: date) -> int:
        """Return by how many days it is late on a day."""
        if self.state is not TaskState.OPEN or self.due_on is None or not self.can_be_late:
            return 0
        return max(0, (on - self.due_on).days)

    def standing(self, on: date) -> str:
        """Return how it stands on a day, in words."""
        if self.state is not TaskState.OPEN:
            day = "" if self.ended_on is None else f" {short_date(self.ended_on)}"
            return f"{self.state.label}{day}"
        if self.due_on is None:
            return self.timing_text or "Chưa ghi thời hạn"
        if late := self.days_late(on):
            return f"Quá hạn {late} ngày"
        day = short_date(self.due_on)
        if self.is_check_in:
            return f"Ghi kết quả năm, {day}"
        return f"Hạn {day}" if self.can_be_late else f"Dự kiến {day}"


@dataclass(frozen=True, slots=True)
class TaskCard:
    """All that is kept of one duty."""

    task: KeptTask
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
    rule: str  # why this day
    coordinate: tuple[str, ...]
    deliverable: str
    report_to: str
    decider: str
    event: str
    event_on: date | None
    target_on: date | None
    estimate: int | None
    spent: int | None
    after: KeptTask | None
    same_as: KeptTask | None
