"""After how many days a backup is asked for, and how loudly; a unit may choose its own."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

LEAST, MOST = 1, 366  # days


@dataclass(frozen=True, slots=True)
class BackupDays:
    """Days since the last good backup; no rule of the law sets any of them."""

    remind: int = 7  # among the things to do
    red: int = 14  # in red
    first: int = 30  # before everything else
    recheck: int = 90  # an old backup is to be read once more

    @property
    def is_proposed(self) -> bool:
        """Tell whether nobody has chosen others."""
        return self == PROPOSED

    @property
    def is_sane(self) -> bool:
        """Tell whether they rise and lie within a year."""
        every = [getattr(self, each.name) for each in fields(self)]
        return all(LEAST <= days <= MOST for days in every) and (
            self.remind <= self.red <= self.first
        )

    @property
    def words(self) -> str:
        """Return them in words, with their status."""
        status = "mức đề xuất" if self.is_proposed else "đơn vị tự chọn"
        return (
            f"Nhắc sau {self.remind} ngày, đỏ sau {self.red} ngày, lên đầu sau {self.first} ngày, "
            f"đọc lại bản cũ sau {self.recheck} ngày ({status})"
        )


PROPOSED: Final = BackupDays()
