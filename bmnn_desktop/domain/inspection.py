"""Phiên kiểm tra: an inspector looks at the books as a guest, and what he opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from bmnn_desktop.domain.dates import short_date


class LookKind(Enum):
    """What sort of thing was opened; the value is what the vault stores."""

    DOCUMENT = "document"
    SHEET = "sheet"
    VOLUME = "volume"
    REGISTER = "register"
    JOURNAL = "journal"

    @property
    def label(self) -> str:
        """Return the kind as the screen names it."""
        return _LABELS[self]


_LABELS = {
    LookKind.DOCUMENT: "Dòng sổ",
    LookKind.SHEET: "Tờ sổ",
    LookKind.VOLUME: "Quyển sổ",
    LookKind.REGISTER: "Sổ",
    LookKind.JOURNAL: "Nhật ký thao tác",
}


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that was opened: book and number in words, never a subject nor what was sought.

    `row` is its row where the kind has one.
    """

    kind: LookKind
    what: str
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """A look as it was recorded: when for the first time."""

    look: Look
    at: datetime


@dataclass(frozen=True, slots=True)
class NewInspection:
    """What is typed before a guest session opens."""

    inspector: str
    body: str
    decision: str
    decided_on: date | None


@dataclass(frozen=True, slots=True)
class Inspection:
    """A guest session; `closed_at` None: it is open.

    `by_command`: opened on the command line, which no process outlives.
    """

    id: int
    inspector: str
    body: str
    decision: str
    decided_on: date | None
    opened_by: str
    opened_at: datetime
    closed_at: datetime | None
    by_command: bool

    @property
    def decision_words(self) -> str:
        """Return "QĐ số 12/QĐ-CAT, ngày 05/03/2026"."""
        day = "" if self.decided_on is None else f", ngày {short_date(self.decided_on)}"
        return f"QĐ số {self.decision}{day}"
