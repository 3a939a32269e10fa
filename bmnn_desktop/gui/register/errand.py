"""What a form is open for."""

from __future__ import annotations

from enum import Enum


class Errand(Enum):
    """The value is what a draft keeps."""

    NEW = "new"
    CORRECT = "correct"  # before printing directly, afterwards by a line of its own
    OPEN = "open"  # mở bì
    MOVE = "move"  # ghi nhầm sổ: a line of the other book, registered anew here

    @property
    def needs_line(self) -> bool:
        """Tell whether it is about a line that is in a book already."""
        return self is not Errand.NEW

    @property
    def deals_number(self) -> bool:
        """Tell whether the line gets a number of its own."""
        return self in (Errand.NEW, Errand.MOVE)
