"""The volume that lines of a derived book go into: it opens by itself at 1."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.book import DerivedBook
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import VolumeClosed, VolumeMissing
from bmnn_desktop.store import volumes
from bmnn_desktop.store.act import Act


def newest_volume(act: Act, book: DerivedBook, year: int, today: date) -> Volume:
    """Return the newest volume of the year, opened now if there is none; raise VolumeClosed."""
    try:
        volume = volumes.find(act.rows, book.key, year)
    except VolumeMissing:
        row = act.insert(
            "volume",
            book=book.key,
            year=year,
            number=1,
            first_no=1,
            opened_on=today.isoformat(),
            paper_reference="",
            closed_on=None,
            closed_by=None,
            last_no=None,
            discrepancy="",
            signing="in_line",
        )
        return volumes.by_id(act.rows, row)
    if volume.is_closed:
        raise VolumeClosed(number=volume.number, year=volume.year)
    return volume
