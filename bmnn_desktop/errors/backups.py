"""Backups and media."""

from __future__ import annotations

from bmnn_desktop.errors.known import IntegrityError, KnownError


class MediumRefused(KnownError):
    code = "K601"
    sentence = "Nơi sao lưu không dùng được: {why}; chưa ghi gì, kho sổ vẫn nguyên."


class MediumFull(KnownError):
    code = "K602"
    sentence = "Nơi sao lưu không đủ chỗ; chưa ghi bản sao lưu nào, kho sổ vẫn nguyên."


class BackupFailed(KnownError):
    code = "K603"
    sentence = (
        "Bản sao lưu vừa ghi đọc lại không đúng nên đã bỏ; kho sổ vẫn nguyên, hãy dùng USB khác."
    )


class BackupUnreadable(KnownError):
    code = "K604"
    sentence = "Không đọc được tệp sao lưu ở nơi đã chỉ; hãy kiểm tra lại đường dẫn."


class BackupDamaged(IntegrityError):
    code = "K605"
    sentence = "Tệp sao lưu bị hỏng hoặc không phải của kho sổ này; không có gì được khôi phục."


class BackupForged(IntegrityError):
    code = "K606"
    sentence = (
        "Tệp sao lưu không khớp với phiếu khóa khôi phục (dấu nhận dạng mục đầu tiên khác); "
        "không có gì được khôi phục."
    )


class BackupKeyWrong(KnownError):
    code = "K607"
    sentence = "Phiếu khóa khôi phục này không mở được tệp sao lưu đã chọn."


class BackupUnknown(KnownError):
    code = "K608"
    sentence = (
        "Chưa biết tệp này: nó không trùng với bản sao lưu nào đã kiểm tra của kho sổ đang mở; "
        "muốn kiểm tra kỹ hãy dùng phiếu khóa khôi phục hoặc khóa của người xác nhận."
    )


class BackupNewer(KnownError):
    code = "K609"
    sentence = "Tệp sao lưu do phiên bản mới hơn tạo ra; hãy dùng phiên bản đó để mở."


class BackupNotForYou(KnownError):
    code = "K640"
    sentence = (
        "Khóa của bạn không mở được tệp này: bản sao lưu ghi trước khi bạn được cấp khóa đang "
        "dùng, hoặc của kho sổ khác; muốn kiểm tra tệp này hãy dùng phiếu khóa khôi phục."
    )
