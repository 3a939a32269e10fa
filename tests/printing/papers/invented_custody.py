"""Invented papers of giao – nhận: no body, person or document in here exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bmnn_desktop.domain.level import Level
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.printing.papers.held_item import HeldItem
from bmnn_desktop.printing.papers.holdings_list import HoldingsList
from bmnn_desktop.printing.papers.parcel_list import ListedParcel, ParcelList
from bmnn_desktop.printing.papers.parcel_slip import ParcelSlip
from bmnn_desktop.printing.papers.reminder_slip import ReminderSlip

KEEPER, HOLDER = "Đỗ Mai Khuê", "Nguyễn Thị Thay Thế"
PLAN = HeldItem(
    copy="Bản số 03",
    register="Sổ đi 2026, số 12",
    doc_number="115/KH-UBND",
    doc_date=date(2026, 3, 2),
    doc_type="Kế hoạch",
    subject="Diễn tập khu vực phòng thủ giả định trên địa bàn xã Phú Cường năm 2026",
    level=Level.TOI_MAT,
    amount="12 trang, 02 phụ lục",
    handed_on=date(2026, 3, 5),
    line="số 5/2026",
    due_on=date(2026, 4, 1),
)
TOP_SECRET = replace(
    PLAN,
    copy="Bản số 01",
    register="Sổ đến 2026, số 37",
    doc_number="07/CT-TU",
    doc_type="Chỉ thị",
    subject="",
    level=Level.TUYET_MAT,
    amount="04 trang",
    due_on=None,
)
ENVELOPE = HeldItem(
    copy="Bản số 01", register="Sổ đến 2026, số 38", line="số 6/2026", is_sealed=True
)
COPY = replace(PLAN, copy="Bản sao số 02", amount="12 trang", line="số 18/2026")

HOLDINGS = HoldingsList(HOLDER, (PLAN, TOP_SECRET, ENVELOPE, COPY), KEEPER, date(2026, 4, 16))
REMINDER = ReminderSlip(HOLDER, (PLAN, COPY), KEEPER, date(2026, 4, 16))
PARCELS = ParcelList(
    number="05/2026",
    day=date(2026, 3, 5),
    channel="Qua giao liên, văn thư",
    carrier="Lê Văn Giao Liên",
    protection="Túi vải niêm phong, xe ô tô của cơ quan",
    parcels=(
        ListedParcel(
            1,
            "Văn phòng Ủy ban nhân dân tỉnh Bình Nguyên",
            ("115/KH-UBND (bản số 01)", "116/BC-UBND (bản số 01)"),
            Level.TOI_MAT,
        ),
        ListedParcel(
            2, "Công an tỉnh Bình Nguyên", ("07/CT-TU (bản số 02)",), Level.TUYET_MAT, "Giám đốc"
        ),
        ListedParcel(3, "Sở Nội vụ", ("Sổ đến 2026, số 38 (bản số 01)",), None),
    ),
    keeper=KEEPER,
)
SLIP = ParcelSlip(
    number="bì số 02, bảng kê số 05/2026",
    receiver="Công an tỉnh Bình Nguyên",
    addressee="Giám đốc",
    items=(TOP_SECRET, PLAN),
    sender=KEEPER,
    day=date(2026, 3, 5),
)

CUSTODY_PAPERS: dict[str, Paper] = {
    "holdings": HOLDINGS,
    "reminder": REMINDER,
    "parcel-list": PARCELS,
    "parcel-slip": SLIP,
}
