"""Where things stand on the sheet: A4 landscape, bound on the left, margins of NĐ 30/2020."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.form import LONG_SIDE_MM, Form
from bmnn_desktop.printing.ink import MM

WIDTH = LONG_SIDE_MM * MM
HEIGHT = 210 * MM
TOP = HEIGHT - 20 * MM  # NĐ 30/2020: 20 to 25 mm; the line above is the running title
BOTTOM = 20 * MM  # below it the foot
FOOT_LINE = 14.6 * MM  # baselines of the foot
SMALL_LINE = 9.4 * MM
QR_SIDE = 14 * MM
QR_BOTTOM = 5.2 * MM


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
