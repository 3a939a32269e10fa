"""Sổ đăng ký bí mật nhà nước đi: ten columns (Phụ lục NĐ 63/2026/NĐ-CP, CV 2663/VPCP-NC).

Status of the columns: reported by a third party, not checked against the official text; the form
definition says so and the screen shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bmnn_desktop.domain.book import Book, Field, FieldKind
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.errors import FieldWrong

_LONGEST = 2000  # characters of one field; a register line is never longer
_MOST_COPIES = 999

_Wrong = Callable[[str, str], None]

_FIELDS = (
    Field("doc_number", "Số, ký hiệu", 2, FieldKind.TEXT, hint="Ví dụ: 05/KH-UBND."),
    Field("doc_date", "Ngày tháng", 3, FieldKind.DATE, hint="Gõ 5/3, 05032026 hoặc 05/03/2026."),
    Field("doc_type", "Tên loại", 4, FieldKind.TEXT, hint="Ví dụ: Công văn, Kế hoạch, Báo cáo."),
    Field(
        "subject",
        "Trích yếu nội dung",
        4,
        FieldKind.LONG_TEXT,
        required=False,
        hint="Độ Tuyệt mật không ghi trích yếu (Điều 6 NĐ 63/2026/NĐ-CP).",
    ),
    Field("level", "Độ mật", 5, FieldKind.LEVEL, hint="A: Tuyệt mật · B: Tối mật · C: Mật."),
    Field("signer", "Người ký", 6, FieldKind.TEXT),
    Field("recipients", "Nơi nhận", 7, FieldKind.NAMES, hint="Mỗi nơi nhận một dòng."),
    Field("holding_unit", "Đơn vị lưu", 8, FieldKind.TEXT),
    Field(
        "copies_issued",
        "Số lượng bản",
        9,
        FieldKind.COUNT,
        required=False,
        hint="Để trống: mỗi nơi nhận một bản và một bản lưu.",
    ),
    Field("note", "Ghi chú", 10, FieldKind.TEXT, required=False),
)


def _check(values: Mapping[str, object]) -> tuple[FieldWrong, ...]:
    errors: list[FieldWrong] = []

    def wrong(name: str, why: str) -> None:
        errors.append(FieldWrong(field=name, label=OUTGOING.field(name).label, why=why))

    for field in _FIELDS:
        value = values.get(field.name)
        if field.required and (value is None or value in ("", ())):
            wrong(field.name, _MISSING.get(field.kind, "chưa ghi."))
        texts = value if isinstance(value, tuple) else (value,)
        if any(isinstance(text, str) and len(text) > _LONGEST for text in texts):
            wrong(field.name, f"dài quá {_LONGEST} ký tự.")
    level = values.get("level")
    if isinstance(level, Level):
        if level.allows_subject and not values.get("subject"):
            wrong("subject", "chưa ghi trích yếu.")
        if not level.allows_subject and values.get("subject"):
            wrong(
                "subject",
                "độ Tuyệt mật không được ghi trích yếu (Điều 6 NĐ 63/2026/NĐ-CP); hãy xóa ô này.",
            )
    _check_copies(values, wrong)
    return tuple(errors)


def _check_copies(values: Mapping[str, object], wrong: _Wrong) -> None:
    recipients = values.get("recipients")
    copies = values.get("copies_issued")
    if isinstance(recipients, tuple) and len(set(recipients)) < len(recipients):
        wrong("recipients", "có nơi nhận ghi hai lần.")
    if isinstance(copies, int):
        if not 1 <= copies <= _MOST_COPIES:
            wrong("copies_issued", f"phải từ 1 đến {_MOST_COPIES} bản.")
        elif isinstance(recipients, tuple) and copies < len(recipients):
            wrong("copies_issued", f"ít hơn số nơi nhận ({len(recipients)}).")


def _texts(document: Document) -> dict[str, str]:
    note = document.note
    if document.annulment is not None:
        struck = (
            f"Gạch bỏ ngày {short_date(document.annulment.on)}: {document.annulment.reason} "
            f"({document.annulment.by})"
        )
        note = f"{note}\n{struck}" if note else struck
    return {
        "seq_no": show_number(document.seq_no),
        "doc_number": document.doc_number,
        "doc_date": short_date(document.doc_date),
        "subject": ". ".join(part for part in (document.doc_type, document.subject) if part),
        "level": document.level.label,
        "signer": document.signer,
        "recipients": "\n".join(document.recipients),
        "holding_unit": document.holding_unit,
        "copies_issued": show_number(document.copies_issued),
        "note": note,
    }


_MISSING = {
    FieldKind.DATE: "chưa ghi hoặc không phải ngày có thật.",
    FieldKind.LEVEL: "chưa chọn Tuyệt mật, Tối mật hay Mật.",
    FieldKind.NAMES: "chưa ghi nơi nhận nào.",
}

OUTGOING = Book(
    key="outgoing",
    title="SỔ ĐĂNG KÝ BÍ MẬT NHÀ NƯỚC ĐI",
    short_title="Sổ đi",
    form="outgoing-2026",
    fields=_FIELDS,
    check=_check,
    texts=_texts,
)
