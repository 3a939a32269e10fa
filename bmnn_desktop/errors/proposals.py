"""Acts that need a second person."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class ProposalStale(KnownError):
    code = "K451"
    sentence = "Nội dung đã thay đổi sau khi đề nghị nên không xác nhận được; hãy đề nghị lại."


class ProposalClosed(KnownError):
    code = "K452"
    sentence = "Đề nghị này không có hoặc đã được trả lời; chưa thay đổi gì."


class SelfApproval(KnownError):
    code = "K453"
    sentence = "Người đề nghị không được tự xác nhận; cần người thứ hai. Chưa thay đổi gì."
