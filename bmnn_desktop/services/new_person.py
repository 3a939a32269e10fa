"""Somebody who is to work with the vault, as typed, and what can be wrong with that."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from bmnn_desktop.domain import passphrase as passphrases
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import (
    FieldsWrong,
    FieldWrong,
    LoginInvalid,
    PassphraseTooShort,
    RolesClash,
    RolesMissing,
)
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import check_length

_LOGIN = re.compile(r"[a-z][a-z0-9.-]{1,31}")


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Login, name, post, roles and the first passphrase."""

    login: str
    name: str
    roles: frozenset[Role]
    passphrase: str = field(repr=False)
    post: str = ""

    def check(self) -> None:
        """Raise LoginInvalid, FieldsWrong, RolesMissing, RolesClash, PassphraseTooShort."""
        check_login(self.login)
        check_name(self.name, self.post)
        check_roles(self.roles)
        check_passphrase(self.passphrase)


def check_login(login: str) -> None:
    """Raise LoginInvalid."""
    if not _LOGIN.fullmatch(login):
        raise LoginInvalid(login=login)


def check_name(name: str, post: str) -> None:
    """Raise FieldsWrong for a missing name, or what no paper could hold."""
    if not tidy(name):
        raise FieldsWrong((FieldWrong(field="name", label="Họ và tên", why="chưa ghi."),))
    check_length("name", "Họ và tên", tidy(name))
    check_length("post", "Chức vụ", tidy(post))


def check_roles(roles: AbstractSet[Role]) -> None:
    """Raise RolesMissing, RolesClash: nobody confirms what he registered himself."""
    if not roles:
        raise RolesMissing
    if {Role.KEEPER, Role.CONFIRMER} <= roles:
        raise RolesClash


def check_passphrase(passphrase: str) -> None:
    """Raise PassphraseTooShort."""
    if len(passphrase) < passphrases.LEAST:
        raise PassphraseTooShort(least=passphrases.LEAST)
