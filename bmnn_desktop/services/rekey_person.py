"""Cấp lại mật khẩu và khóa ký: for somebody who forgot, or whose passphrase others know."""

from __future__ import annotations

from bmnn_desktop.errors import OwnPassphrase
from bmnn_desktop.services.act_of_two import Settled, find_present, require_manager, settle
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.new_person import check_passphrase
from bmnn_desktop.services.second_person import SecondPerson
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.new_keys import NewKeys


def rekey_person(
    desk: WritingDesk, login: str, passphrase: str, *, second: SecondPerson
) -> Settled:
    """Give a person a new key behind a new passphrase; every older one is retired.

    That of a signing stick too: whoever needs a new passphrase enrols the stick again. Raises
    NotAllowed, UserUnknown, PersonRevoked, OwnPassphrase, PassphraseTooShort, what `settle` raises.
    """
    require_manager(desk)
    person = find_present(desk, login)
    if person.id == desk.session.person:
        raise OwnPassphrase  # this session's key would be retired while it signs
    check_passphrase(passphrase)

    def fill(_act: Act, given: NewKeys) -> None:
        given.retire(person.id)
        given.give(person.id, login, passphrase, desk.vault.header.kdf)

    return settle(desk, "person.rekey", second, fill)
