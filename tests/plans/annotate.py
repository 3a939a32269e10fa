"""Writes the hand-made annotations of the sample plans, in the JSON form of a parsed plan.

They were written from the texts before the parser had read them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
Names = Sequence[str]


def task(
    ref: str,
    lead: Names = (),
    *,
    coordinate: Names = (),
    requested: Names = (),
    text: str | None = None,
    kind: str = "unstated",
    start: str | None = None,
    due: str | None = None,
    before: str | None = None,
    recurrence: str | None = None,
) -> dict[str, object]:
    return {
        "ref": ref,
        "lead": list(lead),
        "coordinate": list(coordinate),
        "requested": list(requested),
        "timing_text": text,
        "timing": {
            "kind": kind,
            "start": start,
            "due": due,
            "before": before,
            "recurrence": recurrence,
        },
    }


OFFICE = "Văn phòng Bộ"
MINISTRY = {
    "plan": {
        "type": "Quyết định",
        "number": "615/QĐ-BTL",
        "place": "Hà Khê",
        "date": "2026-04-14",
        "issuer": "Bộ Thủy lâm",
        "title": "Về việc ban hành Kế hoạch làm sạch hồ sơ mật của Bộ Thủy lâm năm 2026",
    },
    "tasks": [
        task(
            "II.1.a",
            [OFFICE],
            coordinate=["Cục Rừng ngập mặn", "Vụ Pháp chế", "các đơn vị thuộc Bộ"],
            text="chậm nhất ngày 30/6/2026",
            kind="by_date",
            due="2026-06-30",
        ),
        task(
            "II.1.b",
            ["Cục Rừng ngập mặn"],
            coordinate=[OFFICE],
            text="từ tháng 7 đến tháng 9/2026",
            kind="quarter_window",
            start="2026-07-01",
            due="2026-09-30",
        ),
        task(
            "II.2.a",
            ["Vụ Tổ chức cán bộ"],
            coordinate=[OFFICE, "Thanh tra Bộ"],
            text="trong vòng 20 ngày kể từ ngày ban hành Kế hoạch này",
            kind="by_date",
            due="2026-05-04",
        ),
        task(
            "II.2.b",
            ["Các Cục, Vụ, Viện thuộc Bộ"],
            text="Quý IV năm 2026",
            kind="by_quarter",
            due="2026-12-31",
        ),
        task(
            "II.3.a",
            ["Vụ Kế hoạch - Tài chính"],
            coordinate=[OFFICE],
            text="Dự kiến quý III/2026 (sau khi được cấp bổ sung kinh phí)",
            kind="quarter_window",
            start="2026-07-01",
            due="2026-09-30",
        ),
        task("II.3.b", ["Thanh tra Bộ"], text="trước khi bàn giao", kind="open_ended"),
        task("III.2", ["Vụ Kế hoạch - Tài chính"], text="hằng năm", kind="recurring_annual"),
        task("IV.1", ["Thủ trưởng các đơn vị thuộc Bộ"]),
        task("IV.2.a", [OFFICE]),
        task(
            "IV.2.b",
            [OFFICE],
            text="trong tháng 10/2026",
            kind="by_date",
            start="2026-10-01",
            due="2026-10-31",
        ),
        task("IV.3", requested=["Đảng ủy Bộ", "Công đoàn Bộ", "Đoàn Thanh niên Bộ"]),
    ],
}

PARTY_OFFICE = "Văn phòng Huyện ủy"
CELLS = "Các chi bộ, đảng bộ cơ sở"
PARTY = {
    "plan": {
        "type": "Kế hoạch",
        "number": "17-KH/HU",
        "place": "Sông Trầm",
        "date": "2026-02-02",
        "issuer": "Huyện ủy Sông Trầm",
        "title": (
            "thực hiện Chỉ thị số 88-CT/TU của Ban Thường vụ Tỉnh ủy về "
            "giữ gìn tài liệu mật trong cơ quan Đảng"
        ),
    },
    "tasks": [
        task(
            "II.1+1",
            ["Ban Tuyên giáo và Dân vận Huyện ủy"],
            text="trước ngày 10/3/2026",
            kind="by_date",
            due="2026-03-09",
            before="2026-03-10",
        ),
        task(
            "II.1+2",
            [CELLS],
            text="hoàn thành trong quý I/2026",
            kind="by_quarter",
            due="2026-03-31",
        ),
        task("II.1+3", ["Trung tâm Chính trị huyện"], text="hằng năm", kind="recurring_annual"),
        task(
            "II.2#1",
            [PARTY_OFFICE],
            coordinate=["Công an huyện", "Ban Tổ chức Huyện ủy"],
            text="xong trước 17 giờ 00 ngày 29/5/2026",
            kind="by_date",
            due="2026-05-29",
        ),
        task("II.2#2", [PARTY_OFFICE], text="thường xuyên", kind="open_ended"),
        task(
            "II.3",
            ["Ủy ban Kiểm tra Huyện ủy"],
            text="trong 6 tháng cuối năm 2026",
            kind="quarter_window",
            start="2026-07-01",
            due="2026-12-31",
        ),
        task(
            "III.1",
            ["Các ban xây dựng Đảng", PARTY_OFFICE, "các chi bộ, đảng bộ cơ sở"],
            text="trước ngày 01/3/2026",
            kind="by_date",
            due="2026-02-28",
            before="2026-03-01",
        ),
        task("III.2", ["Đảng ủy Ủy ban nhân dân huyện"]),
        task(
            "III.3",
            requested=[
                "Ủy ban Mặt trận Tổ quốc Việt Nam huyện",
                "các tổ chức chính trị - xã hội huyện",
            ],
        ),
        task("III.4#1", [PARTY_OFFICE]),
        task(
            "III.4#2", [PARTY_OFFICE], text="sau 01 năm thực hiện", kind="by_date", due="2027-02-02"
        ),
    ],
}

CLERK = "nhân viên văn thư"
DEPUTY = "Phó Hiệu trưởng phụ trách chuyên môn"
SCHOOL = {
    "plan": {
        "type": "Kế hoạch",
        "number": "31/KH-THCSHG",
        "place": "Đông Hồ",
        "date": "2026-09-05",
        "issuer": "Trường Trung học cơ sở Hoa Gạo",
        "title": "Bảo quản đề thi và tài liệu mật năm học 2026 - 2027",
    },
    "tasks": [
        task(
            "B.1.1",
            ["Tổ trưởng các tổ chuyên môn"],
            text="trước ngày 10/12/2026",
            kind="by_date",
            due="2026-12-09",
            before="2026-12-10",
        ),
        task(
            "B.1.2",
            [DEPUTY],
            coordinate=[CLERK],
            text="từ ngày 14/12/2026 đến ngày 16/12/2026",
            kind="by_date",
            start="2026-12-14",
            due="2026-12-16",
        ),
        task("B.1.3", ["Nhân viên thiết bị"], text="trước khi sử dụng", kind="open_ended"),
        task("B.2.1", ["Nhân viên văn thư"], text="ngay sau khi nhận bì", kind="immediate"),
        task("B.2.2", ["Tổ bảo vệ"], text="trong suốt quá trình tổ chức kỳ thi", kind="open_ended"),
        task(
            "B.3",
            ["Cô Lưu Thị Sen, Phó Hiệu trưởng"],
            coordinate=["Công đoàn trường", "Đoàn Thanh niên"],
            text="tuần thứ hai của tháng 9/2026",
            kind="quarter_window",
            start="2026-09-14",
            due="2026-09-20",
        ),
        task(
            "B.4",
            ["Ban Thanh tra nhân dân"],
            text="định kỳ ngày 25 hằng tháng",
            kind="recurring_monthly",
            recurrence="25",
        ),
        task("C.1", ["Hiệu trưởng"]),
        task(
            "C.2",
            ["Kế toán"],
            text="trong năm 2026",
            kind="by_date",
            start="2026-01-01",
            due="2026-12-31",
        ),
        task("C.3", ["Giáo viên, nhân viên"]),
    ],
}

POLICE = "Công an xã"
COMMITTEE = "Văn phòng HĐND và UBND xã"
COMMUNE = {
    "plan": {
        "type": "Kế hoạch",
        "number": None,
        "place": "Thượng Bồ",
        "date": "2026",
        "issuer": "Ủy ban nhân dân xã Thượng Bồ",
        "title": "Công tác bảo vệ bí mật nhà nước năm 2026 trên địa bàn xã",
    },
    "tasks": [
        task(
            "2.1.1",
            [POLICE],
            coordinate=[COMMITTEE],
            text="Quý II/2026",
            kind="quarter_window",
            start="2026-04-01",
            due="2026-06-30",
        ),
        task(
            "2.1.2",
            ["Phòng Văn hóa - Xã hội"],
            coordinate=["các thôn"],
            text="Thường xuyên",
            kind="open_ended",
        ),
        task(
            "2.1.3",
            [COMMITTEE],
            coordinate=[POLICE],
            text="Trước 30/9/2026",
            kind="by_date",
            due="2026-09-29",
            before="2026-09-30",
        ),
        task(
            "2.1.4",
            ["Trạm Y tế xã", "các trường học"],
            text="Tháng 5, 6/2026",
            kind="quarter_window",
            start="2026-05-01",
            due="2026-06-30",
        ),
        task("2.2-1", [POLICE], text="ít nhất 01 lần/năm", kind="recurring_annual"),
        task(
            "2.2-2", [COMMITTEE], text="chậm nhất ngày 15/11/2026", kind="by_date", due="2026-11-15"
        ),
        task(
            "2.3.a",
            ["các phòng, ban, đơn vị thuộc UBND xã"],
            text="Đến hết ngày 20/12/2026",
            kind="by_date",
            due="2026-12-20",
        ),
        task(
            "2.3.b",
            ["các phòng, ban, đơn vị thuộc UBND xã"],
            text="Đến hết ngày 20/12/2026",
            kind="by_date",
            due="2026-12-20",
        ),
        task("4.1-1", [POLICE]),
        task(
            "4.1-2",
            [POLICE],
            coordinate=["Phòng Kinh tế", "Ban Chỉ huy Quân sự xã"],
            text="khẩn trương",
            kind="immediate",
        ),
        task("4.2", ["Phòng Kinh tế"], text="hằng năm", kind="recurring_annual"),
        task("4.3", ["Trưởng các thôn"]),
        task("4.4", requested=["Đảng ủy xã", "Ủy ban Mặt trận Tổ quốc Việt Nam xã"]),
    ],
}

ADMINISTRATION = "Phòng Hành chính - Quản trị"
STOREHOUSE = {
    "plan": {
        "type": "Kế hoạch",
        "place": "Tân Giang",
        "date": "2026-05-11",
        "issuer": "Cục Kho tàng",
        "title": "Triển khai công tác phòng cháy, chữa cháy và bảo vệ kho hồ sơ mật",
    },
    "tasks": [
        task("2.1", [ADMINISTRATION], coordinate=["các Chi cục"], kind="by_date", due="2026-06-29"),
        task("2.2", ["Phòng Kỹ thuật nghiệp vụ"], kind="by_date", due="2026-08-31"),
        task("2.3", ["Các Chi cục trưởng"], kind="recurring_annual"),
        task("2.4", ["Phòng Kỹ thuật nghiệp vụ"], kind="quarter_window", due="2026-12-31"),
        task("2.5#1"),
        task("2.5#2", kind="open_ended"),
        task("3.1.a", [ADMINISTRATION]),
        task(
            "3.1.b",
            [ADMINISTRATION],
            coordinate=["Công an phường Tân Giang", "Cảnh sát chữa cháy khu vực"],
            kind="quarter_window",
            due="2026-12-31",
        ),
        task("3.2", ["Phòng Tài chính - Kế toán"]),
        task("3.3-1", ["Các Chi cục"], kind="by_date", due="2026-07-14"),
        task("3.3-2", ["Các Chi cục"]),
        task("3.4", ["Công đoàn Cục"]),
        task("3.5", requested=["Đoàn Thanh niên Cục"]),
    ],
}

SEA_OFFICE = "Văn phòng Sở"
SEA_DATA = "Trung tâm Dữ liệu biển"
TASKS = "Phần II.I."
SEA = {
    "plan": {
        "type": "Kế hoạch",
        "place": "Kim Ngân",
        "date": "2026-07",
        "issuer": "Sở Biển và Hải đảo tỉnh Kim Ngân",
        "title": "Số hóa hồ sơ và kiểm soát tài liệu mật giai đoạn 2026 - 2028",
    },
    "tasks": [
        task(
            TASKS + "1",
            [SEA_OFFICE],
            coordinate=["Các phòng chuyên môn", "Chi cục Biển"],
            kind="by_date",
            due="2026-08-31",
        ),
        task(
            TASKS + "2",
            ["Phòng Pháp chế - Thanh tra"],
            coordinate=[SEA_DATA],
            kind="by_date",
            due="2026-09-30",
        ),
        task(TASKS + "3.a", [SEA_DATA], kind="by_quarter", due="2027-12-31"),
        task(
            TASKS + "3.b",
            [SEA_OFFICE],
            coordinate=["Công an tỉnh"],
            kind="quarter_window",
            due="2028-09-30",
        ),
        task("Phần II.II.1", ["Lãnh đạo các phòng, đơn vị"]),
        task("Phần II.II.2", kind="recurring_annual"),
        task("Phần II.II.3#1", kind="recurring_weekly"),
        task("Phần II.II.3#2"),
        task(
            "Phần III.1",
            ["Trưởng các phòng", "Giám đốc Trung tâm Dữ liệu biển", "Chi cục trưởng Chi cục Biển"],
            kind="by_date",
        ),
        task("Phần III.2", ["Phòng Kế hoạch - Tài chính"], kind="recurring_annual"),
    ],
}

ANNOTATED = {
    "ministry": MINISTRY,
    "party": PARTY,
    "school": SCHOOL,
    "commune": COMMUNE,
    "storehouse": STOREHOUSE,
    "sea_office": SEA,
}


def main() -> None:
    for name, document in ANNOTATED.items():
        text = json.dumps(document, ensure_ascii=False, indent=1)
        (SAMPLES / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
