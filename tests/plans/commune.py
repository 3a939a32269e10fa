"""The commune's plan, an invented .docx: counted lists, decimal numbers, a table of duties."""

from __future__ import annotations

from tests.plans.docx_file import Block, Item, docx

BLOCKS: tuple[Block, ...] = (
    (
        (
            "ỦY BAN NHÂN DÂN\nXÃ THƯỢNG BỒ\nSố:      /KH-UBND",
            (
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
                "Thượng Bồ, ngày      tháng      năm 2026"
            ),
        ),
    ),
    Item("KẾ HOẠCH"),
    Item("Công tác bảo vệ bí mật nhà nước năm 2026 trên địa bàn xã"),
    Item(""),
    Item(
        "Căn cứ Kế hoạch số 45/KH-UBND ngày 12/01/2026 của UBND tỉnh Bồ Giang; "
        "UBND xã Thượng Bồ ban hành Kế hoạch như sau:"
    ),
    Item("MỤC ĐÍCH, YÊU CẦU", 0),
    Item("Giữ an toàn tài liệu mật do xã quản lý, không để lộ, mất.", 3),
    Item("NHIỆM VỤ", 0),
    Item("Các việc theo thời gian", 1),
    (
        (
            "TT",
            "Nội dung công việc",
            "Đơn vị chủ trì",
            "Đơn vị phối hợp",
            "Thời gian thực hiện",
            "Kết quả",
        ),
        (
            "1",
            "Mở lớp bồi dưỡng cho cán bộ thôn",
            "Công an xã",
            "Văn phòng HĐND và UBND xã",
            "Quý II/2026",
            "01 lớp",
        ),
        (
            "2",
            "Phát tin bài trên loa truyền thanh",
            "Phòng Văn hóa - Xã hội",
            "các thôn",
            "Thường xuyên",
            "",
        ),
        (
            "3",
            "Thay khóa phòng lưu hồ sơ",
            "Văn phòng HĐND và UBND xã",
            "Công an xã",
            "Trước 30/9/2026",
            "Biên bản nghiệm thu",
        ),
        (
            "4",
            "Kiểm đếm tài liệu tại đơn vị",
            "Trạm Y tế xã, các trường học",
            "",
            "Tháng 5, 6/2026",
            "",
        ),
    ),
    Item("Công tác kiểm tra", 1),
    Item("Công an xã kiểm tra việc ghi sổ tại các đơn vị ít nhất 01 lần/năm.", 3),
    Item("Giao Văn phòng HĐND và UBND xã kiểm kê vật chứa, chậm nhất ngày 15/11/2026.", 3),
    Item("Chỉnh lý hồ sơ", 1),
    Item("Nội dung: phân loại hồ sơ theo độ mật và theo năm.", 2),
    Item("Nội dung khác: đóng bìa, đánh số tờ hồ sơ.", 2),
    Item("Đơn vị thực hiện: các phòng, ban, đơn vị thuộc UBND xã."),
    Item("Thời hạn: Đến hết ngày 20/12/2026."),
    Item("KINH PHÍ", 0),
    Item("Kinh phí thực hiện từ ngân sách xã.", 3),
    Item("TỔ CHỨC THỰC HIỆN", 0),
    Item("Công an xã", 1),
    Item("Giúp UBND xã theo dõi, đôn đốc việc thực hiện Kế hoạch.", 3),
    Item(
        "Phối hợp với Phòng Kinh tế, Ban Chỉ huy Quân sự xã khẩn trương xác "
        "minh khi có vụ việc lộ, mất tài liệu.",
        3,
    ),
    Item("Phòng Kinh tế lập dự toán kinh phí hằng năm trình UBND xã quyết định.", 1),
    Item("Trưởng các thôn tuyên truyền đến từng hộ dân.", 1),
    Item(
        "Đề nghị Đảng ủy xã, Ủy ban Mặt trận Tổ quốc Việt Nam xã quan tâm "
        "chỉ đạo, giám sát việc thực hiện.",
        1,
    ),
    (
        (
            "Nơi nhận:\n- UBND tỉnh;\n- Các thôn;\n- Lưu: VT.",
            "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nVương Đình Nhãn",
        ),
    ),
)


def commune_docx() -> bytes:
    """Return the file."""
    return docx(BLOCKS)
