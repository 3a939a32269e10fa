"""A new generation of keys: what must come first, what a broken switch means."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class SlotsTooOld(KnownError):
    code = "K241"
    sentence = (
        "Chưa đổi khóa: {logins} phải tự đổi mật khẩu một lần trước, nếu không sẽ mất đường vào. "
        "Kho sổ vẫn nguyên."
    )


class RecoverySlotTooOld(KnownError):
    code = "K242"
    sentence = (
        "Chưa đổi khóa: phiếu khóa khôi phục theo dạng cũ, sẽ không còn mở được; "
        "hãy cấp phiếu mới trước. Kho sổ vẫn nguyên."
    )


class GenerationOver(KnownError):
    code = "K243"
    sentence = "Khóa của kho sổ vừa được đổi; việc này chưa được ghi, hãy mở khóa lại rồi làm lại."


class SwitchUnfinished(KnownError):
    code = "K244"
    sentence = (
        "Việc đổi khóa bị ngắt giữa chừng, không mất mục nào. Hãy mở lại kho sổ bằng mật khẩu như "
        "cũ: chương trình tự làm nốt hoặc giữ khóa cũ."
    )


class SheetUncertain(KnownError):
    code = "K245"
    sentence = (
        "Việc đổi khóa bị ngắt giữa chừng, không mất mục nào. Giữ cả phiếu khóa khôi phục cũ và "
        "phiếu mới ({where}): mở lại kho sổ bằng mật khẩu như cũ, khóa đã đổi thì phiếu mới dùng "
        "được, khóa vẫn như cũ thì phiếu cũ dùng được."
    )
