"""An act that two sign in each other's presence: about people or keys, or by the recovery sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import KeyRevoked, NotAllowed, NotConfirmer, PersonRevoked, UserUnknown
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.recovery import replace_recovery
from bmnn_desktop.services.second_person import SecondPerson, SessionHolder, present
from bmnn_desktop.services.session import Role, read_roles
from bmnn_desktop.store import people, signers
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.asked import EntrySigner
from bmnn_desktop.store.entry import Entry
from bmnn_desktop.store.new_keys import NewKeys
from bmnn_desktop.store.people import Person

_RENEW = "recovery.renew"
_MANAGERS = frozenset({Role.KEEPER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Settled:
    """The act's entry, or that of the answer; `sheet`: the new one, where the old was used."""

    entry: int
    sheet: RecoverySheet | None = None


def settle(
    desk: WritingDesk,
    action: str,
    second: SecondPerson,
    fill: Callable[[Act, NewKeys], None],
    *,
    reason: str | None = None,
    renews: bool = False,
) -> Settled:
    """Propose and approve in one transaction; a recovery sheet that signs is replaced by it.

    Raises NotConfirmer, SelfApproval, what `second` and `fill` raise; then nothing is changed.
    """
    with present(second, desk.rows) as signer, desk.writing.header_following():
        return _settle(desk, action, signer, fill, reason=reason, renews=renews)


def answer(
    desk: WritingDesk, second: SecondPerson | None, sign: Callable[[EntrySigner], Entry]
) -> Settled:
    """Let `second` sign an answer; None: whoever is logged in.

    A recovery sheet is replaced in the same transaction: the answer stands with its new sheet, or
    neither does. It stays good where the one at the keyboard may not replace it: somebody else than
    he confirms, or the answer took his own key.
    Raises what `sign` and `second` raise; then nothing is changed.
    """
    with present(second or SessionHolder(desk.vault.signer), desk.rows) as signer:
        if not signers.is_recovery(desk.rows, signer.row):
            return Settled(sign(signer).seq)
        with desk.writing.header_following(), desk.journal.together():
            entry = sign(signer)
            try:
                desk.journal.check_own()
                desk.journal.check_second(_RENEW, signer)
            except (KeyRevoked, NotConfirmer):
                return Settled(entry.seq)
            renewed = _settle(desk, _RENEW, signer, lambda _act, _given: None, renews=True)
        return Settled(entry.seq, renewed.sheet)


def _settle(
    desk: WritingDesk,
    action: str,
    signer: EntrySigner,
    fill: Callable[[Act, NewKeys], None],
    *,
    reason: str | None = None,
    renews: bool,
) -> Settled:
    sheet = None
    with desk.journal.settle(action, signer, reason=reason) as act:
        given = NewKeys(desk.writing, act)
        act.ready = given.write_slots
        fill(act, given)
        if renews or signers.is_recovery(act.rows, signer.row):
            sheet = replace_recovery(act, given, desk.vault.header.store)
    return Settled(act.seq, sheet)


def require_manager(desk: WritingDesk) -> None:
    """Raise NotAllowed unless the person keeps users, keys and signing sticks.

    Keeper and administrator do: often one person, and a second always signs. A confirming person
    does only while there is neither: when the keeper is gone, somebody must be able to admit the
    next one.
    """
    roles = desk.session.roles
    if roles & _MANAGERS:
        return
    if Role.CONFIRMER not in roles or any(
        one.opens and read_roles(one.roles) & _MANAGERS for one in people.everyone(desk.rows)
    ):
        raise NotAllowed


def find_present(desk: WritingDesk, login: str) -> Person:
    """Return the person whose right stands; raise UserUnknown, PersonRevoked."""
    found = people.find(desk.rows, login)
    if found is None:
        raise UserUnknown(login=login)
    if found.revoked_on is not None:
        raise PersonRevoked(login=login)
    return found
