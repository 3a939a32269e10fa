"""Cấp USB ký xác nhận: a key that signs with a PIN and cannot open the vault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.domain import pin as pins
from bmnn_desktop.errors import StickForConfirmer, UserUnknown
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.second_person import SecondPerson, present
from bmnn_desktop.services.session import Role, read_roles
from bmnn_desktop.store import keys, stick
from bmnn_desktop.store.header import Header
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.stick import Stick


@dataclass(frozen=True, slots=True)
class EnrolledStick:
    """The key's row, and where its file lies."""

    signer: int
    path: Path


def enrol_stick(
    desk: WritingDesk, login: str, *, pin: str, place: Path, second: SecondPerson
) -> EnrolledStick:
    """Give `login` a signing stick, in place of an older one.

    `place` is the file, or the directory it is written into; an existing file is never touched.
    Raises PinUnfit, UserUnknown, StickForConfirmer, StickFileExists, StickUnwritable, SelfApproval,
    NotConfirmer, NotAllowed and what `second` raises; then nothing is changed and no stick is left.
    """
    desk.session.require(Role.ADMINISTRATOR)
    pins.check(pin)
    person = _confirmer(desk, login)
    path = place / stick.NAME if place.is_dir() else place
    secret, seed = keys.new_secret(), keys.new_secret()
    is_written = False
    try:
        with (
            present(second, desk.rows) as signer,
            desk.writing.header_following(),
            desk.journal.settle("person.stick", signer) as act,
        ):
            for old in _sticks(desk, person):
                act.update("signer", old, retired=1)
            row = act.insert(
                "signer",
                person_id=person,
                public_key=SigningKey(seed).public,
                retired=0,
                is_stick=1,
            )
            # The slot stands before its key is committed; an older one goes when that is done.
            act.ready = lambda: desk.writing.change_header(
                lambda head, _root: head.with_stick(
                    login, row, pin, _cost(head), secret=secret, seed=seed
                )
            )
            Stick(desk.vault.header.store, row, secret).write(path)
            is_written = True
    except BaseException:
        if is_written:
            path.unlink(missing_ok=True)
        raise
    return EnrolledStick(row, path)


def _confirmer(desk: WritingDesk, login: str) -> int:
    found = desk.rows.one("SELECT id, roles, revoked_on FROM person WHERE login = ?", (login,))
    if found is None:
        raise UserUnknown(login=login)
    if found["revoked_on"] is not None or Role.CONFIRMER not in read_roles(found["roles"]):
        raise StickForConfirmer
    return int(found["id"])


def _sticks(desk: WritingDesk, person: int) -> list[int]:
    sql = "SELECT id FROM signer WHERE person_id = ? AND is_stick = 1 AND retired = 0"
    return [int(row[0]) for row in desk.rows.all(sql, (person,))]


def _cost(head: Header) -> keys.Kdf:
    """Return the cost that was chosen for this computer at founding."""
    return next(slot.kdf for slot in head.slots if slot.is_passphrase and slot.kdf is not None)
