"""Printing and anchor codes."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class BookEmpty(KnownError):
    code = "K501"
    sentence = "Quyển sổ này chưa có dòng nào để in."


class FormFileWrong(KnownError):
    code = "K502"
    sentence = "Tệp mẫu sổ “{file}” sai ở {where}: {why}."


class FormKnown(KnownError):
    code = "K509"
    sentence = (
        "Đã có biểu mẫu tên “{name}”; chưa cài gì. Biểu mẫu đã cài không đổi nữa: bản sửa phải "
        "mang tên khác (mục “id” của tệp)."
    )


class OutputExists(KnownError):
    code = "K503"
    sentence = "Đã có tệp ở nơi ghi ra; chưa ghi đè, hãy chọn tên khác."


class OutputFailed(KnownError):
    code = "K504"
    sentence = "Không ghi được tệp ra nơi đã chọn; sổ vẫn nguyên, hãy kiểm tra nơi ghi rồi in lại."


class ClearFileRefused(KnownError):
    code = "K505"
    sentence = (
        "Chỉ kho tập huấn mới được ghi tệp không mã hóa; kho thật chỉ in ra giấy hoặc ghi vào "
        "USB đã duyệt khi có hai người xác nhận."
    )


class AnchorMistyped(KnownError):
    code = "K506"
    sentence = "Mã đối chiếu gõ chưa đúng (sai ký tự kiểm tra); hãy xem lại chân tờ sổ và gõ lại."


class PrintRunUnknown(KnownError):
    code = "K507"
    sentence = "Không có lần in này hoặc đã trả lời rồi; chưa thay đổi gì."


class PrintUnanswered(KnownError):
    code = "K508"
    sentence = (
        "Số thứ tự {seq_no} nằm trong lần in chưa trả lời; hãy trả lời “In tốt” hoặc “Tờ hỏng” "
        "trước, chưa thay đổi gì."
    )
