"""The vault's recovery key: replaced in the act in which its sheet was used."""

from __future__ import annotations

from bmnn_desktop.backup import identity
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import VaultDamaged
from bmnn_desktop.store import keys
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.new_keys import NewKeys
from bmnn_desktop.store.rows import Rows

_NAME = "Phiếu khóa khôi phục"  # of the recipient of backups


def put_recipient(act: Act, recovery: bytes) -> None:
    """Let backups from now on be opened by this recovery key, no longer by an older one.

    Those already made stay sealed to the old one: its sheet is kept as long as they are.
    """
    old = act.rows.all(
        "SELECT id FROM backup_recipient WHERE retired = 0 AND name = ?",
        (_NAME,),
    )
    for (row,) in old:
        act.update("backup_recipient", row, retired=1)
    act.insert(
        "backup_recipient",
        name=_NAME,
        recipient=identity.recipient_text(recovery),
        retired=0,
    )


def replace_recovery(act: Act, given: NewKeys, store: bytes) -> RecoverySheet:
    """Give the vault a new recovery key in this act; return its sheet, which is shown once."""
    recovery = keys.new_secret()
    given.give_recovery(recovery)
    put_recipient(act, recovery)
    return RecoverySheet(recovery, store, fingerprint(act.rows))


def fingerprint(rows: Rows) -> bytes:
    """Return the hash of the vault's first entry; raise VaultDamaged."""
    found = rows.value("SELECT hash FROM entry WHERE seq = 1")
    if found is None:
        raise VaultDamaged
    return bytes(found)
