"""Kiểm tra tính toàn vẹn của sổ."""

from __future__ import annotations

from collections.abc import Callable

from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.guest import open_to_guests
from bmnn_desktop.store.verify import Verdict


@open_to_guests
def verify_vault(
    desk: WritingDesk,
    anchor: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> Verdict:
    """Verify everything and compare with a code typed from a sheet, if there is one.

    Damage is a verdict, not an exception. Raises AnchorMistyped, Cancelled.
    """
    anchors = [Anchor.parse(anchor)] if anchor else []
    return desk.writing.verify(anchors, progress or _ignore)


def _ignore(_done: float) -> None:
    """Nobody watches."""
