"""Sổ đăng ký bí mật nhà nước đến: ten columns (Phụ lục NĐ 63/2026/NĐ-CP, CV 2663/VPCP-NC).

Status of the columns: reported by a third party, not checked against the official text; the form
definition says so and the screen shows it. Receiving has two steps, as in life: the envelope (bì),
which may stay closed when only the person it names may open it, and the document inside; every
receipt asks for the comparison (Luật 117/2025/QH15, Điều 13).
"""

from __future__ import annotations

from collections.abc import Mapping

from bmnn_desktop.domain.book import Book, Field, FieldKind
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.envelope import EnvelopeKind, Urgency
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.errors import FieldWrong
from bmnn_desktop.registers.checking import MOST_COPIES, Errors
from bmnn_desktop.registers.line_texts import title_of, with_remarks

_LARGEST_NUMBER = 99_999

_FIELDS = (
    Field("arrival_date", "Ngày đến", 2, FieldKind.DATE, hint="Gõ 5/3, 05032026 hoặc 05/03/2026."),
    Field(
        "arrival_no",
        "Số đến",
        3,
        FieldKind.COUNT,
        required=False,
        hint="Để trống: bằng số thứ tự trong sổ.",
    ),
    Field("issuer", "Cơ quan ban hành", 4, FieldKind.TEXT, remembered=True),
    Field(
        "envelope",
        "Bì",
        None,
        FieldKind.CHOICE,
        choices=tuple((kind, kind.label) for kind in EnvelopeKind),
    ),
    Field(
        "addressee",
        "Người có tên trên bì",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Bì đăng ký xong giao ngay cho người này.",
        remembered=True,
    ),
    Field(
        "doc_number",
        "Số, ký hiệu",
        5,
        FieldKind.TEXT,
        hint="Bì còn nguyên: số ghi ngoài bì.",
    ),
    Field(
        "doc_date",
        "Ngày tháng văn bản",
        6,
        FieldKind.DATE,
        hint="Gõ 5/3, 05032026 hoặc 05/03/2026.",
        while_sealed=False,
    ),
    Field(
        "doc_type",
        "Tên loại",
        7,
        FieldKind.TEXT,
        hint="Ví dụ: Công văn, Kế hoạch, Báo cáo.",
        remembered=True,
        while_sealed=False,
    ),
    Field(
        "subject",
        "Trích yếu nội dung",
        7,
        FieldKind.LONG_TEXT,
        required=False,
        hint="Độ Tuyệt mật không ghi trích yếu (Điều 6 NĐ 63/2026/NĐ-CP).",
        while_sealed=False,
    ),
    Field("level", "Độ mật", 8, FieldKind.LEVEL, hint="A: Tuyệt mật · B: Tối mật · C: Mật."),
    Field("receiving_unit", "Đơn vị, người nhận", 9, FieldKind.TEXT, remembered=True),
    Field("note", "Ghi chú", 10, FieldKind.TEXT, required=False),
    Field(
        "finding",
        "Kết quả đối chiếu",
        None,
        FieldKind.CHOICE,
        hint="Kiểm tra, đối chiếu ngay khi nhận (Điều 13 Luật 117/2025/QH15).",
        choices=tuple((finding, finding.label) for finding in Finding),
        section="Đối chiếu khi nhận, không in trong sổ",
    ),
    Field(
        "copies_announced",
        "Số bản ghi ở bì",
        None,
        FieldKind.COUNT,
        required=False,
    ),
    Field(
        "copies_issued",
        "Số bản thực nhận",
        None,
        FieldKind.COUNT,
        required=False,
        hint="Để trống: đủ như ghi ở bì.",
        while_sealed=False,
    ),
    Field(
        "pages",
        "Số trang mỗi bản",
        None,
        FieldKind.COUNT,
        required=False,
        while_sealed=False,
    ),
    Field(
        "annexes",
        "Phụ lục mỗi bản",
        None,
        FieldKind.COUNT,
        required=False,
        while_sealed=False,
    ),
    Field(
        "remark",
        "Ghi rõ sai lệch",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Thiếu, thừa, rách chỗ nào; đã báo ai.",
    ),
    Field(
        "urgency",
        "Độ khẩn",
        None,
        FieldKind.CHOICE,
        required=False,
        choices=tuple((urgency, urgency.label) for urgency in Urgency if urgency.value),
    ),
)
_INSIDE = frozenset(field.name for field in _FIELDS if not field.while_sealed)


def _check(values: Mapping[str, object]) -> tuple[FieldWrong, ...]:
    errors = Errors(_FIELDS)
    kind = values.get("envelope")
    if isinstance(kind, EnvelopeKind) and kind.hides_content:
        # Of a closed envelope only the cover is known; the letter on it may tell the level.
        errors.check_presence(values, but=_INSIDE | {"level", "doc_number", "receiving_unit"})
        for name in sorted(_INSIDE):
            if values.get(name) not in (None, "", ()):
                errors.wrong(name, "bì còn nguyên thì chưa biết; hãy xóa ô này.")
    else:
        errors.check_presence(values)
        errors.check_subject(values)
    is_named = isinstance(kind, EnvelopeKind) and kind.is_addressee_only
    if is_named and not values.get("addressee"):
        errors.wrong("addressee", "chưa ghi tên người được bóc bì.")
    errors.check_pages(values)
    _check_numbers(values, errors)
    _check_finding(values, errors)
    return errors.all()


def _check_numbers(values: Mapping[str, object], errors: Errors) -> None:
    number = values.get("arrival_no")
    if isinstance(number, int) and not 1 <= number <= _LARGEST_NUMBER:
        errors.wrong("arrival_no", f"phải từ 1 đến {_LARGEST_NUMBER}.")
    for name in ("copies_announced", "copies_issued"):
        count = values.get(name)
        if isinstance(count, int) and not 0 <= count <= MOST_COPIES:
            errors.wrong(name, f"phải từ 0 đến {MOST_COPIES} bản.")


def _check_finding(values: Mapping[str, object], errors: Errors) -> None:
    finding = values.get("finding")
    announced, received = values.get("copies_announced"), values.get("copies_issued")
    if isinstance(announced, int) and isinstance(received, int):
        if received < announced and finding is Finding.COMPLETE:
            errors.wrong("finding", "nhận ít hơn số ghi ở bì thì không phải là đủ.")
        if received > announced and finding is Finding.COMPLETE:
            errors.wrong("finding", "nhận nhiều hơn số ghi ở bì thì không phải là đủ.")
    is_wrong = isinstance(finding, Finding) and finding is not Finding.COMPLETE
    if is_wrong and not values.get("remark"):
        errors.wrong("remark", "chưa ghi rõ sai lệch.")


def _texts(document: Document) -> dict[str, str]:
    return {
        "seq_no": show_number(document.seq_no),
        "arrival_date": "" if document.arrival_date is None else short_date(document.arrival_date),
        "arrival_no": "" if document.arrival_no is None else show_number(document.arrival_no),
        "issuer": document.issuer,
        "doc_number": document.doc_number,
        "doc_date": "" if document.doc_date is None else short_date(document.doc_date),
        "subject": _title(document),
        "level": document.level_label,
        "receiving_unit": document.receiving_unit,
        "note": with_remarks(document),
    }


def _title(document: Document) -> str:
    envelope = document.envelope
    if envelope is not None and envelope.is_sealed:
        return f"Bì còn nguyên, chỉ người có tên mới được bóc: {envelope.addressee}"
    if document.envelope_kind is EnvelopeKind.KEPT and envelope is not None:
        return f"Bì chỉ người có tên mới được bóc: {envelope.addressee}"
    return title_of(document)


INCOMING = Book(
    key="incoming",
    title="SỔ ĐĂNG KÝ BÍ MẬT NHÀ NƯỚC ĐẾN",
    short_title="Sổ đến",
    form="incoming-2026",
    fields=_FIELDS,
    check=_check,
    texts=_texts,
    sign_field="receiving_unit",
)
