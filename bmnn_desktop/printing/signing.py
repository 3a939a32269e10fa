"""Places to sign: two columns, each with its title, a note and room for a hand and a seal."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.printing.ink import MM, Ink
from bmnn_desktop.printing.paper import Paper
from bmnn_desktop.printing.pdf_file import PdfFile

BLOCK = 46 * MM  # height of the block under the last line
_TITLE = 11.5
_TEXT = 11.0
_KEEPER = "NGƯỜI LẬP SỔ"
LEADER = "LÃNH ĐẠO CƠ QUAN, TỔ CHỨC"
SEALED = "(Ký, ghi rõ họ tên, đóng dấu)"
_SIGNED = "(Ký, ghi rõ họ tên)"


@dataclass(slots=True)
class Tally:
    """What the sheets hold, summed up above the signatures."""

    lines: int = 0
    struck: int = 0
    first: int = 0
    last: int = 0

    def add(self, seq_no: int, *, struck: bool) -> None:
        """Count one line."""
        if not self.lines:
            self.first = seq_no
        self.lines += 1
        self.struck += struck
        self.last = seq_no

    @property
    def sentence(self) -> str:
        """Return the sum in words."""
        if not self.lines:
            return "Chưa đăng ký số nào trong quyển sổ này."
        text = (
            f"Cộng: {show_number(self.lines)} số, "
            f"từ số {show_number(self.first)} đến số {show_number(self.last)}"
        )
        if self.struck:
            text += f"; trong đó gạch bỏ {show_number(self.struck)} số"
        return text + "."


def day_line(place: str) -> str:
    """Return place and date, the date for the pen."""
    start = f"{place}, ngày" if place else "Ngày"
    return f"{start} …… tháng …… năm ………"


def signature_block(
    ink: Ink, pdf: PdfFile, paper: Paper, top: float, *, place: str, tally: Tally
) -> None:
    """Draw the block under the last line, from `top` down."""
    ink.text(pdf.italic, _TEXT, paper.left, top - 15, tally.sentence)
    quarter = (paper.right - paper.left) / 4
    left, right = paper.left + quarter, paper.right - quarter
    ink.centred(pdf.italic, _TEXT, right, top - 32, day_line(place))
    for x, title, note in ((left, _KEEPER, _SIGNED), (right, LEADER, SEALED)):
        ink.centred(pdf.bold, _TITLE, x, top - 47, title)
        ink.centred(pdf.italic, _TEXT, x, top - 61, note)
