"""Volumes: what opening, closing and reopening refuse."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class VolumeClosed(KnownError):
    code = "K431"
    sentence = "Quyển {number} năm {year} đã khóa sổ; chưa ghi gì."


class VolumeOpen(KnownError):
    code = "K432"
    sentence = "Quyển {number} năm {year} chưa khóa sổ nên không cần mở lại; chưa thay đổi gì."


class VolumeNotNewest(KnownError):
    code = "K433"
    sentence = "Chỉ mở lại được quyển mới nhất của năm {year} (quyển {newest}); chưa thay đổi gì."


class VolumeUnanswered(KnownError):
    code = "K434"
    sentence = (
        "Quyển {number} năm {year} còn lần in chưa trả lời; hãy trả lời “In tốt” hoặc “Tờ hỏng” "
        "rồi khóa sổ, chưa thay đổi gì."
    )


class DiscrepancyMissing(KnownError):
    """What a volume still lacks when it is to be closed."""

    code = "K435"
    sentence = (
        "Quyển {number} năm {year} còn {what}. Muốn khóa sổ có sai lệch thì ghi rõ sai lệch; "
        "chưa thay đổi gì."
    )


class VolumeOutOfOrder(KnownError):
    code = "K436"
    sentence = "Quyển mở tiếp theo của năm {year} phải là quyển {following}; chưa thay đổi gì."


class YearClosed(KnownError):
    code = "K437"
    sentence = (
        "Sổ năm {year} đã khóa và sổ năm sau đã mở; muốn ghi thêm phải mở lại quyển {number}, "
        "chưa thay đổi gì."
    )


class RecoverySheetForeign(KnownError):
    code = "K438"
    sentence = (
        "Phiếu khóa khôi phục này không phải của kho sổ đang mở hoặc đã được thay bằng phiếu mới; "
        "chưa thay đổi gì."
    )
