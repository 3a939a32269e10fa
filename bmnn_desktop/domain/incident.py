"""Vụ việc: copies that nobody finds, or a leak, and what is done until it is concluded.

The words are soft: nothing is "mất" before somebody has concluded it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.custody import CopyPlace
from bmnn_desktop.domain.form import Status
from bmnn_desktop.domain.legal_basis import LegalBasis


class IncidentKind(Enum):
    """What is feared; the value is what the vault stores."""

    MISSING = "missing"
    LEAKED = "leaked"

    @property
    def label(self) -> str:
        """Return the kind as the screen names it."""
        return {IncidentKind.MISSING: "Chưa tìm thấy", IncidentKind.LEAKED: "Nghi lộ"}[self]


class IncidentOutcome(Enum):
    """What it turned out to be; the value is what the vault stores."""

    OPEN = ""
    FOUND = "found"
    LOST = "lost"
    LEAKED = "leaked"
    NO_CASE = "no_case"

    @property
    def label(self) -> str:
        """Return the outcome as the screen names it."""
        return _OUTCOMES[self]


_OUTCOMES = {
    IncidentOutcome.OPEN: "Đang tìm, xác minh",
    IncidentOutcome.FOUND: "Đã tìm thấy",
    IncidentOutcome.LOST: "Xác định đã mất",
    IncidentOutcome.LEAKED: "Xác định đã lộ",
    IncidentOutcome.NO_CASE: "Không phải vụ việc",
}


class IncidentStepKind(Enum):
    """What is done about it; the value is what the vault stores."""

    REPORT = "report"
    NOTICE = "notice"
    MEASURE = "measure"

    @property
    def label(self) -> str:
        """Return the kind as the screen names it."""
        return _STEPS[self]


_STEPS = {
    IncidentStepKind.REPORT: "Báo cáo đột xuất",
    IncidentStepKind.NOTICE: "Thông báo",
    IncidentStepKind.MEASURE: "Biện pháp tìm, ngăn chặn",
}
REPORT_AT_ONCE = LegalBasis(
    "Phải báo cáo đột xuất ngay khi phát hiện",
    "Điều 8 Nghị định số 26/2020/NĐ-CP; chưa thấy quy định mới",
    Status.DEFAULT,
)
REPORT_WHILE_OUT = LegalBasis(
    "Lộ, mất khi đang mang ra khỏi nơi lưu giữ phải báo ngay người đứng đầu, trưởng đoàn công tác",
    "khoản 4 Điều 14 của luật trước",
    Status.DEFAULT,
)
INCIDENT_BASES = (REPORT_AT_ONCE, REPORT_WHILE_OUT)
INCIDENT_FIELDS = (
    Field("discovered_on", "Ngày phát hiện", None, FieldKind.DATE, required=False),
    Field("discovered_at", "Giờ phát hiện", None, FieldKind.TEXT, hint="Ví dụ 14:30"),
    Field("discoverer", "Người phát hiện", None, FieldKind.TEXT),
    Field("last_seen", "Lần thấy cuối", None, FieldKind.LONG_TEXT, required=False),
    Field(
        "persons",
        "Người liên quan",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Ai giữ, ai có mặt",
    ),
    Field("circumstances", "Diễn biến", None, FieldKind.TEXT, required=False),
)
STEP_FIELDS = (
    Field(
        "kind",
        "Việc gì",
        None,
        FieldKind.CHOICE,
        choices=tuple((kind, kind.label) for kind in IncidentStepKind),
    ),
    Field("words", "Nội dung", None, FieldKind.TEXT, hint="Đã làm gì; văn bản số, ngày"),
    Field("whom", "Gửi ai", None, FieldKind.TEXT, required=False),
    Field(
        "done_on",
        "Ngày làm",
        None,
        FieldKind.DATE,
        required=False,
        hint="Để trống: hôm nay",
    ),
)
CLOSING_FIELDS = (
    Field(
        "outcome",
        "Kết quả",
        None,
        FieldKind.CHOICE,
        choices=tuple(
            (outcome, outcome.label)
            for outcome in IncidentOutcome
            if outcome is not IncidentOutcome.OPEN
        ),
    ),
    Field("conclusion", "Kết luận", None, FieldKind.TEXT, hint="Ai kết luận, theo văn bản nào"),
    Field("closed_on", "Ngày kết luận", None, FieldKind.DATE, required=False),
    Field("place", "Nơi để", None, FieldKind.TEXT, required=False, hint="Bản tìm thấy nay để đâu"),
)


@dataclass(frozen=True, slots=True)
class NewIncident:
    """What is told when it comes out; `discovered_on` None: today."""

    discovered_at: str
    discoverer: str
    kind: IncidentKind = IncidentKind.MISSING
    discovered_on: date | None = None
    last_seen: str = ""
    persons: str = ""
    circumstances: str = ""


@dataclass(frozen=True, slots=True)
class NewStep:
    """Something done about an incident; `done_on` None: today."""

    kind: IncidentStepKind | None
    words: str
    whom: str = ""
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """What it turned out to be: the frozen copies in `lost` are lost, the others are back.

    An empty `lost` of a case that ends as lost means all of them.
    """

    outcome: IncidentOutcome | None
    conclusion: str
    closed_on: date | None = None
    place: str = ""
    lost: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentStep:
    """What is to be done, or was done, about an incident."""

    id: int
    kind: IncidentStepKind
    words: str
    whom: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class Incident:
    """A case with its copies and steps."""

    id: int
    year: int
    number: int
    kind: IncidentKind
    discovered_on: date
    discovered_at: str
    discoverer: str
    last_seen: str
    persons: str
    circumstances: str
    outcome: IncidentOutcome
    conclusion: str
    closed_on: date | None
    copies: tuple[CopyPlace, ...]
    steps: tuple[IncidentStep, ...]

    @property
    def title(self) -> str:
        """Return "Vụ việc số 1 năm 2026"."""
        return f"Vụ việc số {self.number} năm {self.year}"
