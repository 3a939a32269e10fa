"""Sổ đăng ký bí mật nhà nước đi: ten columns (Phụ lục NĐ 63/2026/NĐ-CP, CV 2663/VPCP-NC).

Status of the columns: reported by a third party, not checked against the official text; the form
definition says so and the screen shows it. Beyond the columns stands what the drafter must propose
(NĐ 26/2020, Điều 2: previous regime): recipients, copies, drafter, whether copying is allowed.
"""

from __future__ import annotations

from collections.abc import Mapping

from bmnn_desktop.domain.book import Book, Field, FieldKind
from bmnn_desktop.domain.channel import Channel, split_channel
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.errors import ChannelForbidden, ChannelUnknown, FieldWrong
from bmnn_desktop.registers.checking import MOST_COPIES, Errors
from bmnn_desktop.registers.line_texts import title_of, with_remarks

_FIELDS = (
    Field("doc_number", "Số, ký hiệu", 2, FieldKind.TEXT, hint="Ví dụ: 05/KH-UBND."),
    Field("doc_date", "Ngày tháng", 3, FieldKind.DATE, hint="Gõ 5/3, 05032026 hoặc 05/03/2026."),
    Field(
        "doc_type",
        "Tên loại",
        4,
        FieldKind.TEXT,
        hint="Ví dụ: Công văn, Kế hoạch, Báo cáo.",
        remembered=True,
    ),
    Field(
        "subject",
        "Trích yếu nội dung",
        4,
        FieldKind.LONG_TEXT,
        required=False,
        hint="Độ Tuyệt mật không ghi trích yếu (Điều 6 NĐ 63/2026/NĐ-CP).",
    ),
    Field("level", "Độ mật", 5, FieldKind.LEVEL, hint="A: Tuyệt mật · B: Tối mật · C: Mật."),
    Field("signer", "Người ký", 6, FieldKind.TEXT, remembered=True),
    Field(
        "recipients",
        "Nơi nhận",
        7,
        FieldKind.NAMES,
        hint="Mỗi nơi nhận một dòng. F8: lấy từ danh sách.",
        remembered=True,
    ),
    Field("holding_unit", "Đơn vị lưu", 8, FieldKind.TEXT, remembered=True),
    Field(
        "copies_issued",
        "Số lượng bản",
        9,
        FieldKind.COUNT,
        required=False,
        hint="Để trống: mỗi nơi nhận một bản và một bản lưu.",
    ),
    Field("note", "Ghi chú", 10, FieldKind.TEXT, required=False),
    Field(
        "channel",
        "Cách gửi",
        None,
        FieldKind.CHOICE,
        required=False,
        hint="Riêng một nơi nhận: ghi @bưu chính sau tên.",
        choices=tuple((channel, channel.label) for channel in Channel),
        section="Kèm theo, không in trong sổ",
    ),
    Field("drafter", "Người soạn thảo", None, FieldKind.TEXT, required=False, remembered=True),
    Field(
        "basis",
        "Căn cứ độ mật",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Quyết định và điểm, khoản trong danh mục BMNN.",
        remembered=True,
    ),
    Field(
        "copying_allowed",
        "Sao, chụp",
        None,
        FieldKind.CHOICE,
        required=False,
        choices=((True, "Được phép"), (False, "Không được phép")),
    ),
    Field("pages", "Số trang mỗi bản", None, FieldKind.COUNT, required=False),
    Field("annexes", "Phụ lục mỗi bản", None, FieldKind.COUNT, required=False),
)


def _check(values: Mapping[str, object]) -> tuple[FieldWrong, ...]:
    errors = Errors(_FIELDS)
    errors.check_presence(values)
    errors.check_subject(values)
    errors.check_pages(values)
    _check_copies(values, errors)
    return errors.all()


def _check_copies(values: Mapping[str, object], errors: Errors) -> None:
    recipients = values.get("recipients")
    copies = values.get("copies_issued")
    if isinstance(recipients, tuple):
        names = []
        for typed in recipients:
            try:
                names.append(split_channel(str(typed))[0])
            except (ChannelForbidden, ChannelUnknown) as error:
                errors.wrong("recipients", str(error))
        if "" in names:
            errors.wrong("recipients", "có dòng chỉ ghi cách gửi mà không có tên.")
        if len(set(names)) < len(names):
            errors.wrong("recipients", "có nơi nhận ghi hai lần.")
    if isinstance(copies, int):
        if not 1 <= copies <= MOST_COPIES:
            errors.wrong("copies_issued", f"phải từ 1 đến {MOST_COPIES} bản.")
        elif isinstance(recipients, tuple) and copies < len(recipients):
            errors.wrong("copies_issued", f"ít hơn số nơi nhận ({len(recipients)}).")


def _texts(document: Document) -> dict[str, str]:
    return {
        "seq_no": show_number(document.seq_no),
        "doc_number": document.doc_number,
        "doc_date": "" if document.doc_date is None else short_date(document.doc_date),
        "subject": title_of(document),
        "level": document.level_label,
        "signer": document.signer,
        "recipients": "\n".join(document.recipients),
        "holding_unit": document.holding_unit,
        "copies_issued": show_number(document.copies_issued or 0),
        "note": with_remarks(document),
    }


OUTGOING = Book(
    key="outgoing",
    title="SỔ ĐĂNG KÝ BÍ MẬT NHÀ NƯỚC ĐI",
    short_title="Sổ đi",
    form="outgoing-2026",
    fields=_FIELDS,
    check=_check,
    texts=_texts,
    sign_field="recipients",
)
