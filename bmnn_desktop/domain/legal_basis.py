"""What a rule rests on: its words, its article, and how far the article was checked."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.form import Status

_STATUS = {
    Status.CONFIRMED: "đã xác nhận",
    Status.REPORTED: "theo nguồn khác, chưa đối chiếu",
    Status.DEFAULT: "chưa xác nhận theo luật hiện hành",
}


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """One rule of LAW.md as data; what is not confirmed says so wherever it is shown."""

    words: str
    citation: str
    status: Status

    @property
    def line(self) -> str:
        """Return "Ra nước ngoài: … (khoản 2 Điều 14 …; đã xác nhận)."."""
        return f"{self.words} ({self.citation}; {_STATUS[self.status]})."
