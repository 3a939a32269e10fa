"""One line of a benchmark: what we took, what the anchor took, and how they compare."""

from __future__ import annotations

from typing import TypedDict


class Row(TypedDict):
    """A measurement; `name` says what was done and in which unit `ours` and `anchor` are.

    `ratio` is as the goal is spoken: anchor ÷ ours where it reads "at least n ×", ours ÷ anchor
    where it reads "at most n ×".
    """

    name: str
    n: int
    ours: float
    anchor: float
    anchor_name: str
    ratio: float
