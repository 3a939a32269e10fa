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


class PlanEmpty(KnownError):
    code = "K807"
    sentence = "Kế hoạch chưa có nhiệm vụ nào để nhận; chưa ghi gì, hãy thêm ít nhất một dòng."


class PlanAccepted(KnownError):
    code = "K808"
    sentence = (
        "Kế hoạch này đã được nhận, mã {plan}; chưa ghi gì, hãy mở kế hoạch đó để sửa nhiệm vụ."
    )


class PlanMissing(KnownError):
    code = "K809"
    sentence = "Không có kế hoạch mã {plan}; chưa ghi gì."


class TaskMissing(KnownError):
    code = "K810"
    sentence = "Không có nhiệm vụ mã {task}; chưa ghi gì."


class TaskEnded(KnownError):
    code = "K811"
    sentence = (
        "Nhiệm vụ mã {task} đã xong hoặc thôi theo dõi; chưa ghi gì, muốn làm tiếp thì mở lại ở "
        "Sửa nhiệm vụ."
    )


class ReportMissing(KnownError):
    code = "K812"
    sentence = "Không có báo cáo mã {report} trong lịch báo cáo của đơn vị; chưa ghi gì."


class TemplateMissing(KnownError):
    code = "K813"
    sentence = "Không có mẫu kế hoạch “{template}”; chưa ghi gì."
