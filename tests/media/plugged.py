"""A USB port of the tests: it says that folders are sticks, and lets them be changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bmnn_desktop.domain.medium import USB, Plugged


def stick(root: Path, serial: str = "4C530001230509117", **changed: object) -> Plugged:
    """Return a good stick mounted at `root`, with some facts changed."""
    good = Plugged(
        root=root,
        serial=serial,
        model="Giả Định Đĩa 8",
        volume="1A2B-3C4D",
        bus=USB,
        size=8_000_000_000,
        is_removable=True,
        is_read_only=False,
        is_network=False,
        is_system=False,
    )
    return replace(good, **changed)  # type: ignore[arg-type]


class FakePort:
    """Says what is plugged in; `put` and `pull` are done by the test's hand."""

    def __init__(self, *sticks: Plugged) -> None:
        self._plugged = {one.root: one for one in sticks}

    def put(self, one: Plugged) -> None:
        self._plugged[one.root] = one

    def pull(self, root: Path) -> None:
        self._plugged.pop(root, None)

    def plugged(self) -> tuple[Plugged, ...]:
        return tuple(self._plugged.values())
