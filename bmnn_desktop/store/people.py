"""Reading who works with the vault and for which organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.errors import VaultDamaged
from bmnn_desktop.store.rows import Rows


@dataclass(frozen=True, slots=True)
class Person:
    """A person with a key to the vault; `roles` as stored, space-separated."""

    id: int
    login: str
    name: str
    roles: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """The body that keeps the books, as it was called on a date."""

    name: str
    parent_name: str
    place: str
    symbol: str


def behind_signer(rows: Rows, signer: int) -> Person | None:
    """Return the person whose key this is; None for the recovery sheet's."""
    found = rows.one(
        "SELECT p.id, p.login, p.name, p.roles FROM signer AS s"
        " JOIN person AS p ON p.id = s.person_id WHERE s.id = ?",
        (signer,),
    )
    return Person(*found) if found else None


def everyone(rows: Rows) -> tuple[Person, ...]:
    """Return every person, in the order they were admitted."""
    found = rows.all("SELECT id, login, name, roles FROM person ORDER BY id")
    return tuple(Person(*row) for row in found)


def organisation(rows: Rows, on: date) -> Organisation:
    """Return the organisation under the name it had on that day (the first one before that).

    Raises VaultDamaged: founding always records one.
    """
    found = rows.one(
        "SELECT name, parent_name, place, symbol FROM organisation"
        " ORDER BY effective_from > ?, CASE WHEN effective_from <= ? THEN effective_from END DESC,"
        " effective_from LIMIT 1",
        (on.isoformat(), on.isoformat()),
    )
    if found is None:
        raise VaultDamaged
    return Organisation(*found)
