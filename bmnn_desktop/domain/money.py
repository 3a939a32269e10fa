"""An amount of đồng as it is typed."""

from __future__ import annotations

import re

from bmnn_desktop.domain.text import tidy

_TYPED = re.compile(r"(\d{1,3}(?:[. ]\d{3})+|\d{1,15})(?: ?(?:đ|đồng|VNĐ))?")


def read_amount(text: str) -> int | None:
    """Read 12.500.000; None for nothing; raise ValueError for what is no amount."""
    typed = tidy(text)
    if not typed:
        return None
    found = _TYPED.fullmatch(typed)
    if found is None:
        raise ValueError(text)
    return int(re.sub(r"\D", "", found[1]))


def show_amount(amount: int) -> str:
    """Return 12.500.000 đồng."""
    return f"{amount:,} đồng".replace(",", ".")
