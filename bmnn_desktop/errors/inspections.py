"""Phiên kiểm tra: a guest looks and changes nothing."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class InspectionUnderWay(KnownError):
    code = "K221"
    sentence = (
        "Đang trong phiên kiểm tra, chỉ xem, nên chưa làm việc này và sổ vẫn nguyên; "
        "hãy kết thúc phiên kiểm tra rồi làm lại."
    )


class InspectionMissing(KnownError):
    code = "K222"
    sentence = "Không có phiên kiểm tra như vậy; hãy mở phiên hoặc xem danh sách các phiên."
