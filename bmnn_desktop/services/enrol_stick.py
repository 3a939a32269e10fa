"""Cấp USB ký xác nhận: a key that signs with a PIN and cannot open the vault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.domain import pin as pins
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import StickForConfirmer, UserUnknown
from bmnn_desktop.services.act_of_two import require_manager, settle
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.second_person import SecondPerson
from bmnn_desktop.services.session import Role, read_roles
from bmnn_desktop.store import keys, people, stick
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.new_keys import NewKeys
from bmnn_desktop.store.people import Person
from bmnn_desktop.store.stick import Stick


@dataclass(frozen=True, slots=True)
class EnrolledStick:
    """The key's row, and where its file lies; `sheet`: the new one, where the old one signed."""

    signer: int
    path: Path
    sheet: RecoverySheet | None = None


def enrol_stick(
    desk: WritingDesk, login: str, *, pin: str, place: Path, second: SecondPerson
) -> EnrolledStick:
    """Give `login` a signing stick, in place of an older one.

    `place` is the file, or the directory it is written into; an existing file is never touched.
    Raises PinUnfit, UserUnknown, StickForConfirmer, StickFileExists, StickUnwritable, NotAllowed
    and what `settle` raises; then nothing is changed and no stick is left.
    """
    require_manager(desk)
    pins.check(pin)
    person = _confirmer(desk, login)
    path = place / stick.NAME if place.is_dir() else place
    written: list[int] = []

    def fill(_act: Act, given: NewKeys) -> None:
        secret, kdf = keys.new_secret(), desk.vault.header.kdf
        signer = given.give_stick(person.id, login, pin, kdf, secret=secret)
        Stick(desk.vault.header.store, signer.row, secret).write(path)
        written.append(signer.row)

    try:
        settled = settle(desk, "person.stick", second, fill)
    except BaseException:
        if written:
            path.unlink(missing_ok=True)
        raise
    return EnrolledStick(written[0], path, settled.sheet)


def _confirmer(desk: WritingDesk, login: str) -> Person:
    found = people.find(desk.rows, login)
    if found is None:
        raise UserUnknown(login=login)
    if found.revoked_on is not None or Role.CONFIRMER not in read_roles(found.roles):
        raise StickForConfirmer
    return found
