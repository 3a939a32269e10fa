"""Show one document with its copies and everything that was done to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.balance import Balance
from bmnn_desktop.domain.correction import Correction
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.direction import Direction
from bmnn_desktop.domain.document import Copy, Document
from bmnn_desktop.domain.holding import Holding
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import DocumentMissing
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import balances, corrections, directions, documents, history, holdings
from bmnn_desktop.store.balances import Scope

_COLUMNS = {"annul_reason": "Lý do gạch bỏ"}
# The line's own beginning changes nothing.
_FIRST = (
    "document.add",
    "document.add_late",
    "stock.enter",
    "document.move",
    "document.move_printed",
)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that was done: when, by whom, why, what changed (label, old, new)."""

    seq: int
    time: datetime
    name: str
    action_label: str
    reason: str
    changes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document, its copies and its history, oldest first."""

    document: Document
    copies: tuple[Copy, ...]
    history: tuple[HistoryLine, ...]
    directions: tuple[Direction, ...] = ()
    corrections: tuple[Correction, ...] = ()
    sheet_no: int | None = None  # the sheet it stands on
    custody: tuple[Holding, ...] = ()  # every copy, those made of it last
    balance: Balance = field(default_factory=Balance)


def show_document(desk: Desk, document_id: int) -> DocumentCard:
    """Return the card of a document; raise DocumentMissing."""
    document = documents.by_id(desk.rows, document_id)
    if document is None:
        raise DocumentMissing(seq_no="này", year="này")
    labels = {each.name: each.label for each in find_book(document.book).fields} | _COLUMNS
    lines = tuple(
        HistoryLine(
            seq=deed.seq,
            time=deed.time,
            name=deed.name,
            action_label=actions.find(deed.action).words,
            reason=deed.reason or "",
            changes=tuple(
                (labels[name], _shown(name, old), _shown(name, new))
                for name, old, new in deed.changes
                if name in labels and not (deed.action in _FIRST and place == 0)
            ),
        )
        for place, deed in enumerate(history.of_document(desk.rows, document_id))
    )
    return DocumentCard(
        document,
        documents.copies(desk.rows, document_id),
        lines,
        directions.of_document(desk.rows, document_id),
        corrections.of_document(desk.rows, document_id),
        documents.sheet_of(desk.rows, document_id),
        holdings.of_document(desk.rows, document_id),
        balances.of(desk.rows, Scope(document=document_id)),
    )


def _shown(name: str, value: object) -> str:
    if value is None:
        return ""
    if name == "level":
        return Level(str(value)).label
    if name in ("doc_date", "arrival_date"):
        return short_date(date.fromisoformat(str(value)))
    if name == "copying_allowed":
        return "Được phép" if value else "Không được phép"
    return str(value).replace("\n", "; ")
