"""Copies as they are named on Giao – nhận: what cannot be read, what means several."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class CopyUnreadable(KnownError):
    code = "K880"
    sentence = (
        "Không đọc được “{text}”; hãy ghi như “đến 37” hoặc “đi 12.3” (bản số 03), “đi 12.S1” (bản "
        "sao số 01); chưa ghi gì."
    )


class CopyUnclear(KnownError):
    code = "K881"
    sentence = (
        "{line} có {count} bản ở nơi lưu giữ; hãy ghi rõ bản nào sau dấu chấm, ví dụ "
        "{number}.{copy}; chưa ghi gì."
    )


class ParcelUnreadable(KnownError):
    code = "K882"
    sentence = (
        "Không đọc được dòng “{text}”; mỗi bì một dòng, như “Sở Thí Dụ: đi 12.3, 12.4”; chưa ghi "
        "gì."
    )


class LogsDiffer(KnownError):
    code = "K883"
    sentence = (
        "Các dòng đã chọn thuộc Sổ chuyển giao của nhiều năm ({years}); hãy ghi từng năm một; chưa "
        "ghi gì."
    )
