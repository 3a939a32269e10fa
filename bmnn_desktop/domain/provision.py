"""Cung cấp, chuyển giao bí mật nhà nước (Điều 15): the request, who decided, what was given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.form import Status
from bmnn_desktop.domain.legal_basis import LegalBasis
from bmnn_desktop.domain.level import Level


class AskerKind(Enum):
    """Who asks; the value is what the vault stores."""

    BODY = "body"
    PERSON = "person"

    @property
    def label(self) -> str:
        """Return the kind as the screen names it."""
        return {AskerKind.BODY: "Cơ quan, tổ chức", AskerKind.PERSON: "Cá nhân"}[self]


class ProvisionOutcome(Enum):
    """What was decided; the value is what the vault stores."""

    OPEN = ""
    GRANTED = "granted"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """Return the outcome as the screen names it."""
        return _OUTCOMES[self]


_OUTCOMES = {
    ProvisionOutcome.OPEN: "Chờ quyết định",
    ProvisionOutcome.GRANTED: "Đồng ý",
    ProvisionOutcome.REFUSED: "Từ chối",
}
_LAW = "Luật số 117/2025/QH15"
DECIDED_BY = LegalBasis(
    "Việc cung cấp, chuyển giao do người có thẩm quyền cho phép sao, chụp quyết định, trong phạm "
    "vi độ mật được cho phép sao, chụp",
    f"Điều 15 và các khoản 1 đến 3 Điều 11 {_LAW}",
    Status.CONFIRMED,
)
BODY_REQUEST = LegalBasis(
    "Cơ quan, tổ chức đề nghị bằng văn bản: tên cơ quan, người đại diện, bí mật nhà nước đề nghị, "
    "mục đích, cam kết bảo vệ",
    f"Điều 15 {_LAW}",
    Status.CONFIRMED,
)
PERSON_REQUEST = LegalBasis(
    "Cá nhân đề nghị bằng văn bản: họ tên, số giấy tờ tùy thân, địa chỉ liên lạc, vị trí công tác, "
    "bí mật nhà nước đề nghị, mục đích, cam kết bảo vệ",
    "theo luật trước; Điều 15 của luật mới chưa đọc được đủ phần này",
    Status.DEFAULT,
)
REFUSAL = LegalBasis(
    "Từ chối phải trả lời bằng văn bản và nêu rõ lý do",
    "theo luật trước",
    Status.DEFAULT,
)
_FOREIGN = (
    f"Điều 16 {_LAW}: chỉ theo chương trình hợp tác quốc tế hoặc thi hành công vụ có liên quan đến "
    "bí mật nhà nước"
)
FOREIGN_TOP_SECRET = LegalBasis(
    "Cung cấp cho tổ chức, cá nhân nước ngoài: độ Tuyệt mật chỉ do Tổng Bí thư, Chủ tịch nước, "
    "Thủ tướng Chính phủ, Chủ tịch Quốc hội quyết định",
    _FOREIGN,
    Status.CONFIRMED,
)
FOREIGN_OTHER = LegalBasis(
    "Cung cấp cho tổ chức, cá nhân nước ngoài: độ Tối mật, Mật do người đứng đầu, cấp phó của cơ "
    "quan nêu tại các điểm a, b, c, d, đ, e, g, h, i, k khoản 1 Điều 11 quyết định",
    _FOREIGN,
    Status.CONFIRMED,
)
PROVISION_BASES = (
    BODY_REQUEST,
    PERSON_REQUEST,
    DECIDED_BY,
    REFUSAL,
    FOREIGN_TOP_SECRET,
    FOREIGN_OTHER,
)
REQUEST_FIELDS = (
    Field(
        "kind",
        "Ai đề nghị",
        None,
        FieldKind.CHOICE,
        choices=tuple((kind, kind.label) for kind in AskerKind),
    ),
    Field("asker", "Tên cơ quan, họ tên", None, FieldKind.TEXT),
    Field("representative", "Người đại diện", None, FieldKind.TEXT, required=False),
    Field(
        "identity",
        "Giấy tờ, địa chỉ",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Của cá nhân: số giấy tờ, địa chỉ liên lạc, vị trí công tác",
    ),
    Field("request", "Văn bản đề nghị", None, FieldKind.TEXT, hint="Số, ký hiệu"),
    Field("requested_on", "Ngày đề nghị", None, FieldKind.DATE, required=False),
    Field("what", "Nội dung đề nghị", None, FieldKind.TEXT),
    Field("purpose", "Mục đích", None, FieldKind.TEXT),
    Field("commitment", "Có cam kết bảo vệ", None, FieldKind.FLAG, required=False),
    Field("is_foreign", "Nước ngoài", None, FieldKind.FLAG, required=False),
)
DECISION_FIELDS = (
    Field("granted", "Đồng ý cung cấp", None, FieldKind.FLAG, required=False),
    Field("decider", "Người quyết định", None, FieldKind.TEXT),
    Field(
        "decider_post",
        "Chức vụ",
        None,
        FieldKind.TEXT,
        hint="Chức vụ có thẩm quyền cho phép sao, chụp",
    ),
    Field("decided_on", "Ngày quyết định", None, FieldKind.DATE, required=False),
    Field(
        "reasons",
        "Lý do từ chối",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Bắt buộc khi từ chối; in trong văn bản trả lời",
    ),
)
GIVEN_FIELDS = (
    Field("given_on", "Ngày cung cấp", None, FieldKind.DATE, required=False),
    Field(
        "given",
        "Đã cung cấp gì",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Chỉ cung cấp thông tin thì ghi rõ; giao bản thì để trống được",
    ),
)


def foreign_basis(level: Level | None) -> LegalBasis:
    """Return who decides for a foreigner; a level that nobody knows yet counts as the highest."""
    return FOREIGN_OTHER if level in (Level.TOI_MAT, Level.MAT) else FOREIGN_TOP_SECRET


@dataclass(frozen=True, slots=True)
class NewRequest:
    """A written request as it came in; `requested_on` None: today."""

    kind: AskerKind | None
    asker: str
    request: str
    what: str
    purpose: str
    representative: str = ""
    identity: str = ""
    requested_on: date | None = None
    commitment: bool = False
    is_foreign: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what about a request; `decided_on` None: today."""

    granted: bool
    decider: str
    decider_post: str
    decided_on: date | None = None
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Provision:
    """A request and what became of it."""

    id: int
    document_id: int
    requested_on: date
    request: str
    kind: AskerKind
    asker: str
    representative: str
    identity: str
    what: str
    purpose: str
    commitment: bool
    decider: str
    decider_post: str
    decided_on: date | None
    outcome: ProvisionOutcome
    reasons: str
    given_on: date | None
    given: str

    @property
    def is_open(self) -> bool:
        """Tell whether something is still to be done about it."""
        if self.outcome is ProvisionOutcome.GRANTED:
            return self.given_on is None
        return self.outcome is ProvisionOutcome.OPEN

    @property
    def state(self) -> str:
        """Return how far it is, as the screen names it."""
        if self.given_on is not None:
            return "Đã cung cấp"
        if self.outcome is ProvisionOutcome.GRANTED:
            return "Đồng ý, chưa cung cấp"
        return self.outcome.label
