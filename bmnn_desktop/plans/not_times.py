"""Words and dates that look like the time of a duty and are none."""

from __future__ import annotations

import re

from bmnn_desktop.plans.calendar_words import ANY_DATE

_DIGIT = re.compile(r"\d")
_CODE = r"\d{1,5}[\w]{0,3}\s?[-/]\s?[\w\-/]*[A-ZĐ]{2}[\w\-/]*"
_INSTRUMENT = (
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|"
    r"Thông tư|Chỉ thị|Kế hoạch|Chương trình|"
    r"Công văn|Công điện|Hướng dẫn|Kết luận|Quy định|Thông báo|Báo cáo|Văn bản|Tờ trình|Quy chế)"
)
_CITED = re.compile(
    "|".join(
        (
            rf"{_CODE}(?:\s*,?\s*\(?{ANY_DATE})?",
            rf"(?:Số|số)\s+{_CODE}",
            rf"\b{_INSTRUMENT}\b[^.;:\n]{{0,60}}?,?\s{ANY_DATE}(?=\s+(?:của|về|do)\b)",
            (
                rf"{ANY_DATE}(?=\s+của\s+(?:Bộ|Thủ|Chính|Quốc|Ban|"
                rf"Ủy|UBND|HĐND|Hội|Tỉnh|Thành|Sở|Đảng|Trung))"
            ),
            (
                rf"(?:ban hành|ký|thông qua|thành lập|có hiệu lực)\s+(?:vào\s+|"
                rf"từ\s+|kể từ\s+)*{ANY_DATE}"
            ),
            (
                rf"(?:kỷ niệm|nhân ngày|ngày hội|tháng hành động|"
                rf"ngày truyền thống)[^,.;\n]{{0,60}}?{ANY_DATE}"
            ),
            r"\b(?:học kỳ|năm học)\s+\d{4}\s*[-–]\s*\d{4}\b",
        )
    )
)
_WORDS = re.compile(
    r"\b(?:chi|kinh phí|dự toán|nguồn|người|cán bộ|quan hệ|chế độ)\s+(?:không\s+)?thường xuyên\b"
    r"|\b(?:công việc|nhiệm vụ)\s+thường xuyên\s+của\b"
    r"|\bthường xuyên\s+(?:quan hệ|tiếp xúc)\b"
    r"|\bchặt chẽ\s*,\s*thường xuyên\b|\bthường xuyên\s*,\s*(?:chặt chẽ|hiệu quả)\b"
    r"|\btừ\s+sớm\b(?:\s*,\s*từ\s+xa\b)?|\btừ\s+xa\b"
    r"|\bđúng\s+(?:tiến độ|thời gian|thời hạn)\b(?:\s+quy định)?|\bkịp\s+tiến độ\b"
    r"|\blộ trình\b|\b(?:ổn định|bền vững)\s*,?\s*lâu dài\b"
    r"|\b(?:gia hạn\s+)?thời hạn\s+(?:bảo vệ|lưu trữ|bảo quản|giải mật|sử dụng)\b|\bgia hạn\b"
    r"|\bngay\s+(?:từ|cả|tại|trong|trên|ngắn|thẳng)\b"
    r"|\btrong\s+(?:thời gian|giai đoạn)\s+(?:qua|tới|vừa qua|gần đây)\b"
)


def masked(text: str) -> str:
    """Return the text, equally long, with citations and false time words blanked."""
    if _DIGIT.search(text):
        text = _CITED.sub(_blank, text)
    return _WORDS.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])
