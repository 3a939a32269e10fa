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


class NeedsSecondPerson(KnownError):
    code = "K454"
    sentence = "Việc này chỉ có hiệu lực khi người thứ hai xác nhận; chưa thay đổi gì."


class NotConfirmer(KnownError):
    code = "K455"
    sentence = (
        "Người ký không có vai trò người xác nhận, hoặc quyền đã bị thu hồi. "
        "Phiếu khóa khôi phục chỉ xác nhận được khi chưa có người xác nhận. Chưa thay đổi gì."
    )
