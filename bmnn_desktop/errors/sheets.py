"""Sheets and ink: what paper refuses."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class NothingToPrint(KnownError):
    code = "K520"
    sentence = "Không có dòng mới nào để in; mọi dòng của quyển này đã ở trên giấy."


class PrintRunWaiting(KnownError):
    code = "K521"
    sentence = (
        "Lần in trước của quyển này chưa trả lời; hãy trả lời “In tốt”, “Tờ hỏng” hoặc “Không ra "
        "tờ nào” trước, chưa in gì."
    )


class SheetMissing(KnownError):
    code = "K522"
    sentence = "Quyển này không có tờ số {number} trên giấy; chưa thay đổi gì."


class SheetSpoiled(KnownError):
    code = "K523"
    sentence = "Tờ số {number} đã ghi là tờ hỏng; chưa thay đổi gì."


class SheetNotBlank(KnownError):
    code = "K524"
    sentence = "Tờ số {number} không phải tờ dự phòng còn dùng được; chưa ghi gì."


class SheetNotInRun(KnownError):
    code = "K525"
    sentence = "Lần in này không có tờ số {number}; chưa thay đổi gì."


class PlaceMissing(KnownError):
    code = "K526"
    sentence = "Tờ số {number} không có chỗ ký “{place}”; chưa thay đổi gì."


class NoSheetToCross(KnownError):
    code = "K527"
    sentence = "Quyển này không có tờ nào đang dùng dở để gạch chéo phần trống."


class SheetEmpty(KnownError):
    code = "K528"
    sentence = "Tờ số {number} chưa có dòng nào để in lại."


class BlankCountWrong(KnownError):
    code = "K529"
    sentence = "Số tờ dự phòng phải từ 1 đến {most}; chưa in gì."


class OffsetWrong(KnownError):
    code = "K530"
    sentence = "Độ lệch của máy in phải từ -{most} đến {most} mm; chưa ghi gì."


class NothingToHandOver(KnownError):
    code = "K531"
    sentence = (
        "Không có dòng nào chờ giao để ký trên tờ ký nhận; sổ nào muốn ký trên tờ ký nhận thì "
        "chọn cách ký đó cho sổ trước."
    )


class NothingWrong(KnownError):
    code = "K532"
    sentence = "Số thứ tự {seq_no} đã đối chiếu đủ; không có gì để lập biên bản hay báo nơi gửi."


class AnswerContradicts(KnownError):
    code = "K533"
    sentence = "Đã trả lời là in tốt hoặc không ra tờ nào thì không ghi tờ hỏng; chưa ghi gì."
