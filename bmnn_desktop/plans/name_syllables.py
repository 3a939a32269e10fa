"""Small words that stand inside the names of bodies: places, ranks, fields of work."""

from __future__ import annotations

NAME_SYLLABLES = frozenset(
    """
    tỉnh thành phố huyện quận xã phường thị trấn thôn ấp khu bản làng đặc khóm buôn tổ dân
    nhân dân trung ương địa phương bàn trên cấp cơ sở trực thuộc có liên quan chức năng thẩm quyền
    chuyên môn nghiệp vụ của này nêu khác trong ngoài nhà nước toàn các và cùng khối hệ thống ngành
    quân sự quốc phòng an ninh chính trị xã hội văn hóa hoá thể thao du lịch giáo dục đào tạo y tế
    tài chính kế hoạch đầu tư nông nghiệp môi trường nguyên khoa học công nghệ thông tin truyền hình
    phát thanh pháp nội vụ lao động thương binh tộc tôn giáo công xây dựng giao vận tải đô hạ tầng
    kinh thuế hải bạc kho ngân hàng bảo hiểm vệ điện lực viễn bưu báo đài yếu mật mã lượng vũ trang
    đoàn ban sở phòng đội trạm trường bệnh viện tâm doanh hợp tác chức cơ đơn vị hội phụ nữ nông
    cựu chiến niên liên hiệp mặt trận gia việt nam đảng bộ ủy uỷ viên chi cán văn thư lưu trữ kiểm
    lâm tra toán hành đứng đầu trưởng phó chủ tịch giám đốc giúp việc mưu quản lý dự án vực đại biểu
    đồng tự nhiệm chí cá tập thể người hộ tiểu mầm non phổ đẳng cao sự lập ích nghề trách đóng chân
    tuyên giáo vận tổng cục chính phủ luật sát tối tòa toà xét xử thi kỹ thuật chất lượng chăn nuôi
    thú thực phẩm dược phòng cháy chữa cứu nạn biên biển đảo rừng thủy lợi sản khí tượng đất đai
    đăng ký kinh nhà máy xí nghiệp hậu cần tin bạn cộng đồng thầy cô khoa thiết sinh hiệu thành quốc
    dưới cùng tham mưu nhóm liên ngành đầu mối vốn soạn giáo chức năng nghiên cứu
    phát triển đối ngoại
    bị huy thưởng khen vật liệu máy nước ngầm giống cây trồng sách báo chí xuất bản in ấn mỹ
    thuật nhạc
    hưu trẻ em gái giới bình đẳng trợ giúp lý sở hữu trí tuệ tiêu chuẩn đo lường chuyển số bảo đảm
    bào chủ quản bí văn bảo tàng thư trung cao sĩ quan chiến binh lính tá úy tướng lớp ca phân tiếp
    """.split()  # noqa: SIM905 (a list of two hundred quoted words reads worse)
)
