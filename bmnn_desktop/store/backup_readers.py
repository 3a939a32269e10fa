"""Whoever opens the backups beside the recovery sheet: confirming people, each by his own key.

Nothing is stored for it. A key that signs for a confirming person, behind a passphrase, is also
the key to which backups are sealed; what two have signed or one has taken away counts at once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.keys import PublicKey
from bmnn_desktop.store.rows import Rows

DETAIL = "opened_by"  # of the entry that a backup was made: rows of `signer`
# A signing stick opens nothing, a backup neither.
_READERS = """
    SELECT s.id, p.name, s.public_key FROM signer AS s JOIN person AS p ON p.id = s.person_id
    WHERE s.retired = 0 AND s.is_stick = 0 AND p.revoked_on IS NULL
    AND instr(p.roles, 'confirmer') ORDER BY s.id"""
_MADE = """
    SELECT e.detail FROM backup AS b JOIN change AS c ON c.table_name = 'backup' AND c.row = b.id
    JOIN entry AS e ON e.seq = c.seq WHERE b.number = ?"""
_NAMED = """
    SELECT p.name FROM signer AS s JOIN person AS p ON p.id = s.person_id WHERE s.id = ?"""


@dataclass(frozen=True, slots=True)
class BackupReader:
    """A person to whose key backups are sealed; `public` is 32 bytes of X25519."""

    signer: int
    name: str
    public: bytes


def readers(rows: Rows) -> tuple[BackupReader, ...]:
    """Return to whom a backup made now is sealed, the recovery sheet apart.

    Raises VaultDamaged for a key that is none.
    """
    with as_damage():
        return tuple(
            BackupReader(row, name, PublicKey(public).reading_public())
            for row, name, public in rows.all(_READERS)
        )


def readers_of(rows: Rows, number: int) -> tuple[int, ...]:
    """Return to whose keys, rows of `signer`, the backup of this number was sealed.

    Nobody's before confirming people had such keys, and of a backup that is not known.
    """
    detail = rows.value(_MADE, (number,))
    with as_damage():
        return tuple(map(int, json.loads(detail).get(DETAIL, ()))) if detail else ()


def name_of(rows: Rows, signer: int) -> str:
    """Return whose key this is."""
    return str(rows.value(_NAMED, (signer,)) or "")
