"""Where things stand on the sheet: A4 landscape, bound on the left, margins of NĐ 30/2020.

Moving TOP, BOTTOM or the foot moves what is printed beside the lines of sheets already in use.
"""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.form import LONG_SIDE_MM, Form
from bmnn_desktop.printing.ink import MM

WIDTH = LONG_SIDE_MM * MM
HEIGHT = 210 * MM
TOP = HEIGHT - 20 * MM  # NĐ 30/2020: 20 to 25 mm; the line above is the running title
TITLE_LINE = TOP + 2.2 * MM
BOTTOM = 27 * MM  # below it the foot
QR_SIDE = 7.7 * MM  # of the dark square in a slot of the foot; around it stays white
SLOTS_ACROSS = 6
SMALL_LINE = 5.2 * MM  # lowest baseline; many printers leave 4.2 mm blank
SPARE_LINE = 20 * MM  # baseline beside the first slot
_SLOT_ROWS = (17.5 * MM, 8.5 * MM)  # lower edges


@dataclass(frozen=True, slots=True)
class Paper:
    """The edges of the text and of the columns."""

    left: float
    right: float
    edges: tuple[float, ...]  # of the columns, one more than columns

    @classmethod
    def of(cls, form: Form) -> Paper:
        """Return the paper of a form."""
        left = form.binding_mm * MM
        edges = [left]
        for column in form.columns:
            edges.append(edges[-1] + column.width_mm * MM)
        return cls(left, edges[-1], tuple(edges))

    @property
    def slot_width(self) -> float:
        """Return how wide a slot of the foot is."""
        return (self.right - self.left) / SLOTS_ACROSS

    def slot(self, number: int) -> tuple[float, float]:
        """Return the lower left corner of a slot of the foot, counted from 1."""
        row, place = divmod(number - 1, SLOTS_ACROSS)
        return self.left + place * self.slot_width, _SLOT_ROWS[row]
