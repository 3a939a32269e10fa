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


def is_recovery(rows: Rows, signer: int) -> bool:
    """Tell whether this row is a recovery sheet's key."""
    return bool(rows.value("SELECT person_id IS NULL FROM signer WHERE id = ?", (signer,)))
