"""The second signature: who signs beside, and the stick he signs with."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class SecondSilent(KnownError):
    code = "K461"
    sentence = (
        "Chưa có chữ ký của người thứ hai: cửa sổ ký đã đóng hoặc quá giờ chờ. "
        "Chưa xác nhận gì; đề nghị vẫn chờ xác nhận."
    )


class SecondDeclined(KnownError):
    code = "K462"
    sentence = "Người thứ hai chưa ký. Chưa xác nhận gì; đề nghị vẫn chờ xác nhận."


class SignatureRefused(KnownError):
    code = "K463"
    sentence = (
        "Phần ký của người thứ hai trả lời không đúng nên không được nhận; "
        "chưa xác nhận gì, kho sổ vẫn nguyên."
    )


class StickForeign(KnownError):
    code = "K464"
    sentence = "USB ký này của kho sổ khác; chưa ký gì, hãy cắm USB ký của kho sổ này."


class StickReplaced(KnownError):
    code = "K465"
    sentence = (
        "USB ký này không còn dùng được: không phải của người ký hoặc đã cấp USB ký khác. "
        "Chưa ký gì."
    )


class StickUnreadable(KnownError):
    code = "K466"
    sentence = "Không đọc được tệp khóa ký ở nơi đã chỉ; chưa ký gì, hãy xem lại USB ký."


class StickFileExists(KnownError):
    code = "K467"
    sentence = "Nơi ghi khóa ký đã có tệp khóa; chưa cấp gì, hãy dùng USB khác hoặc tên tệp khác."


class PinUnfit(KnownError):
    code = "K468"
    sentence = (
        "Mã PIN gồm 6 đến 8 chữ số, không dùng một chữ số lặp lại hoặc dãy số liền nhau "
        "như 123456; chưa cấp gì, hãy chọn mã khác."
    )


class PinWrong(KnownError):
    code = "K469"
    sentence = "Mã PIN không đúng; chưa ký gì, hãy thử lại."


class PinNotGiven(KnownError):
    code = "K473"
    sentence = (
        "Chưa đặt được mã PIN: cửa sổ đặt mã PIN đã đóng, quá giờ chờ hoặc trả lời không đúng. "
        "Chưa cấp gì, USB ký cũ (nếu có) vẫn dùng được; hãy làm lại."
    )


class TooMuchToShow(KnownError):
    code = "K470"
    sentence = "Nhiều việc quá, không hiện hết để ký một lần được; hãy xác nhận từng phần."


class StickForConfirmer(KnownError):
    code = "K471"
    sentence = "USB ký chỉ cấp cho người xác nhận còn quyền; chưa cấp gì."


class StickUnwritable(KnownError):
    code = "K472"
    sentence = "Không ghi được tệp khóa ký ở nơi đã chỉ; chưa cấp gì, hãy xem lại USB."
