"""Invented papers about copying: the request for it, and what is stamped on the copies."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.level import Level
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.printing.papers.copied_item import CopiedItem
from bmnn_desktop.printing.papers.copy_request import CopyRequestSlip
from bmnn_desktop.printing.papers.copy_stamp import CopyStampSheet
from bmnn_desktop.printing.papers.signature import Capacity, Signer

COPY_REQUEST = CopyRequestSlip(
    item=CopiedItem(
        line="số 37 sổ đến 2026",
        number="115/KH-UBND",
        day=date(2026, 11, 12),
        doc_type="Kế hoạch",
        level=Level.TOI_MAT,
        subject="Diễn tập khu vực phòng thủ giả định trên địa bàn xã",
    ),
    requester="Lê Hoàng Phước Ửng",
    requested_on=date(2026, 11, 13),
    form="Trích sao",
    medium="Giấy → giấy",
    wanted=3,
    purpose="Phục vụ họp Ban chỉ đạo giả định",
    extract="Mục II, từ trang 3 đến trang 5",
    permitted=2,
    permitter="Nguyễn Thị Thục Quyên",
    post="Phó Chủ tịch Ủy ban nhân dân cấp xã",
    delegation="Văn bản số 03/UQ-UBND ngày 02/11/2026",
    basis="Dự thảo Luật giả định (theo dự thảo, chưa xác nhận)",
    permitted_on=date(2026, 11, 14),
)

EMPTY_COPY_REQUEST = CopyRequestSlip(
    item=CopiedItem(
        line="số 04 sổ đi 2026",
        number="04/BC-UBND",
        day=date(2026, 11, 12),
        doc_type="Báo cáo",
        level=Level.TUYET_MAT,
    ),
    requester="Lê Hoàng Phước Ửng",
    requested_on=date(2026, 11, 13),
    form="Sao y bản chính",
    medium="Giấy → giấy",
    wanted=1,
)

COPY_STAMP = CopyStampSheet(
    item=COPY_REQUEST.item,
    log_line="số 03 Sổ sao, chụp năm 2026",
    form="Sao y bản chính, giấy → giấy",
    made_on=date(2026, 11, 16),
    copies=((4, "Công an xã"), (5, "Ban Chỉ huy Quân sự xã"), (6, "Lưu")),
    permitter="Nguyễn Thị Thục Quyên",
    post="Chủ tịch Ủy ban nhân dân cấp xã",
    basis="Điều 11 Luật 117/2025/QH15",
    writer=Signer(Capacity("Người lập phiếu"), "Đỗ Mai Khuê"),
    day=date(2026, 11, 16),
)

COPYING_PAPERS: dict[str, Paper] = {
    "copy-request": COPY_REQUEST,
    "copy-request-empty": EMPTY_COPY_REQUEST,
    "copy-stamp": COPY_STAMP,
}
