"""The volume of a book that nobody opens: derived ones and the stock list open by themselves."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import VolumeClosed, VolumeMissing
from bmnn_desktop.services.volume_form import form_to_open
from bmnn_desktop.store import volumes
from bmnn_desktop.store.act import Act


def newest_volume(act: Act, book: str, year: int | None, today: date) -> Volume:
    """Return the newest volume, of a year or of all, opened now if there is none.

    Raises VolumeClosed.
    """
    try:
        volume = volumes.find(act.rows, book, year)
    except VolumeMissing:
        row = act.insert(
            "volume",
            book=book,
            year=year or today.year,
            number=1,
            first_no=1,
            opened_on=today.isoformat(),
            paper_reference="",
            closed_on=None,
            closed_by=None,
            last_no=None,
            discrepancy="",
            signing="in_line",
            form=form_to_open(act.rows, book, year or today.year, today).id,
        )
        return volumes.by_id(act.rows, row)
    if volume.is_closed:
        raise VolumeClosed(number=volume.number, year=volume.year)
    return volume
