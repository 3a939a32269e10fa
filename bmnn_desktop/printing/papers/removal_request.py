"""Văn bản đề nghị mang bí mật nhà nước ra nước ngoài: the facts of khoản 2 Điều 14, as a form.

No official form was found: the layout is a proposal, its facts are those of the article.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import BLANK_DAY, Letterhead
from bmnn_desktop.printing.papers.parts import Box, Boxes, Fact, Facts, Paragraph
from bmnn_desktop.printing.papers.secret_items import SecretItem, items_table
from bmnn_desktop.printing.papers.signature import SIGNED, Capacity, Signature, Signer

_CITATION = "Nghị định 30/2020/NĐ-CP; khoản 2 Điều 14 Luật 117/2025/QH15"


@dataclass(frozen=True, slots=True)
class RemovalRequest:
    """What is empty is for the pen."""

    kind: ClassVar[str] = "removal-request"

    taker: str
    post: str
    unit: str
    items: tuple[SecretItem, ...]
    purpose: str
    first: date
    last: date
    destination: str
    protection: str
    permitter: str
    permitter_post: str
    day: date | None = None

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the request."""
        return Composition(
            letterhead,
            body=(
                Facts(
                    (
                        (Fact("1. Họ và tên người mang", self.taker),),
                        (
                            Fact("2. Chức vụ", self.post),
                            Fact("3. Đơn vị công tác", self.unit, share=1.4),
                        ),
                    )
                ),
                Paragraph("4. Đề nghị được mang ra nước ngoài bí mật nhà nước sau đây:"),
                items_table(self.items),
                Facts(
                    (
                        (Fact("5. Mục đích sử dụng", self.purpose),),
                        (
                            Fact(
                                "6. Thời gian công tác",
                                f"từ {short_date(self.first)} đến {short_date(self.last)}",
                            ),
                        ),
                        (Fact("7. Địa điểm công tác", self.destination),),
                        (Fact("8. Biện pháp bảo vệ bí mật nhà nước", self.protection),),
                    )
                ),
                Paragraph(
                    "Người mang chịu trách nhiệm bảo vệ bí mật nhà nước trong suốt chuyến đi và "
                    "bàn giao lại đầy đủ cho cơ quan quản lý khi kết thúc chuyến đi."
                ),
                Boxes((Box("Ý kiến của người có thẩm quyền", pen_lines=2),)),
            ),
            signatures=(
                Signature.of(Signer(Capacity("Người đề nghị"), self.taker), "", SIGNED),
                Signature.of(
                    Signer(Capacity(self.permitter_post or "Người có thẩm quyền"), self.permitter),
                    "",
                    SIGNED,
                    dated=f"N{BLANK_DAY[1:]}",
                ),
            ),
            dated=letterhead.dated(self.day),
            title="Đề nghị mang bí mật nhà nước ra nước ngoài",
            addressees=(self.permitter_post or "Người có thẩm quyền",),
            citation=_CITATION,
        )
