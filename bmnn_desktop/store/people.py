"""Reading who works with the vault and for which organisation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bmnn_desktop.errors import VaultDamaged
from bmnn_desktop.store.rows import Row, Rows

_KEYS = "EXISTS (SELECT 1 FROM signer WHERE person_id = p.id AND retired = 0 AND is_stick = {})"
_COLUMNS = (
    "p.id, p.login, p.name, p.roles, p.post, p.revoked_on, p.released_on, "
    f"{_KEYS.format(0)}, {_KEYS.format(1)}"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person who has or had a key to the vault; `roles` as stored, space-separated."""

    id: int
    login: str
    name: str
    roles: str
    post: str
    revoked_on: str | None
    released_on: str | None
    opens: bool  # has a key behind a passphrase
    signs: bool  # has a key on a signing stick


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
        f"SELECT {_COLUMNS} FROM signer AS s JOIN person AS p ON p.id = s.person_id"  # noqa: S608
        " WHERE s.id = ?",
        (signer,),
    )
    return _person(found) if found else None


def everyone(rows: Rows) -> tuple[Person, ...]:
    """Return every person, in the order they were admitted."""
    found = rows.all(f"SELECT {_COLUMNS} FROM person AS p ORDER BY p.id")  # noqa: S608
    return tuple(_person(row) for row in found)


def find(rows: Rows, login: str) -> Person | None:
    """Return the person with this login."""
    found = rows.one(f"SELECT {_COLUMNS} FROM person AS p WHERE p.login = ?", (login,))  # noqa: S608
    return _person(found) if found else None


def _person(row: Row) -> Person:
    person = Person(*row)
    return replace(person, opens=bool(person.opens), signs=bool(person.signs))


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
