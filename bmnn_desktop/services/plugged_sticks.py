"""Signing sticks that are plugged in: where desktops mount a USB stick."""

from __future__ import annotations

import os
import string
from collections.abc import Sequence
from pathlib import Path

from bmnn_desktop.store.stick import NAME

_MOUNTED = ("/media/*/*", "/media/*", "/run/media/*/*", "/mnt/*")


def plugged_sticks(patterns: Sequence[str] | None = None) -> tuple[Path, ...]:
    """Return the key files in the top directories of what is plugged in."""
    if os.name == "nt" and patterns is None:
        places = [Path(f"{letter}:/") for letter in string.ascii_uppercase[3:]]
    else:
        given = _MOUNTED if patterns is None else patterns
        places = [place for each in given for place in Path("/").glob(each.lstrip("/"))]
    found = []
    for place in places:
        try:
            if (place / NAME).is_file():
                found.append(place / NAME)
        except OSError:  # a stick that is being pulled out
            continue
    return tuple(found)
