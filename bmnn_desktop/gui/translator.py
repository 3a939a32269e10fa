"""Qt's own words in Vietnamese: Qt ships none, so its buttons and menus would stay English."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

_WORDS = {
    # buttons of boxes and dialogs
    "OK": "Đồng ý",
    "Cancel": "Thôi",
    "Close": "Đóng",
    "Yes": "Có",
    "Yes to All": "Có với tất cả",
    "No": "Không",
    "No to All": "Không với tất cả",
    "Save": "Ghi",
    "Save All": "Ghi tất cả",
    "Open": "Mở",
    "Discard": "Bỏ",
    "Don't Save": "Không ghi",
    "Apply": "Áp dụng",
    "Reset": "Đặt lại",
    "Restore Defaults": "Về mặc định",
    "Help": "Trợ giúp",
    "Abort": "Dừng",
    "Retry": "Thử lại",
    "Ignore": "Bỏ qua",
    "Show Details...": "Xem chi tiết…",
    "Hide Details...": "Ẩn chi tiết…",
    "About": "Giới thiệu",
    # wizards
    "Go Back": "Quay lại",
    "Back": "Quay lại",
    "< Back": "‹ Quay lại",
    "Continue": "Tiếp tục",
    "Next": "Tiếp tục",
    "Next >": "Tiếp tục ›",
    "Commit": "Thực hiện",
    "Done": "Xong",
    "Finish": "Hoàn tất",
    "Quit": "Thoát",
    # menus of text fields
    "Undo": "Hoàn tác",
    "Redo": "Làm lại",
    "Cut": "Cắt",
    "Copy": "Chép",
    "Copy Link Location": "Chép địa chỉ liên kết",
    "Paste": "Dán",
    "Delete": "Xóa",
    "Select All": "Chọn tất cả",
    "Insert Unicode control character": "Chèn ký tự điều khiển",
    "Clear": "Xóa trắng",
    # number fields
    "Step up": "Tăng",
    "Step down": "Giảm",
    # scroll bars
    "Scroll here": "Cuộn đến đây",
    "Left edge": "Mép trái",
    "Right edge": "Mép phải",
    "Top": "Đầu",
    "Bottom": "Cuối",
    "Page left": "Trang bên trái",
    "Page right": "Trang bên phải",
    "Page up": "Trang trên",
    "Page down": "Trang dưới",
    "Scroll left": "Cuộn trái",
    "Scroll right": "Cuộn phải",
    "Scroll up": "Cuộn lên",
    "Scroll down": "Cuộn xuống",
    # window menus
    "Restore": "Khôi phục cỡ",
    "Move": "Di chuyển",
    "Size": "Đổi cỡ",
    "Minimize": "Thu nhỏ",
    "Maximize": "Phóng to",
    "Stay on Top": "Luôn ở trên",
}


class VietnameseWords(QTranslator):
    """Answers for every context: one English word has one Vietnamese word here."""

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to ask for."""
        return False

    def translate(
        self,
        context: str,  # noqa: ARG002
        source_text: str,
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str | None:
        """Return the Vietnamese word, or None so that Qt asks further."""
        return _WORDS.get(source_text.replace("&", ""))
