"""Thêm người dùng kho sổ: a key of their own, signed by two."""

from __future__ import annotations

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import LoginTaken
from bmnn_desktop.services.act_of_two import Settled, require_manager, settle
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.second_person import SecondPerson
from bmnn_desktop.services.session import write_roles
from bmnn_desktop.store import people
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.new_keys import NewKeys


def admit_person(desk: WritingDesk, new: NewPerson, *, second: SecondPerson) -> Settled:
    """Admit a person, who can open the vault at once.

    The first confirming person is admitted with the recovery sheet. Raises NotAllowed, LoginTaken,
    what `NewPerson.check` and `settle` raise.
    """
    require_manager(desk)
    new.check()
    if people.find(desk.rows, new.login) is not None:
        raise LoginTaken(login=new.login)

    def fill(act: Act, given: NewKeys) -> None:
        person = act.insert(
            "person",
            login=new.login,
            name=tidy(new.name),
            roles=write_roles(new.roles),
            post=tidy(new.post),
            revoked_on=None,
            released_on=None,
        )
        given.give(person, new.login, new.passphrase, desk.vault.header.kdf)

    return settle(desk, "person.admit", second, fill)
