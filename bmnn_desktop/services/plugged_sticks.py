"""Signing sticks that are plugged in: where desktops mount a USB stick."""

from __future__ import annotations

import os
import string
from collections.abc import Callable, Sequence
from pathlib import Path

from bmnn_desktop.store.stick import NAME

_MOUNTED = ("/media/*/*", "/media/*", "/run/media/*/*", "/mnt/*")


def plugged_sticks(patterns: Sequence[str] | None = None) -> tuple[Path, ...]:
    """Return the key files in the top directories of what is plugged in."""
    return tuple(place / NAME for place in _places(patterns) if _is(Path.is_file, place / NAME))


def plugged_places(patterns: Sequence[str] | None = None) -> tuple[Path, ...]:
    """Return the top directories of what is plugged in and can be written to."""
    return tuple(
        place
        for place in _places(patterns)
        if _is(Path.is_dir, place) and os.access(place, os.W_OK)
    )


def _places(patterns: Sequence[str] | None) -> list[Path]:
    if os.name == "nt" and patterns is None:
        return [Path(f"{letter}:/") for letter in string.ascii_uppercase[3:]]
    given = _MOUNTED if patterns is None else patterns
    return [place for each in given for place in sorted(Path("/").glob(each.lstrip("/")))]


def _is(kind: Callable[[Path], bool], path: Path) -> bool:
    try:
        return kind(path)
    except OSError:  # a stick that is being pulled out
        return False
