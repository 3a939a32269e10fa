"""What an envelope was found to hold when it was received: minutes and letter share it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bmnn_desktop.printing.papers.parts import Column, Table

_COLUMNS = (
    Column("TT", 0.7, "center"),
    Column("Nội dung", 3.2),
    Column("Ghi trên bì, phiếu gửi", 2.8),
    Column("Thực tế", 2.8),
)


class Finding(Enum):
    """A kind of difference between what was announced and what came."""

    SHORT = "short"
    INCOMPLETE = "incomplete"
    EXCESS = "excess"
    MISDIRECTED = "misdirected"
    TORN = "torn"
    OPENED = "opened"

    @property
    def label(self) -> str:
        """Return the finding in words."""
        return _LABELS[self]


_LABELS = {
    Finding.SHORT: "thiếu tài liệu so với bì, phiếu gửi",
    Finding.INCOMPLETE: "thiếu trang, phụ lục",
    Finding.EXCESS: "thừa tài liệu so với bì, phiếu gửi",
    Finding.MISDIRECTED: "gửi nhầm địa chỉ",
    Finding.TORN: "bì bị rách",
    Finding.OPENED: "bì có dấu hiệu bị bóc",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing that was compared; empty cells are filled in by pen."""

    what: str
    announced: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was announced, what came, and what that amounts to. Never a subject in it."""

    rows: tuple[Compared, ...]
    findings: tuple[Finding, ...]
    remarks: str = ""  # in words, for what no kind tells

    @property
    def conclusion(self) -> str:
        """Return the findings in one line of words."""
        return "; ".join(finding.label for finding in self.findings)

    @property
    def table(self) -> Table:
        """Return what was announced against what was found."""
        rows = enumerate(self.rows, 1)
        return Table(
            _COLUMNS,
            tuple((str(number), each.what, each.announced, each.found) for number, each in rows),
        )


BY_PEN = Comparison(
    rows=tuple(
        Compared(what)
        for what in ("Số bì", "Số tài liệu, số bản", "Số trang, phụ lục", "Bì và niêm phong")
    ),
    findings=(),
)
