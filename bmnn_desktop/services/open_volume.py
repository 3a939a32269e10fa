"""Mở sổ: a year's first volume, at the number the paper book has reached, or its next one."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import (
    FieldsWrong,
    FieldWrong,
    VolumeExists,
    VolumeOutOfOrder,
    YearClosed,
)
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.volume_form import form_to_open
from bmnn_desktop.store import volumes
from bmnn_desktop.store.rows import Rows

_LARGEST = 99999


def open_volume(
    desk: WritingDesk,
    book: str,
    *,
    year: int,
    number: int = 1,
    first_no: int | None = None,
    paper_reference: str = "",
) -> Volume:
    """Open volume `number` of `year`; new lines of the year go there.

    The year is the person's, never the clock's. Numbers start at `first_no` (None: 01) in the
    year's first volume and run on in the next ones. It never waits for an older one to be closed.
    Raises VolumeExists, VolumeOutOfOrder, YearClosed, FieldsWrong, DayUnknown, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    kept = printed_book(book)
    _check(year, first_no, desk.today())
    with desk.journal.write("volume.open") as act:
        older = volumes.of_book(act.rows, kept.key)
        of_year = [volume for volume in older if volume.year == year]
        following = of_year[0].number + 1 if of_year else 1
        if number < following:
            raise VolumeExists(number=number, year=year)
        if number > following:
            raise VolumeOutOfOrder(year=year, following=following)
        if of_year and of_year[0].is_closed and older[0].year > year:
            raise YearClosed(year=year, number=of_year[0].number)
        first = _first_number(act.rows, of_year, first_no)
        act.insert(
            "volume",
            book=kept.key,
            year=year,
            number=number,
            first_no=first,
            opened_on=desk.today().isoformat(),
            paper_reference=tidy(paper_reference),
            closed_on=None,
            closed_by=None,
            last_no=None,
            discrepancy="",
            signing=older[0].signing.value if older else "in_line",
            form=form_to_open(act.rows, kept.key, year, desk.today()).id,
        )
        return volumes.find(act.rows, kept.key, year, number)


def list_volumes(desk: Desk, book: str) -> tuple[Volume, ...]:
    """Return the volumes of a book, newest first."""
    return volumes.of_book(desk.rows, printed_book(book).key)


def _check(year: int, first_no: int | None, today: date) -> None:
    wrong = []
    if not 1945 <= year <= today.year + 1:  # noqa: PLR2004
        why = f"phải từ 1945 đến {today.year + 1}: sổ mở nhầm năm không bỏ đi được."
        wrong.append(FieldWrong(field="year", label="Năm", why=why))
    if first_no is not None and not 1 <= first_no <= _LARGEST:
        why = f"phải từ 1 đến {_LARGEST}."
        wrong.append(FieldWrong(field="first_no", label="Số đầu tiên", why=why))
    if wrong:
        raise FieldsWrong(tuple(wrong))


def _first_number(rows: Rows, of_year: list[Volume], wanted: int | None) -> int:
    """Return the volume's first number; raise FieldsWrong where another one was asked for."""
    if not of_year:
        return wanted or 1
    following = volumes.number_to_deal(rows, of_year[0])
    if wanted not in (None, following):
        why = f"phải nối tiếp quyển trước, là {following}."
        raise FieldsWrong((FieldWrong(field="first_no", label="Số đầu tiên", why=why),))
    return following
