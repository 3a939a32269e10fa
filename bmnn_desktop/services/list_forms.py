"""The forms of every book, of the program and of the unit, and the volumes printed with each."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.form import Form
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.registers import PRINTED, printed_book
from bmnn_desktop.registers.shipped_forms import shipped_forms
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.volume_form import form_of, form_to_open, read_stored
from bmnn_desktop.store import forms, volumes


@dataclass(frozen=True, slots=True)
class FormState:
    """A form, whether the unit has installed it, and where it is used.

    `is_next`: a volume opened today would be printed with it.
    """

    form: Form
    is_installed: bool
    is_next: bool
    volumes: tuple[Volume, ...]


def list_forms(desk: Desk) -> tuple[FormState, ...]:
    """Return every form in the order of the books, the newest first."""
    installed = [read_stored(each) for each in forms.everyone(desk.rows)]
    today = desk.today()
    return tuple(
        FormState(
            form,
            is_installed=form in installed,
            is_next=form == following,
            volumes=tuple(volume for volume, its in used if its == form),
        )
        for book in PRINTED
        for used in [
            [(one, form_of(desk.rows, one)) for one in volumes.of_book(desk.rows, book.key)]
        ]
        for following in [form_to_open(desk.rows, book.key, today.year, today)]
        for form in sorted(
            (one for one in (*installed, *shipped_forms()) if one.book == book.key),
            key=lambda one: one.effective_from,
            reverse=True,
        )
    )


def book_form(desk: Desk, book: str) -> Form:
    """Return the form of a book's newest volume, or the one its first would be given."""
    key = printed_book(book).key
    newest = next(iter(volumes.of_book(desk.rows, key)), None)
    today = desk.today()
    if newest is None:
        return form_to_open(desk.rows, key, today.year, today)
    return form_of(desk.rows, newest)
