"""Reading plans."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class PlanFileUnreadable(KnownError):
    code = "K801"
    sentence = "Không đọc được tệp kế hoạch ở nơi đã chỉ; hãy kiểm tra lại đường dẫn."


class PlanKindUnknown(KnownError):
    code = "K802"
    sentence = (
        "Tệp này không phải .txt, .docx hay PDF có chữ nên chưa đọc được; hãy mở bằng trình soạn "
        "thảo rồi lưu lại dưới dạng .docx."
    )


class PlanTooLarge(KnownError):
    code = "K803"
    sentence = (
        "Tệp quá lớn so với một kế hoạch nên không đọc; chưa ghi gì, hãy tách riêng phần kế hoạch."
    )


class PlanFileDamaged(KnownError):
    code = "K804"
    sentence = (
        "Tệp kế hoạch bị hỏng, có mật khẩu hoặc có nội dung không an toàn nên không đọc; "
        "hãy xin lại tệp hoặc lưu lại dưới dạng .txt."
    )


class PlanHasNoText(KnownError):
    code = "K805"
    sentence = (
        "Tệp không có chữ đọc được (tệp trống hoặc bản quét); "
        "hãy xin tệp .docx hoặc nhập nhanh từ giấy."
    )


class NotAPlan(KnownError):
    code = "K806"
    sentence = (
        "Không nhận ra đây là một kế hoạch có giao nhiệm vụ; chưa ghi gì, hãy xem lại tệp đã chọn."
    )
