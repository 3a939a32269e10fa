"""What is plugged in, and why it is no medium of this vault."""

from __future__ import annotations

from bmnn_desktop.errors.known import IntegrityError, KnownError

_AGAIN = "hai người duyệt lại USB này thì dùng tiếp được"


class MediumMissing(KnownError):
    code = "K610"
    sentence = "Không thấy USB nào ở nơi đã chỉ; chưa ghi gì, hãy cắm USB rồi chọn lại."


class MediumNetwork(KnownError):
    code = "K611"
    sentence = "Nơi đã chỉ nằm trên mạng, không phải USB; chưa ghi gì, hãy chọn USB đang cắm."


class MediumSystem(KnownError):
    code = "K612"
    sentence = (
        "Nơi đã chỉ nằm trên ổ đĩa của chính máy này: máy hỏng thì mất cả hai; chưa ghi gì, "
        "hãy chọn USB đang cắm."
    )


class MediumNotRemovable(KnownError):
    code = "K613"
    sentence = "Nơi đã chỉ không phải thiết bị tháo rời; chưa ghi gì, hãy chọn USB đang cắm."


class MediumSerialMissing(KnownError):
    code = "K614"
    sentence = (
        "USB này không có số sê-ri riêng nên không phân biệt được với USB khác; chưa ghi gì, "
        "hãy dùng USB khác."
    )


class MediumReadOnly(KnownError):
    code = "K615"
    sentence = "USB này đang chỉ cho đọc; chưa ghi gì, hãy gạt khóa chống ghi hoặc dùng USB khác."


class MediumUnknown(KnownError):
    code = "K616"
    sentence = "USB này chưa được duyệt cho kho sổ; chưa ghi gì, hãy nhờ hai người duyệt USB trước."


class MediumWithdrawn(KnownError):
    code = "K617"
    sentence = "USB số {number} đã ghi là {why}; chưa ghi gì, muốn dùng lại phải duyệt lại."


class MediumTokenMissing(KnownError):
    code = "K618"
    sentence = (
        "USB số {number} không còn dấu duyệt (có thể đã bị định dạng lại); chưa ghi gì, "
        f"{_AGAIN}."
    )


class MediumTokenForged(KnownError):
    code = "K619"
    sentence = (
        "Dấu duyệt trên USB không phải do kho sổ này ghi, hoặc ghi bằng bộ khóa trước; chưa ghi "
        f"gì, {_AGAIN}."
    )


class MediumCloned(KnownError):
    code = "K620"
    sentence = (
        "USB này mang dấu duyệt sao chép từ USB khác (số sê-ri không khớp); chưa ghi gì, hãy báo "
        "người xác nhận và dùng đúng USB đã duyệt."
    )


class MediumRestored(KnownError):
    code = "K621"
    sentence = (
        "USB số {number} mang dấu duyệt cũ hơn nhật ký: nội dung USB đã bị thay bằng bản chép "
        f"trước đây; chưa ghi gì, {_AGAIN}."
    )


class MediumAhead(KnownError):
    code = "K622"
    sentence = (
        "USB số {number} đã ghi nhiều lần hơn kho sổ này biết: kho sổ đang mở có thể là bản cũ "
        "được đặt lại; chưa ghi gì, hãy báo người xác nhận kiểm tra toàn vẹn trước."
    )


class MediumForOther(KnownError):
    code = "K623"
    sentence = "USB số {number} được duyệt làm {purpose}, không dùng cho việc này; chưa ghi gì."


class MediumKnown(KnownError):
    code = "K624"
    sentence = "USB này đã được duyệt, số {number}; chưa thay đổi gì."


class MediumNumberTaken(KnownError):
    code = "K625"
    sentence = "Số {number} đang dùng cho một USB khác; chưa thay đổi gì, hãy ghi số khác."


class MediumNotEnrolled(KnownError):
    code = "K626"
    sentence = "Không có USB nào đang dùng mang số {number}; chưa thay đổi gì."


class MediumLevelLow(KnownError):
    code = "K627"
    sentence = (
        "Độ mật của USB sao lưu phải bằng độ mật cao nhất trong kho sổ ({level}); chưa thay đổi gì."
    )


class MediumSwapped(KnownError):
    code = "K628"
    sentence = (
        "USB đã bị rút hoặc thay giữa chừng; không có bản sao lưu mới, kho sổ vẫn nguyên, "
        "hãy cắm lại và làm lại."
    )


class MediumTokenUnwritable(KnownError):
    code = "K629"
    sentence = "Không ghi được dấu duyệt lên USB; chưa thay đổi gì, hãy dùng USB khác."


class InwardFileWrong(KnownError):
    code = "K630"
    sentence = "Không nhận tệp này: {why}; chưa đọc gì vào kho sổ."


class BackupGone(KnownError):
    code = "K631"
    sentence = "Không thấy bản sao lưu số {number} trên USB; đã ghi nhật ký, hãy sao lưu lại ngay."


class BackupRotten(IntegrityError):
    code = "K632"
    sentence = (
        "Bản sao lưu số {number} đọc lại không còn đúng từng byte; đã ghi nhật ký, hãy sao lưu "
        "lại sang USB khác ngay."
    )


class NothingToRecheck(KnownError):
    code = "K633"
    sentence = "Không có bản sao lưu nào của kho sổ này ghi ở nơi đã chỉ; chưa kiểm tra gì."
