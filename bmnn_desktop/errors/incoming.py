"""Incoming mail: envelopes, comparison at receipt, directions."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class EnvelopeSealed(KnownError):
    code = "K421"
    sentence = "Số thứ tự {seq_no} còn nguyên bì; hãy ghi mở bì trước, chưa thay đổi gì."


class EnvelopeOpened(KnownError):
    code = "K422"
    sentence = "Bì của số thứ tự {seq_no} đã mở; chưa thay đổi gì."


class NothingAwaited(KnownError):
    code = "K423"
    sentence = "Số thứ tự {seq_no} không chờ bổ sung; chưa thay đổi gì."


class DirectionMissing(KnownError):
    code = "K424"
    sentence = "Không có ý kiến chỉ đạo này hoặc đã xong; chưa thay đổi gì."


class ListMissing(KnownError):
    code = "K425"
    sentence = "Không có danh sách nơi nhận tên “{name}”."
