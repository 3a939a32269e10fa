"""The forms that come with the program, one file each; the newest that is in force counts.

A released file never changes, and a new one takes effect after its release: a volume that names
no form keeps the one of the day it was opened on.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import date

from bmnn_desktop import resources
from bmnn_desktop.domain.form import Form
from bmnn_desktop.registers.form_file import load_form


@functools.cache
def shipped_forms() -> tuple[Form, ...]:
    """Return every form of the program."""
    return tuple(load_form(path) for path in sorted(resources.path("forms").glob("*.toml")))


def in_force(forms: Sequence[Form], book: str, day: date) -> Form:
    """Return the form of a book on a day: the newest by then, the last of those named alike.

    Before the first one there is no other: the first.
    """
    of_book = [form for form in forms if form.book == book]
    begun = [form for form in of_book if form.effective_from <= day]
    if not begun:
        return min(of_book, key=lambda form: form.effective_from)
    newest = max(form.effective_from for form in begun)
    return [form for form in begun if form.effective_from == newest][-1]
