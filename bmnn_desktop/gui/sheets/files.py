"""Where a training vault's prints go: one folder beside the vault, a name that is not there yet."""

from __future__ import annotations

from itertools import count
from pathlib import Path


class PrintFiles:
    """Proposes files; the folder is made when one is asked for."""

    def __init__(self, vault: Path) -> None:
        self._folder = vault.parent / "prints"

    def next(self, name: str) -> Path:
        """Return a new file whose name begins with `name`."""
        self._folder.mkdir(exist_ok=True)
        names = (f"{name}.pdf" if number == 1 else f"{name}-{number}.pdf" for number in count(1))
        return next(self._folder / each for each in names if not (self._folder / each).exists())
