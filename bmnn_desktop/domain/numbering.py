"""Numbers of a book: dealt in order, restarted each working year, never re-issued."""

from __future__ import annotations


def next_number(first: int, last: int | None) -> int:
    """Return the number after `last` in a series that opened at `first`."""
    return first if last is None else max(first, last + 1)


def show_number(number: int) -> str:
    """Return the number as books write it: 1 to 9 with a leading zero (NĐ 30/2020)."""
    return f"{number:02d}"


def propose_doc_number(number: int, abbreviation: str, symbol: str) -> str:
    """Return a proposal for số, ký hiệu: 05/QĐ-UBND; a công văn has no abbreviation: 05/UBND."""
    tail = "-".join(part for part in (abbreviation, symbol) if part)
    return f"{show_number(number)}/{tail}" if tail else show_number(number)
