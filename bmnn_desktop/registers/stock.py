"""Danh mục tài liệu có sẵn: what already lay in the safe on the first day, and who had what.

No official form: a list of our own (status "default") that the balance begins with. Its copies are
"chưa đối chiếu" until somebody has seen the paper.
"""

from __future__ import annotations

from collections.abc import Mapping

from bmnn_desktop.domain.book import Book, Field, FieldKind
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.errors import FieldWrong
from bmnn_desktop.registers.checking import MOST_COPIES, Errors
from bmnn_desktop.registers.line_texts import title_of, with_remarks

_FIELDS = (
    Field("issuer", "Cơ quan ban hành", 2, FieldKind.TEXT, remembered=True),
    Field("doc_number", "Số, ký hiệu", 3, FieldKind.TEXT, hint="Như trên tài liệu."),
    Field("doc_date", "Ngày tháng", 4, FieldKind.DATE, hint="Gõ 5/3, 05032026 hoặc 05/03/2026."),
    Field("doc_type", "Tên loại", 5, FieldKind.TEXT, remembered=True),
    Field(
        "subject",
        "Trích yếu nội dung",
        5,
        FieldKind.LONG_TEXT,
        required=False,
        hint="Độ Tuyệt mật không ghi trích yếu (Điều 6 NĐ 63/2026/NĐ-CP).",
    ),
    Field("level", "Độ mật", 6, FieldKind.LEVEL, hint="A: Tuyệt mật · B: Tối mật · C: Mật."),
    Field("copies_issued", "Số bản có", 7, FieldKind.COUNT, hint="Số bản thực có."),
    Field("pages", "Số trang mỗi bản", 8, FieldKind.COUNT, required=False),
    Field("annexes", "Phụ lục mỗi bản", 8, FieldKind.COUNT, required=False),
    Field(
        "paper_reference",
        "Ghi ở sổ cũ",
        9,
        FieldKind.TEXT,
        required=False,
        hint="Ví dụ: Sổ đến 2019, số 37. Không có trong sổ nào thì để trống.",
    ),
    Field("note", "Ghi chú", 9, FieldKind.TEXT, required=False),
    Field("holding_unit", "Nơi để", 10, FieldKind.TEXT, required=False, remembered=True),
    Field(
        "receiving_unit",
        "Người, đơn vị đang giữ",
        10,
        FieldKind.TEXT,
        required=False,
        hint="Để trống nếu ở nơi lưu giữ.",
        remembered=True,
    ),
)


def _check(values: Mapping[str, object]) -> tuple[FieldWrong, ...]:
    errors = Errors(_FIELDS)
    errors.check_presence(values)
    errors.check_subject(values)
    errors.check_pages(values)
    copies = values.get("copies_issued")
    if isinstance(copies, int) and not 1 <= copies <= MOST_COPIES:
        errors.wrong("copies_issued", f"phải từ 1 đến {MOST_COPIES} bản.")
    return errors.all()


def _texts(document: Document) -> dict[str, str]:
    counted = (("trang", document.pages), ("phụ lục", document.annexes))
    return {
        "seq_no": show_number(document.seq_no),
        "issuer": document.issuer,
        "doc_number": document.doc_number,
        "doc_date": "" if document.doc_date is None else short_date(document.doc_date),
        "subject": title_of(document),
        "level": document.level_label,
        "copies_issued": show_number(document.copies_issued or 0),
        "pages": "\n".join(f"{count} {what}" for what, count in counted if count is not None),
        "note": "\n".join(
            part for part in (document.paper_reference, with_remarks(document)) if part
        ),
        "holder": document.receiving_unit or document.holding_unit,
    }


STOCK = Book(
    key="stock",
    title="DANH MỤC TÀI LIỆU, VẬT CHỨA BÍ MẬT NHÀ NƯỚC CÓ SẴN",
    short_title="Tài liệu có sẵn",
    form="stock-2026",
    fields=_FIELDS,
    check=_check,
    texts=_texts,
    sign_field="holder",
    is_yearly=False,
)
