"""Văn bản đề nghị cung cấp, chuyển giao bí mật nhà nước: the request as a form to sign.

The old form (Mẫu 17) was not found, nor a new one: the facts are those of Điều 15, the rest is a
proposal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Fact, Facts, Paragraph
from bmnn_desktop.printing.papers.signature import SEALED, SIGNED, Capacity, Signature, Signer

_CITATION = "Nghị định 30/2020/NĐ-CP; Điều 15 Luật 117/2025/QH15"


@dataclass(frozen=True, slots=True)
class ProvisionRequest:
    """The asker's own paper: addressed to the body of the letterhead."""

    kind: ClassVar[str] = "provision-request"

    is_body: bool
    asker: str
    representative: str
    identity: str
    number: str
    what: str
    purpose: str
    has_commitment: bool
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the request."""
        if self.is_body:
            who = (
                (Fact("1. Cơ quan, tổ chức đề nghị", self.asker),),
                (Fact("2. Người đại diện", self.representative),),
            )
        else:
            who = (
                (Fact("1. Họ và tên người đề nghị", self.asker),),
                (Fact("2. Giấy tờ tùy thân, địa chỉ, vị trí công tác", self.identity),),
            )
        promise = "cam kết" if self.has_commitment else "(chưa có cam kết) phải cam kết"
        signer = Signer(
            Capacity("Người đại diện" if self.is_body else "Người đề nghị"),
            self.representative if self.is_body else self.asker,
        )
        return Composition(
            Letterhead("", self.asker if self.is_body else "", "", ""),
            body=(
                Facts(
                    (
                        *who,
                        (Fact("3. Văn bản đề nghị", self.number),),
                        (Fact("4. Bí mật nhà nước đề nghị cung cấp, chuyển giao", self.what),),
                        (Fact("5. Mục đích sử dụng", self.purpose),),
                    )
                ),
                Paragraph(
                    f"6. Bên đề nghị {promise} bảo vệ bí mật nhà nước được cung cấp, chuyển giao "
                    "và chỉ sử dụng đúng mục đích nêu trên."
                ),
            ),
            signatures=(Signature.of(signer, "", SEALED if self.is_body else SIGNED),),
            dated=Letterhead("", "", "", "").dated(self.day),
            title="Đề nghị cung cấp, chuyển giao bí mật nhà nước",
            addressees=(letterhead.org,),
            citation=_CITATION,
        )
