"""The one door to fonts, icons, law data, forms and the manual."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "_resources"  # wheel and frozen build
_CHECKOUT = _PACKAGE.parent / "resources"  # checkout and editable install


def path(name: str) -> Path:
    """Return the path of the resource `name` ("fonts/….ttf"); a missing one is a bug."""
    root = _BUNDLED if _BUNDLED.is_dir() else _CHECKOUT
    found = root / name
    if not found.exists():
        raise FileNotFoundError(name)
    return found
