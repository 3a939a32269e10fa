"""Document → Copy: a secret document, and each physical copy as a numbered thing of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from bmnn_desktop.domain.channel import Channel, with_channel
from bmnn_desktop.domain.comparison import Comparison, Finding
from bmnn_desktop.domain.envelope import Envelope, EnvelopeKind, Urgency
from bmnn_desktop.domain.level import Level


class EntryKind(Enum):
    """How a line came into the book; the value is what the vault stores."""

    ON_TIME = "on_time"
    LATE = "late"  # đăng ký bổ sung: into the year before, until its volume closes
    BACK = "back"  # nhập bù: from paper, under the paper's own number

    @property
    def label(self) -> str:
        """Return what flags the line; nothing on time."""
        return {
            EntryKind.ON_TIME: "",
            EntryKind.LATE: "Đăng ký bổ sung",
            EntryKind.BACK: "Nhập bù từ sổ giấy",
        }[self]


@dataclass(frozen=True, slots=True)
class NewDocument:
    """What is typed to register a document of either book; each book asks for its own fields.

    `copies_issued` None means, going out, one for each recipient and a file copy; coming in, as
    many as announced. A recipient may carry its own channel: "Sở Nội vụ @bưu chính".
    """

    doc_number: str = ""
    doc_date: date | None = None
    doc_type: str = ""
    subject: str = ""
    level: Level | None = None
    signer: str = ""
    recipients: tuple[str, ...] = ()
    holding_unit: str = ""
    note: str = ""
    copies_issued: int | None = None
    pages: int | None = None  # of each copy
    annexes: int | None = None  # of each copy
    # going out
    channel: Channel | None = None  # of the recipients that name none
    drafter: str = ""
    basis: str = ""
    copying_allowed: bool | None = None
    # coming in
    arrival_date: date | None = None
    arrival_no: int | None = None  # None: the same as the number in the book
    issuer: str = ""
    receiving_unit: str = ""
    copies_announced: int | None = None
    envelope: EnvelopeKind = EnvelopeKind.ORDINARY
    addressee: str = ""
    urgency: Urgency = Urgency.NONE
    finding: Finding | None = None
    remark: str = ""
    # there from before
    paper_reference: str = ""

    @property
    def copies(self) -> int:
        """Return how many numbered copies there are, the file copy last."""
        return len(self.recipients) + 1 if self.copies_issued is None else self.copies_issued

    @property
    def received(self) -> int:
        """Return how many copies came in."""
        if self.copies_issued is not None:
            return self.copies_issued
        return 1 if self.copies_announced is None else self.copies_announced


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
    volume_no: int
    seq_no: int
    registered_on: date
    doc_number: str
    doc_date: date | None
    doc_type: str
    subject: str
    level: Level | None
    signer: str = ""
    recipients: tuple[str, ...] = ()
    channels: tuple[Channel | None, ...] = ()  # one for each recipient
    holding_unit: str = ""
    receiving_unit: str = ""
    copies_issued: int | None = None
    copies_announced: int | None = None
    pages: int | None = None
    annexes: int | None = None
    note: str = ""
    drafter: str = ""
    basis: str = ""
    copying_allowed: bool | None = None
    arrival_date: date | None = None
    arrival_no: int | None = None
    issuer: str = ""
    envelope: Envelope | None = None
    comparison: Comparison | None = None
    entry_kind: EntryKind = EntryKind.ON_TIME
    paper_reference: str = ""
    annulment: Annulment | None = None
    printed: bool = False
    is_amended: bool = False  # a correction line says what is right

    @property
    def is_annulled(self) -> bool:
        """Tell whether the number was struck."""
        return self.annulment is not None

    @property
    def is_sealed(self) -> bool:
        """Tell whether it is a closed envelope whose content nobody here knows."""
        return self.envelope is not None and self.envelope.is_sealed

    @property
    def envelope_kind(self) -> EnvelopeKind:
        """Return how the document came; one opened whose content nobody registered was kept."""
        if self.envelope is None:
            return EnvelopeKind.ORDINARY
        kind = self.envelope.kind
        is_kept = kind is EnvelopeKind.OPENED and self.doc_date is None
        return EnvelopeKind.KEPT if is_kept else kind

    @property
    def level_label(self) -> str:
        """Return the level as the books write it; nothing while the envelope is closed."""
        return "" if self.level is None else self.level.label

    def typed(self) -> NewDocument:
        """Return the line as it would be typed, to be corrected or entered elsewhere."""
        shared = [channel for channel in set(self.channels) if channel is not None]
        common = max(shared, key=self.channels.count, default=None)
        envelope, comparison = self.envelope, self.comparison
        return NewDocument(
            doc_number=self.doc_number,
            doc_date=self.doc_date,
            doc_type=self.doc_type,
            subject=self.subject,
            level=self.level,
            signer=self.signer,
            recipients=tuple(
                with_channel(name, None if own is common else own)
                for name, own in zip(self.recipients, self.channels, strict=True)
            ),
            holding_unit=self.holding_unit,
            note=self.note,
            copies_issued=self.copies_issued,
            pages=self.pages,
            annexes=self.annexes,
            channel=common,
            drafter=self.drafter,
            basis=self.basis,
            copying_allowed=self.copying_allowed,
            arrival_date=self.arrival_date,
            arrival_no=self.arrival_no,
            issuer=self.issuer,
            receiving_unit=self.receiving_unit,
            copies_announced=self.copies_announced,
            envelope=self.envelope_kind,
            addressee="" if envelope is None else envelope.addressee,
            urgency=Urgency.NONE if envelope is None else envelope.urgency,
            finding=None if comparison is None else comparison.finding,
            remark="" if comparison is None else comparison.remark,
            paper_reference=self.paper_reference,
        )


def deal_copies(recipients: tuple[str, ...], holding_unit: str, count: int) -> tuple[Copy, ...]:
    """Give each recipient, in order, a numbered copy; what is left is kept on file."""
    issued = tuple(Copy(number, name, False) for number, name in enumerate(recipients, 1))
    kept = tuple(
        Copy(number, holding_unit, True) for number in range(len(recipients) + 1, count + 1)
    )
    return issued + kept
