"""Invented documents of an invented commune; nothing here names a real body or matter."""

from __future__ import annotations

from datetime import date, timedelta

from bmnn_desktop.domain.doc_type import abbreviation_of
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import propose_doc_number

FIRST_NO = 12
SYMBOL = "UBND"
_SIGNERS = ("Nguyễn Văn Mẫu", "Trần Thị Ví Dụ")
_BODIES = (
    "Công an xã Mẫu",
    "Ban Chỉ huy quân sự xã Mẫu",
    "Đảng ủy xã Mẫu",
    "Phòng Thí Dụ tỉnh Giả Định",
    "Văn phòng UBND tỉnh Giả Định",
    "Hội Tập Huấn huyện cũ Thử Nghiệm",
)
_MATTERS = (
    ("Kế hoạch", "Diễn tập giả định số 1 trên địa bàn xã Mẫu", Level.MAT),
    ("Công văn", "V/v phối hợp bảo đảm buổi diễn tập giả định số 1", Level.TOI_MAT),
    ("Báo cáo", "", Level.TUYET_MAT),
    ("Thông báo", "Lịch trực giả định quý III của các bộ phận", Level.MAT),
    ("Công văn", "V/v rà soát danh sách giả định phục vụ tập huấn", Level.MAT),
    ("Tờ trình", "Đề nghị phê duyệt kịch bản tập huấn số 2", Level.MAT),
    ("Kế hoạch", "Kiểm tra nơi lưu giữ tài liệu mẫu trong năm", Level.MAT),
    ("Báo cáo", "Kết quả diễn tập giả định số 1", Level.MAT),
    ("Công văn", "V/v bổ sung tình huống giả định số 4, số 5", Level.TOI_MAT),
    ("Hướng dẫn", "Cách ghi sổ trong buổi tập huấn, phần thực hành", Level.MAT),
    ("Công văn", "V/v cử người dự tập huấn đợt 2", Level.MAT),
    ("Quyết định", "Thành lập tổ giúp việc giả định", Level.MAT),
    ("Biên bản", "Kiểm kê tài liệu mẫu 6 tháng đầu năm", Level.MAT),
    ("Phương án", "Bảo vệ địa điểm diễn tập giả định số 2", Level.TOI_MAT),
    ("Công văn", "V/v đính chính số liệu ví dụ trong phụ lục 3", Level.MAT),
    ("Báo cáo", "Tình hình giả định tháng 9, phục vụ thực hành tra cứu", Level.MAT),
    ("Thông báo", "Kết luận buổi họp giả định ngày 18 tháng 9", Level.MAT),
    ("Kế hoạch", "Diễn tập giả định số 2 trên địa bàn xã Mẫu", Level.MAT),
    ("Công văn", "V/v bố trí địa điểm tập huấn đợt 3", Level.MAT),
    ("Chương trình", "Tập huấn ghi sổ cho người mới, ba buổi", Level.MAT),
    ("Báo cáo", "Kết quả diễn tập giả định số 2", Level.MAT),
    ("Công văn", "V/v hoàn trả tài liệu mẫu sau tập huấn", Level.MAT),
    ("Tờ trình", "Đề nghị khen thưởng giả định trong năm", Level.MAT),
    ("Công văn", "V/v kết thúc đợt tập huấn trong năm", Level.MAT),
)


def sample_documents(year: int) -> tuple[NewDocument, ...]:
    """Return the documents of the demonstration, in the order they are registered."""
    return tuple(_document(place, year) for place in range(len(_MATTERS)))


def _document(place: int, year: int) -> NewDocument:
    doc_type, subject, level = _MATTERS[place]
    bodies = tuple(_BODIES[(place + step) % len(_BODIES)] for step in range(1 + place % 3))
    return NewDocument(
        doc_number=propose_doc_number(FIRST_NO + place, abbreviation_of(doc_type), SYMBOL),
        doc_date=date(year, 8, 3) + timedelta(days=4 * place),
        doc_type=doc_type,
        subject=subject,
        level=level,
        signer=_SIGNERS[place % len(_SIGNERS)],
        recipients=bodies,
        holding_unit="Văn phòng HĐND và UBND",
        note="Bản điện tử không gửi" if place % 7 == 3 else "",  # noqa: PLR2004
    )
