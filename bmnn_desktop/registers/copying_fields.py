"""What is typed about a copying job, step by step: for the window and for input in JSON."""

from __future__ import annotations

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.copy_order import CopyForm, CopyMedium

REQUEST = (
    Field("requester", "Người đề nghị", None, FieldKind.TEXT),
    Field(
        "form",
        "Hình thức",
        None,
        FieldKind.CHOICE,
        choices=tuple((form, form.label) for form in CopyForm),
    ),
    Field(
        "medium",
        "Sao ra",
        None,
        FieldKind.CHOICE,
        choices=tuple((medium, medium.label) for medium in CopyMedium),
    ),
    Field("wanted", "Số bản đề nghị", None, FieldKind.COUNT),
    Field("extract", "Phần trích", None, FieldKind.TEXT, hint="Chỉ ghi khi trích sao"),
    Field("purpose", "Mục đích", None, FieldKind.TEXT),
    Field("requested_on", "Ngày đề nghị", None, FieldKind.DATE),
    Field("note", "Ghi chú", None, FieldKind.TEXT),
)
PERMISSION = (
    Field("permitter", "Người cho phép", None, FieldKind.TEXT),
    Field("post", "Chức vụ", None, FieldKind.TEXT, hint="Chức vụ có thẩm quyền với độ mật này"),
    Field("permitted", "Số bản cho phép", None, FieldKind.COUNT),
    Field("permitted_on", "Ngày cho phép", None, FieldKind.DATE),
    Field(
        "delegation",
        "Văn bản ủy quyền, phân công",
        None,
        FieldKind.TEXT,
        hint="Số, ngày; cấp phó cho phép thì ghi nếu có",
    ),
)
MAKING = (
    Field("made", "Số bản đã làm", None, FieldKind.COUNT),
    Field("recipients", "Nơi nhận", None, FieldKind.NAMES, hint="Mỗi bản một dòng, theo số bản"),
    Field("made_by", "Người thực hiện", None, FieldKind.TEXT),
    Field("made_at", "Nơi, máy sao chụp", None, FieldKind.TEXT),
    Field("made_on", "Ngày sao, chụp", None, FieldKind.DATE),
    Field("spare", "Bản dư thừa", None, FieldKind.COUNT),
    Field("spoiled", "Bản hỏng", None, FieldKind.COUNT),
    Field("destroyed_by", "Người tiêu hủy bản dư, hỏng", None, FieldKind.TEXT),
    Field("destroyed_on", "Ngày tiêu hủy bản dư, hỏng", None, FieldKind.DATE),
)
