"""Độ mật: the three levels of a state secret (Luật 117/2025/QH15, Điều 8; letters: LAW 1.3)."""

from __future__ import annotations

from enum import Enum

from bmnn_desktop.domain.text import fold


class Level(Enum):
    """A level; the value is what the vault stores."""

    TUYET_MAT = "TUYET_MAT"
    TOI_MAT = "TOI_MAT"
    MAT = "MAT"

    @property
    def label(self) -> str:
        """Return the name as it stands in the books."""
        return _LABELS[self]

    @property
    def cover_code(self) -> str:
        """Return the letter on the envelope."""
        return _LETTERS[self]

    @property
    def allows_subject(self) -> bool:
        """Tell whether the books may carry the subject (NĐ 63/2026, Điều 6: not Tuyệt mật)."""
        return self is not Level.TUYET_MAT

    @classmethod
    def parse(cls, text: str) -> Level | None:
        """Read a name, a letter or an identifier, with or without diacritics."""
        return _SPELLINGS.get(fold(text).replace("_", " ").strip())


_LABELS = {Level.TUYET_MAT: "Tuyệt mật", Level.TOI_MAT: "Tối mật", Level.MAT: "Mật"}
_LETTERS = {Level.TUYET_MAT: "A", Level.TOI_MAT: "B", Level.MAT: "C"}
_SPELLINGS = {
    spelling: level
    for level in Level
    for spelling in (fold(_LABELS[level]), _LETTERS[level].lower())
}
