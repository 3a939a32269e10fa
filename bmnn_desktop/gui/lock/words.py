"""The sentences of the curtain."""

from __future__ import annotations

import math

from bmnn_desktop.domain.idle_lock import Stage

HELD = (
    "Bấm một phím hoặc nhấp chuột, rồi nhập mật khẩu để làm tiếp.\n"
    "Có việc đang làm dở, bỏ đi sẽ mất nên vẫn giữ sau màn che."
)
_MINUTE = 60


def curtain_words(stage: Stage, to_lift: float, to_lock: float) -> str:
    """Say what a key does now, and until when."""
    if stage is Stage.LIFTS:
        return (
            f"Còn {math.ceil(to_lift)} giây để mở không cần mật khẩu.\n"
            "Bấm một phím hoặc nhấp chuột: lần bấm đó chỉ mở màn che, không làm gì khác."
        )
    return (
        "Bấm một phím hoặc nhấp chuột, rồi nhập mật khẩu để làm tiếp. "
        "Biểu nhập đang gõ dở được giữ lại.\n"
        f"Kho sổ tự khóa sau {_span(to_lock)} nữa."
    )


def button_words(minutes: int) -> str:
    """Say the setting where it is set."""
    return f"Tự khóa sau {minutes} phút…"


def _span(seconds: float) -> str:
    if seconds > _MINUTE:
        return f"{math.ceil(seconds / _MINUTE)} phút"
    return f"{math.ceil(seconds)} giây"
