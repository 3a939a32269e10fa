"""Mở sổ: open a volume for a year, at the number the paper book has reached."""

from __future__ import annotations

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import FieldsWrong, FieldWrong, VolumeExists
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import volumes

_LARGEST = 99999


def open_volume(
    desk: WritingDesk, book: str, *, year: int, first_no: int = 1, paper_reference: str = ""
) -> Volume:
    """Open volume 01 of `year`, its series at `first_no`.

    Raises VolumeExists, FieldsWrong, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    kept = find_book(book)
    wrong = []
    if not 1945 <= year <= 2199:  # noqa: PLR2004
        wrong.append(FieldWrong(field="year", label="Năm", why="phải từ 1945 đến 2199."))
    if not 1 <= first_no <= _LARGEST:
        why = f"phải từ 1 đến {_LARGEST}."
        wrong.append(FieldWrong(field="first_no", label="Số đầu tiên", why=why))
    if wrong:
        raise FieldsWrong(tuple(wrong))
    with desk.journal.write("volume.open") as act:
        if any(volume.year == year for volume in volumes.of_book(act.rows, kept.key)):
            raise VolumeExists(year=year)
        row = act.insert(
            "volume",
            book=kept.key,
            year=year,
            number=1,
            first_no=first_no,
            opened_on=desk.today().isoformat(),
            paper_reference=tidy(paper_reference),
            closed_on=None,
            closed_by=None,
            last_no=None,
            discrepancy="",
            signing="in_line",
        )
    return Volume(row, kept.key, year, 1, first_no, desk.today(), tidy(paper_reference))


def list_volumes(desk: Desk, book: str) -> tuple[Volume, ...]:
    """Return the volumes of a book, newest first."""
    return volumes.of_book(desk.rows, find_book(book).key)
