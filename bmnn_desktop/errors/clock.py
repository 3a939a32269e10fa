"""The computer's clock: what cannot be dated is not registered."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class DayUnknown(KnownError):
    code = "K441"
    sentence = (
        "Máy báo ngày {clock}, không khớp với lần ghi sổ gần nhất ({last}); hãy ghi rõ hôm nay là "
        "ngày nào (ở Hôm nay, hoặc lệnh `day state`) rồi làm lại, chưa ghi gì."
    )


class DayUnlikely(KnownError):
    code = "K442"
    sentence = (
        "Ngày {day} trước lần ghi sổ gần nhất ({last}) hoặc cách quá xa; nếu đúng là ngày này thì "
        "xác nhận một lần nữa, chưa ghi gì."
    )
