"""What is open about copies: incidents, what is out of its place, requests to provide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.custody import CopyPlace
from bmnn_desktop.domain.incident import Incident
from bmnn_desktop.domain.provision import Provision
from bmnn_desktop.domain.removal import Removal
from bmnn_desktop.errors import DocumentMissing
from bmnn_desktop.services.copy_steps import words_of
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.event_papers import issuers_of
from bmnn_desktop.store import copies, documents, incidents, provisions, removals


@dataclass(frozen=True, slots=True)
class Matters:
    """`lines`: which line of a register each document is; `issuers`: other bodies, by incident."""

    today: date
    incidents: tuple[Incident, ...]
    removals: tuple[Removal, ...]
    provisions: tuple[Provision, ...]
    lines: Mapping[int, str]
    issuers: Mapping[int, tuple[str, ...]]

    def name(self, copy: CopyPlace) -> str:
        """Return "Bản số 03 của số 12 sổ đi 2026"."""
        return f"{copy.number} của {self.lines.get(copy.document_id, 'tài liệu này')}"


def open_matters(desk: Desk, *, is_open_only: bool = True) -> Matters:
    """Return what is open, or everything there was."""
    cases = incidents.listed(desk.rows, is_open_only=is_open_only)
    journeys = removals.listed(desk.rows, is_open_only=is_open_only)
    asked = provisions.listed(desk.rows, is_open_only=is_open_only)
    about = {one.document_id for one in asked}
    about |= {copy.document_id for one in cases for copy in one.copies}
    about |= {copy.document_id for one in journeys for copy in one.taken}
    found = documents.by_ids(desk.rows, sorted(about))
    lines = {row: words_of(line) for row, line in found.items()}
    issuers = {one.id: issuers_of(found, one) for one in cases}
    return Matters(desk.today(), cases, journeys, asked, lines, issuers)


def copies_of_document(desk: Desk, document: int) -> tuple[CopyPlace, ...]:
    """Return the copies of a document and where each is; raise DocumentMissing."""
    if documents.by_id(desk.rows, document) is None:
        raise DocumentMissing(seq_no="này", year="này")
    return copies.of_document(desk.rows, document)
