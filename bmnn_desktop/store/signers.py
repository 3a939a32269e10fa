"""Keys that may sign beside the user's own."""

from __future__ import annotations

from bmnn_desktop.store.journal import Signer
from bmnn_desktop.store.keys import SigningKey, recovery_seed
from bmnn_desktop.store.rows import Rows


def of_recovery_key(rows: Rows, recovery: bytes) -> Signer | None:
    """Return the signer behind a recovery sheet's key; None: it is not this vault's, or retired."""
    key = SigningKey(recovery_seed(recovery))
    row = rows.value(
        "SELECT id FROM signer WHERE person_id IS NULL AND retired = 0 AND public_key = ?",
        (key.public,),
    )
    return None if row is None else Signer(int(row), key)


def of_login(rows: Rows, login: str) -> dict[int, str]:
    """Return the keys with which a person may sign now: row and public half."""
    found = rows.all(
        "SELECT s.id, s.public_key FROM signer AS s JOIN person AS p ON p.id = s.person_id"
        " WHERE p.login = ? AND p.revoked_on IS NULL AND s.retired = 0 ORDER BY s.id",
        (login,),
    )
    return {int(row[0]): str(row[1]) for row in found}


def of_recovery(rows: Rows) -> tuple[int, ...]:
    """Return the row of the recovery sheet that signs now."""
    found = rows.all("SELECT id FROM signer WHERE person_id IS NULL AND retired = 0 ORDER BY id")
    return tuple(int(row[0]) for row in found)


def next_row(rows: Rows) -> int:
    """Return the row that the next new key gets."""
    return int(rows.value("SELECT coalesce(max(id), 0) + 1 FROM signer"))


def is_known(rows: Rows, login: str) -> bool:
    """Tell whether the vault has a person of this login, with a right or without."""
    return bool(rows.value("SELECT count(*) FROM person WHERE login = ?", (login,)))


def is_recovery(rows: Rows, signer: int) -> bool:
    """Tell whether this row is a recovery sheet's key."""
    return bool(rows.value("SELECT person_id IS NULL FROM signer WHERE id = ?", (signer,)))
