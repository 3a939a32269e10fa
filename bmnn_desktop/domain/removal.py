"""Mang ra khỏi nơi lưu giữ: copies that leave for a task and come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.custody import CopyPlace
from bmnn_desktop.domain.form import Status
from bmnn_desktop.domain.legal_basis import LegalBasis


class RemovalKind(Enum):
    """Where it goes; the value is what the vault stores."""

    COUNTRY = "country"
    ABROAD = "abroad"

    @property
    def label(self) -> str:
        """Return the kind as the screen names it."""
        return {RemovalKind.COUNTRY: "Trong nước", RemovalKind.ABROAD: "Ra nước ngoài"}[self]


_LAW = "Luật số 117/2025/QH15"
COUNTRY_USE = LegalBasis(
    "Mang đi trong nước: chỉ dùng cho nhiệm vụ được giao, xong việc phải mang về nơi lưu giữ",
    f"Điều 14 {_LAW}, Điều 7 Nghị định số 63/2026/NĐ-CP",
    Status.CONFIRMED,
)
COUNTRY_PERMIT = LegalBasis(
    "Mang đi trong nước: chưa thấy quy định phải có văn bản đề nghị, người cho phép ghi nếu có",
    "Điều 7 Nghị định số 63/2026/NĐ-CP",
    Status.REPORTED,
)
ABROAD_REQUEST = LegalBasis(
    "Mang ra nước ngoài: phải có văn bản đề nghị người có thẩm quyền, ghi đủ họ tên, chức vụ, đơn "
    "vị công tác; tên loại, trích yếu nội dung, độ mật; mục đích sử dụng; thời gian, địa điểm "
    "công tác; biện pháp bảo vệ; xong chuyến đi phải bàn giao lại",
    f"khoản 2 Điều 14 {_LAW}",
    Status.CONFIRMED,
)
REMOVAL_BASES = (COUNTRY_USE, COUNTRY_PERMIT, ABROAD_REQUEST)

REMOVAL_FIELDS = (
    Field(
        "kind",
        "Mang đi đâu",
        None,
        FieldKind.CHOICE,
        choices=tuple((kind, kind.label) for kind in RemovalKind),
    ),
    Field("taker", "Người mang", None, FieldKind.TEXT),
    Field("purpose", "Nhiệm vụ", None, FieldKind.TEXT, hint="Dùng vào nhiệm vụ nào"),
    Field("taken_on", "Ngày mang ra", None, FieldKind.DATE, required=False),
    Field("due_on", "Hạn mang về", None, FieldKind.DATE),
    Field("destination", "Nơi đến", None, FieldKind.TEXT, required=False),
    Field("post", "Chức vụ", None, FieldKind.TEXT, required=False),
    Field("unit", "Đơn vị công tác", None, FieldKind.TEXT, required=False),
    Field("protection", "Biện pháp bảo vệ", None, FieldKind.TEXT, required=False),
    Field(
        "request", "Văn bản đề nghị", None, FieldKind.TEXT, required=False, hint="Số, ngày văn bản"
    ),
    Field("permitter", "Người cho phép", None, FieldKind.TEXT, required=False),
    Field("permitter_post", "Chức vụ người cho phép", None, FieldKind.TEXT, required=False),
    Field("permitted_on", "Ngày cho phép", None, FieldKind.DATE, required=False),
)
ABROAD_NEEDS = (
    "destination",
    "post",
    "unit",
    "protection",
    "request",
    "permitter",
    "permitter_post",
    "permitted_on",
)


@dataclass(frozen=True, slots=True)
class NewRemoval:
    """What is told when copies leave; `taken_on` None: today."""

    kind: RemovalKind | None
    taker: str
    purpose: str
    due_on: date | None
    taken_on: date | None = None
    destination: str = ""
    post: str = ""
    unit: str = ""
    protection: str = ""
    request: str = ""
    permitter: str = ""
    permitter_post: str = ""
    permitted_on: date | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """Copies that left together."""

    id: int
    kind: RemovalKind
    taker: str
    post: str
    unit: str
    purpose: str
    destination: str
    protection: str
    request: str
    permitter: str
    permitter_post: str
    permitted_on: date | None
    taken_on: date
    due_on: date
    returned_on: date | None  # nothing of it is out any more
    taken: tuple[CopyPlace, ...]
    still_out: tuple[CopyPlace, ...]

    def days_late(self, today: date) -> int:
        """Return by how many days it is, or was, late."""
        return max(0, ((self.returned_on or today) - self.due_on).days)


@dataclass(frozen=True, slots=True)
class Counted:
    """A copy that came back, with what was counted."""

    copy: int
    pages: int | None
    annexes: int | None = None
