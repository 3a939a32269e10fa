"""What the unit decides about a duty it has kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.task import TaskSort

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
