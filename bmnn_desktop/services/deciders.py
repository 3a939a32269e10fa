"""Who may decide about providing a secret: those who may permit copying at its level (Điều 15)."""

from __future__ import annotations

from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import DeciderWithoutAuthority
from bmnn_desktop.services.authorities import authorities
from bmnn_desktop.store.rows import Rows


def require_decider(rows: Rows, post: str, level: Level | None) -> None:
    """Raise DeciderWithoutAuthority unless the post may permit this level; unknown: the highest."""
    needed = level or Level.TUYET_MAT
    if authorities(rows).may_permit(post, needed) is None:
        raise DeciderWithoutAuthority(post=post, level=needed.label)
