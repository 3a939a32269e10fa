"""The page of an administrative document: A4 with the margins of NĐ 30/2020, Phụ lục I."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.printing.ink import MM

_SHORT = 210 * MM
_LONG = 297 * MM
_LEFT = 30 * MM  # NĐ 30/2020: 30 to 35 mm
_RIGHT = 15 * MM  # 15 to 20 mm
_TOP = 20 * MM  # 20 to 25 mm; the page number stands in it
_BOTTOM = 20 * MM  # 20 to 25 mm; the foot stands in it


@dataclass(frozen=True, slots=True)
class Page:
    """A page and the edges of its text, in points from the lower left corner."""

    width: float
    height: float
    frame: float = 0.0  # from the margins, where a frame is drawn, in to the text

    @property
    def left(self) -> float:
        """Return where text begins."""
        return _LEFT + self.frame

    @property
    def right(self) -> float:
        """Return where text ends."""
        return self.width - _RIGHT - self.frame

    @property
    def top(self) -> float:
        """Return the upper edge of the text."""
        return self.height - _TOP - self.frame

    @property
    def bottom(self) -> float:
        """Return the lower edge of the text."""
        return _BOTTOM + self.frame

    @property
    def measure(self) -> float:
        """Return the width of the text."""
        return self.right - self.left


PORTRAIT = Page(_SHORT, _LONG)
BOUND = Page(_LONG, _SHORT, frame=5 * MM)
LANDSCAPE = Page(_LONG, _SHORT)
