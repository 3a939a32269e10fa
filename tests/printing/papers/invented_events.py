"""Invented papers about what left its place, was asked for, or is not found."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.level import Level
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.printing.papers.incident_facts import IncidentFacts
from bmnn_desktop.printing.papers.incident_notice import IncidentNotice
from bmnn_desktop.printing.papers.incident_report import IncidentReport
from bmnn_desktop.printing.papers.provision_refusal import ProvisionRefusal
from bmnn_desktop.printing.papers.provision_request import ProvisionRequest
from bmnn_desktop.printing.papers.removal_request import RemovalRequest
from bmnn_desktop.printing.papers.removal_return import RemovalReturn
from bmnn_desktop.printing.papers.search_minutes import SearchMinutes
from bmnn_desktop.printing.papers.secret_items import SecretItem
from bmnn_desktop.printing.papers.signature import Capacity, Signer

PLAN = SecretItem(
    number="115/KH-UBND",
    day=date(2026, 3, 2),
    doc_type="Kế hoạch",
    subject="phối hợp giữ gìn trật tự trong đợt diễn tập khu vực phòng thủ giả định cấp xã",
    level=Level.MAT,
    copy="Bản số 03",
    counted="12 trang, 02 phụ lục",
)
TOP_SECRET = SecretItem(
    number="09/BC-CAT",
    day=date(2026, 2, 12),
    doc_type="Báo cáo",
    subject="",
    level=Level.TUYET_MAT,
    copy="Bản số 01",
    counted="07 trang",
)
KEEPER = Signer(Capacity("Người nhận lại"), "Đỗ Mai Khuê")
FACTS = IncidentFacts(
    is_leak=False,
    discovered_at="14:30",
    discovered_on=date(2026, 3, 5),
    discoverer="Đỗ Mai Khuê",
    items=(PLAN, TOP_SECRET),
    last_seen=(
        "Bản số 03 của số 12 sổ đi 2026: Đang giữ: Tổ Tổng hợp, từ 03/03/2026; ký nhận "
        "lần cuối 04/03/2026, tờ số 4, dòng thứ 6 trên tờ, dòng số 27 Sổ chuyển giao năm 2026. Các "
        "bản khác của số 12 sổ đi 2026: Bản số 01: Tại nơi lưu giữ; Bản số 02: Đã gửi, chờ ký "
        "nhận: Công an xã Phú Cường."
    ),
    persons="Nguyễn Văn Có Mặt, chuyên viên; Lê Thị Cùng Phòng, văn thư",
    circumstances="Không thấy trong cặp ba dây khi soát cuối ngày",
    measures=(
        "05/03/2026: Đã tìm trong tủ sắt số 2 và các cặp cùng ngày",
        "05/03/2026: Đã hỏi những người ký nhận trong tuần",
    ),
    conclusion="",
)
REQUEST = RemovalRequest(
    taker="Hoàng Thanh Viễn",
    post="Trưởng phòng",
    unit="Phòng Kinh tế giả định",
    items=(PLAN, TOP_SECRET),
    purpose="Đàm phán chương trình hợp tác giả định",
    first=date(2026, 3, 9),
    last=date(2026, 3, 20),
    destination="Thủ đô Nước Thí Dụ",
    protection="Cặp có khóa số, luôn mang theo người; cất tại cơ quan đại diện ngoài giờ làm việc",
    permitter="Trần Đức Ngữ",
    permitter_post="Chủ tịch Ủy ban nhân dân",
)
RETURN = RemovalReturn(
    taker="Hoàng Thanh Viễn",
    keeper=KEEPER,
    is_abroad=True,
    purpose="Đàm phán chương trình hợp tác giả định",
    taken_on=date(2026, 3, 9),
    due_on=date(2026, 3, 20),
    day=date(2026, 3, 23),
    days_late=3,
    back=(PLAN,),
    out=(TOP_SECRET,),
)
PROVISION_REQUEST = ProvisionRequest(
    is_body=True,
    asker="Sở Xây dựng Thí Dụ",
    representative="Phạm Thị Đại Diện, Giám đốc",
    identity="",
    number="45/SXD-VP",
    what="Kế hoạch số 115/KH-UBND, phần II",
    purpose="Phối hợp bảo đảm hạ tầng cho diễn tập giả định",
    has_commitment=True,
    day=date(2026, 3, 4),
)
REFUSAL = ProvisionRefusal(
    asker="Sở Xây dựng Thí Dụ",
    request="45/SXD-VP",
    requested_on=date(2026, 3, 4),
    what="Kế hoạch số 115/KH-UBND, phần II",
    reasons="Nội dung đề nghị không thuộc phạm vi phối hợp đã được phê duyệt",
    decider=Signer(Capacity("Chủ tịch", on_behalf_of="Ủy ban nhân dân"), "Trần Đức Ngữ"),
    decided_on=date(2026, 3, 6),
)
EVENT_PAPERS: dict[str, Paper] = {
    "removal-request": REQUEST,
    "removal-return": RETURN,
    "provision-request": PROVISION_REQUEST,
    "provision-refusal": REFUSAL,
    "incident-report": IncidentReport(FACTS, "Công an tỉnh Bình Nguyên", date(2026, 3, 5)),
    "incident-notice": IncidentNotice(
        FACTS, "Văn phòng Ủy ban nhân dân tỉnh Bình Nguyên", date(2026, 3, 5)
    ),
    "search-minutes": SearchMinutes(
        FACTS, Signer(Capacity("Người lập biên bản"), "Đỗ Mai Khuê"), date(2026, 3, 5)
    ),
}
