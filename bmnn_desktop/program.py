"""How this program is started once more, as a process of its own."""

from __future__ import annotations

import sys


def command(*words: str) -> list[str]:
    """Return the command that runs this program with `words`."""
    again = (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", __package__]
    )
    return [*again, *words]
