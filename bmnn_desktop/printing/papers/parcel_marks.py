"""Phiếu thông tin ghi trên bì: what stands on each cover of an envelope, and which stamp it needs.

Facts only, beside the stamps. The rules are those of Nghị định 26/2020/NĐ-CP, Điều 4 (LAW.md 1.9):
those in force were not read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.text import inside
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Column, Paragraph, Section, Table
from bmnn_desktop.printing.papers.signature import SIGNED, Capacity, Signature, Signer

_MARKS = (Column("", 3), Column("", 7, bold=True))
_CITATION = "Nghị định 30/2020/NĐ-CP; Điều 4 Nghị định 26/2020/NĐ-CP (cũ)"
_NAMED = "“Chỉ người có tên mới được bóc bì”"


@dataclass(frozen=True, slots=True)
class ParcelMarks:
    """The covers of one envelope; `level` is the highest of what is inside, None: not known."""

    kind: ClassVar[str] = "parcel-marks"

    number: str  # "bì số 02, bảng kê số 05/2026"
    receiver: str
    addressee: str
    numbers: tuple[str, ...]  # number and symbol of each document
    level: Level | None
    keeper: str
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the sheet."""
        return Composition(
            letterhead,
            body=(
                *(self._double() if self.level is Level.TUYET_MAT else self._single()),
                Paragraph(
                    "Bì bằng giấy dai, không nhìn thấu, khó thấm nước, dán bằng hồ khó bóc; niêm "
                    "phong. Phiếu này chỉ cho biết điều cần ghi, không thay con dấu."
                ),
            ),
            signatures=(
                Signature.of(
                    Signer(Capacity("Người được giao bảo vệ BMNN"), self.keeper), "", SIGNED
                ),
            ),
            dated=letterhead.dated(self.day),
            title="Phiếu thông tin ghi trên bì",
            subject=f"{self.number[:1].upper()}{self.number[1:]}",
            citation=_CITATION,
        )

    def _double(self) -> tuple[Section | Table, ...]:
        return (
            Section("I. Bì trong"),
            Table(_MARKS, (*self._inner(), ("Dấu", self._stamps("“Tuyệt mật”, dấu niêm phong")))),
            Section("II. Bì ngoài (ghi như bì thường)"),
            Table(_MARKS, (("Nơi nhận", self.receiver), ("Dấu ký hiệu", "A"))),
        )

    def _single(self) -> tuple[Section | Table, ...]:
        letter = "theo độ mật cao nhất bên trong" if self.level is None else self.level.cover_code
        return (
            Section("Bì (một lớp)"),
            Table(_MARKS, (*self._inner(), ("Dấu ký hiệu", self._stamps(letter)))),
        )

    def _inner(self) -> tuple[tuple[str, str], ...]:
        rows = (
            ("Nơi nhận", self.receiver),
            ("Người nhận", self.addressee),
            ("Số, ký hiệu", "\n".join(self.numbers)),
        )
        return tuple(row for row in rows if row[1])

    def _stamps(self, first: str) -> str:
        return f"{first}; {inside(_NAMED)}" if self.addressee else first
