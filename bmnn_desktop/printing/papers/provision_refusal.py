"""Văn bản từ chối cung cấp, chuyển giao bí mật nhà nước: the answer, with its reasons.

That a refusal is written and gives reasons is known from the previous law only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Paragraph
from bmnn_desktop.printing.papers.signature import SEALED, Signature, Signer

_CITATION = "Nghị định 30/2020/NĐ-CP; từ chối bằng văn bản: luật trước"


@dataclass(frozen=True, slots=True)
class ProvisionRefusal:
    """The letter to whoever asked."""

    kind: ClassVar[str] = "provision-refusal"

    asker: str
    request: str
    requested_on: date
    what: str
    reasons: str
    decider: Signer
    decided_on: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the letter."""
        reasons = self.reasons.rstrip(".")
        return Composition(
            letterhead,
            body=(
                Paragraph(
                    f"{letterhead.org} nhận được đề nghị số {self.request}, "
                    f"{long_date(self.requested_on)}, của {self.asker} về việc cung cấp, chuyển "
                    f"giao bí mật nhà nước: {self.what.rstrip('.')}."
                ),
                Paragraph(
                    "Sau khi xem xét theo Điều 15 Luật Bảo vệ bí mật nhà nước số 117/2025/QH15, "
                    f"{letterhead.org} không cung cấp, chuyển giao bí mật nhà nước nêu trên. Lý "
                    f"do: {reasons}."
                ),
                Paragraph(f"{letterhead.org} thông báo để {self.asker} biết."),
            ),
            signatures=(Signature.of(self.decider, "", SEALED),),
            dated=letterhead.dated(self.decided_on),
            number=letterhead.numbered(""),
            regarding="V/v không cung cấp, chuyển giao bí mật nhà nước",
            addressees=(self.asker,),
            recipients=("Như trên", "Lưu: VT"),
            citation=_CITATION,
        )
