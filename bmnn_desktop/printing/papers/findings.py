"""What an envelope was found to hold when it was received: minutes and letter share it."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.printing.papers.parts import Column, Table

_COLUMNS = (
    Column("TT", 0.7, "center"),
    Column("Nội dung", 3.2),
    Column("Ghi trên bì, phiếu gửi", 2.8),
    Column("Thực tế", 2.8),
)


_WORDS = {
    Finding.COMPLETE: "đủ, đúng như ghi trên bì, phiếu gửi",
    Finding.SHORT: "thiếu so với bì, phiếu gửi",
    Finding.SURPLUS: "thừa so với bì, phiếu gửi",
    Finding.WRONG: "gửi nhầm địa chỉ",
    Finding.DAMAGED: "bì bị rách, hỏng",
    Finding.SUSPECT: "bì có dấu hiệu bị bóc, tráo",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing that was compared; empty cells are filled in by pen."""

    what: str
    announced: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was announced, what came, and what that amounts to. Never a subject in it."""

    rows: tuple[Compared, ...]
    kinds: tuple[Finding, ...]
    remarks: str = ""  # in words, for what no kind tells

    @property
    def conclusion(self) -> str:
        """Return the findings in one line of words."""
        return "; ".join(_WORDS[kind] for kind in self.kinds)

    @property
    def table(self) -> Table:
        """Return what was announced against what was found."""
        rows = enumerate(self.rows, 1)
        return Table(
            _COLUMNS,
            tuple((str(number), each.what, each.announced, each.found) for number, each in rows),
        )


BY_PEN = Findings(
    rows=tuple(
        Compared(what)
        for what in ("Số bì", "Số tài liệu, số bản", "Số trang, phụ lục", "Bì và niêm phong")
    ),
    kinds=(),
)
