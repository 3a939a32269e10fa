"""Types of administrative documents and their abbreviations (NĐ 30/2020/NĐ-CP, Phụ lục III).

Status: reported, not checked against the official appendix; used for a proposal that the clerk may
type over, never to refuse anything.
"""

from __future__ import annotations

from bmnn_desktop.domain.text import fold, tidy

ABBREVIATIONS = {
    "Nghị quyết": "NQ",
    "Quyết định": "QĐ",
    "Chỉ thị": "CT",
    "Quy chế": "QC",
    "Quy định": "QyĐ",
    "Thông cáo": "TC",
    "Thông báo": "TB",
    "Hướng dẫn": "HD",
    "Chương trình": "CTr",
    "Kế hoạch": "KH",
    "Phương án": "PA",
    "Đề án": "ĐA",
    "Dự án": "DA",
    "Báo cáo": "BC",
    "Biên bản": "BB",
    "Tờ trình": "TTr",
    "Hợp đồng": "HĐ",
    "Công điện": "CĐ",
    "Bản ghi nhớ": "BGN",
    "Bản thỏa thuận": "BTT",
    "Giấy ủy quyền": "GUQ",
    "Giấy mời": "GM",
    "Giấy giới thiệu": "GGT",
    "Phiếu gửi": "PG",
    "Phiếu chuyển": "PC",
    "Phiếu báo": "PB",
}
_FOLDED = {fold(name): short for name, short in ABBREVIATIONS.items()}


def abbreviation_of(doc_type: str) -> str:
    """Return KH for Kế hoạch; nothing for a công văn and for a type that is not listed."""
    return _FOLDED.get(fold(tidy(doc_type)), "")
