"""Document → Copy: a secret document, and each physical copy as a numbered thing of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.level import Level


@dataclass(frozen=True, slots=True)
class NewDocument:
    """What is typed to register a document; `copies_issued` None means one each and a file copy."""

    doc_number: str
    doc_date: date
    doc_type: str
    subject: str
    level: Level
    signer: str
    recipients: tuple[str, ...]
    holding_unit: str
    note: str = ""
    copies_issued: int | None = None

    @property
    def copies(self) -> int:
        """Return how many numbered copies there are, the file copy last."""
        return len(self.recipients) + 1 if self.copies_issued is None else self.copies_issued


@dataclass(frozen=True, slots=True)
class Copy:
    """One numbered copy and who it is meant for."""

    copy_no: int
    holder: str
    is_file_copy: bool


@dataclass(frozen=True, slots=True)
class Annulment:
    """Gạch bỏ số: the number stays, struck through, with reason, date and name."""

    reason: str
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Document:
    """One line of a register as it is stored."""

    id: int
    book: str
    year: int
    seq_no: int
    registered_on: date
    doc_number: str
    doc_date: date
    doc_type: str
    subject: str
    level: Level
    signer: str
    recipients: tuple[str, ...]
    holding_unit: str
    copies_issued: int
    note: str
    annulment: Annulment | None
    printed: bool

    @property
    def is_annulled(self) -> bool:
        """Tell whether the number was struck."""
        return self.annulment is not None


def deal_copies(recipients: tuple[str, ...], holding_unit: str, count: int) -> tuple[Copy, ...]:
    """Give each recipient, in order, a numbered copy; what is left is kept on file."""
    issued = tuple(Copy(number, name, False) for number, name in enumerate(recipients, 1))
    kept = tuple(
        Copy(number, holding_unit, True) for number in range(len(recipients) + 1, count + 1)
    )
    return issued + kept
