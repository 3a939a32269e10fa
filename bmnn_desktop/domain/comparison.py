"""Kiểm tra, đối chiếu khi nhận: what came against what was announced (Luật 117/2025, Điều 13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Finding(Enum):
    """What the comparison found; the value is what the vault stores."""

    COMPLETE = "complete"
    SHORT = "short"
    SURPLUS = "surplus"
    WRONG = "wrong"
    DAMAGED = "damaged"
    SUSPECT = "suspect"

    @property
    def label(self) -> str:
        """Return the finding as the screen and the minutes name it."""
        return _LABELS[self]

    @property
    def envelope_condition(self) -> str:
        """Return what it says of the envelope."""
        return {Finding.DAMAGED: "torn", Finding.SUSPECT: "suspect"}.get(self, "whole")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison as it is stored; `awaiting`: received short, the rest is to come."""

    compared_on: date
    finding: Finding
    remark: str
    awaiting: bool
    settled_on: date | None
    settlement: str


_LABELS = {
    Finding.COMPLETE: "Đủ",
    Finding.SHORT: "Thiếu, chờ bổ sung",
    Finding.SURPLUS: "Thừa",
    Finding.WRONG: "Gửi nhầm",
    Finding.DAMAGED: "Bì rách, hỏng",
    Finding.SUSPECT: "Nghi bị bóc, tráo",
}
