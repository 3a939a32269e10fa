"""What a volume is printed with: its form, its cover and the setter of its lines."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.book import Book, DerivedBook
from bmnn_desktop.domain.form import Form
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.printing.lines import Cover
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.set_lines import LineSetter
from bmnn_desktop.services.volume_form import form_of
from bmnn_desktop.store import people, sheets, volumes


@dataclass(frozen=True, slots=True)
class VolumePaper:
    """A volume of a book, ready to be printed."""

    book: Book | DerivedBook
    volume: Volume
    form: Form
    cover: Cover
    setter: LineSetter


def volume_paper(desk: Desk, book: str, year: int, number: int | None = None) -> VolumePaper:
    """Return a volume ready to be printed; raise BookUnknown, VolumeMissing."""
    kept = printed_book(book)
    volume = volumes.find(desk.rows, kept.key, year, number)
    form = form_of(desk.rows, volume)
    return VolumePaper(
        book=kept,
        volume=volume,
        form=form,
        cover=_cover(desk, form, volume),
        setter=LineSetter(desk.rows, kept, volume, form),
    )


def _cover(desk: Desk, form: Form, volume: Volume) -> Cover:
    """Return the cover; what only closing will tell stays blank."""
    organisation = people.organisation(desk.rows, volume.opened_on)
    return Cover(
        parent_org=organisation.parent_name,
        org=organisation.name,
        place=organisation.place,
        book_title=form.title,
        year=volume.year,
        volume_no=volume.number,
        opened_on=volume.opened_on,
        closed_on=volume.closed_on,
        first_no=volume.first_no,
        last_no=volume.last_no,
        training=desk.training,
        sheets=sheets.count_on_paper(desk.rows, volume.id) if volume.is_closed else None,
    )
