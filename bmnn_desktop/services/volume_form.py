"""Which form a volume is printed with: the one it was opened with, to its end.

A new volume takes the newest form that is in force on its first day, shipped or installed.
"""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.form import Form
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import FormFileWrong, VaultDamaged
from bmnn_desktop.registers.form_file import FormPack, parse_form
from bmnn_desktop.registers.shipped_forms import in_force, shipped_forms
from bmnn_desktop.store import forms
from bmnn_desktop.store.forms import StoredForm
from bmnn_desktop.store.rows import Rows


def form_of(rows: Rows, volume: Volume) -> Form:
    """Return the form of a volume; raise VaultDamaged when what it names is not there."""
    if not volume.form:
        return in_force(shipped_forms(), volume.book, _first_day(volume.opened_on, volume.year))
    shipped = next((form for form in shipped_forms() if form.id == volume.form), None)
    if shipped is not None:
        return shipped
    stored = forms.named(rows, volume.form)
    if stored is None:
        raise VaultDamaged
    return read_stored(stored)


def form_to_open(rows: Rows, book: str, year: int, today: date) -> Form:
    """Return the form that a volume of `year` opened today is given."""
    known = (*shipped_forms(), *(read_stored(each) for each in forms.everyone(rows)))
    return in_force(known, book, _first_day(today, year))


def read_stored(stored: StoredForm) -> Form:
    """Return the form of a pack; raise VaultDamaged for one that was never installed so."""
    try:
        pack = FormPack(parse_form(f"{stored.name}.toml", stored.content), stored.content)
    except FormFileWrong:
        raise VaultDamaged from None
    if (pack.form.id, pack.sha256) != (stored.name, stored.sha256):
        raise VaultDamaged
    return pack.form


def _first_day(opened_on: date, year: int) -> date:
    """Return the first day of a volume: a year opened ahead begins with the year."""
    return max(opened_on, date(year, 1, 1))
