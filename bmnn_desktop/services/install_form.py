"""Cài biểu mẫu sổ: a form that was corrected or newly issued, as a data file; signed by two.

Volumes that are open keep theirs. Those opened from its effective date on are printed with it.
"""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop.errors import FormKnown
from bmnn_desktop.registers.form_file import FormPack, read_pack
from bmnn_desktop.registers.shipped_forms import shipped_forms
from bmnn_desktop.services.act_of_two import Settled, settle
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.second_person import SecondPerson
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import forms
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.new_keys import NewKeys
from bmnn_desktop.store.rows import Rows


def install_form(desk: WritingDesk, pack: FormPack, *, second: SecondPerson) -> Settled:
    """Keep the text of the pack in the journal; nothing is installed before two have signed.

    Raises NotAllowed, FormKnown, what `settle` raises.
    """
    desk.session.require(Role.KEEPER)
    _check(desk.rows, pack)

    def fill(act: Act, _given: NewKeys) -> None:
        _check(act.rows, pack)
        act.insert(
            "form",
            name=pack.form.id,
            book=pack.form.book,
            effective_from=pack.form.effective_from.isoformat(),
            status=pack.form.status.value,
            citation=pack.form.citation,
            sha256=pack.sha256,
            content=pack.content,
        )

    return settle(desk, "form.install", second, fill)


def read_form(desk: Desk, place: Path) -> FormPack:
    """Return the pack in a file that could be installed here; raise FormFileWrong, FormKnown."""
    pack = read_pack(place)
    _check(desk.rows, pack)
    return pack


def _check(rows: Rows, pack: FormPack) -> None:
    name = pack.form.id
    is_shipped = any(form.id == name for form in shipped_forms())
    if is_shipped or forms.named(rows, name) is not None:
        raise FormKnown(name=name)
