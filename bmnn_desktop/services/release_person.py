"""Giải tỏa trách nhiệm giữ: nothing is in the person's hands any more.

Only after the right was taken away. The hand-over item by item comes with the custody of copies;
until then the two who sign answer for it with their hand-over minutes on paper.
"""

from __future__ import annotations

from bmnn_desktop.errors import PersonNotRevoked, PersonReleased, UserUnknown
from bmnn_desktop.services.act_of_two import Settled, require_manager, settle
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.second_person import SecondPerson
from bmnn_desktop.store import people
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.new_keys import NewKeys


def release_person(desk: WritingDesk, login: str, *, second: SecondPerson) -> Settled:
    """Record that a person whose right was taken away has handed everything over.

    Raises NotAllowed, UserUnknown, PersonNotRevoked, PersonReleased, what `settle` raises.
    """
    require_manager(desk)
    person = people.find(desk.rows, login)
    if person is None:
        raise UserUnknown(login=login)
    if person.revoked_on is None:
        raise PersonNotRevoked(login=login)
    if person.released_on is not None:
        raise PersonReleased(login=login)
    today = desk.today().isoformat()

    def fill(act: Act, _given: NewKeys) -> None:
        act.update("person", person.id, released_on=today)

    return settle(desk, "person.release", second, fill)
