"""A computer whose clock tests wind, and what an opening of a vault there tells."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.domain.clock import SystemClock
from bmnn_desktop.store import opening
from bmnn_desktop.store.attempts import Boot
from bmnn_desktop.store.rows import Rows
from bmnn_desktop.store.schema import Schema
from bmnn_desktop.store.vault import Vault
from tests.faults.vaults import LOGIN, PASSPHRASE


@dataclass
class Computer:
    seconds: int = 1000

    def __call__(self) -> Boot:
        return Boot("boot 1", self.seconds)


def unlock(place: Path, computer: Computer, passphrase: str = PASSPHRASE) -> Vault:
    return opening.open_vault(
        place, LOGIN, passphrase, schema=Schema(), clock=SystemClock(), boot=computer
    )


def told(place: Path, computer: Computer) -> tuple[tuple[str, ...], list[str]]:
    """Unlock; return the notices and what the journal says of the counter."""
    vault = unlock(place, computer)

    def acts(rows: Rows) -> list[str]:
        sql = "SELECT detail FROM entry WHERE action = 'attempts.tampered' ORDER BY seq"
        return [json.loads(row[0])["what"] for row in rows.all(sql)]

    try:
        found = vault.read(lambda reading: acts(reading.rows)).result()
        assert vault.write(lambda writing: writing.verify((), lambda _done: None)).result().ok in (
            True,
            None,
        )
    finally:
        vault.close()
    return vault.notices, found
