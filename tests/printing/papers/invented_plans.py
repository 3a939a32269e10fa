"""Invented papers about plans: what is due, how far it is, who has reported."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.unit_report import UnitReport
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.printing.papers.progress_report import ProgressReport, ReportedTask
from bmnn_desktop.printing.papers.task_list import ListedTask, TaskList
from bmnn_desktop.printing.papers.unit_reports_list import UnitReportsList

_DAY = date(2026, 11, 20)
_PLAN = "Kế hoạch 17/KH-UBND của Ủy ban nhân dân tỉnh Bình Nguyên"
_TASKS = (
    ListedTask(
        "II.1.a",
        "Phổ biến quy định mới về giữ gìn tài liệu mật cho toàn thể công chức, người lao động",
        "Ủy ban nhân dân xã Phú Cường",
        "năm 2026 và các năm tiếp theo",
        "Ghi kết quả năm, 14/12/2026",
    ),
    ListedTask(
        "II.3",
        "Rà soát các văn bản do xã ban hành, đề xuất sửa đổi, bổ sung hoặc bãi bỏ",
        "Văn phòng; Phòng Văn hóa – Xã hội; Phòng Kinh tế",
        "trước ngày 15/11/2026",
        "Quá hạn 6 ngày",
    ),
)
PLAN_PAPERS: dict[str, Paper] = {
    "task-list": TaskList(_PLAN, _TASKS, "Đỗ Mai Khuê", _DAY),
    "progress-report": ProgressReport(
        plan=_PLAN,
        addressee="Ủy ban nhân dân tỉnh Bình Nguyên",
        counts=(("Việc của ta", 9, 4, 5, 1), ("Việc ta đôn đốc", 3, 1, 2, 0)),
        done=(
            ReportedTask(
                "II.2",
                "Kiểm kê tài liệu đang giữ, đối chiếu với sổ",
                "Văn phòng",
                "Đã xong 02/11/2026. Đủ 214 bản, không thiếu",
            ),
        ),
        open=(
            ReportedTask(
                "II.1.a",
                "Phổ biến quy định mới về giữ gìn tài liệu mật",
                "Ủy ban nhân dân xã Phú Cường",
                "Ghi kết quả năm, 14/12/2026; 2/3 đơn vị đã xong",
            ),
        ),
        late=(
            ReportedTask(
                "II.3",
                "Rà soát các văn bản do xã ban hành",
                "Văn phòng",
                "Quá hạn 6 ngày. Còn chờ ý kiến Phòng Kinh tế",
            ),
        ),
        difficulties=(
            "Mục II.5: chưa có máy riêng để soạn thảo (hỏi Công an tỉnh)",
            "Mục II.5, hướng dẫn của Công an tỉnh: dùng chung máy của Văn phòng đến hết năm",
        ),
        reports="Báo cáo của đơn vị: đã nhận 2/3, trong đó chậm 1; quá hạn chưa nhận 1.",
        money="Kinh phí: dự toán 12.500.000 đồng, đã chi 4.000.000 đồng.",
        day=_DAY,
    ),
    "unit-reports": UnitReportsList(
        _PLAN,
        tuple(
            UnitReport(
                number,
                1,
                unit,
                2026,
                date(2025, 11, 11),
                date(2026, 11, 10),
                date(2026, 11, 16),
                came,
                "Công an xã",
                reference,
            )
            for number, (unit, came, reference) in enumerate(
                (
                    ("Trường Tiểu học Phú Cường", date(2026, 11, 12), "08/BC-TH"),
                    ("Trạm Y tế Phú Cường", date(2026, 11, 18), "21/BC-TYT"),
                    ("Ban quản lý chợ Phú Cường", None, ""),
                ),
                1,
            )
        ),
        "Đỗ Mai Khuê",
        _DAY,
    ),
}
