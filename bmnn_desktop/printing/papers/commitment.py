"""Bản cam kết bảo vệ bí mật nhà nước: of whoever has the key, and again when he leaves.

Điều 26 (as known of the law of 2018) asks for it on leaving; no form was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Fact, Facts, Paragraph
from bmnn_desktop.printing.papers.signature import LEADER, SIGNED, Capacity, Signature, Signer

_CITATION = "Nghị định 30/2020/NĐ-CP; Điều 26 Luật 29/2018/QH14 (cũ)"

_PROMISES = (
    (
        "1. Chấp hành pháp luật, nội quy bảo vệ bí mật nhà nước của cơ quan, tổ chức; chỉ sử dụng "
        "bí mật nhà nước đúng mục đích, đúng người, đúng việc được giao."
    ),
    (
        "2. Không sao, chụp, mang ra khỏi nơi lưu giữ, cung cấp, chuyển giao khi chưa được người "
        "có thẩm quyền cho phép; không soạn thảo, lưu giữ, gửi bí mật nhà nước trên thiết bị, mạng "
        "có kết nối Internet."
    ),
    "3. Giữ kín mật khẩu, mã PIN, USB ký; phát hiện lộ, mất thì báo cáo ngay.",
)
_BEFORE = (
    "4. Khi thôi việc, chuyển công tác, nghỉ hưu: bàn giao đủ và tiếp tục giữ bí mật những điều đã "
    "biết."
)
_AFTER = (
    "4. Đã bàn giao đủ tài liệu, vật chứa bí mật nhà nước, không giữ lại bản nào; tiếp tục giữ bí "
    "mật những điều đã biết sau khi thôi nhiệm vụ."
)


@dataclass(frozen=True, slots=True)
class Commitment:
    """The promise of one person."""

    kind: ClassVar[str] = "commitment"

    name: str
    post: str
    roles: str
    has_left: bool
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the promise."""
        return Composition(
            letterhead,
            body=(
                Facts(
                    (
                        (Fact("Tôi là", self.name), Fact("Chức vụ", self.post)),
                        (Fact("Nhiệm vụ", self.roles),),
                    )
                ),
                Paragraph("Tôi cam kết với cơ quan, tổ chức:"),
                *map(Paragraph, (*_PROMISES, _AFTER if self.has_left else _BEFORE)),
                Paragraph("Nếu vi phạm, tôi chịu trách nhiệm theo quy định của pháp luật."),
            ),
            signatures=(
                Signature.of(None, LEADER, SIGNED),
                Signature.of(Signer(Capacity("Người cam kết"), self.name), "", SIGNED),
            ),
            dated=letterhead.dated(self.day),
            title="Bản cam kết",
            subject="Bảo vệ bí mật nhà nước",
            citation=_CITATION,
        )
