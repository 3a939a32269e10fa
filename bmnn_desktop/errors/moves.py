"""Moving copies: what a batch cannot be."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class AlreadyHolds(KnownError):
    code = "K850"
    sentence = "{copy} của {line} đang do {holder} giữ rồi; chưa ghi gì."


class CountDiffers(KnownError):
    code = "K851"
    sentence = (
        "{copy} của {line}: đếm được {found}, sổ ghi {known}; hãy ghi rõ vào ghi chú rồi ghi lại, "
        "chưa ghi gì."
    )


class NotReceived(KnownError):
    code = "K852"
    sentence = "{copy} của {line} không phải bản nhận đến, không có nơi để trả; chưa ghi gì."


class NothingHeld(KnownError):
    code = "K853"
    sentence = "{holder} không giữ bản nào; chưa ghi gì."


class DispatchMissing(KnownError):
    code = "K854"
    sentence = "Không có bảng kê bì số {number} năm {year}; chưa ghi gì."


class NothingDue(KnownError):
    code = "K855"
    sentence = "{holder} không có bản nào đến hạn trả; chưa in gì."


class BatchLineWrong(KnownError):
    code = "K856"
    sentence = "Dòng nhập thứ {line} không đọc được: {why}; chưa ghi gì."
