"""Who is at the keyboard."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from bmnn_desktop.errors import NotAllowed, VaultDamaged
from bmnn_desktop.services.guest import Guest


class Role(Enum):
    """What a person may do; the value is what the vault stores."""

    KEEPER = "keeper"
    CONFIRMER = "confirmer"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        """Return the role as the screen names it."""
        return _LABELS[self]


_LABELS = {
    Role.KEEPER: "Người được giao bảo vệ BMNN",
    Role.CONFIRMER: "Người xác nhận",
    Role.ADMINISTRATOR: "Quản trị máy",
}


@dataclass(frozen=True, slots=True)
class Session:
    """The person who unlocked the vault; `person` and `signer` are their rows.

    `guest` is the inspector who sits at the desk meanwhile.
    """

    person: int
    login: str
    name: str
    roles: frozenset[Role]
    signer: int
    guest: Guest = field(default_factory=Guest, compare=False)

    def require(self, role: Role) -> None:
        """Raise NotAllowed unless the person has the role."""
        if role not in self.roles:
            raise NotAllowed


def read_roles(stored: str) -> frozenset[Role]:
    """Read what `write_roles` stored; raise VaultDamaged for what it never wrote."""
    try:
        return frozenset(Role(name) for name in stored.split())
    except ValueError as error:
        raise VaultDamaged from error


def write_roles(roles: frozenset[Role]) -> str:
    """Return roles as the vault stores them."""
    return " ".join(sorted(role.value for role in roles))
