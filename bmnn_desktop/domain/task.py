"""Nhiệm vụ: a duty of an accepted plan, whose it is, and what was noted about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.plan import PlanHeading
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


class NoteKind(Enum):
    """What is noted about a duty; the value is what the vault stores."""

    PROGRESS = "progress"
    RESULT = "result"  # ends it, or the turn of it that is due
    UNIT_DONE = "unit_done"  # one of several bodies has done its part
    DIFFICULTY = "difficulty"
    GUIDANCE = "guidance"  # the answer to a difficulty
    EVIDENCE = "evidence"
    URGED = "urged"  # a reminder that was sent
    SPENT = "spent"

    @property
    def label(self) -> str:
        """Return the kind as the screen names it."""
        return _NOTES[self]


_NOTES = {
    NoteKind.PROGRESS: "Tiến độ",
    NoteKind.RESULT: "Kết quả, đã xong",
    NoteKind.UNIT_DONE: "Một đơn vị đã xong",
    NoteKind.DIFFICULTY: "Khó khăn, vướng mắc",
    NoteKind.GUIDANCE: "Hướng dẫn nhận được",
    NoteKind.EVIDENCE: "Tài liệu kiểm chứng",
    NoteKind.URGED: "Đã đôn đốc",
    NoteKind.SPENT: "Kinh phí đã chi",
}


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
class Note:
    """One thing noted about a duty."""

    id: int
    kind: NoteKind
    on_day: date
    words: str
    whom: str  # who reported, was asked or answered
    document: int | None  # a line of a register
    reference: str  # of a paper file
    amount: int | None  # đồng


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
    start_on: date | None
    due_on: date | None
    due_time: str
    can_be_late: bool
    is_check_in: bool
    is_tentative: bool
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


_SORT_CHOICES = tuple((sort, sort.label) for sort in TaskSort)
CHANGE_FIELDS = (
    Field("sort", "Xếp loại", None, FieldKind.CHOICE, choices=_SORT_CHOICES),
    Field(
        "target_on",
        "Hạn tự đặt",
        None,
        FieldKind.DATE,
        required=False,
        hint="Khi kế hoạch không ghi hạn, hoặc cần xong sớm hơn",
    ),
    Field(
        "event_on",
        "Ngày xảy ra sự kiện",
        None,
        FieldKind.DATE,
        required=False,
        hint="Mở việc theo sự kiện: hạn tính từ ngày này",
    ),
    Field("decider", "Cấp quyết định", None, FieldKind.TEXT, required=False),
    Field(
        "units",
        "Các đơn vị phải làm",
        None,
        FieldKind.NAMES,
        required=False,
        hint="Mỗi dòng một đơn vị; để theo dõi từng đơn vị của một nhóm",
    ),
    Field("estimate", "Dự toán (đồng)", None, FieldKind.TEXT, required=False),
    Field(
        "after",
        "Làm sau việc mã",
        None,
        FieldKind.COUNT,
        required=False,
        hint="Mã của nhiệm vụ phải xong trước",
    ),
    Field(
        "same_as",
        "Trùng với việc mã",
        None,
        FieldKind.COUNT,
        required=False,
        hint="Việc này đã được giao ở kế hoạch khác; chỉ theo dõi một nơi",
    ),
    Field("dropped", "Thôi theo dõi việc này", None, FieldKind.FLAG, required=False),
)
NOTE_FIELDS = (
    Field(
        "kind",
        "Ghi gì",
        None,
        FieldKind.CHOICE,
        choices=tuple((kind, kind.label) for kind in NoteKind),
    ),
    Field("on_day", "Ngày", None, FieldKind.DATE, required=False, hint="Để trống: hôm nay"),
    Field("words", "Nội dung", None, FieldKind.LONG_TEXT, required=False),
    Field(
        "whom",
        "Đơn vị",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Đơn vị đã làm xong, nơi được hỏi, nơi trả lời",
    ),
    Field(
        "evidence",
        "Dòng của sổ",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Ví dụ: sổ đi 12/2026 hoặc sổ đến 37/2026",
    ),
    Field(
        "reference",
        "Số hồ sơ giấy",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Không lưu tệp, chỉ ghi nơi tìm thấy",
    ),
    Field("amount", "Số tiền (đồng)", None, FieldKind.TEXT, required=False),
)


@dataclass(frozen=True, slots=True)
class TaskChange:
    """What is decided about a kept duty; everything is stored as it stands here."""

    sort: TaskSort
    target_on: date | None = None
    event_on: date | None = None
    decider: str = ""
    units: tuple[str, ...] = ()
    estimate: str = ""
    after: int | None = None
    same_as: int | None = None
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class NewNote:
    """What is noted; `on_day` None: today."""

    kind: NoteKind | None
    words: str = ""
    on_day: date | None = None
    whom: str = ""
    evidence: str = ""
    reference: str = ""
    amount: str = ""
