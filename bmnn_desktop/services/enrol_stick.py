"""Cấp USB ký xác nhận: a key that signs with a PIN and cannot open the vault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import StickFileExists, StickForConfirmer, UserUnknown
from bmnn_desktop.services.act_of_two import require_manager, settle
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.second_person import SecondPerson
from bmnn_desktop.services.session import Role, read_roles
from bmnn_desktop.services.stick_apart import StickMaker
from bmnn_desktop.services.stick_order import StickOrder
from bmnn_desktop.store import people, signers, stick
from bmnn_desktop.store.people import Person

_ACTION = "person.stick"


@dataclass(frozen=True, slots=True)
class EnrolledStick:
    """The key's row, and where its file lies; `sheet`: the new one, where the old one signed."""

    signer: int
    path: Path
    sheet: RecoverySheet | None = None


def enrol_stick(
    desk: WritingDesk, login: str, *, place: Path, maker: StickMaker, second: SecondPerson
) -> EnrolledStick:
    """Give `login` a signing stick, in place of an older one.

    `place` is the file, or the directory it is written into; an existing file is never touched.
    `maker` asks the owner for a PIN: neither it nor the key's seed is ever seen here.
    Raises UserUnknown, StickForConfirmer, StickFileExists, NotAllowed and what `maker` and `settle`
    raise; then nothing is changed and no stick is left.
    """
    require_manager(desk)
    person = _confirmer(desk, login)
    # Nobody chooses a PIN for a stick that the second person may not sign.
    desk.journal.check_second(_ACTION, second.signer(desk.rows))
    path = place / stick.NAME if place.is_dir() else place
    if path.exists():
        raise StickFileExists
    head, row = desk.vault.header, signers.next_row(desk.rows)
    order = StickOrder(head.store, row, login, person.name, head.kdf, path, maker.pin_file)
    try:
        key = maker.make(order)
        settled = settle(
            desk,
            _ACTION,
            second,
            lambda _act, given: given.give_stick(person.id, key.public, key.slot),
        )
    except StickFileExists:  # it came meanwhile, from elsewhere
        raise
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return EnrolledStick(row, path, settled.sheet)


def _confirmer(desk: WritingDesk, login: str) -> Person:
    found = people.find(desk.rows, login)
    if found is None:
        raise UserUnknown(login=login)
    if found.revoked_on is not None or Role.CONFIRMER not in read_roles(found.roles):
        raise StickForConfirmer
    return found
