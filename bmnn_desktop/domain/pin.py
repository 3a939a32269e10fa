"""The PIN of a signing stick: six to eight digits that nobody tries first."""

from __future__ import annotations

from itertools import pairwise

from bmnn_desktop.errors import PinUnfit

LEAST, MOST = 6, 8


def check(pin: str) -> None:
    """Raise PinUnfit for what is no PIN, one digit all over, or digits in a row."""
    if not (LEAST <= len(pin) <= MOST and pin.isascii() and pin.isdigit()):
        raise PinUnfit
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        raise PinUnfit
