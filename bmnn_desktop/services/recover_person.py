"""Mở lại kho sổ bằng phiếu khóa khôi phục: when nobody's passphrase opens it any more."""

from __future__ import annotations

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import PersonRevoked, UserUnknown
from bmnn_desktop.services.recovery import replace_recovery
from bmnn_desktop.store import people
from bmnn_desktop.store.new_keys import NewKeys
from bmnn_desktop.store.rights import RECOVER
from bmnn_desktop.store.vault import Vault, Writing


def recover_person(writing: Writing, vault: Vault, login: str, passphrase: str) -> RecoverySheet:
    """Give a person of the vault a new key behind a new passphrase; return the new sheet.

    The vault was opened by its recovery key. The proposal is signed by the key it brings, the
    approval by the recovery key, which this act replaces. Raises UserUnknown, PersonRevoked.
    """
    person = people.find(writing.rows, login)
    if person is None:
        raise UserUnknown(login=login)
    if person.revoked_on is not None:
        raise PersonRevoked(login=login)
    with writing.header_following(), writing.journal.settle(RECOVER, vault.signer) as act:
        given = NewKeys(writing, act)
        act.ready = given.write_slots
        given.retire(person.id)
        act.signer = given.give(person.id, login, passphrase, vault.header.kdf)
        return replace_recovery(act, given, vault.header.store)
