"""Reading volumes and the numbers dealt in them."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.numbering import next_number
from bmnn_desktop.domain.volume import Signing, Volume
from bmnn_desktop.errors import VolumeMissing
from bmnn_desktop.registers import derived_book
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

_COLUMNS = "SELECT * FROM volume"


def books(rows: Rows) -> tuple[str, ...]:
    """Return the keys of the books that have a volume."""
    return tuple(row[0] for row in rows.all("SELECT DISTINCT book FROM volume ORDER BY book"))


def of_book(rows: Rows, book: str) -> tuple[Volume, ...]:
    """Return every volume of a book, newest first."""
    found = rows.all(f"{_COLUMNS} WHERE book = ? ORDER BY year DESC, number DESC", (book,))
    return tuple(_volume(row) for row in found)


def find(rows: Rows, book: str, year: int | None, number: int | None = None) -> Volume:
    """Return a volume: the newest one of the year, of all years when `year` is None."""
    found = rows.one(
        f"{_COLUMNS} WHERE book = ? AND year = coalesce(?, year) AND number = coalesce(?, number)"
        " ORDER BY year DESC, number DESC LIMIT 1",
        (book, year, number),
    )
    if found is None:
        raise VolumeMissing(year=year or "này")
    return _volume(found)


def holding(rows: Rows, book: str, year: int | None, seq_no: int) -> Volume:
    """Return the volume of the year that a number belongs to; its first one for a lower number."""
    newest = find(rows, book, year)
    of_year = [volume for volume in of_book(rows, book) if volume.year == newest.year]
    return next((volume for volume in of_year if volume.first_no <= seq_no), of_year[-1])


def by_id(rows: Rows, volume: int) -> Volume:
    """Return the volume with this id; an unknown one is a bug."""
    found = rows.one(f"{_COLUMNS} WHERE id = ?", (volume,))
    if found is None:
        raise KeyError(volume)
    return _volume(found)


def last_number(rows: Rows, book: str, year: int) -> int | None:
    """Return the highest number dealt in the year: derived from the rows, never stored."""
    derived = derived_book(book)
    if derived is not None:
        sql = f"SELECT max(seq_no) FROM {derived.table} WHERE year = ?"  # noqa: S608 (own names)
        found = rows.value(sql, (year,))
    else:
        sql = "SELECT max(seq_no) FROM document WHERE book = ? AND year = ?"
        found = rows.value(sql, (book, year))
    return None if found is None else int(found)


def last_in(rows: Rows, volume: Volume) -> int | None:
    """Return the highest number in one volume, None when nothing was registered in it."""
    derived = derived_book(volume.book)
    if derived is not None:
        sql = f"SELECT max(seq_no) FROM {derived.table} WHERE year = ? AND volume_id = ?"  # noqa: S608 (own names)
        found = rows.value(sql, (volume.year, volume.id))
    else:
        sql = "SELECT max(seq_no) FROM document WHERE volume_id = ?"
        found = rows.value(sql, (volume.id,))
    return None if found is None else int(found)


def struck_numbers(rows: Rows, volume: int) -> tuple[int, ...]:
    """Return the numbers of a volume that are annulled."""
    found = rows.all(
        "SELECT seq_no FROM document WHERE volume_id = ? AND annulled_on IS NOT NULL"
        " ORDER BY seq_no",
        (volume,),
    )
    return tuple(row[0] for row in found)


def count_corrections(rows: Rows, volume: int) -> int:
    """Return how many correction lines stand in a volume."""
    return int(rows.value("SELECT count(*) FROM correction WHERE volume_id = ?", (volume,)))


def number_to_deal(rows: Rows, volume: Volume) -> int:
    """Return the next number of the volume's series."""
    return next_number(volume.first_no, last_number(rows, volume.book, volume.year))


def _volume(row: Row) -> Volume:
    with as_damage():
        return Volume(
            id=row["id"],
            book=row["book"],
            year=row["year"],
            number=row["number"],
            first_no=row["first_no"],
            opened_on=date.fromisoformat(row["opened_on"]),
            paper_reference=row["paper_reference"],
            closed_on=None if row["closed_on"] is None else date.fromisoformat(row["closed_on"]),
            last_no=row["last_no"],
            discrepancy=row["discrepancy"],
            signing=Signing(row["signing"]),
            form=row["form"],
        )
