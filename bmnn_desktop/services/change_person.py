"""Đổi họ tên, chức vụ, vai trò of a person."""

from __future__ import annotations

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import NothingChanged
from bmnn_desktop.services.act_of_two import Settled, find_present, require_manager, settle
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.new_person import check_name, check_roles
from bmnn_desktop.services.second_person import SecondPerson
from bmnn_desktop.services.session import Role, read_roles, write_roles
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.new_keys import NewKeys


def change_person(
    desk: WritingDesk,
    login: str,
    *,
    second: SecondPerson,
    name: str | None = None,
    post: str | None = None,
    roles: frozenset[Role] | None = None,
) -> Settled:
    """Give a person another name, post or roles; what is left out stays.

    Other roles count from the next unlocking. Raises NotAllowed, UserUnknown, PersonRevoked,
    FieldsWrong, RolesMissing, RolesClash, NothingChanged, what `settle` raises.
    """
    require_manager(desk)
    old = find_present(desk, login)
    new_name = old.name if name is None else tidy(name)
    new_post = old.post if post is None else tidy(post)
    new_roles = read_roles(old.roles) if roles is None else roles
    check_name(new_name, new_post)
    check_roles(new_roles)
    if (new_name, new_post, new_roles) == (old.name, old.post, read_roles(old.roles)):
        raise NothingChanged

    def fill(act: Act, _given: NewKeys) -> None:
        act.update("person", old.id, name=new_name, post=new_post, roles=write_roles(new_roles))

    return settle(desk, "person.change", second, fill)
