"""How long work will still take, from how far it has come."""

from __future__ import annotations

_TELL_AFTER = 3.0  # seconds; before that the guess is worth nothing
_LEAST_SHARE = 0.02
_MINUTE = 60


def time_left(elapsed: float, share: float) -> float | None:
    """Return the seconds left of one step; None while nobody can tell."""
    if elapsed < _TELL_AFTER or not _LEAST_SHARE <= share < 1.0:
        return None
    return elapsed * (1.0 - share) / share


def left_words(seconds: float | None) -> str:
    """Return "còn khoảng 2 phút", rounded up; nothing where nobody can tell."""
    if seconds is None:
        return ""
    if seconds < _MINUTE:
        return f"còn khoảng {max(5, -(-int(seconds) // 5) * 5)} giây"
    return f"còn khoảng {int(seconds / _MINUTE + 0.5) or 1} phút"
