"""Thu hồi quyền: key and login, at once, by one person."""

from __future__ import annotations

from bmnn_desktop.errors import LastPerson, NotAllowed
from bmnn_desktop.services.act_of_two import find_present
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.typed_text import needed_reason
from bmnn_desktop.store import people
from bmnn_desktop.store.new_keys import NewKeys
from bmnn_desktop.store.rights import REVOKE


def revoke_person(desk: WritingDesk, login: str, *, reason: str) -> int:
    """Take the right away and return the entry; what is in the person's hands is not touched.

    The key signs nothing from now on and the slot is gone from both halves of the header. Somebody
    who kept a copy of the header and of the database can still read that copy with the old
    passphrase: only a new generation of keys ends that. Whoever revokes himself has to lock: this
    session writes nothing more. Raises NotAllowed, UserUnknown, PersonRevoked, LastPerson,
    ReasonMissing.
    """
    if not desk.session.roles:
        raise NotAllowed
    why = needed_reason(reason)
    person = find_present(desk, login)
    if person.id == desk.session.person and not any(
        one.opens for one in people.everyone(desk.rows) if one.id != person.id
    ):
        raise LastPerson
    today = desk.day.today().isoformat()  # at once, even while the date is in doubt
    with desk.writing.header_following(), desk.journal.write(REVOKE, reason=why) as act:
        act.update("person", person.id, revoked_on=today)
        NewKeys(desk.writing, act).retire(person.id)
    return act.seq
