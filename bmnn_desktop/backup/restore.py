"""Restore a vault from a backup and the recovery sheet, into a new directory, under new keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.backup.identity import BackupKey
from bmnn_desktop.backup.opened import damage_named, opened
from bmnn_desktop.domain.clock import Clock
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.store.keys import Kdf
from bmnn_desktop.store.opening import new_place
from bmnn_desktop.store.rebuild import Present, rebuild
from bmnn_desktop.store.schema import Schema


@dataclass(frozen=True, slots=True)
class Restored:
    """The vault that was restored: up to which entry, in which generation it goes on."""

    store: str
    number: int
    head_seq: int
    generation: int
    training: bool


def restore(
    path: Path,
    into: Path,
    sheet: RecoverySheet,
    present: Present,
    *,
    kdf: Kdf,
    schema: Schema,
    clock: Clock,
    progress: Callable[[float], None],
) -> Restored:
    """Restore the backup `path` into `into`, which must not exist or be empty.

    Tables are rebuilt from the journal, never taken over. The person present gets a new passphrase
    and key; the recovery sheet authorises and stays the same. Raises what `opened` and `rebuild`
    raise, VaultExists; then `into` is as it was.
    """
    with (
        new_place(into) as draft,
        opened(path, BackupKey.of_sheet(sheet), draft, schema) as backup,
        damage_named(),
    ):
        header = rebuild(
            backup.image,
            draft,
            present,
            recovery=sheet.key,
            admit=backup.admit,
            kdf=kdf,
            schema=schema,
            clock=clock,
            progress=progress,
        )
    manifest = backup.manifest
    return Restored(
        store=manifest.store,
        number=manifest.number,
        head_seq=manifest.head_seq,
        generation=header.generation,
        training=header.training,
    )
