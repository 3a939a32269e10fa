"""The desk a service works at: what it may read, what it may write, who sits there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bmnn_desktop.domain.clock import Clock, civil_date
from bmnn_desktop.services.session import Session
from bmnn_desktop.store.journal import Journal
from bmnn_desktop.store.rows import Rows
from bmnn_desktop.store.vault import Vault, Writing


@dataclass(frozen=True)
class Desk:
    """A desk for reading."""

    rows: Rows
    session: Session
    clock: Clock
    place: Path
    training: bool

    def today(self) -> date:
        """Return the civil date in Việt Nam."""
        return civil_date(self.clock.now())


@dataclass(frozen=True)
class WritingDesk(Desk):
    """A desk for writing: the journal, and the vault itself for snapshot and verification."""

    writing: Writing
    vault: Vault

    @property
    def journal(self) -> Journal:
        """Return the only way to change a register."""
        return self.writing.journal
