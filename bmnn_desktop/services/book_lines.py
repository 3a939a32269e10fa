"""What a book is printed from: its form, its cover and its lines."""

from __future__ import annotations

from collections.abc import Iterator

from bmnn_desktop import resources
from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.form import Form
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.printing.lines import Cover, Line
from bmnn_desktop.registers.form_file import load_form
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import documents, people, volumes


def form_of(book: Book) -> Form:
    """Return the form the book prints in."""
    return load_form(resources.path(f"forms/{book.form}.toml"))


def cover_of(desk: Desk, book: Book, volume: Volume) -> Cover:
    """Return the cover; what only closing will tell stays blank."""
    organisation = people.organisation(desk.rows, volume.opened_on)
    return Cover(
        parent_org=organisation.parent_name,
        org=organisation.name,
        place=organisation.place,
        book_title=book.title,
        year=volume.year,
        volume_no=volume.number,
        opened_on=volume.opened_on,
        closed_on=None,
        first_no=volume.first_no,
        last_no=None,
        training=desk.training,
    )


def lines_of(desk: Desk, book: Book, volume: Volume, form: Form) -> Iterator[Line]:
    """Yield the lines in the order of the book, annulled ones struck."""
    for document in documents.of_volume(desk.rows, volume.id):
        texts = book.texts(document)
        cells = tuple(texts[column.field] for column in form.columns)
        yield Line(document.seq_no, cells, document.is_annulled)


def volume_of(desk: Desk, book: Book, year: int, number: int | None) -> Volume:
    """Return the volume; raise VolumeMissing."""
    return volumes.find(desk.rows, book.key, year, number)
