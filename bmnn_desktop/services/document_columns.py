"""From what was typed to what is stored, the same for adding, correcting and completing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.channel import Channel, split_channel
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import FieldsWrong
from bmnn_desktop.store.canonical import Columns

_TEXTS = (
    *("doc_number", "doc_type", "subject", "signer", "holding_unit", "note", "drafter", "basis"),
    *("issuer", "receiving_unit", "addressee", "remark", "paper_reference"),
)


@dataclass(frozen=True, slots=True)
class Recipient:
    """A recipient with its own channel or the document's."""

    name: str
    channel: Channel | None

    @property
    def columns(self) -> Columns:
        """Return the columns that are typed."""
        return {"name": self.name, "channel": "" if self.channel is None else self.channel.value}


def checked(book: Book, new: NewDocument) -> NewDocument:
    """Return `new` with tidy text; raise FieldsWrong with every error of the book's check."""
    texts = {name: tidy(getattr(new, name)) for name in _TEXTS}
    names = tuple(name for name in map(tidy, new.recipients) if name)
    tidied = replace(new, recipients=names, **texts)  # type: ignore[arg-type]
    errors = book.check({field.name: getattr(tidied, field.name) for field in book.fields})
    if errors:
        raise FieldsWrong(errors)
    return tidied


def recipients_of(new: NewDocument) -> tuple[Recipient, ...]:
    """Return the recipients, each with its channel."""
    split = (split_channel(typed) for typed in new.recipients)
    return tuple(Recipient(name, own or new.channel) for name, own in split)


def columns_of(book: Book, new: NewDocument) -> Columns:
    """Return the columns of the document's row that are typed."""
    sealed = new.envelope.hides_content
    received = None if sealed else new.received
    # Of a register that continues a paper one the reference is the volume's and the back entry's.
    old = {} if book.is_yearly else {"paper_reference": new.paper_reference}
    return {
        **old,
        "doc_number": new.doc_number,
        "doc_date": _iso(new.doc_date),
        "doc_type": new.doc_type,
        "subject": new.subject,
        "level": None if new.level is None else new.level.value,
        "signer": new.signer,
        "holding_unit": new.holding_unit,
        "copies_issued": new.copies if book.key == "outgoing" else received,
        "note": new.note,
        "pages": new.pages,
        "annexes": new.annexes,
        "drafter": new.drafter,
        "basis": new.basis,
        "copying_allowed": None if new.copying_allowed is None else int(new.copying_allowed),
        "arrival_date": _iso(new.arrival_date),
        "issuer": new.issuer,
        "receiving_unit": new.receiving_unit or (new.addressee if sealed else ""),
        "copies_announced": new.copies_announced,
    }


def envelope_columns(new: NewDocument, today: date) -> Columns:
    """Return the columns of the envelope's row; what the clerk opens is opened on arrival."""
    is_ordinary = new.envelope is EnvelopeKind.ORDINARY
    opened_on = new.arrival_date if is_ordinary else today
    return {
        "arrived_on": _iso(new.arrival_date),
        "sender": new.issuer,
        "cover_number": new.doc_number,
        "addressee_only": int(not is_ordinary),
        "addressee": "" if is_ordinary else new.addressee,
        "urgency": new.urgency.value,
        "condition": (new.finding or Finding.COMPLETE).envelope_condition,
        "opened_on": None if new.envelope is EnvelopeKind.SEALED else _iso(opened_on),
        "opened_by": "" if is_ordinary or new.envelope is EnvelopeKind.SEALED else new.addressee,
    }


def comparison_columns(new: NewDocument) -> Columns:
    """Return the columns of the comparison's row that are typed."""
    finding = new.finding or Finding.COMPLETE  # the book's check has asked for it
    return {
        "finding": finding.value,
        "remark": new.remark,
        "awaiting": int(finding is Finding.SHORT),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
