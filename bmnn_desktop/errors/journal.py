"""Asking the journal, and the closing sheet that is made of it."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class EntryMissing(KnownError):
    code = "K481"
    sentence = "Nhật ký không có mục số {seq}."


class PeriodWrong(KnownError):
    code = "K482"
    sentence = "Kỳ chốt sổ phải từ ngày trước đến ngày sau và không quá hôm nay; chưa in gì."
