"""Who may decide about providing a secret: those who may permit copying at its level (Điều 15)."""

from __future__ import annotations

from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.text import fold
from bmnn_desktop.errors import DeciderWithoutAuthority
from bmnn_desktop.store.rows import Rows

_ORDER = (Level.MAT, Level.TOI_MAT, Level.TUYET_MAT)


def require_decider(rows: Rows, post: str, level: Level | None) -> None:
    """Raise DeciderWithoutAuthority unless the post may permit this level; unknown: the highest."""
    needed = level or Level.TUYET_MAT
    if not may_permit(rows, post, needed):
        raise DeciderWithoutAuthority(post=post, level=needed.label)


# SEAM: the posts that the law itself names come with the copying room; then the body of this
# function is `return authorities(rows).may_permit(post, level) is not None`. Until then only the
# unit's own table counts.
def may_permit(rows: Rows, post: str, level: Level) -> bool:
    """Tell whether the unit's table of authorities gives the post this level."""
    found = rows.all("SELECT post, level FROM authority WHERE in_use = 1")
    return any(
        fold(row["post"]) == fold(post) and _ORDER.index(Level(row["level"])) >= _ORDER.index(level)
        for row in found
    )
