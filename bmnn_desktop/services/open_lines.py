"""Lines of the transfer log that somebody has still to answer for, by their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.handover import Handover
from bmnn_desktop.errors import DocumentAnnulled, HandoverMissing, HandoverSettled, NoCopyChosen
from bmnn_desktop.services.copy_steps import words_of
from bmnn_desktop.store import handovers
from bmnn_desktop.store.rows import Rows

_ENDINGS = {"returned": "đã trả", "refused": "không nhận"}


def open_lines(rows: Rows, year: int, numbers: Sequence[int]) -> tuple[Handover, ...]:
    """Return lines that nobody has signed for and that have not ended.

    Raises NoCopyChosen for no number, HandoverMissing, HandoverSettled, DocumentAnnulled.
    """
    if not numbers:
        raise NoCopyChosen
    return tuple(_open(rows, year, number) for number in dict.fromkeys(numbers))


def state_of(rows: Rows, line: Handover) -> str:
    """Return in words what became of a line, nothing while it is open."""
    if line.ended_on is not None:
        return f"{_ENDINGS[line.ending]} ngày {short_date(line.ended_on)}"
    signed = handovers.signed_on(rows, line.id)
    return "" if signed is None else f"đã ký nhận ngày {short_date(signed)}"


def _open(rows: Rows, year: int, number: int) -> Handover:
    line = handovers.find(rows, year, number)
    if line is None:
        raise HandoverMissing(number=number, year=year)
    if state := state_of(rows, line):
        raise HandoverSettled(number=number, year=year, state=state)
    if line.document.is_annulled:
        raise DocumentAnnulled(line=words_of(line.document))
    return line
