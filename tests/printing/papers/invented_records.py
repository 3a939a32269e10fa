"""Invented papers about copies made, envelopes, what changes hands, people, and a year's items."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bmnn_desktop.domain.level import Level
from bmnn_desktop.printing.papers.commitment import Commitment
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.printing.papers.copy_record import CopyRecord
from bmnn_desktop.printing.papers.founding_minutes import (
    FoundingMinutes,
    KeyHolder,
    OpenedVolume,
)
from bmnn_desktop.printing.papers.handover_minutes import HandoverMinutes
from bmnn_desktop.printing.papers.handover_slip import HandoverSlip
from bmnn_desktop.printing.papers.parcel_marks import ParcelMarks
from bmnn_desktop.printing.papers.secret_items import SecretItem
from bmnn_desktop.printing.papers.signature import KEEPER as KEEPER_POST
from bmnn_desktop.printing.papers.signature import Capacity, Signer
from bmnn_desktop.printing.papers.statistics import LevelTotals, Statistics
from bmnn_desktop.registers.statistics import statistics_form
from tests.printing.papers.invented_copying import COPY_REQUEST
from tests.printing.papers.invented_custody import COPY, HOLDER, KEEPER, PLAN, TOP_SECRET

EXTRACT = CopyRecord(
    is_extract=True,
    item=COPY_REQUEST.item,
    log_line="số 03 Sổ sao, chụp năm 2026",
    made_on=date(2026, 11, 6),
    made_by="Đỗ Mai Khuê",
    made_at="Phòng máy, máy số 02",
    extract="Mục II, từ trang 3 đến trang 5",
    copies=((4, "Công an xã"), (5, "Lưu")),
    permitter=Signer(Capacity("Chủ tịch Ủy ban nhân dân cấp xã"), "Nguyễn Thị Thục Quyên"),
    basis="Điều 11 Luật 117/2025/QH15",
)
PHOTO = replace(EXTRACT, is_extract=False, extract="")
MARKS = ParcelMarks(
    number="bì số 02, bảng kê số 05/2026",
    receiver="Công an tỉnh Bình Nguyên",
    addressee="",
    numbers=("115/KH-UBND", "116/BC-UBND"),
    level=Level.TOI_MAT,
    keeper=KEEPER,
    day=date(2026, 3, 5),
)
DOUBLE = replace(
    MARKS, addressee="Giám đốc Công an tỉnh", numbers=("07/CT-TU",), level=Level.TUYET_MAT
)
HANDED = HandoverSlip(
    line="số 05 Sổ chuyển giao năm 2026",
    receiver=HOLDER,
    giver=KEEPER,
    items=(
        SecretItem(
            "115/KH-UBND", date(2026, 3, 2), "Kế hoạch", PLAN.subject, Level.TOI_MAT, "Bản số 03"
        ),
        SecretItem("07/CT-TU", date(2026, 3, 2), "Chỉ thị", "", Level.TUYET_MAT, "Bản số 01"),
    ),
    day=date(2026, 3, 5),
    due_on=date(2026, 4, 1),
    occasion="Họp Ban chỉ đạo giả định",
)
LEAVING = HandoverMinutes(HOLDER, (PLAN, TOP_SECRET, COPY), KEEPER, date(2026, 4, 16))
PROMISE = Commitment(
    name=HOLDER,
    post="Văn thư – lưu trữ",
    roles="Người được giao bảo vệ BMNN, quản trị máy",
    has_left=True,
    day=date(2026, 4, 16),
)
_DIGEST = "0123abcd 4567ef89 fedc9876 ba543210 00112233 44556677 8899aabb ccddeeff"
SETUP = FoundingMinutes(
    version="0.1.0",
    program_sha256=_DIGEST,
    fingerprint=_DIGEST[::-1],
    founded_on=date(2026, 3, 2),
    people=(
        KeyHolder(KEEPER, "Văn thư – lưu trữ", PROMISE.roles, "mở được kho sổ"),
        KeyHolder(
            "Nguyễn Thị Thục Quyên",
            "Chủ tịch Ủy ban nhân dân xã",
            "Người xác nhận",
            "chỉ ký bằng USB ký",
        ),
    ),
    volumes=(
        OpenedVolume("Sổ đi", 2026, 1, date(2026, 3, 2), 13, "Sổ giấy 2026, quyển 01"),
        OpenedVolume("Sổ đến", 2026, 1, date(2026, 3, 2), 1, ""),
    ),
    keeper=KEEPER,
    day=date(2026, 3, 2),
)
_LEVELS = (
    LevelTotals("Tuyệt mật", (1, 0, 0, 0, 1, 0, 0, 0, 1)),
    LevelTotals("Tối mật", (2, 1, 0, 3, 4, 0, 1, 0, 5)),
    LevelTotals("Mật", (30, 12, 4, 6, 51, 2, 3, 1, 44)),
    LevelTotals("Cộng", (33, 13, 4, 9, 56, 2, 4, 1, 50)),
)
_SUBJECTS = (
    "Kế hoạch. Diễn tập khu vực phòng thủ giả định trên địa bàn xã Phú Cường năm 2026",
    "Báo cáo. Kiểm kê, đối chiếu sáu tháng đầu năm",
    "Chỉ thị",
)


def statistics(count: int) -> Statistics:
    """Return the statistics of as many items."""
    rows = []
    for number in range(1, count + 1):
        level = list(Level)[2 - number % 3] if number % 3 == 2 else Level.MAT
        rows.append(
            (
                str(number),
                f"{number % 28 + 1:02d}/3/2026",
                f"Đến: {number:02d}/2026",
                f"{number:02d}/KH-UBND\n02/3/2026",
                _SUBJECTS[2] if level is Level.TUYET_MAT else _SUBJECTS[number % 2],
                level.label,
                "3",
                "2",
                "1 bản nơi khác giữ",
            )
        )
    return Statistics(
        form=statistics_form(),
        year=2026,
        rows=tuple(rows),
        totals=_LEVELS,
        keeper=Signer(Capacity(KEEPER_POST), KEEPER),
        day=date(2026, 12, 14),
    )


RECORDS: dict[str, Paper] = {
    "copy-extract": EXTRACT,
    "copy-photo": PHOTO,
    "parcel-marks": MARKS,
    "parcel-marks-top-secret": DOUBLE,
    "handover-slip": HANDED,
    "handover-minutes": LEAVING,
    "commitment": PROMISE,
    "setup": SETUP,
    "statistics": statistics(14),
    "statistics-empty": statistics(0),
}
