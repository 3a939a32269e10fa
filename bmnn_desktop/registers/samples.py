"""Invented rows of every book, by the fields its columns can show: what a form is previewed with.

The keys are all that a form of the book may ask for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Row = Mapping[str, str]

_LONG = (
    "Kế hoạch. Phối hợp bảo vệ mục tiêu giả định trên địa bàn các xã Thí Dụ, Mẫu Lâm và Giả Sơn; "
    "phân công lực lượng, phương tiện và chế độ báo cáo"
)
_SHORT = "Công văn. Góp ý dự thảo giả định"
_HIDDEN = "Báo cáo"

_OUTGOING: tuple[Row, ...] = tuple(
    {
        "seq_no": number,
        "doc_number": f"{number}/{kind}-UBND",
        "doc_date": day,
        "subject": subject,
        "level": level,
        "signer": "Nguyễn Văn Mẫu",
        "recipients": receivers,
        "holding_unit": "Văn phòng",
        "copies_issued": copies,
        "note": note,
    }
    for number, kind, day, subject, level, receivers, copies, note in (
        ("01", "KH", "05/03/2026", _LONG, "Tối mật", "Công an xã Mẫu\nĐảng ủy xã Mẫu", "03", ""),
        ("02", "CV", "06/03/2026", _SHORT, "Mật", "Sở Thí Dụ", "02", "Gấp"),
        ("03", "BC", "09/03/2026", _HIDDEN, "Tuyệt mật", "UBND tỉnh Giả Định", "02", ""),
    )
)
_INCOMING: tuple[Row, ...] = tuple(
    {
        "seq_no": number,
        "arrival_date": day,
        "arrival_no": number,
        "issuer": issuer,
        "doc_number": f"1{number}/CV",
        "doc_date": "02/03/2026",
        "subject": subject,
        "level": level,
        "receiving_unit": unit,
        "note": note,
    }
    for number, day, issuer, subject, level, unit, note in (
        ("01", "05/03/2026", "Công an tỉnh Giả Định", _LONG, "Tối mật", "Văn phòng", ""),
        ("02", "06/03/2026", "Sở Thí Dụ", _SHORT, "Mật", "Phòng Kinh tế", "Nhận đủ"),
        ("03", "09/03/2026", "UBND tỉnh Giả Định", _HIDDEN, "Tuyệt mật", "Chủ tịch", ""),
    )
)
_STOCK: tuple[Row, ...] = tuple(
    {
        "seq_no": number,
        "issuer": issuer,
        "doc_number": f"0{number}/KH",
        "doc_date": "12/05/2024",
        "subject": subject,
        "level": level,
        "copies_issued": "01",
        "pages": "8 trang\n1 phụ lục",
        "note": "Sổ đến 2024, số 17",
        "holder": "Tủ số 1",
    }
    for number, issuer, subject, level in (
        ("01", "Sở Thí Dụ", _LONG, "Tối mật"),
        ("02", "Công an tỉnh Giả Định", _SHORT, "Mật"),
    )
)
_TRANSFER: tuple[Row, ...] = tuple(
    {
        "seq_no": number,
        "handed_on": "06/03/2026",
        "doc_number": f"{number}/KH-UBND",
        "subject": subject,
        "level": level,
        "copies": "01",
        "receiver": receiver,
        "receipt": "",
        "returned": "Hạn trả 20/03/2026",
        "note": f"Sổ đi: {number}/2026",
    }
    for number, subject, level, receiver in (
        ("01", _LONG, "Tối mật", "Công an xã Mẫu"),
        ("02", _SHORT, "Mật", "Sở Thí Dụ"),
    )
)
_COPYING: tuple[Row, ...] = tuple(
    {
        "seq_no": number,
        "made_on": "10/03/2026",
        "doc_number": f"{number}/KH-UBND, 05/03/2026",
        "subject": subject,
        "level": level,
        "form": "Sao y bản chính",
        "copies": "02",
        "numbers": "01–02",
        "recipients": "Công an xã Mẫu: 01\nSở Thí Dụ: 02",
        "permitter": "Nguyễn Văn Mẫu, Chủ tịch ngày 10/03/2026",
        "made_by": "Trần Thị Thử, Văn phòng",
        "destroyed": "Không có",
        "receipt": "",
        "note": f"Sổ đi: {number}/2026",
    }
    for number, subject, level in (("01", _LONG, "Tối mật"), ("02", _SHORT, "Mật"))
)
_BY_BOOK: Mapping[str, Sequence[Row]] = {
    "outgoing": _OUTGOING,
    "incoming": _INCOMING,
    "stock": _STOCK,
    "transfer": _TRANSFER,
    "copying": _COPYING,
}


def sample_rows(book: str) -> Sequence[Row]:
    """Return invented rows of a book."""
    return _BY_BOOK[book]


def fields_of(book: str) -> frozenset[str]:
    """Return what the columns of a book can show."""
    return frozenset(_BY_BOOK[book][0])
