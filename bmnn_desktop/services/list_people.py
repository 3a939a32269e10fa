"""Everybody who has or had a key to the vault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.session import Role, read_roles
from bmnn_desktop.store import people
from bmnn_desktop.store.people import Person
from bmnn_desktop.store.times import read_day


@dataclass(frozen=True, slots=True)
class Member:
    """One person; `opens` by a passphrase, `signs` by a signing stick."""

    login: str
    name: str
    post: str
    roles: frozenset[Role]
    revoked_on: date | None
    released_on: date | None
    opens: bool
    signs: bool
    is_you: bool

    @property
    def state(self) -> str:
        """Say in words how the person stands to the vault."""
        if self.released_on is not None:
            return f"đã giải tỏa trách nhiệm {short_date(self.released_on)}"
        if self.revoked_on is not None:
            return f"đã thu hồi quyền {short_date(self.revoked_on)}, chưa giải tỏa trách nhiệm giữ"
        if self.opens:
            return "mở được kho sổ, có USB ký" if self.signs else "mở được kho sổ"
        return "chỉ ký bằng USB ký" if self.signs else "chưa có khóa"


def list_people(desk: Desk) -> tuple[Member, ...]:
    """Return them in the order they were admitted."""
    return tuple(_member(desk, one) for one in people.everyone(desk.rows))


def _member(desk: Desk, one: Person) -> Member:
    return Member(
        login=one.login,
        name=one.name,
        post=one.post,
        roles=read_roles(one.roles),
        revoked_on=read_day(one.revoked_on),
        released_on=read_day(one.released_on),
        opens=one.opens,
        signs=one.signs,
        is_you=one.id == desk.session.person,
    )
