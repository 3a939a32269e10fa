"""The desk a service works at: what it may read, what it may write, who sits there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bmnn_desktop.domain.clock import Clock
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.errors import DayUnknown
from bmnn_desktop.media.port import UsbPort
from bmnn_desktop.services.session import Session
from bmnn_desktop.services.working_day import WorkingDay
from bmnn_desktop.store.journal import Journal
from bmnn_desktop.store.rows import Rows
from bmnn_desktop.store.vault import Vault, Writing


@dataclass(frozen=True)
class Desk:
    """A desk for reading."""

    rows: Rows
    session: Session
    clock: Clock  # the computer's own: the journal's times
    day: WorkingDay
    place: Path
    training: bool
    usb: UsbPort

    def today(self) -> date:
        """Return the civil date in Việt Nam, as far as it is known."""
        return self.day.today()


@dataclass(frozen=True)
class WritingDesk(Desk):
    """A desk for writing: the journal, and the vault itself for snapshot and verification."""

    writing: Writing
    vault: Vault

    def today(self) -> date:
        """Return the date that goes into the books; raise DayUnknown while it is in doubt."""
        doubt = self.day.doubt()
        if doubt is not None:
            raise DayUnknown(clock=short_date(doubt.clock_on), last=short_date(doubt.last_on))
        return self.day.today()

    @property
    def journal(self) -> Journal:
        """Return the only way to change a register."""
        return self.writing.journal
