"""Đính chính: what a printed line got wrong or left open, said in a line of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class CorrectionKind(Enum):
    """Why there is a line more; the value is what the vault stores."""

    CORRECT = "correct"
    ANNUL = "annul"
    COMPLETE = "complete"  # the envelope was closed when the line was printed

    @property
    def label(self) -> str:
        """Return how column 1 begins: "ĐC 12"."""
        return {
            CorrectionKind.CORRECT: "ĐC",
            CorrectionKind.ANNUL: "GB",
            CorrectionKind.COMPLETE: "Tiếp",
        }[self]


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction line as it is stored; `fields` are the ones that changed."""

    id: int
    document_id: int
    kind: CorrectionKind
    made_on: date
    made_by: str
    fields: tuple[str, ...]
    words: str
    printed: bool
